/** The sample county, made in a real library as a person at the first start makes it. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fillSample, readSamples, SAMPLE_CODES, SAMPLE_PROFILE } from '../../electron/services/sample.ts'
import { readTemplates } from '../../electron/services/templates.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import { characterCount, missingParts } from '../../shared/document/missing.ts'
import { parseDate } from '../../shared/document/date.ts'
import { attachmentsOf, blocksOf, findPart, partText, textOf } from '../../shared/document/text.ts'
import type { Block, Cell, Table } from '../../shared/document/types.ts'
import { headingNumbers } from '../../shared/numbering/headings.ts'
import { parseNumber } from '../../shared/register/number.ts'
import { gridOf } from '../document/grid.ts'
import { tempFolder } from '../store/library.ts'

const TEMPLATES = join(import.meta.dirname, '../../templates')

/** All documents of a new sample library, oldest first. */
async function sample(): Promise<readonly DocumentRecord[]> {
  const store = createStore(join(tempFolder(), 'gongbao.db'), SAMPLE_PROFILE, SAMPLE_CODES)
  onTestFinished(() => store.close())
  await fillSample(store, TEMPLATES)
  const list = [...(await store.listDocuments())].reverse()
  return Promise.all(list.map(({ id }) => store.getDocument(id)))
}

const blocks = (record: DocumentRecord): readonly Block[] => record.document.parts.flatMap(blocksOf)
const tables = (record: DocumentRecord): readonly Table[] => blocks(record).filter((block) => block.type === 'table')
const cellText = (cell: Cell | undefined): string => cell?.children.map((line) => textOf(line.children)).join('') ?? ''
const amount = (cell: Cell | undefined): number => Number(cellText(cell).replace(/,/g, ''))
const numbered = (records: readonly DocumentRecord[]) => records.filter((record) => record.state === 'numbered')

test('ten documents are numbered without a gap in three series, two are drafts that miss something', async () => {
  const records = await sample()
  expect(records.map((record) => record.state)).toEqual([...Array<string>(10).fill('numbered'), 'draft', 'draft'])
  const numbers = numbered(records).map((record) => parseNumber(record.document.header.documentNumber ?? '')!)
  for (const code of SAMPLE_CODES) {
    const mine = numbers.filter((number) => number.code === code)
    expect(mine.map(({ serial }) => serial)).toEqual(mine.map((_, at) => at + 1))
    expect(mine.length).toBeGreaterThanOrEqual(2)
    expect(mine.every(({ year }) => year === 2024)).toBe(true)
  }
  for (const draft of records.slice(10)) expect(missingParts(draft.document).map((one) => one.kind)).toContain('places')
})

test('its history is that of an office: made of a template, signed, numbered', async () => {
  const records = await sample()
  const names = new Map(readTemplates(TEMPLATES).map(({ id, name }) => [id, name]))
  for (const record of numbered(records)) {
    expect(record.history.map((entry) => entry.what)).toEqual(['created', 'signed', 'numbered'])
    expect(record.history[1]?.detail).toMatch(/^签发人：.{2,3}$/)
    expect(record.history[2]?.detail).toBe(record.document.header.documentNumber)
  }
  for (const record of records) {
    expect(record.history[0]).toMatchObject({ who: '林禾', detail: record.templateId === null ? '' : names.get(record.templateId) })
  }
})

test('dates rise with the numbers, issuer and signature agree, titles end in the kind', async () => {
  const records = numbered(await sample())
  const dates = records.map((record) => parseDate(partText(record.document, 'signatureDate')))
  expect(dates).toEqual([...dates].map(String).sort())
  for (const { document } of records) {
    expect(document.header.issuers).toEqual([partText(document, 'signatureOrgan')])
    expect(partText(document, 'title')).toMatch(new RegExp(`^关于.+的${document.header.genre ?? '?'}$`))
    const code = document.header.documentNumber?.replace(/〔.*/, '')
    expect(code === '河政办发').toBe(document.header.issuers[0] === '河湾县人民政府办公室')
  }
})

test('the kinds that an office publishes are all there', async () => {
  const records = await sample()
  const genres = new Set(records.map((record) => record.document.header.genre))
  expect([...genres].sort()).toEqual(['函', '意见', '报告', '通告', '通知'])
  const has = (what: (record: DocumentRecord) => boolean): number => records.filter(what).length
  const kinds = (record: DocumentRecord): string => blocks(record).map((one) => (one.type === 'heading' ? String(one.level) : one.type)).join(' ')
  expect(has((one) => ['1', '2', '3', '4', 'table'].every((kind) => kinds(one).includes(kind)))).toBeGreaterThanOrEqual(1)
  expect(has((one) => kinds(one).includes('chapter article') && findPart(one.document, 'printed') !== undefined)).toBe(1)
  expect(has((one) => findPart(one.document, 'recipients') === undefined)).toBe(1)
  expect(has((one) => attachmentsOf(one.document).length === 2)).toBe(1)
  expect(has((one) => partText(one.document, 'title').includes('职务任免'))).toBe(2)
  expect(has((one) => tables(one).some((table) => table.headerRows === 2))).toBe(2)
  expect(has((one) => characterCount(one.document) > 2900)).toBe(1)
  for (const one of records) {
    expect(characterCount(one.document)).toBeGreaterThan(250)
    for (const block of blocks(one)) if (block.type !== 'table') expect(block.children.length).toBeGreaterThan(0)
  }
})

