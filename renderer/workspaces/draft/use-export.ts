/** Exporting and printing the open document: where it goes, and what is said of it at its end. */
import { useCallback } from 'react'
import type { ExportResult, FileFormat, FoundInFile, JobRequest, JobResult, Layout } from '../../../shared/api/types.ts'
import { documentFileName } from '../../../shared/document/file-name.ts'
import { checkedText, substitutesText } from '../../../shared/layout/checked-text.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport, type ToastMore } from '../../components/report.tsx'
import type { Desk } from './desk.ts'
import { useDelivery } from '../../frame/use-delivery.ts'

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
      const { open } = desk.state()
      if (!open) return
      const { layout, format } = choice
      const name = format === 'pdf' ? 'PDF' : 'Word 文件'
      try {
        await desk.save()
        const target = await client.call('shell.chooseTarget', { suggestedName: documentFileName(open.session.document(), format) })
        if (!target) return
        const result = await run('导出', { kind: 'export', id: open.record.id, layout, format, target })
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
  const { client, shell } = useMachine()
  const report = useReport()
  const print = useCallback<Exports['print']>(
    async (layout) => {
      const { open } = desk.state()
      if (!open) return
      // A browser opens a page only at the person's own act, so it is opened before the PDF is there.
      const page = shell.kind === 'browser' ? window.open('', '_blank') : null
      if (page) page.document.title = '正在准备打印…'
      try {
        await desk.save()
        const result = await run('打印', { kind: 'print', id: open.record.id, layout })
        if (result.kind !== 'print') return
        const note = { note: [checkedText(result.checked), ...doubts(result)].join('。') }
        if (result.path !== undefined) {
          await client.call('shell.openPath', { path: result.path, how: 'open' })
          report.done('PDF 已经打开，请在那里打印', note)
        } else if (result.url !== undefined) {
          const url = new URL(result.url, location.href).href
          if (page) page.location.href = url
          // Where the browser keeps new pages back, the person opens it.
          report.done('PDF 准备好了，请在打开的页面里打印', page ? note : { ...note, acts: [{ name: '打开', run: () => void window.open(url, '_blank') }] })
        }
      } catch (cause) {
        page?.close()
        report.trouble({ title: '没有打印', error: toApiError(cause), again: { name: '重新打印', run: () => void print(layout) } })
      }
    },
    [client, desk, report, run, shell.kind],
  )
  return print
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
