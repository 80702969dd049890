/** The book on paper: nothing is lost, the heads stand on each page, and each page says which it is of how many. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookPrint } from '../../shared/layout/book-print.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { Page, PlacedLine } from '../../shared/layout/page.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import type { Book, BookEntry } from '../../shared/register/book-columns.ts'
import { BOOK_FIELDS, type BookFields } from '../../shared/register/entry.ts'
import { template } from '../docx/template.ts'

const linesOf = ({ marks }: Page, role?: PlacedLine['role']): readonly PlacedLine[] => marks.flatMap((mark) => (mark.kind === 'line' && (role === undefined || mark.role === role) ? [mark] : []))
const textOf = (line: PlacedLine): string => line.runs.map(({ text }) => text).join('')
const letters = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '')
const pagesOf = (book: Book): readonly Page[] => layOut(bookPrint(book, '河湾县人民政府办公室', template), FALLBACK_METRICS).pages

const words = fc.constantFrom('', '关于做好防汛工作的通知', '各乡镇人民政府，县直各有关单位', '2024年5月8日', '林禾', '85', '与10号重复', 'ABC 12', '长'.repeat(120))
const fields = fc.record(Object.fromEntries(BOOK_FIELDS.map((field) => [field, words])) as Record<keyof BookFields, typeof words>)
const entry = fc.record({ look: fc.constantFrom<BookEntry['look']>('plain', 'gap', 'void'), status: fc.constantFrom('已印发', '缺号', '作废'), explanation: words, fields })
const books = fc.array(entry, { minLength: 1, maxLength: 40 }).map((entries): Book => ({ name: '河政办发〔2024〕', about: '办公室发文', entries: entries.map((one, at) => ({ ...one, serial: at + 1, printed: `河政办发〔2024〕${at + 1}号` })) }))

test('every text of every number stands once, in its order, between the margins', () => {
  fc.assert(
    fc.property(books, (book) => {
      const pages = pagesOf(book)
      const cells = pages.map((page) => letters(linesOf(page, 'cell').map(textOf)))
      const head = '顺序号发文字号成文日期密级标题主送份数签发人拟稿人状态归卷备注'
      expect(cells.every((text) => text.startsWith(head))).toBe(true)
      const sorted = (text: string): string => Array.from(text).sort().join('')
      const wanted = book.entries.map(({ serial, printed, status, explanation, fields: own }) => letters([String(serial), printed, status, explanation, explanation !== '' && own.remarks !== '' ? '；' : '', ...Object.values(own)]))
      expect(sorted(cells.map((text) => text.slice(head.length)).join(''))).toBe(sorted(wanted.join('')))
      const right = ({ x, advances }: PlacedLine['runs'][number]): number => x + advances.reduce((sum, one) => sum + one, 0)
      const isInside = ({ frame, width, height }: Page, line: PlacedLine): boolean => width > height && line.y + line.height <= height && line.runs.every((run) => right(run) <= frame.x + frame.width + 1)
      expect(pages.flatMap((page) => linesOf(page).filter((line) => !isInside(page, line)).map(textOf))).toEqual([])
    }),
    { numRuns: 10 },
  )
})

test('each page says whose book it is, of what, and which page of how many', () => {
  const entries = Array.from({ length: 30 }, (_, at): BookEntry => ({ serial: at + 1, printed: `河政办发〔2024〕${at + 1}号`, look: at === 3 ? 'gap' : at === 4 ? 'void' : 'plain', status: '已印发', explanation: '', fields: EMPTY_BOOK }))
  const pages = pagesOf({ name: '河政办发〔2024〕', about: '', entries })
  expect(pages.length).toBeGreaterThan(1)
  pages.forEach((page, at) => {
    expect(linesOf(page, 'pageNumber').map(textOf)).toEqual([`第 ${at + 1} 页 共 ${pages.length} 页`])
    expect(linesOf(page, 'runningHead').map(textOf)).toEqual(['河湾县人民政府办公室', '河政办发〔2024〕'])
  })
  expect(linesOf(pages[0]!, 'tableUnit').map(textOf)).toEqual(['共 30 号，其中作废 1 号、缺号 1 号'])
  expect(pages.flatMap((page) => linesOf(page, 'title').map(textOf))).toEqual(['发文登记簿'])
  // The reader's list of bookmarks.
  expect(pages.flatMap((page) => linesOf(page).flatMap((line) => (line.outline === undefined ? [] : [textOf(line)])))).toEqual(['河政办发〔2024〕'])
})
