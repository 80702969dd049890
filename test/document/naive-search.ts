/** Search and replace as one would do it by hand, character by character: what the real ones are held against. */
import type { SearchOptions } from '../../shared/document/search.ts'
import type { Inline } from '../../shared/document/types.ts'

/** Characters that are one but for case and width: small, capital, full-width small, full-width capital. */
const LETTERS = ['aAａＡ', 'bBｂＢ', 'éÉéÉ'] as const
/** Half-width and full-width forms. */
const FORMS = ['1１', ',，', '(（', ')）', ' 　', '.．', 'ｱア', '｡。', '｢「'] as const

/** Every character that the tests write. */
export const ALPHABET = [...new Set([...LETTERS, ...FORMS].flatMap((all) => Array.from(all))), '防', '汛', '的', 'İ', '𠮷', '*', '\n'] as const

function isSame(one: string, other: string, { matchCase, matchWidth }: SearchOptions): boolean {
  if (one === other) return true
  const letters = LETTERS.find((all) => all.includes(one))
  if (letters) {
    const at = [letters.indexOf(one), letters.indexOf(other)] as const
    if (at[1] < 0) return false
    const [sameCase, sameWidth] = [at[0] % 2 === at[1] % 2, at[0] < 2 === at[1] < 2]
    return (sameCase || !matchCase) && (sameWidth || !matchWidth || letters === 'éÉéÉ')
  }
  return !matchWidth && FORMS.some((all) => all.includes(one) && all.includes(other))
}

/** Where `query` begins in `text`. */
export function naiveStarts(text: string, query: string, options: SearchOptions): readonly number[] {
  const starts: number[] = []
  for (let at = 0; query !== '' && at + query.length <= text.length; at += 1) {
    const fits = Array.from({ length: query.length }, (_, index) => isSame(text[at + index]!, query[index]!, options)).every(Boolean)
    if (!fits) continue
    starts.push(at)
    at += query.length - 1
  }
  return starts
}

/** The stretches of a line that can be searched, deleted text left out, cut where a place or a reference stands. */
export function stretches(line: readonly Inline[]): readonly string[] {
  let text = ''
  for (const inline of line) text += 'type' in inline ? '\u0000' : inline.del ? '' : inline.text
  return text.split('\u0000')
}

/** The text with every match replaced. */
export function naiveReplace(text: string, query: string, replacement: string, options: SearchOptions): string {
  let result = ''
  let last = 0
  for (const start of naiveStarts(text, query, options)) {
    result += text.slice(last, start) + replacement
    last = start + query.length
  }
  return result + text.slice(last)
}
