/** Lines as operators of a page's content: one showing of text for each stretch in one font, with what its characters stand apart. */
import type { PlacedLine, PlacedRule } from '../../shared/layout/page.ts'
import type { FontBook, UsedFace } from './font-book.ts'

/** A stretch of a run in one face: `codes` and adjustments, as `TJ` takes them. */
interface Stretch {
  readonly face: UsedFace
  /** Twips along the line. */
  readonly x: number
  shown: string
  open: boolean
  /** Where the next glyph stands by itself, in thousandths of an em from `x`. */
  cursor: number
}

/** Operators that draw a line; `used` is told the faces that it needs. */
export function lineContent(line: PlacedLine, book: FontBook, used: (face: UsedFace) => void): string {
  const parts: string[] = []
  for (const run of line.runs) {
    for (const stretch of stretches(run, book)) {
      used(stretch.face)
      const shown = stretch.open ? `${stretch.shown}>` : stretch.shown
      parts.push(`/${stretch.face.name} ${short(run.size)} Tf ${matrix(line, stretch.x)} Tm [${shown}] TJ`)
    }
  }
  if (parts.length === 0) return ''
  const text = `BT ${parts.join('\n')} ET`
  return line.color ? `q ${COLORS[line.color]} rg ${text} Q` : text
}

/** Operators that draw a rule. Those of tables reach into the corner where they meet. */
export function ruleContent({ x, y, x2, y2, width, color, role }: PlacedRule): string {
  const cap = role === 'table' ? '2 J ' : ''
  const stroke = color ? `${COLORS[color]} RG ` : ''
  return `q ${cap}${stroke}${pt(width)} w ${pt(x)} ${pt(y)} m ${pt(x2)} ${pt(y2)} l S Q`
}

/** CMYK 0/80/80/0 on a screen, as in the Word file. */
const COLORS = { red: '1 0.2 0.2' } as const

function stretches({ text, x, slot, size, advances }: PlacedLine['runs'][number], book: FontBook): readonly Stretch[] {
  const found: Stretch[] = []
  const unit = size / 50 // twips in a thousandth of an em
  let at = x
  let index = 0
  for (const char of text) {
    const { face, glyph } = book.pick(slot, char)
    let stretch = found.at(-1)
    if (stretch?.face !== face) {
      stretch = { face, x: at, shown: '', open: false, cursor: 0 }
      found.push(stretch)
    }
    const wanted = (at - stretch.x) / unit
    const apart = Math.round(stretch.cursor - wanted)
    if (apart !== 0) {
      stretch.shown += `${stretch.open ? '>' : ''}${apart}`
      stretch.open = false
      stretch.cursor -= apart
    }
    stretch.shown += stretch.open ? glyph.code : `<${glyph.code}`
    stretch.open = true
    stretch.cursor += glyph.width
    at += advances[index] ?? 0
    index += 1
  }
  return found
}

/** The text's own axes: the page's y runs down, so the text's is turned over. A turned line reads from top to bottom. */
function matrix({ x, y, baseline, turned }: PlacedLine, at: number): string {
  if (turned) return `0 1 1 0 ${pt(x - (baseline - y))} ${pt(y + (at - x))}`
  return `1 0 0 -1 ${pt(at)} ${pt(baseline)}`
}

/** Twips as points, in the digits of a PDF. */
export function pt(twips: number): string {
  return short(twips / 20)
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
