/** Showing a PDF where it can be printed: the desktop opens it, a browser shows it in a page of its own. */
import { useCallback } from 'react'
import type { WrittenFile } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { useReport } from '../components/report.tsx'

/** A PDF that was made, and what is to be known of it; "" for nothing. */
export interface MadePdf {
  readonly file: WrittenFile
  readonly note: string
}

/** `make` makes the PDF; null where there is nothing to show. To be called at the person's own act. */
export function useShownPdf(): (make: () => Promise<MadePdf | null>) => Promise<void> {
  const { client, shell } = useMachine()
  const report = useReport()
  const show = useCallback(
    async (make: () => Promise<MadePdf | null>): Promise<void> => {
      // A browser opens a page only at the person's own act, so it is opened before the PDF is there.
      const page = shell.kind === 'browser' ? window.open('', '_blank') : null
      if (page) page.document.title = '正在准备打印…'
      try {
        const made = await make()
        const { path, url } = made?.file ?? {}
        const more = made && made.note !== '' ? { note: made.note } : {}
        if (path !== undefined) {
          await client.call('shell.openPath', { path, how: 'open' })
          report.done('PDF 已经打开，请在那里打印', more)
        } else if (url !== undefined) {
          const address = new URL(url, location.href).href
          if (page) page.location.href = address
          // Where the browser keeps new pages back, the person opens it.
          report.done('PDF 准备好了，请在打开的页面里打印', page ? more : { ...more, acts: [{ name: '打开', run: () => void window.open(address, '_blank') }] })
        } else page?.close()
      } catch (cause) {
        page?.close()
        report.trouble({ title: '没有打印', error: toApiError(cause), again: { name: '重新打印', run: () => void show(make) } })
      }
    },
    [client, report, shell.kind],
  )
  return show
}
