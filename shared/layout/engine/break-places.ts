/** Where one line may end: by 避头尾 in Chinese text, by Unicode's rules in Latin text. */
import { BLANK, flagsOf, HANGS, LETTER, NO_END, NO_START } from './char-classes.ts'

/** Chinese text breaks before `cut`, or behind it if it hangs, but not against 避头尾. */
export function chinesePlace(text: string, cut: number, hanging: boolean): number {
  let at = cut
  if (hanging && (flags(text, cut) & HANGS) !== 0) at += 1
  if (at >= text.length) return at
  while (at > 0 && ((flags(text, at) & NO_START) !== 0 || (flags(text, at - 1) & NO_END) !== 0)) at = charStart(text, at - 1)
  return at
}

/** The last place at or before `cut`; a path (a/b/c) is rather broken before it than within. */
export function latinPlace(text: string, cut: number, breaks: Uint8Array): number {
  if (breaks[cut] === 1 && (cut === 0 || text.charAt(cut - 1) !== '/')) return cut
  let at = cut - 1
  while (at > 0 && breaks[at] !== 1) at -= 1
  if (at > 0 && text.charAt(at - 1) === '/') {
    for (let before = at - 2; before >= 0 && at - before < LONG_PATH; before--) if (isBlank(text, before)) return before + 1
  }
  return at
}

/** So many characters of a path are broken within it. */
const LONG_PATH = 67

function flags(text: string, at: number): number {
  return flagsOf[text.charCodeAt(at)] ?? 0
}

/** A letter or a digit of any script. */
export function isLetter(text: string, at: number): boolean {
  return (flags(text, at) & LETTER) !== 0
}

/** A space of any width that the end of a line swallows. */
export function isBlank(text: string, at: number): boolean {
  return (flags(text, at) & BLANK) !== 0
}

/** Whether a character of two units begins at `at`. */
export function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length
}

/** Where the character begins that the unit at `at` belongs to. */
export function charStart(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000 && at > 0 && isPair(text, at - 1) ? at - 1 : at
}

/** The end of from-to without the blanks there. */
export function withoutBlanks(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(text, end - 1)) end -= 1
  return end
}
