import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseGazetteTemplate, TemplateFault, textArea, type GazetteTemplate } from '../../shared/layout/gazette.ts'

const read = (): unknown => JSON.parse(readFileSync(new URL('../../templates/gazette/default.json', import.meta.url), 'utf8'))
const template = parseGazetteTemplate(read())
const changed = (change: Partial<GazetteTemplate['page']>): GazetteTemplate => ({ ...template, page: { ...template.page, ...change } })

test('the default template is two columns of 20 characters and 33 lines on A4', () => {
  expect(textArea(template)).toEqual({ width: 10_002, height: 13_210, columnWidth: 4_810 })
  expect(template.columns).toMatchObject({ count: 2, characters: 20, lines: 33 })
})

test('a page that is one twip too low for its lines is refused, and says how much they need', () => {
  const lowest = changed({ bottom: template.page.bottom + 10 })
  expect(parseGazetteTemplate(lowest)).toEqual(lowest)
  expect(() => parseGazetteTemplate(changed({ bottom: template.page.bottom + 11 }))).toThrow('公报版式不合格式（page）：版心高13199，排不下33行（需要13200）')
})

test('columns that are too narrow for their characters are refused', () => {
  const narrowest = changed({ right: template.page.right + 20 })
  expect(parseGazetteTemplate(narrowest)).toEqual(narrowest)
  expect(() => parseGazetteTemplate(changed({ right: template.page.right + 22 }))).toThrow('每栏宽4799，排不下20字（需要4800）')
})

test('a fault names its place; a version that is not known is refused', () => {
  expect(() => parseGazetteTemplate({ ...template, version: 2 })).toThrow(TemplateFault)
  expect(() => parseGazetteTemplate({ ...template, tables: { ...template.tables, size: 'small' } })).toThrow('tables.size')
  expect(() => parseGazetteTemplate({ ...template, colour: 'red' })).toThrow('colour')
  expect(() => parseGazetteTemplate(null)).toThrow(TemplateFault)
})
