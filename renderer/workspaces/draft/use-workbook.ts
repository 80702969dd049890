/** Tables on their way from Excel files: chosen or dropped, read by the machine, and shown to choose from. */
import { useMemo } from 'react'
import type { Source, WorkbookTables } from '../../../shared/api/types.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'

export interface WorkbookReading {
  /** Asks for a file. */
  readonly choose: () => void
  /** Takes files that were dropped. One that cannot be read does not keep the others out. */
  readonly take: (files: readonly File[]) => void
}

/** True for a workbook by its name; the machine looks at what it holds. */
export function isWorkbookFile({ name }: Pick<File, 'name'>): boolean {
  return /\.(?:xlsx|xlsm|xltx|xlsb|xls|et|ett)$/i.test(name)
}

/** `show` gets what was read. */
export function useWorkbook(show: (books: readonly WorkbookTables[]) => void): WorkbookReading {
  const { client, shell } = useMachine()
  const report = useReport()
  return useMemo(() => {
    const readAll = async (sources: readonly (() => Promise<Source | null>)[]): Promise<void> => {
      const books: WorkbookTables[] = []
      for (const ask of sources) {
        try {
          const source = await ask()
          if (source) books.push(await client.call('tables.read', { source }))
        } catch (cause) {
          report.trouble({ title: '没有取到表格', error: toApiError(cause) })
        }
      }
      if (books.length > 0) show(books)
    }
    const ask = async (): Promise<Source | null> => {
      if (shell.kind !== 'browser') return client.call('shell.chooseWorkbook', {})
      const file = await askBrowser()
      return file && client.transport.sourceOf(file)
    }
    return { choose: () => void readAll([ask]), take: (files) => void readAll(files.map((file) => () => client.transport.sourceOf(file))) }
  }, [client, report, shell.kind, show])
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
