import { expect, it } from 'vitest'
import { outlineRows, rowAbove, type OutlineRow } from '../../renderer/workspaces/draft/outline-rows.ts'
import { makeAttachment, makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makePlace, makeRow, makeTable } from '../../shared/document/build.ts'
import { blocksOf, leaf } from '../../shared/document/text.ts'

const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [
  makeLine('title', '关于工作的\n通知'),
  makeBody([
    makeParagraph('引言。'),
    makeHeading(1, '要求'),
    makeHeading(2, '责任。各负其责。'),
    makeParagraph([leaf('须在'), makePlace('时限'), leaf('内')]),
    makeTable([makeRow([makeCell('序号'), makeCell('乡镇')])]),
    makeParagraph('表后。'),
    makeHeading(1, ''),
  ]),
  makeAttachment('清单', [makeParagraph('说明。')]),
])

function written(rows: readonly OutlineRow[], depth = 0): readonly string[] {
  return rows.flatMap((row) => [`${'　'.repeat(depth)}${row.label}${row.text}${row.unfilled ? '●' : ''}`, ...written(row.children, depth + 1)])
}

it('the outline nests headings, shows their numbers, and marks what is unfilled', () => {
  expect(written(outlineRows(document))).toEqual(['标题关于工作的通知', '一、要求', '　（一）责任●', '　　表1行 × 2列', '二、（未填）', '附件清单'])
})

it('a block without a row of its own belongs to the heading above it', () => {
  const all = (rows: readonly OutlineRow[]): readonly string[] => rows.flatMap((row) => [row.key, ...all(row.children)])
  const keys = new Set(all(outlineRows(document)))
  const [body, attachment] = [document.parts[1], document.parts[2]]
  const [intro, first, second, unfilled, table, after] = body ? blocksOf(body) : []
  const rowOf = (id: string | undefined): string | null => rowAbove(document, keys, id ?? null)
  expect([intro, first, unfilled, table, after].map((block) => rowOf(block?.id))).toEqual([null, first?.id, second?.id, table?.id, second?.id])
  expect(rowOf(attachment && blocksOf(attachment)[0]?.id)).toBe(attachment?.id)
  expect(rowOf('gone')).toBeNull()
})
