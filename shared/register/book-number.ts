/** Numbers as books write them: whole, or in parts that columns, the sheet's name and its title complete. Pure. */
import { plainText } from './book-values.ts'
import { isCode } from './number.ts'

/** What a text says of a number; null where it says nothing of it. */
export interface NumberParts {
  readonly code: string | null
  readonly year: number | null
  readonly serial: number | null
  /** Written as orders are: 第12号. */
  readonly isOrder: boolean
}

const NOTHING: NumberParts = { code: null, year: null, serial: null, isOrder: false }

const OPEN = '[〔[({【<〈]'
const CLOSE = '[〕\\])}】>〉]'
const CODE = '(?<code>\\p{Script=Han}{2,12}?)'
const YEAR = '(?<year>(?:19|2\\d)\\d{2})'
const SERIAL = '0*(?<serial>[1-9]\\d{0,4})'

/** 河政发〔2023〕5号, 河政发(2023)第5号, 河政发2023-5, 〔2023〕5号, 2023年第5号, 2023-5, 河政令第5号, 第5号, 5; and 河政发〔2023〕, 河政发, whose serial stands elsewhere. */
const FORMS: readonly { readonly pattern: RegExp; readonly isOrder: boolean }[] = [
  { pattern: new RegExp(`^${CODE}?${OPEN}${YEAR}年?${CLOSE}第?${SERIAL}号?$`, 'u'), isOrder: false },
  { pattern: new RegExp(`^${CODE}?${YEAR}年?[-—_./第]${SERIAL}号?$`, 'u'), isOrder: false },
  { pattern: new RegExp(`^${CODE}?第${SERIAL}号$`, 'u'), isOrder: true },
  { pattern: new RegExp(`^${SERIAL}号?$`, 'u'), isOrder: false },
  { pattern: new RegExp(`^${CODE}(?:${OPEN}${YEAR}年?${CLOSE})?$`, 'u'), isOrder: false },
]

/** Reads a number, or a part of one; null for another text. */
export function readNumberParts(text: string): NumberParts | null {
  const plain = plainText(text)
  for (const { pattern, isOrder } of FORMS) {
    const groups = pattern.exec(plain)?.groups
    if (!groups) continue
    const { code, year, serial } = groups
    return { code: code ?? null, year: year === undefined ? null : Number(year), serial: serial === undefined ? null : Number(serial), isOrder }
  }
  return null
}

/** A year from its column: 2023, 2023年, 〔2023〕. */
export function readYear(text: string): number | null {
  const [, year] = /^[^\d\p{Script=Han}]?((?:19|2\d)\d{2})[^\d]?$/u.exec(plainText(text)) ?? []
  return year === undefined ? null : Number(year)
}

/** What a sheet's name or title says of the numbers below it: 河政发〔2023〕, 2023年河政发登记簿, 河政发2023. `codes` are those that are known. */
export function readContext(text: string, codes: readonly string[]): Pick<NumberParts, 'code' | 'year'> {
  const plain = plainText(text)
  const bracketed = new RegExp(`(?:^|\\P{Script=Han})${CODE}${OPEN}${YEAR}${CLOSE}`, 'u').exec(plain)?.groups
  if (bracketed?.code !== undefined && isPlausible(bracketed.code)) return { code: bracketed.code, year: Number(bracketed.year) }
  const known = codes.filter((code) => plain.includes(code)).sort((a, b) => b.length - a.length)[0]
  const year = /(?<!\d)((?:19|2\d)\d{2})(?!\d)/.exec(plain)?.[1]
  const bare = plain.replace(/(?:19|2\d)\d{2}年?|[^\p{Script=Han}]/gu, '')
  const named = isPlausible(bare) && ENDS_AS_CODE.test(bare) ? bare : null
  return { code: known ?? named, year: year === undefined ? null : Number(year) }
}

/** 河政发, 河政办函, 河政令 … */
const ENDS_AS_CODE = /[发函字令任规呈报批决告议办]$/

function isPlausible(code: string): boolean {
  return isCode(code) && !/登记|目录|台账|一览|统计|汇总|发文|文件|公文|工作表|年度|附表/.test(code)
}

/** The parts of `first`, completed by those of `others` in their order. */
export function completed(first: NumberParts | null, ...others: readonly (Partial<NumberParts> | null)[]): NumberParts {
  return others.reduce<NumberParts>(
    (all, one) => ({ code: all.code ?? one?.code ?? null, year: all.year ?? one?.year ?? null, serial: all.serial ?? one?.serial ?? null, isOrder: all.isOrder || one?.isOrder === true }),
    first ?? NOTHING,
  )
}
