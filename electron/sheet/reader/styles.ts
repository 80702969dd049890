/** Looks of cells (xl/styles.xml), as far as they say something: the number format, the alignment, whether lines are drawn. */
import { child, elements, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import type { Zip } from '../../ooxml/zip.ts'
import { builtInPattern, isDayPattern, numberFormat } from './number-format.ts'
import { readPart } from './xml.ts'

export interface CellStyle {
  /** As Excel writes it: "0.00%", "yyyy/m/d". */
  readonly pattern: string
  /** What it shows of a value, see `numberFormat`. */
  readonly show: ReturnType<typeof numberFormat>
  /** It shows a day, or a part of one. */
  readonly isDay: boolean
  /** ECMA-376, 18.18.40: left, center, centerContinuous …; null for the usual one. */
  readonly horizontal: string | null
  readonly ruled: boolean
}

/** The look of a cell without one of its own. */
export const NO_STYLE: CellStyle = { pattern: 'General', show: numberFormat('General'), isDay: false, horizontal: null, ruled: false }

/** The looks by number, as cells name them. */
export function readStyles(zip: Zip, part: string | null): readonly CellStyle[] {
  const patterns = new Map<string, string>()
  const ruled: boolean[] = []
  const styles: XmlNode[] = []
  if (part === null) return []
  readPart(zip, part, ['x:numFmts', 'x:borders', 'x:cellXfs'], (node) => {
    if (node.name === 'x:numFmt') patterns.set(node.attributes.numFmtId ?? '', node.attributes.formatCode ?? '')
    if (node.name === 'x:border') ruled.push(isRuled(node))
    if (node.name === 'x:xf') styles.push(node)
  })
  const formats = new Map<string, Pick<CellStyle, 'show' | 'isDay'>>()
  return styles.map((node): CellStyle => {
    const { numFmtId = '0', borderId = '' } = node.attributes
    const horizontal = child(node, 'x:alignment')?.attributes.horizontal ?? 'general'
    const pattern = patterns.get(numFmtId) ?? builtInPattern(wholeNumber(numFmtId, 0, 1000) ?? 0)
    const format = formats.get(pattern) ?? { show: numberFormat(pattern), isDay: isDayPattern(pattern) }
    formats.set(pattern, format)
    return {
      pattern,
      ...format,
      horizontal: horizontal === 'general' ? null : horizontal,
      ruled: ruled[wholeNumber(borderId, 0, 1e6) ?? -1] ?? false,
    }
  })
}

function isRuled(border: XmlNode): boolean {
  return elements(border).some(({ name, attributes: { style = 'none' } }) => name !== 'x:diagonal' && style !== 'none')
}
