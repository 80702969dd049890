/** What a cell shows: its stored value in its number format. */
import type { CellAlign } from '../../../shared/document/types.ts'
import { child, textBelow, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import { SHEET_FAULTS } from './fault.ts'
import { dayOf, numberFormat, shownText } from './number-format.ts'
import { NO_STYLE, type CellStyle } from './styles.ts'
import { tidy } from './text.ts'
import { stringOf } from './workbook.ts'

/** What all sheets of a workbook share. */
export interface Shared {
  readonly strings: readonly string[]
  readonly styles: readonly CellStyle[]
  readonly from1904: boolean
  /** Characters that may still be read: one stored string can stand in any number of cells. */
  readonly budget: { characters: number }
}

/** How often each was met. */
export interface Findings {
  formulas: number
  errors: number
  formats: number
  tooLong: number
  pictures: number
  comments: number
}

export interface Shown {
  readonly text: string
  /** The day that is stored, where the cell shows one in whatever way (2024-05-08): 5月8日 has no year. */
  readonly day?: string
  readonly align: CellAlign | null
  /** Centred over the empty cells to its right that are so too (跨列居中). */
  readonly across: boolean
  /** Lines are drawn around it. */
  readonly ruled: boolean
}

/** Reads the cells of one sheet. */
export class CellReader {
  readonly #shared: Shared
  readonly #findings: Findings
  readonly #showZeros: boolean

  constructor(shared: Shared, findings: Findings, showZeros: boolean) {
    this.#shared = shared
    this.#findings = findings
    this.#showZeros = showZeros
  }

  /** Null for a cell that shows nothing at all. */
  read(node: XmlNode): Shown | null {
    const style = this.#shared.styles[wholeNumber(node.attributes.s, 0, 1e6) ?? 0] ?? NO_STYLE
    const text = this.#text(node, style)
    const across = style.horizontal === 'centerContinuous'
    if (text === '' && !style.ruled && !across) return null
    this.#shared.budget.characters -= text.length
    if (this.#shared.budget.characters < 0) throw SHEET_FAULTS.oversized('里面的文字太多')
    const day = text === '' ? null : this.#day(node, style)
    return { text, ...(day === null ? {} : { day }), align: ALIGNS[style.horizontal ?? ''] ?? null, across, ruled: style.ruled }
  }

  #day(node: XmlNode, { isDay }: CellStyle): string | null {
    const type = node.attributes.t ?? 'n'
    if (type !== 'd' && !(type === 'n' && isDay)) return null
    const found = child(node, 'x:v')
    const value = found ? textBelow(found).trim() : ''
    if (type === 'd') return dayOf(serialOf(value) ?? Number.NaN, false)
    return value === '' ? null : dayOf(Number(value), this.#shared.from1904)
  }

  #text(node: XmlNode, style: CellStyle): string {
    const { pattern } = style
    const found = child(node, 'x:v')
    const value = found ? textBelow(found) : ''
    switch (node.attributes.t) {
      case 's':
        return shownText(pattern, this.#shared.strings[wholeNumber(value.trim(), 0, 1e7) ?? -1] ?? '')
      case 'str':
        return shownText(pattern, tidy(value))
      case 'inlineStr':
        return shownText(pattern, tidy(stringOf(child(node, 'x:is'))))
      case 'b':
        return value.trim() === '' ? '' : value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE'
      case 'e':
        if (value !== '') this.#findings.errors += 1
        return value
      case 'd':
        return this.#number(serialOf(value) ?? Number.NaN, value, pattern === 'General' ? DATE : style, false)
      default:
        if (value.trim() === '' && child(node, 'x:f')) this.#findings.formulas += 1
        return value.trim() === '' ? '' : this.#number(Number(value), value, style, this.#shared.from1904)
    }
  }

  #number(value: number, stored: string, { pattern, show }: CellStyle, from1904: boolean): string {
    if (!Number.isFinite(value)) return stored
    if (value === 0 && !this.#showZeros) return ''
    const shown = show(value, from1904)
    if (shown === null) this.#findings.formats += 1
    const text = shown ?? NO_STYLE.show(value, false) ?? stored
    // 12 digits and more are shortened, which is not what a card number means.
    if (/^-?\d\.?\d*E\+\d+$/.test(text) && Number.isInteger(value) && /^(?:General|@)$/.test(pattern)) this.#findings.tooLong += 1
    return text
  }
}

const DATE: CellStyle = { ...NO_STYLE, pattern: 'yyyy/m/d', show: numberFormat('yyyy/m/d'), isDay: true }

const ALIGNS: Readonly<Record<string, CellAlign>> = { left: 'left', center: 'center', centerContinuous: 'center', distributed: 'center', right: 'right', justify: 'left', fill: 'left' }

/** The day of a date as ISO 8601 has it, counted as Excel counts from 1900. */
function serialOf(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?/.exec(text.trim())
  if (!found) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map((part: string | undefined) => Number(part ?? 0))
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000 + hour / 24 + minute / 1440 + second / 86_400
}
