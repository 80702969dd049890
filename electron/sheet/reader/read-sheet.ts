/** Reads one sheet (xl/worksheets/sheet1.xml): what its cells show, which are merged, what is hidden. */
import { elements, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import type { Zip } from '../../ooxml/zip.ts'
import { CellReader, type Findings, type Shared, type Shown } from './cells.ts'
import { SHEET_FAULTS } from './fault.ts'
import { MOST_MERGES, MOST_ROWS } from './limits.ts'
import { parseArea, parsePlace, type Area } from './places.ts'
import { isYes, readPart } from './xml.ts'

/** A sheet as it is stored. Rows and columns count from 0. */
export interface RawSheet {
  /** By row, then by column; only cells that show a text or lines. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Shown>>
  readonly merges: readonly Area[]
  readonly hiddenRows: ReadonlySet<number>
  /** How many of them have a text. */
  readonly hiddenTexts: number
  readonly hiddenColumns: ReadonlySet<number>
  /** Only of columns that have one of their own. */
  readonly widths: ReadonlyMap<number, number>
  readonly usualWidth: number
  /** What was met that is no text: formulas without a result, pictures … */
  readonly findings: Findings
}

/** Width of a column that nothing is said of, in characters (ECMA-376, 18.3.1.13). */
const USUAL_WIDTH = 8.43
/** More columns than a sheet can have (XFD) are a fault of the file. */
const LAST_COLUMN = 16_383

/** Reads the sheet in `part`. Throws a fault where more than `mostRows` rows show a text: by itself, more than a table can have. */
export function readSheet(zip: Zip, part: string, shared: Shared, mostRows = MOST_ROWS): RawSheet {
  const reader = new SheetReader(shared, mostRows)
  if (!readPart(zip, part, ['x:worksheet', 'x:sheetData'], (node) => reader.take(node))) throw SHEET_FAULTS.damaged(`没有 ${part}`)
  return reader.sheet
}

class SheetReader {
  readonly #cells = new Map<number, ReadonlyMap<number, Shown>>()
  readonly #merges: Area[] = []
  readonly #hiddenRows = new Set<number>()
  readonly #hiddenColumns = new Set<number>()
  readonly #widths = new Map<number, number>()
  readonly #findings: Findings = { formulas: 0, errors: 0, formats: 0, tooLong: 0, pictures: 0, comments: 0 }
  readonly #shared: Shared
  readonly #mostRows: number
  #reader: CellReader
  #usualWidth = USUAL_WIDTH
  #row = -1
  /** Columns that something was said of. */
  #columns = 0
  /** The first row that shows a text; -1 before it. */
  #first = -1
  /** Rows from there on that are hidden. */
  #hidden = 0
  #hiddenTexts = 0

  constructor(shared: Shared, mostRows: number) {
    this.#shared = shared
    this.#mostRows = mostRows
    this.#reader = new CellReader(shared, this.#findings, true)
  }

  get sheet(): RawSheet {
    return {
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenTexts: this.#hiddenTexts,
      hiddenColumns: this.#hiddenColumns,
      widths: this.#widths,
      usualWidth: this.#usualWidth,
      findings: this.#findings,
    }
  }

  take(node: XmlNode): void {
    switch (node.name) {
      case 'x:sheetViews':
        if (elements(node).some(({ attributes }) => ['0', 'false'].includes(attributes.showZeros ?? '1'))) this.#reader = new CellReader(this.#shared, this.#findings, false)
        return
      case 'x:sheetFormatPr':
        this.#usualWidth = positive(node.attributes.defaultColWidth) ?? USUAL_WIDTH
        return
      case 'x:cols':
        for (const column of elements(node)) this.#takeColumn(column)
        return
      case 'x:row':
        this.#takeRow(node)
        return
      case 'x:mergeCells':
        this.#takeMerges(elements(node))
        return
      case 'x:drawing':
      case 'x:picture':
        this.#findings.pictures += 1
        return
      case 'x:legacyDrawing':
        this.#findings.comments += 1
        return
      default:
    }
  }

  #takeColumn({ attributes: { min, max, width, hidden, customWidth } }: XmlNode): void {
    const [from, to] = [wholeNumber(min, 1, LAST_COLUMN + 1), wholeNumber(max, 1, LAST_COLUMN + 1)]
    if (from === undefined || to === undefined) return
    // More than there can be would be counted without end.
    this.#columns += to - from + 1
    if (this.#columns > 2 * LAST_COLUMN) throw SHEET_FAULTS.damaged('列宽的说明有错')
    const wide = positive(width)
    for (let column = from - 1; column < to; column++) {
      if (isYes(hidden) || width === '0') this.#hiddenColumns.add(column)
      else if (isYes(customWidth) && wide !== null) this.#widths.set(column, wide)
    }
  }

  #takeMerges(nodes: readonly XmlNode[]): void {
    if (nodes.length > MOST_MERGES) throw SHEET_FAULTS.oversized('合并的单元格太多')
    this.#merges.push(...nodes.flatMap(({ attributes }) => parseArea(attributes.ref ?? '') ?? []))
  }

  #takeRow(node: XmlNode): void {
    const { r, hidden, ht } = node.attributes
    const at = wholeNumber(r, 1, 1_048_576)
    this.#row = at === undefined ? this.#row + 1 : at - 1
    const cells = new Map<number, Shown>()
    let column = -1
    for (const cell of elements(node)) {
      if (cell.name !== 'x:c') continue
      column = parsePlace(cell.attributes.r ?? '')?.column ?? column + 1
      const shown = this.#reader.read(cell)
      if (shown) cells.set(column, shown)
    }
    const isHidden = isYes(hidden) || ht === '0'
    if (isHidden) this.#hiddenRows.add(this.#row)
    if (isHidden && this.#first >= 0) this.#hidden += 1
    if (cells.size > 0) this.#keep(cells, isHidden)
  }

  /** Rows of lines alone are kept as far as there may be text below them; hidden ones as a merge may begin in them. */
  #keep(cells: ReadonlyMap<number, Shown>, isHidden: boolean): void {
    const hasText = [...cells.values()].some(({ text }) => text !== '')
    if (hasText && isHidden) this.#hiddenTexts += 1
    if (hasText && !isHidden && this.#first < 0) this.#first = this.#row
    const rows = this.#first < 0 ? 0 : this.#row - this.#first + 1 - this.#hidden
    if (hasText && !isHidden && rows > this.#mostRows) throw SHEET_FAULTS.oversized(`有文字的行超过 ${this.#mostRows} 行`)
    const isKept = isHidden ? this.#hiddenTexts <= this.#mostRows : rows <= this.#mostRows
    if (isKept && (this.#first >= 0 || isHidden)) this.#cells.set(this.#row, cells)
  }
}

function positive(text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : null
}
