/** Tables on their way from Excel files: chosen or dropped, read by the machine, and shown to choose from. */
import { useMemo } from 'react'
import type { Source, WorkbookTables } from '../../../shared/api/types.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import { useChosenWorkbook } from '../../frame/use-chosen-workbook.ts'
import { shownDraft, type Desk } from './desk.ts'

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

/** `show` gets what was read for the draft that is open. */
export function useWorkbook(desk: Desk, show: (books: readonly WorkbookTables[]) => void): WorkbookReading {
  const { client } = useMachine()
  const report = useReport()
  const ask = useChosenWorkbook()
  return useMemo(() => {
    const readAll = async (sources: readonly (() => Promise<Source | null>)[]): Promise<void> => {
      const books: WorkbookTables[] = []
      const draft = desk.state().open?.record.id
      for (const ask of sources) {
        try {
          const source = await ask()
          if (source) books.push(await client.call('tables.read', { source }))
        } catch (cause) {
          report.trouble({ title: '没有取到表格', error: toApiError(cause) })
        }
      }
      // Another document may have been opened meanwhile.
      if (books.length > 0 && desk.state().open?.record.id === draft) show(books)
    }
    const take = (files: readonly File[]): void => {
      if (shownDraft(desk.state())?.autosave) void readAll(files.map((file) => () => client.transport.sourceOf(file)))
      else report.done('表格没有放进来：请先打开要放表格的拟稿')
    }
    return { choose: () => void readAll([async () => (await ask())?.source() ?? null]), take }
  }, [ask, client, desk, report, show])
}
