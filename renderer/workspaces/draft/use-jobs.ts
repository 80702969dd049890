/** Importing and exporting: choosing the place, running the task, and what is said at its end. */
import { useCallback, useState } from 'react'
import { Refusal } from '../../../shared/api/reply.ts'
import type { ImportedFile, Source } from '../../../shared/api/types.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import type { JobDialogProps } from '../../frame/job-dialog.tsx'
import { useDelivery } from '../../frame/use-delivery.ts'
import { useTask } from '../../frame/use-task.ts'
import type { Desk } from './desk.ts'
import { isWorkbookFile } from './use-workbook.ts'
import { useExport, type Exports } from './use-export.ts'

export interface Jobs extends Exports {
  readonly running: JobDialogProps | null
  readonly imported: readonly ImportedFile[] | null
  readonly closeImported: () => void
  /** The file that the open document was imported from, as it was. */
  readonly saveOriginal: () => Promise<void>
  readonly importFiles: (files: readonly File[]) => Promise<void>
  /** Asks the shell for files; in a browser calls `otherwise`, which opens the page's own file input. */
  readonly chooseFiles: (otherwise: () => void) => Promise<void>
}

/** `showFonts` opens the font settings, where an export finds fonts missing. */
export function useJobs(desk: Desk, showFonts: () => void): Jobs {
  const { client, shell } = useMachine()
  const report = useReport()
  const [imported, setImported] = useState<readonly ImportedFile[] | null>(null)

  const { running, run } = useTask()
  const deliver = useDelivery()
  const exports = useExport(desk, run, showFonts)

  const saveOriginal = useCallback(async (): Promise<void> => {
    const { open } = desk.state()
    if (typeof open?.record.original !== 'string') return
    try {
      const target = await client.call('shell.chooseTarget', { suggestedName: open.record.original })
      if (!target) return
      const result = await run('取出原件', { kind: 'original', id: open.record.id, target })
      if (result.kind === 'original') deliver(`已存 ${result.fileName}`, result)
    } catch (cause) {
      report.trouble({ title: '原件没有取出', error: toApiError(cause), again: { name: '重新取', run: () => void saveOriginal() } })
    }
  }, [client, deliver, desk, report, run])

  const importSources = useCallback(
    async (sources: readonly Source[], refused: readonly ImportedFile[]): Promise<void> => {
      const result = sources.length > 0 ? await run('导入公文', { kind: 'import', sources }) : { kind: 'import' as const, files: [] }
      if (result.kind === 'import') setImported([...result.files, ...refused])
    },
    [run],
  )
  const guarded = useCallback(
    (act: () => Promise<void>): Promise<void> => act().catch((cause: unknown) => report.trouble({ title: '没有导入', error: toApiError(cause) })),
    [report],
  )
  const importFiles = useCallback(
    (files: readonly File[]) =>
      guarded(async () => {
        const { sources, refused } = await takeFiles(files, (file) => client.transport.sourceOf(file))
        await importSources(sources, refused)
      }),
    [client, guarded, importSources],
  )
  const chooseFiles = useCallback(
    (otherwise: () => void) =>
      guarded(async () => {
        if (shell.kind === 'browser') { otherwise(); return; }
        const sources = await client.call('shell.chooseSources', {})
        if (sources && sources.length > 0) await importSources(sources, [])
      }),
    [client, guarded, importSources, shell.kind],
  )
  return { running, imported, closeImported: () => setImported(null), ...exports, saveOriginal, importFiles, chooseFiles }
}

/** Makes sources of files one by one; a file that cannot be taken does not keep the others out. */
async function takeFiles(files: readonly File[], sourceOf: (file: File) => Promise<Source>): Promise<{ sources: Source[]; refused: ImportedFile[] }> {
  const sources: Source[] = []
  const refused: ImportedFile[] = []
  for (const file of files) {
    try {
      if (!/\.(?:txt|docx|docm)$/i.test(file.name)) {
        if (isWorkbookFile(file)) throw new Refusal({ code: 'notText', message: 'Excel 文件里是表格，不是公文。请打开要放表格的拟稿，再把它单独拖进来，或用“插入”菜单的“从 Excel 文件插入表格”' })
        throw new Refusal({ code: 'notText', message: '能导入的是 Word 文档（.docx）和文本文件（.txt）。请在 Word 或 WPS 里另存为其中一种再导入' })
      }
      sources.push(await sourceOf(file))
    } catch (cause) {
      refused.push({ file: file.name, ok: false, doubts: [], remarks: [], message: toApiError(cause).message })
    }
  }
  return { sources, refused }
}
