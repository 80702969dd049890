/** Makes pages of a description, section by section: each goes on where the one before ended, or begins a new page. */
import { lineLength, type FlowSection } from '../flow.ts'
import type { Mark, Page, PlacedLine } from '../page.ts'
import { balanceColumns, endColumns, fillColumns, type FilledColumns } from './columns.ts'
import { setEndBlock } from './end-block.ts'
import { START, type Cursor, type Piece } from './fill.ts'
import { bound, linesArea, paperOf } from './frames.ts'
import { furniture } from './furniture.ts'
import type { LineRule } from '../print.ts'
import type { Setting } from './setting.ts'
import { moved } from './moved.ts'
import { unitsOf, type Unit } from './units.ts'

interface Open {
  readonly page: Page
  readonly marks: Mark[]
}

/** The pages of one description, as they fill. */
export class PageMaker {
  readonly #setting: Setting
  readonly #pages: Open[] = []
  /** Down to what the page is used, and what the last line keeps free below it. */
  #y = 0
  #after = 0
  #section: FlowSection | undefined

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** `next` is the section that follows, which decides whether the columns of this one are balanced. */
  add(section: FlowSection, next: FlowSection | undefined): void {
    const before = this.#section
    this.#section = section
    const begins = before?.landscape !== section.landscape || section.newPage === true
    if (begins) this.#newPage()
    const width = lineLength(this.#setting.print.look, section)
    const units = unitsOf(section.items, width, this.#setting)
    const isBalanced = section.columns > 1 && next?.landscape === section.landscape && next.newPage !== true
    const isLast = section.columns > 1 && !next && !begins
    let cursor: Cursor | undefined = units.length > 0 ? START : undefined
    while (cursor) {
      const fill = isBalanced ? balanceColumns : isLast && cursor === START ? endColumns : fillColumns
      const filled: FilledColumns = fill(units, cursor, section.columns, {
        room: this.#lines().height - this.#y,
        isWhole: this.#y === 0,
        // LibreOffice: above the first line of a page only where the page was asked for.
        spaceAbove: (begins && cursor === START) || (section.columns === 1 && this.#y > 0),
        above: section.columns > 1 && cursor === START && this.#y > 0 ? Math.max(this.#after, beforeFirst(units)) : this.#after,
      }, this.#setting.print.look.linePitch)
      this.#put(filled, width)
      cursor = filled.next
      if (cursor) this.#newPage()
    }
  }

  /** All pages, with the 版记 on the last one and what stands in their margins. */
  done(): readonly Page[] {
    this.#endBlock()
    const { look } = this.#setting.print
    return this.#pages.map(({ page, marks }) => bound({ ...page, marks: [...marks, ...furniture(page, this.#pages.length, this.#setting)] }, look))
  }

  /** At the foot of the last page; where the text reaches into it, a page more. */
  #endBlock(): void {
    const { end } = this.#setting.print
    if (!end) return
    const { width, height, y: top } = this.#frame()
    const block = setEndBlock(end, width, this.#setting)
    if (this.#lines().y - top + this.#y + block.room > height) this.#newPage()
    const { x, y } = this.#frame()
    for (const mark of block.marks) this.#pages.at(-1)?.marks.push(moved(mark, x, y + height - block.height))
  }

  /** Where lines of the text stand. */
  #lines(): Page['frame'] {
    return linesArea(this.#setting.print, this.#frame())
  }

  #frame(): Page['frame'] {
    return (this.#pages.at(-1) ?? this.#newPage()).page.frame
  }

  #newPage(): Open {
    const { look, firstPage } = this.#setting.print
    const open: Open = { page: { ...paperOf(look, { landscape: this.#section?.landscape === true }), number: firstPage + this.#pages.length, marks: [] }, marks: [] }
    this.#pages.push(open)
    this.#y = 0
    this.#after = 0
    return open
  }

  #put({ columns, height, after }: FilledColumns, width: number): void {
    const frame = this.#lines()
    const marks = this.#pages.at(-1)?.marks
    columns.forEach(({ pieces }, column) => {
      const x = frame.x + column * (width + this.#setting.print.look.columns.gap)
      for (const piece of pieces) marks?.push(...this.#marksOf(piece, { x, y: frame.y + this.#y, width, column }))
    })
    this.#y += height
    this.#after = after
  }

  #marksOf(piece: Piece, { x, y, width, column }: { readonly x: number; readonly y: number; readonly width: number; readonly column: number }): readonly Mark[] {
    if (piece.kind === 'rows') return piece.marks.map((mark) => moved(mark, x, y + piece.y))
    const { flow, lines } = piece.unit
    const { offset = 0 } = flow
    const style = this.#setting.print.styles[flow.line]
    let top = y + piece.y
    if (flow.image) {
      const { width: wide, height, sha256, mediaType, alt } = flow.image
      return [{ kind: 'image', x: x + (width - wide) / 2, y: top, width: wide, height, sha256, mediaType, ...(alt === undefined ? {} : { alt }), ...(flow.source ? { source: flow.source } : {}) }]
    }
    const marks = lines.slice(piece.from, piece.to).map((line, at): Mark => {
      const { height, baseline, runs, from, to } = line
      const placed: PlacedLine = {
        kind: 'line', role: flow.line, x, y: top, width, height, baseline: top + baseline, column,
        runs: runs.map((run) => ({ ...run, x: run.x + x })),
        ...(style.color ? { color: style.color } : {}),
        ...(flow.source ? { source: { id: flow.source, from: offset + from, to: offset + to } } : {}),
        ...(style.outline !== undefined && piece.from + at === 0 ? { outline: style.outline } : {}),
      }
      top += height
      return placed
    })
    return style.rule && piece.to === lines.length ? [...marks, ruleBelow(style.rule, { x, y: top, width })] : marks
  }
}

/** What stands free above the first line of a block of columns, above all of them. */
function beforeFirst([first]: readonly Unit[]): number {
  return first?.kind === 'lines' ? first.before : 0
}

/** The rule that ends at `y`. */
function ruleBelow({ width: thickness, color }: LineRule, { x, y, width }: { readonly x: number; readonly y: number; readonly width: number }): Mark {
  const middle = y - thickness / 2
  return { kind: 'rule', role: 'redLine', x, y: middle, x2: x + width, y2: middle, width: thickness, ...(color ? { color } : {}) }
}
