/** Lines of an issue as they are compared: without the traces of extraction, and without what two printings of one title may differ in. */
import { formatNumber, parseNumber } from '../register/number.ts'
import { folded } from './organs.ts'
import { splitTitle } from './title-block.ts'

/** A line without the space around it, `**` and the mark of a list. */
export function plainLine(line: string): string {
  return line.trim().replace(/^\*\*|\*\*$/g, '').replace(/^-[ \u3000]+(?=\S)/, '').trim()
}

/** True for a line that holds nothing but space. */
export function isBlank(line: string | undefined): boolean {
  return line?.trim() === ''
}

/** The number that stands alone in a line, in its proper form; null where the line is something else. */
export function numberOfLine(line: string): string | null {
  if (line.trimEnd().includes('\t')) return null
  return numberKey(plainLine(line).replace(/^[（(](.*)[）)]$/, '$1'))
}

/** A printed number in its proper form; null where it is none. */
export function numberKey(text: string): string | null {
  const number = parseNumber(text)
  return number && formatNumber(number)
}

/** A title for comparison: without the issuing organ, spaces and widths. `lines` may be those of a whole title block. */
export function titleKey(lines: readonly string[]): string {
  return folded(splitTitle(lines).title)
}

/** 【河湾县人民政府文件】 → its name; null for any other line. */
export function bracketedName(line: string): string | null {
  return /^[【〖［\[]\s*([^【】〖〗［\]]{1,30}?)\s*[】〗］\]]$/u.exec(plainLine(line))?.[1]?.replace(/[\s\u3000]/g, '') ?? null
}
