/** 签发人 of a document to a superior organ: so many names in a line, in the order of the organs. */
import { printableText } from './printable.ts'
import { padToThree } from './roster-lines.ts'

/** Ideographic space, which stands between names. */
const SPACE = '\u3000'

/** What stands before the first name. */
export const SIGNERS_LABEL = '签发人：'

/** The names line by line. Where there are several lines, names of two characters are as wide as those of three, so that they stand below each other. */
export function signerRows(signers: readonly string[], perLine: number): readonly string[] {
  const names = signers.map((name) => printableText(name).replace(/\s/gu, '')).filter((name) => name !== '')
  const rows: string[] = []
  for (let at = 0; at < names.length; at += perLine) {
    const row = names.slice(at, at + perLine)
    rows.push((names.length > perLine ? row.map(padToThree) : row).join(SPACE))
  }
  return rows
}
