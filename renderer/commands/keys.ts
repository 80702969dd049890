/** Reading keys. They are compared by the key's place (`code`), because an input method may change its character. */
import type { ShellInfo } from '../../shared/api/contract.ts'
import type { CommandEntry } from '../../shared/api/commands.ts'
import type { Command } from './command.ts'

/** The keys that work in this shell. */
export function keysOf(entry: CommandEntry, shell: ShellInfo['kind']): readonly string[] {
  return shell === 'browser' && entry.browserKeys ? entry.browserKeys : entry.keys
}

/** A key as a menu shows it; "" where a command has none. */
export function shownKey(entry: CommandEntry, shell: ShellInfo['kind']): string {
  return keysOf(entry, shell)[0] ?? entry.keyHint ?? ''
}

/** What of a keyboard event counts. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** True when the event is `key`, written as "Ctrl+Shift+Z". On a Mac, Command counts as Ctrl. */
export function isKey(event: KeyPress, key: string): boolean {
  const parts = key.split('+')
  const last = parts.pop() ?? ''
  return (
    event.code === codeOf(last) &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/** The command whose key was pressed, whether it is possible or not. */
export function commandOfKey(commands: readonly Command[], event: KeyPress, shell: ShellInfo['kind']): Command | undefined {
  return commands.find((one) => keysOf(one, shell).some((key) => isKey(event, key)))
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`
  if (/^\d$/.test(key)) return `Digit${key}`
  if (key === '\\') return 'Backslash'
  if (key === ',') return 'Comma'
  return key
}
