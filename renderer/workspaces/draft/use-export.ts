/** Exporting and printing the open document: where it goes, and what is said of it at its end. */
import { useCallback } from 'react'
import type { JobRequest, JobResult } from '../../../shared/api/job-types.ts'
import type { ExportResult, FileFormat, FoundInFile, Layout } from '../../../shared/api/types.ts'
import { documentFileName } from '../../../shared/document/file-name.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { checkedText, substitutesText } from '../../../shared/layout/checked-text.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport, type ToastMore } from '../../components/report.tsx'
import { shownDraft, type Desk, type OpenDraft } from './desk.ts'
import { useDelivery } from '../../frame/use-delivery.ts'
import { useShownPdf } from '../../frame/use-shown-pdf.ts'

/** What is to come out. */
export interface ExportChoice {
  readonly layout: Layout
  readonly format: FileFormat
}

export interface Exports {
  readonly exportAs: (choice: ExportChoice) => Promise<void>
  /** Shows the PDF of a layout where it can be printed. */
  readonly print: (layout: Layout) => Promise<void>
}

/** `run` runs a task under its dialog; `showFonts` opens the font settings, where an export finds fonts missing. */
export function useExport(desk: Desk, run: (title: string, request: JobRequest) => Promise<JobResult>, showFonts: () => void): Exports {
  const { client } = useMachine()
  const report = useReport()
  const deliver = useDelivery()
  const exportAs = useCallback<Exports['exportAs']>(
    async (choice) => {
      const open = shownDraft(desk.state())
      if (!open) return
      const { layout, format } = choice
      const name = format === 'pdf' ? 'PDF' : 'Word 文件'
      try {
        await desk.save()
        const target = await client.call('shell.chooseTarget', { suggestedName: documentFileName(open.session.document(), format) })
        if (!target) return
        const result = await run('导出', { kind: 'export', id: open.record.id, layout, format, target, ...ofFrozen(open) })
        if (result.kind === 'export') deliver(`已导出 ${result.fileName}`, result, remarks(result, format, showFonts))
        // The export stands in 经过; when it cannot be read now, it is read the next time the document is opened.
        await desk.readHistory().catch(() => undefined)
      } catch (cause) {
        report.trouble({ title: `${name}没有导出`, error: toApiError(cause), again: { name: '重新导出', run: () => void exportAs(choice) } })
      }
    },
    [client, deliver, desk, report, run, showFonts],
  )
  return { exportAs, print: usePrint(desk, run) }
}

function usePrint(desk: Desk, run: (title: string, request: JobRequest) => Promise<JobResult>): Exports['print'] {
  const show = useShownPdf()
  return useCallback<Exports['print']>(
    (layout) =>
      show(async () => {
        const open = shownDraft(desk.state())
        if (!open) return null
        await desk.save()
        const result = await run('打印', { kind: 'print', id: open.record.id, layout, ...ofFrozen(open) })
        await desk.readHistory().catch(() => undefined)
        return result.kind === 'print' ? { file: result, note: [checkedText(result.checked), ...doubts(result)].join('。') } : null
      }),
    [desk, run, show],
  )
}

/** A frozen text is what comes out while it is looked at. */
function ofFrozen({ frozen }: OpenDraft): { readonly snapshot?: Id } {
  return frozen ? { snapshot: frozen.id } : {}
}

/** What was checked, then what of the file depends on this machine's fonts. */
function remarks(result: ExportResult, format: FileFormat, showFonts: () => void): ToastMore {
  const { checked, missingFonts } = result
  const lacks = format === 'docx' && missingFonts.length > 0 ? [`本机缺 ${missingFonts.join('、')}，打开时以其他字体代替，换行可能有变`] : []
  const fonts = format === 'pdf' ? doubts(result) : lacks
  const acts = fonts.length > 0 ? { acts: [{ name: '字体设置', run: showFonts }] } : {}
  return { note: [checkedText(checked), ...fonts].join('。'), ...acts }
}

function doubts({ substitutes, missingCharacters }: FoundInFile): readonly string[] {
  const missing = missingCharacters.length > 0 ? [`本机的字体里没有这些字，印成空框：${missingCharacters.join('')}`] : []
  return [substitutesText(substitutes), ...missing].filter((text) => text !== '')
}
