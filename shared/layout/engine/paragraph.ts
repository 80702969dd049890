/** One paragraph as lines: broken, aligned, every character at its place within the column. */
import type { FlowLine } from '../flow.ts'
import type { PlacedRun } from '../page.ts'
import type { LineStyle } from '../print.ts'
import { FONT_SLOTS } from '../slots.ts'
import { isPair } from './break-places.ts'
import { stretch } from './justify.ts'
import { breakLines, type BreakOptions, type BrokenLine } from './line-breaker.ts'
import { prepare, type Prepared } from './prepared.ts'
import { BASELINE, type Setting } from './setting.ts'

/** A line of a paragraph. Distances in twips from the column's left edge and from the line's top. */
export interface SetLine {
  readonly height: number
  readonly baseline: number
  /**
   * Blanks that the end of a line swallows are in the last run with no width, so that the texts of all runs are that of the paragraph
   * without its line breaks; a tab is a space as wide as the tab.
   */
  readonly runs: readonly PlacedRun[]
  /** Which UTF-16 units of the paragraph's printed text stand in it, without the line break that ends it. */
  readonly from: number
  readonly to: number
}

/** Lines of a paragraph in a column of `width` twips. At least one, also without any text. */
export function setParagraph(flow: FlowLine, style: LineStyle, width: number, setting: Setting): readonly SetLine[] {
  const prepared = prepare(flow, style, setting)
  const options = optionsOf(flow, style, width, setting)
  const height = flow.pitch ?? style.line ?? style.size * 26
  const { text } = prepared
  return breakLines(prepared, options).map((line) => {
    const to = line.to > line.drawn && text.charCodeAt(line.to - 1) === LINE_BREAK ? line.to - 1 : line.to
    return { height, baseline: height * BASELINE, runs: runsOf(line, to, prepared, style, options), from: line.from, to }
  })
}

const LINE_BREAK = 0x0a

function optionsOf(flow: FlowLine, style: LineStyle, width: number, { print, inCell }: Setting): BreakOptions {
  const em = style.size * 20
  const spacing = style.spacing ?? 0
  const left = flow.left ?? 0
  return {
    // A character of the indent is as wide as one of the text, with its spacing.
    first: flow.hanging === undefined ? left + style.indent * (em + spacing) : left - flow.hanging,
    left,
    right: width - (flow.right ?? 0),
    // LibreOffice sets a fifth of the font's height, in whole twips.
    gap: print.look.latinGap ? Math.floor(em / 5) : 0,
    spacing,
    hanging: print.look.hanging === true && inCell !== true,
    dropsBlanks: style.align === 'center' || style.align === 'right',
    keepsBlanks: style.align === 'left',
    tabs: flow.tabs ?? [],
  }
}

interface Run {
  text: string
  readonly x: number
  readonly slot: PlacedRun['slot']
  readonly size: number
  readonly advances: number[]
}

/** The runs of a line: characters of one font at their places. */
function runsOf(line: BrokenLine, to: number, prepared: Prepared, style: LineStyle, { right, spacing }: BreakOptions): readonly PlacedRun[] {
  const { text, widths, slots } = prepared
  const lack = right - line.end
  const shift = style.align === 'center' ? lack / 2 : style.align === 'right' ? lack : 0
  const added = style.align === 'both' && !line.isLast ? stretch(line, prepared, lack) : undefined
  const runs: Run[] = []
  let run: Run | undefined
  let moved = shift
  const put = (at: number, x: number, advance: number): void => {
    const slot = FONT_SLOTS[slots[at] ?? 0] ?? style.slot
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (run?.slot !== slot) {
      run = { text: '', x, slot, size: style.size, advances: [] }
      runs.push(run)
    }
    run.text += char === '\t' ? ' ' : char
    run.advances.push(advance)
  }
  for (const portion of line.portions) {
    let x = portion.x + moved
    const start = moved
    for (let at = portion.from; at < portion.to; at += isPair(text, at) ? 2 : 1) {
      const next = at + (isPair(text, at) ? 2 : 1)
      const extra = added?.[at - line.from] ?? 0
      moved += extra
      const advance = next >= portion.to ? portion.x + start + portion.width + portion.gap + (moved - start) - x : (widths[at] ?? 0) + spacing + extra
      put(at, x, advance)
      x += advance
    }
  }
  let x = line.end + moved
  for (let at = Math.max(line.hang, line.portions.at(-1)?.to ?? line.from); at < to; at += isPair(text, at) ? 2 : 1) {
    const advance = at < line.drawn ? (widths[at] ?? 0) : 0
    put(at, x, advance)
    x += advance
  }
  return runs
}
