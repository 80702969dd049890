/** Fills pages, section by section: columns one after the other, tables across, a new page where nothing fits any more. */
import type { FlowLine, FlowSection, FlowTable } from '../flow.ts'
import { lineLength } from '../flow.ts'
import type { Mark, Page } from '../page.ts'
import { setParagraph } from './paragraph.ts'
import type { Setting } from './setting.ts'
import { moved, setTable, takeRows, type TableRest } from './table.ts'

/** Makes the pages of one description. */
export class PageMaker {
  readonly #setting: Setting
  readonly #pages: { page: Page; marks: Mark[] }[] = []
  #column = 0
  #y = 0
  #top = 0
  #section: FlowSection | undefined

  constructor(setting: Setting) {
    this.#setting = setting
  }

  addSection(section: FlowSection): void {
    const before = this.#section
    this.#section = section
    if (before?.landscape !== section.landscape || section.newPage === true) this.#newPage()
    this.#top = this.#y
    this.#column = 0
    for (const item of section.items) {
      if (item.kind === 'table') this.#table(item)
      else this.#line(item)
    }
  }

  pages(): readonly Page[] {
    return this.#pages.map(({ page, marks }) => ({ ...page, marks }))
  }

  #newPage(): void {
    const { look, firstPage } = this.#setting.print
    const landscape = this.#section?.landscape === true
    const { width, height, top, bottom, left, right } = look.page
    const page = landscape
      ? { width: height, height: width, frame: { x: bottom, y: left, width: height - top - bottom, height: width - left - right } }
      : { width, height, frame: { x: left, y: top, width: width - left - right, height: height - top - bottom } }
    this.#pages.push({ page: { ...page, landscape, number: firstPage + this.#pages.length, marks: [] }, marks: [] })
    this.#column = 0
    this.#y = 0
    this.#top = 0
  }

  #room(): number {
    return (this.#pages.at(-1)?.page.frame.height ?? 0) - this.#y
  }

  #nextColumn(): void {
    if (this.#column + 1 < (this.#section?.columns ?? 1)) {
      this.#column += 1
      this.#y = this.#top
    } else this.#newPage()
  }

  #put(mark: Mark): void {
    const here = this.#pages.at(-1)
    if (!here || !this.#section) return
    const x = here.page.frame.x + this.#column * (lineLength(this.#setting.print.look, this.#section) + this.#setting.print.look.columns.gap)
    here.marks.push(moved(mark, x, here.page.frame.y + this.#y))
  }

  #line(flow: FlowLine): void {
    const style = this.#setting.print.styles[flow.line]
    const width = this.#section ? lineLength(this.#setting.print.look, this.#section) : 0
    this.#y += flow.before ?? style.before
    if (flow.image) {
      const { width: wide, height, sha256, mediaType, alt } = flow.image
      if (this.#room() < height) this.#nextColumn()
      this.#put({ kind: 'image', x: (width - wide) / 2, y: 0, width: wide, height, sha256, mediaType, ...(alt === undefined ? {} : { alt }) })
      this.#y += height
    } else
      for (const line of setParagraph(flow, style, width, this.#setting)) {
        if (this.#room() < line.height) this.#nextColumn()
        const { runs, height, baseline, from, to } = line
        this.#put({
          kind: 'line', role: flow.line, x: 0, y: 0, width, height, baseline, runs, column: this.#column,
          ...(style.color ? { color: style.color } : {}), ...(flow.source ? { source: { id: flow.source, from, to } } : {}),
        })
        this.#y += height
      }
    this.#y += flow.after ?? style.after
  }

  #table(flow: FlowTable): void {
    const table = setTable(flow, this.#setting)
    let rest: TableRest | undefined
    do {
      const taken = takeRows(table, rest, this.#room(), this.#y === 0)
      for (const mark of taken.marks) this.#put(mark)
      this.#y += taken.height
      rest = taken.rest
      if (rest) this.#newPage()
    } while (rest)
    this.#top = this.#y
  }
}