test('every table is a whole grid, and its totals add up', async () => {
  const all = (await sample()).flatMap(tables)
  expect(all.length).toBeGreaterThanOrEqual(5)
  let totals = 0
  for (const table of all) {
    const grid = gridOf(table)
    const total = grid.find((line) => cellText(line[0]) === '合计')
    if (!total) continue
    const body = grid.slice(table.headerRows, grid.indexOf(total))
    total.forEach((cell, column) => {
      if (!/^[\d,.]+$/.test(cellText(cell))) return
      const sum = body.reduce((added, line) => added + amount(line[column]), 0)
      expect(amount(cell)).toBeCloseTo(sum, 6)
      totals++
    })
  }
  expect(totals).toBeGreaterThanOrEqual(20)
})

test('every 小计 is the sum of the columns under the same head', async () => {
  let subtotals = 0
  for (const table of (await sample()).flatMap(tables)) {
    const grid = gridOf(table)
    const [head, second] = grid
    if (table.headerRows !== 2 || !head || !second) continue
    second.forEach((cell, column) => {
      if (cellText(cell) !== '小计') return
      const group = head.flatMap((one, at) => (one === head[column] && at !== column ? [at] : []))
      for (const line of grid.slice(2)) {
        expect(amount(line[column])).toBeCloseTo(group.reduce((sum, at) => sum + amount(line[at]), 0), 6)
        subtotals++
      }
    })
  }
  expect(subtotals).toBe(36)
})

test('what one document says of another is true', async () => {
  const records = await sample()
  const issued = new Map(numbered(records).map(({ document }) => [document.header.documentNumber, document]))
  let cited = 0
  for (const record of records) {
    for (const block of blocks(record)) {
      if (block.type === 'table') continue
      for (const [, title = '', number = ''] of textOf(block.children).matchAll(/《([^《》]+)》（(河政[^（）]+号)）/g)) {
        const document = issued.get(number)
        expect(title).toBe(`${document?.header.issuers[0] ?? ''}${document ? partText(document, 'title') : ''}`)
        cited++
      }
    }
  }
  expect(cited).toBe(1)
})

test('amounts in the text agree with the tables beside it', async () => {
  const records = await sample()
  const find = (word: string): DocumentRecord => records.find((record) => partText(record.document, 'title').includes(word))!
  const text = (record: DocumentRecord): string => blocks(record).map((block) => (block.type === 'table' ? '' : textOf(block.children))).join('\n')
  const total = (table: Table): (string | number)[] => gridOf(table).at(-1)!.map((cell) => (/^[\d,.]+$/.test(cellText(cell)) ? amount(cell) : ''))

  const roads = find('农村公路')
  const [, , , , , kilometres, city, county, money] = total(tables(roads)[0]!)
  expect(text(roads)).toContain(`共${String(kilometres)}公里`)
  expect(text(roads)).toContain(`养护资金${String(money)}万元，其中市级补助${String(city)}万元、县级配套${String(county)}万元`)
  for (const line of gridOf(tables(roads)[0]!).slice(2)) {
    expect(amount(line[2]) + amount(line[3]) * 0.5 + amount(line[4]) * 0.2).toBeCloseTo(amount(line[8]), 6)
  }

  const flood = find('防汛')
  const places = tables(flood)[0]!
  const [, , , , households, people] = total(places)
  expect(text(flood)).toContain(`全县${places.children.length - 2}处重点部位涉及${String(households)}户${String(people)}人`)

  const care = find('养老')
  const [, , first, second, third, points, , , , homes] = total(tables(care)[0]!)
  for (const count of [first, second, third]) expect(text(care)).toContain(`互助养老服务点${String(count)}个`)
  expect(text(care)).toContain(`三年累计建成互助养老服务点${String(points)}个、改造${String(homes)}户`)
})

test('the sample is read anew each time: two libraries share no id', () => {
  const ids = readSamples(TEMPLATES).concat(readSamples(TEMPLATES)).flatMap(({ document }) => JSON.stringify(document).match(/"id":"[^"]+"/g) ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

test('headings are derived, none is typed into the text', async () => {
  for (const record of await sample()) {
    const numbers = headingNumbers(record.document)
    for (const block of blocks(record)) {
      if (block.type === 'table' || block.type === 'paragraph' || block.type === 'image') continue
      expect(block.printed).toBeUndefined()
      expect(numbers.get(block.id)).not.toBe('')
    }
  }
})
