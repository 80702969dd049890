/** Keys and menu events run commands. */
import { useEffect, useRef } from 'react'
import type { ShellInfo } from '../../shared/api/contract.ts'
import { ALL_COMMANDS } from '../commands/commands.ts'
import type { Command } from '../commands/command.ts'
import { commandOfKey } from '../commands/keys.ts'

/**
 * Listens for the keys of all commands while the component lives. While a dialog is open, keys belong to it; inside a
 * field that is no part of the document (a search box, a dialog), undo and redo stay the field's own.
 */
export function useCommandKeys(shell: ShellInfo['kind'], run: (command: Command) => void, dialogOpen: boolean): void {
  const latest = useRef({ run, dialogOpen })
  useEffect(() => {
    latest.current = { run, dialogOpen }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return
      const found = commandOfKey(ALL_COMMANDS, event, shell)
      if (!found) return
      if (latest.current.dialogOpen) {
        // The page's own answer to these keys (save the page, search bar) would only startle.
        if (event.ctrlKey && !isOfFields(found)) event.preventDefault()
        return
      }
      if (isOfFields(found) && isForeignField(event.target)) return
      event.preventDefault()
      latest.current.run(found)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [shell])
}

/** What every text field has of its own. */
function isOfFields({ id }: Command): boolean {
  return id === 'edit.undo' || id === 'edit.redo'
}

/** A text field outside the document's form. */
function isForeignField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea') && !target.closest('[data-document-form]')
}
