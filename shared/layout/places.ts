/** From a place on the page to the text that it was made of, and back. A text's own words are what is printed of it without its number and line breaks. */
import type { Id } from '../lib/id.ts'
import type { Page, PlacedLine } from './page.ts'

/** A line and the page that it stands on, by its place among the pages. */
export interface FoundLine {
  readonly page: number
  readonly line: PlacedLine
}

/** The words of a line as they stand on paper. */
export function wordsOf({ runs }: PlacedLine): string {
  return runs.map(({ text }) => text).join('')
}

/** The lines of a source in reading order, each once: header rows stand on every page of their table. */
export function linesOf(pages: readonly Page[], id: Id): readonly FoundLine[] {
  const found: FoundLine[] = []
  const known = new Set<string>()
  for (const [page, { marks }] of pages.entries()) {
    const fresh: string[] = []
    for (const line of marks) {
      if (line.kind !== 'line' || line.source?.id !== id) continue
      const key = `${line.source.from} ${wordsOf(line)}`
      if (known.has(key)) continue
      fresh.push(key)
      found.push({ page, line })
    }
    // Two lines of one page that say the same are two lines.
    for (const key of fresh) known.add(key)
  }
  return found
}

/** The line that shows the character at `offset` of a source's own words; undefined where nothing of it is on paper. */
export function lineOfText(lines: readonly FoundLine[], own: string, offset: number): FoundLine | undefined {
  const at = startOf(lines, own) + Math.min(offset, Math.max(0, own.length - 1))
  let end = 0
  return lines.find(({ line }) => (end += wordsOf(line).length) > at) ?? lines.at(-1)
}

/** Which character of its source's own words stands at `x` of a line; one in the number or the brackets round them counts as the nearest. */
export function textAt(lines: readonly FoundLine[], line: PlacedLine, x: number, own: string): number {
  let before = 0
  for (const one of lines) {
    if (one.line === line) break
    before += wordsOf(one.line).length
  }
  return Math.min(own.length, Math.max(0, before + charAt(line, x) - startOf(lines, own)))
}

/** Where in what is printed the own words begin: behind the number, before a colon or a bracket. */
function startOf(lines: readonly FoundLine[], own: string): number {
  return Math.max(0, lines.map(({ line }) => wordsOf(line)).join('').lastIndexOf(own))
}

/** UTF-16 units of a line before `x`; a character that is hit in its right half counts. */
function charAt({ runs }: PlacedLine, x: number): number {
  let units = 0
  for (const run of runs) {
    let left = run.x
    for (const [at, char] of Array.from(run.text).entries()) {
      const advance = run.advances[at] ?? 0
      if (x < left + advance / 2) return units
      left += advance
      units += char.length
    }
  }
  return units
}

/** The line of a page that a point means: the one it lies in, or the nearest within `reach` twips. Only lines that were made of a text. */
export function lineAt({ marks }: Page, x: number, y: number, reach: number): PlacedLine | undefined {
  let nearest: PlacedLine | undefined
  let least = reach
  for (const mark of marks) {
    if (mark.kind !== 'line' || !mark.source || mark.turned) continue
    const distance = Math.hypot(outside(x, mark.x, mark.x + mark.width), outside(y, mark.y, mark.y + mark.height))
    if (distance === 0) return mark
    if (distance < least) [nearest, least] = [mark, distance]
  }
  return nearest
}

function outside(value: number, from: number, to: number): number {
  return Math.max(from - value, 0, value - to)
}
