/** Asking for a workbook, in the desktop's window for files or the browser's own. */
import { useCallback } from 'react'
import type { Source } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'

/** A workbook that was chosen. An upload is taken once, so whoever reads the file twice asks for two sources. */
export interface ChosenWorkbook {
  readonly source: () => Promise<Source>
}

/** Asks; null when the window is closed without a file. */
export function useChosenWorkbook(): () => Promise<ChosenWorkbook | null> {
  const { client, shell } = useMachine()
  return useCallback(async () => {
    if (shell.kind === 'browser') {
      const file = await askBrowser()
      return file && { source: () => client.transport.sourceOf(file) }
    }
    const source = await client.call('shell.chooseWorkbook', {})
    return source && { source: () => Promise.resolve(source) }
  }, [client, shell.kind])
}

/** The browser's own window for files; null when it is closed without one. */
function askBrowser(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
