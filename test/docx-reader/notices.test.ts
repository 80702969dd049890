/** The notices of test/recognise as Word files, in the habits of the programs that write them: what is read is the same. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recogniseItems } from '../../shared/recognise/notice.ts'
import { summaryOf, type Summary } from '../recognise/summary.ts'
import { items, r, row } from './word-file.ts'

const FOLDER = new URL('../recognise/notices/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<string, Summary>
/** Broken lines are whole paragraphs in a Word file, so they stay apart. */
const BROKEN = ['broken-column', 'pagebreaks', 'letters']
const notices = readdirSync(FOLDER).flatMap((name) => {
  const plain = name.replace('.txt', '')
  return plain === name || BROKEN.includes(plain) ? [] : [{ name: plain, text: readFileSync(new URL(name, FOLDER), 'utf8') }]
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const table = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(...rows.map((cells) => cells.length))
  return `<w:tbl>${rows.map((cells) => row(...Array.from({ length: width }, (_, at) => escaped(cells[at] ?? '')))).join('')}</w:tbl>`
}

/** A file of the text: `paragraph` writes a line, tables are tables. */
function bodyOf(text: string, paragraph: (line: string) => string): string {
  const pieces: string[] = []
  let rows: string[][] = []
  for (const line of [...text.split('\n'), '']) {
    if (line.includes('\t')) rows.push(line.split('\t'))
    else {
      if (rows.length > 0) pieces.push(table(rows))
      rows = []
      pieces.push(paragraph(line))
    }
  }
  return pieces.join('')
}

/** Word cuts a line into runs wherever spelling or fonts change. */
const inRuns = (line: string): string => `<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>${(line.match(/.{1,3}/gu) ?? []).map((part) => r(escaped(part))).join('<w:proofErr w:type="spellStart"/>')}</w:p>`
/** LibreOffice writes a text's tabs as tabs, also where they set a table. */
const inTabs = (line: string): string => `<w:p>${line.split('\t').map((part) => r(escaped(part))).join('<w:r><w:tab/></w:r>')}</w:p>`

/** Without which rows are heads, which only a tab text has to guess by its blanks. */
const withoutHeads = ({ parts = [], ...rest }: Partial<Summary> = {}): object => ({ ...rest, parts: parts.map((part) => part.replace(/\^\d/g, '').replace('表6×3', 'roster6×3')) })

test.each(notices)('$name: in runs', ({ name, text }) => {
  expect(withoutHeads(summaryOf(recogniseItems(items(bodyOf(text, inRuns)))))).toEqual(withoutHeads(expected[name]))
})

test.each(notices.filter(({ name }) => name !== 'plan-with-cover' && name !== 'attach-sub'))('$name: with tables set by tabs', ({ name, text }) => {
  const body = text.split('\n').map(inTabs).join('')
  expect(withoutHeads(summaryOf(recogniseItems(items(body))))).toEqual(withoutHeads(expected[name]))
})
