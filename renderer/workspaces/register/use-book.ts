/** The book as a whole: out as a file, as pages to be printed, and in from a workbook. */
import { useCallback, useState } from 'react'
import type { BookImportResult, BookResult, Series } from '../../../shared/api/register-types.ts'
import { bookFileName } from '../../../shared/register/book-file-name.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import type { JobDialogProps } from '../../frame/job-dialog.tsx'
import { useChosenWorkbook, type ChosenWorkbook } from '../../frame/use-chosen-workbook.ts'
import { useDelivery } from '../../frame/use-delivery.ts'
import { useShownPdf } from '../../frame/use-shown-pdf.ts'
import { useTask } from '../../frame/use-task.ts'

/** Which numbers, and as what. */
export interface BookChoice {
  /** Null: all. */
  readonly series: Pick<Series, 'id' | 'code'> | null
  readonly year: number | null
  readonly format: 'xlsx' | 'pdf'
}

/** A workbook and what reading it in would do. */
export interface FoundBook {
  readonly result: BookImportResult
  /** Reads it in. Rejects where nothing was registered. */
  readonly register: () => Promise<void>
}

export interface BookWork {
  readonly running: JobDialogProps | null
  readonly found: FoundBook | null
  readonly closeFound: () => void
  readonly exportAs: (choice: BookChoice) => Promise<void>
  readonly print: (choice: Omit<BookChoice, 'format'>) => Promise<void>
  /** Asks for a workbook and shows what it would do; nothing is done. */
  readonly choose: () => Promise<void>
}

/** `registered` is told of what was read in. */
export function useBook(registered: (result: BookImportResult) => void): BookWork {
  const { client } = useMachine()
  const report = useReport()
  const deliver = useDelivery()
  const show = useShownPdf()
  const ask = useChosenWorkbook()
  const { running, run } = useTask()
  const [found, setFound] = useState<FoundBook | null>(null)

  const exportAs = useCallback<BookWork['exportAs']>(
    async (choice) => {
      const { series, year, format } = choice
      try {
        const target = await client.call('shell.chooseTarget', { suggestedName: bookFileName(series?.code ?? null, year, format) })
        if (!target) return
        const result = await run('导出登记簿', { kind: 'book', seriesId: series?.id ?? null, year, format, target })
        if (result.kind === 'book') deliver(`已导出 ${result.fileName}`, result, { note: bookNote(result) })
      } catch (cause) {
        report.trouble({ title: '登记簿没有导出', error: toApiError(cause), again: { name: '重新导出', run: () => void exportAs(choice) } })
      }
    },
    [client, deliver, report, run],
  )
  const print = useCallback<BookWork['print']>(
    ({ series, year }) =>
      show(async () => {
        const result = await run('打印登记簿', { kind: 'book', seriesId: series?.id ?? null, year, format: 'pdf', target: { kind: 'show' } })
        return result.kind === 'book' ? { file: result, note: bookNote(result) } : null
      }),
    [run, show],
  )
  const read = useCallback(
    async (book: ChosenWorkbook, dryRun: boolean): Promise<BookImportResult | null> => {
      const result = await run(dryRun ? '读登记表格' : '从表格补登', { kind: 'bookImport', source: await book.source(), dryRun })
      return result.kind === 'bookImport' ? result : null
    },
    [run],
  )
  const choose = useCallback<BookWork['choose']>(async () => {
    try {
      const book = await ask()
      const result = book && (await read(book, true))
      if (!book || !result) return
      const register = async (): Promise<void> => {
        const done = await read(book, false)
        if (done) registered(done)
        const count = done?.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length ?? 0
        report.done(`已登记 ${count} 条`, { note: `来自“${result.file}”；每个号的经过里都记了一笔` })
      }
      setFound({ result, register })
    } catch (cause) {
      report.trouble({ title: '没有读出登记表格', error: toApiError(cause) })
    }
  }, [ask, read, registered, report])
  return { running, found, closeFound: () => setFound(null), exportAs, print, choose }
}

function bookNote({ numbers, missingCharacters }: BookResult): string {
  const missing = missingCharacters.length > 0 ? `。本机的字体里没有这些字，印成空框：${missingCharacters.join('')}` : ''
  return `共 ${numbers} 个号${missing}`
}
