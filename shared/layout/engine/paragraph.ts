/** One paragraph as lines: broken, aligned, every character at its place within the column. */
import type { FlowLine } from '../flow.ts'
import type { LineStyle } from '../print.ts'
import { gapBetween } from '../text-width.ts'
import type { FontSlot } from '../slots.ts'
import type { PlacedRun } from '../page.ts'
import { advanceOf, BASELINE, slotOf, type Setting } from './setting.ts'

/** A line of a paragraph. Distances in twips from the column's left edge and from the line's top. */
export interface SetLine {
  readonly height: number
  readonly baseline: number
  readonly runs: readonly PlacedRun[]
  /** Which UTF-16 units of the paragraph's printed text stand in it. */
  readonly from: number
  readonly to: number
}

interface Glyph {
  readonly char: string
  readonly slot: FontSlot
  readonly advance: number
}

/** Lines of a paragraph in a column of `width` twips. At least one, also without any text. */
export function setParagraph(flow: FlowLine, style: LineStyle, width: number, setting: Setting): readonly SetLine[] {
  const glyphs = glyphsOf(flow, style, setting)
  const em = style.size * 20 + (style.spacing ?? 0)
  const left = flow.left ?? 0
  const first = flow.hanging === undefined ? left + style.indent * em : left - flow.hanging
  const right = width - (flow.right ?? 0)
  const lines: Glyph[][] = [[]]
  let x = first
  for (const glyph of glyphs) {
    if (glyph.char === '\n' || x + glyph.advance > right + 1) {
      lines.push(glyph.char === '\n' ? [] : [glyph])
      x = left + (glyph.char === '\n' ? 0 : glyph.advance)
      continue
    }
    lines.at(-1)?.push(glyph)
    x += glyph.advance
  }
  const height = style.line ?? style.size * 26
  let from = 0
  return lines.map((line, at) => {
    const start = at === 0 ? first : left
    const length = line.reduce((sum, { char }) => sum + char.length, 0)
    const wide = line.reduce((sum, { advance }) => sum + advance, 0)
    const x = style.align === 'center' ? start + (right - start - wide) / 2 : style.align === 'right' ? right - wide : start
    const set = { height, baseline: height * BASELINE, runs: runsOf(line, x, style.size), from, to: from + length }
    from += length
    return set
  })
}

function glyphsOf(flow: FlowLine, style: LineStyle, { print, metrics }: Setting): readonly Glyph[] {
  const glyphs: Glyph[] = []
  const gap = print.look.latinGap ? 0.2 * style.size * 20 : 0
  let before = ''
  for (const span of flow.spans) {
    const slot = span.slot ?? style.slot
    for (const char of span.text) {
      const last = glyphs.pop()
      if (last) glyphs.push({ ...last, advance: last.advance + gapBetween(before, char, gap) })
      glyphs.push({ char, slot: slotOf(char, slot), advance: advanceOf(char, slot, style.size, metrics) + (style.spacing ?? 0) })
      before = char
    }
  }
  return glyphs
}

function runsOf(line: readonly Glyph[], x: number, size: number): readonly PlacedRun[] {
  const runs: { text: string; x: number; slot: FontSlot; size: number; advances: number[] }[] = []
  let at = x
  for (const { char, slot, advance } of line) {
    const last = runs.at(-1)
    if (last?.slot === slot) {
      last.text += char
      last.advances.push(advance)
    } else runs.push({ text: char, x: at, slot, size, advances: [advance] })
    at += advance
  }
  return runs
}
