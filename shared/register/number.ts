/**
 * Document numbers (发文字号): 机关代字, year, serial, as in 河政办发〔2024〕9号. GB/T 9704-2012, 7.2.5: the year in full in
 * six-cornered brackets 〔〕, the serial without 第 and without leading zeros. Rules only; the register itself is in the library.
 */
import { plainDigits } from '../lib/digits.ts'

export interface DocumentNumber {
  readonly code: string // 机关代字
  readonly year: number
  readonly serial: number
}

const CODE = /^\p{Script=Han}{2,12}$/u
/** Other brackets than 〔〕 are slips that printed documents have (晋财农[2021]56号). */
const NUMBER = /^(\p{Script=Han}{2,12})[〔[（(【［﹝](\d{4})[〕\]）)】］﹞]第?(\d{1,5})号$/u

/** True for what can be a 机关代字: 2 to 12 Chinese characters. */
export function isCode(text: string): boolean {
  return CODE.test(text)
}

/** "河政办发〔2024〕9号". */
export function formatNumber({ code, year, serial }: DocumentNumber): string {
  return `${code}〔${year}〕${serial}号`
}

/** Reads a number as printed; spaces are ignored, any bracket and either width of digits is taken. Null where the text is none. */
export function parseNumber(text: string): DocumentNumber | null {
  const match = NUMBER.exec(plainDigits(text.replace(/[\s\u3000]/g, '')))
  if (!match) return null
  const serial = Number(match[3])
  return serial === 0 ? null : { code: match[1] ?? '', year: Number(match[2]), serial }
}
