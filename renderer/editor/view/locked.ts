/** A sheet that is only read answers whoever types in it. */
import type { KeyboardEvent } from 'react'

/** Keys with names that would change the text. The space bar is not among them: it turns the page. */
const CHANGING: readonly string[] = ['Enter', 'Backspace', 'Delete']

/** Whether a key would change the text if it could be changed. */
export function wouldType({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  if (ctrlKey || metaKey || altKey) return false
  return CHANGING.includes(key) || (key !== ' ' && /^.$/u.test(key))
}
