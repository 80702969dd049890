/** Bookmarks: headings and attachments, each below what it belongs to. */
import { describe, expect, test } from 'vitest'
import { bookmarks, type Bookmark } from '../../electron/pdf/bookmarks.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { LineRole, Page, PlacedLine } from '../../shared/layout/page.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import { plan, rules, tables } from '../docx/samples.ts'
import { template } from '../docx/template.ts'

const shape = ({ title, children }: Bookmark): unknown => (children.length === 0 ? title : [title, ...children.map(shape)])
const shapesOf = (document: typeof plan): readonly unknown[] =>
  bookmarks(layOut(gazettePrint(document, template, { gazetteName: '河湾县人民政府公报', issue: '', section: '' }), FALLBACK_METRICS).pages).map(shape)

describe('of real pages', () => {
  test('the printed text has one with its headings below it', () => {
    const [first] = shapesOf(plan)
    const part = (heading: string): readonly unknown[] => [heading, '（一）落实责任', ['（二）强化巡护监测', expect.arrayContaining(['1.加密巡护'])]]
    expect(first).toEqual(['河湾县森林防火工作方案', part('一、总体要求'), part('二、主要任务'), part('三、保障措施')])
  })

  test('an attachment is named with its title', () => {
    expect(shapesOf(tables)).toContain('附件1　河湾县2024年村情调查工作领导小组名单')
  })

  test('chapters are there, articles are not', () => {
    const text = JSON.stringify(shapesOf(rules))
    expect(text).toContain('第一章')
    expect(text).not.toContain('第一条')
  })
})

describe('of lines', () => {
  const line = (role: LineRole, text: string, id: Id = newId(), y = 0): PlacedLine => ({
    kind: 'line', role, x: 0, y, width: 100, height: 20, baseline: y + 16, runs: [{ text, x: 0, slot: 'hei', size: 16, advances: Array.from(text, () => 320) }], source: { id, from: 0, to: text.length },
  })
  const page = (...marks: readonly PlacedLine[]): Page => ({ number: 1, width: 1000, height: 1000, landscape: false, frame: { x: 0, y: 0, width: 1000, height: 1000 }, marks })

  test('one that goes on in the next line or page is one, and stands where it begins', () => {
    const id = newId()
    const found = bookmarks([page(line('body', '前'), line('heading1', '一、切实', id, 900), line('pageNumber', '1')), page(line('heading1', '加强领导', id, 0), line('body', '后'))])
    expect(found).toEqual([expect.objectContaining({ title: '一、切实加强领导', page: 0, y: 900, children: [] })])
  })

  test('a level that is left out loses nothing', () => {
    const found = bookmarks([page(line('heading3', '1.先有三级'), line('heading1', '一、一级'), line('heading3', '1.下面'), line('heading2', '（一）二级'))])
    expect(found.map(shape)).toEqual(['1.先有三级', ['一、一级', '1.下面', '（一）二级']])
  })

  test('one that runs on is cut after its sentence, or at its sixtieth character', () => {
    const [sentence, endless] = bookmarks([page(line('heading2', `（一）落实责任。${'长'.repeat(80)}`), line('heading2', '长'.repeat(80)))])
    expect(sentence!.title).toBe('（一）落实责任')
    expect(Array.from(endless!.title)).toHaveLength(60)
  })
})
