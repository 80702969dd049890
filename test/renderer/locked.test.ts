/** Which keys of a sheet that is only read get an answer. */
import { expect, it } from 'vitest'
import { wouldType } from '../../renderer/editor/view/locked.ts'

const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => wouldType({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held })

it('keys that would change the text, and no others', () => {
  expect(['a', '，', '𠮷', 'Enter', 'Backspace', 'Delete'].map((name) => key(name))).toEqual(Array(6).fill(true))
  expect([' ', 'ArrowDown', 'PageDown', 'Home', 'Tab', 'F3', 'Shift', 'Process', 'Escape'].map((name) => key(name))).toEqual(Array(9).fill(false))
  expect([key('c', { ctrlKey: true }), key('c', { metaKey: true }), key('n', { altKey: true })]).toEqual([false, false, false])
})
