/** From paper to text and back, on pages of any document. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makeRow, makeTable } from '../../shared/document/build.ts'
import { blocksOf, isTextBlock } from '../../shared/document/text.ts'
import type { Document, Inline } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import { gazettePrint } from '../../shared/layout/gazette-print.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import type { Page, PlacedLine } from '../../shared/layout/page.ts'
import { lineAt, lineOfText, linesOf, textAt, wordsOf } from '../../shared/layout/places.ts'
import { printedLine } from '../../shared/layout/printable.ts'
import type { Id } from '../../shared/lib/id.ts'
import { template } from '../docx/template.ts'
import { anyDocument } from '../editor/documents.ts'

const pagesOf = (document: Document): readonly Page[] => layOut(gazettePrint(document, template, { gazetteName: '河湾县人民政府公报', issue: '', section: '' }), FALLBACK_METRICS).pages

const own = (children: readonly Inline[]): string => printedLine(children).replace(/\n/g, '')

/** Title, paragraphs, headings and the like with their own words. */
function textsOf(document: Document): readonly { readonly id: Id; readonly words: string }[] {
  return document.parts.flatMap((part) => {
    const blocks = blocksOf(part).filter(isTextBlock).map(({ id, children }) => ({ id, words: own(children) }))
    if (part.type === 'title' || part.type === 'recipients' || part.type === 'note') return [{ id: part.id, words: own(part.children) }]
    return part.type === 'printed' || part.type === 'attachment' ? [{ id: part.children[0].id, words: own(part.children[0].children) }, ...blocks] : blocks
  })
}

/** The middle of a character of a line. */
function middleOf(line: PlacedLine, unit: number): number {
  let units = 0
  for (const run of line.runs) {
    let x = run.x
    for (const [at, char] of Array.from(run.text).entries()) {
      const advance = run.advances[at] ?? 0
      if (units === unit) return x + advance / 2 - 1
      units += char.length
      x += advance
    }
  }
  throw new Error(`no character ${unit}`)
}

/** The width of a character of a line. */
function widthOf({ runs }: PlacedLine, unit: number): number {
  const advances = runs.flatMap((run) => Array.from(run.text).flatMap((char, at) => Array.from({ length: char.length }, () => run.advances[at] ?? 0)))
  return advances[unit] ?? 0
}

test('each character of a text stands in one line, and a click on it leads back to it', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const pages = pagesOf(document)
      for (const { id, words } of textsOf(document)) {
        const lines = linesOf(pages, id)
        const printed = lines.map(({ line }) => wordsOf(line)).join('')
        // An empty one is not printed.
        if (words === '' || printed === '') continue
        expect(printed).toContain(words)
        const begin = printed.lastIndexOf(words)
        for (let offset = 0; offset < words.length; offset += 1) {
          const found = lineOfText(lines, words, offset)
          const before = lines.slice(0, lines.findIndex(({ line }) => line === found?.line)).reduce((sum, { line }) => sum + wordsOf(line).length, 0)
          const unit = begin + offset - before
          expect(wordsOf(found!.line)[unit]).toBe(words[offset])
          // Blanks that a line's end swallows have no width to click on.
          if (widthOf(found!.line, unit) > 0) expect(textAt(lines, found!.line, middleOf(found!.line, unit), words)).toBe(offset)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a click on the number of a heading means its begin, and one behind the last character its end', () => {
  const heading = makeHeading(1, '总体要求')
  const pages = pagesOf(makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '通知'), makeBody([heading])]))
  const lines = linesOf(pages, heading.id)
  const [{ line } = lines[0]!] = lines
  expect(wordsOf(line)).toBe('一、总体要求')
  expect(textAt(lines, line, line.x, '总体要求')).toBe(0)
  expect(textAt(lines, line, line.x + line.width, '总体要求')).toBe(4)
  expect(lineAt(pages[0]!, line.x + line.width - 1, line.y + 1, 0)).toBe(line)
})

test('beside the lines a point means the nearest one within reach, and none beyond', () => {
  const paragraph = makeParagraph('各乡镇要落实责任。')
  const [page] = pagesOf(makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '通知'), makeBody([paragraph])]))
  const { line } = linesOf([page!], paragraph.id)[0]!
  const under = line.y + line.height
  expect(lineAt(page!, line.x + 10, under + 90, 100)?.source?.id).toBe(paragraph.id)
  expect(lineAt(page!, line.x + 10, under + 110, 100)).toBeUndefined()
})

test('rows that repeat on each page are one text', () => {
  const head = makeCell('乡镇')
  const rows = [makeRow([head, makeCell('任务')]), ...Array.from({ length: 120 }, (_, at) => makeRow([makeCell(`第${at + 1}村`), makeCell('巡查')]))]
  const pages = pagesOf(makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '通知'), makeBody([makeTable(rows)])]))
  expect(pages.length).toBeGreaterThan(1)
  const ids = new Set(pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'line' && mark.source && wordsOf(mark) === '乡镇' ? [mark.source.id] : []))))
  for (const id of ids) expect(linesOf(pages, id).map(({ page }) => page)).toEqual([0])
})
