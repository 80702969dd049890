/**
 * What the index of the library holds of a text, and what it is asked: pairs of neighbouring characters (bigrams). A word of two and more
 * characters is found as a phrase of its pairs, wherever it stands in a line; Chinese has no spaces that would tell words.
 */
import { fold } from './fold.ts'

/** The words of what was typed, apart by spaces, folded; each once, none empty. */
export function wordsOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/\s+/u).map(fold))].filter((word) => word !== '')
}

/** Behind the last character of a line: no folded text has it, so that no phrase goes on into the next line, and the last character begins a pair, too. */
const END = '\ufffe'

/** The pairs of lines, apart by spaces, for a tokenizer that takes letters, digits and all beyond ASCII as parts of a token. */
export function pairsOf(lines: readonly string[]): readonly string[] {
  const pairs: string[] = []
  for (const line of lines) {
    const chars = tokenChars(fold(line))
    for (let at = 0; at < chars.length; at++) pairs.push(`${chars[at] ?? ''}${chars[at + 1] ?? END}`)
  }
  return pairs
}

/** All words (folded), as a query of FTS5. A single character asks for all pairs that begin with it. */
export function queryOf(words: readonly string[]): string {
  return words.map(phraseOf).join(' AND ')
}

function phraseOf(word: string): string {
  const chars = tokenChars(word)
  if (chars.length === 1) return `"${chars[0] ?? ''}" *`
  return `"${chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`).join(' ')}"`
}

/** Marks of ASCII would part tokens: they take their full-width form, which counts as the same. */
function tokenChars(folded: string): readonly string[] {
  return Array.from(folded.replace(/[!-/:-@[-`{-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)))
}
