/** What is said of a file that was written, and what can be done with it. */
import { useCallback } from 'react'
import type { WrittenFile } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { useReport, type ToastMore } from '../components/report.tsx'

/** Says `text` of a written file: the desktop offers to open it, a browser downloads it. */
export function useDelivery(): (text: string, file: WrittenFile, more?: ToastMore) => void {
  const { client, shell } = useMachine()
  const report = useReport()
  return useCallback(
    (text, { fileName, path, url }, more = {}) => {
      if (url !== undefined) download(url, fileName)
      const open = (how: 'open' | 'reveal') => () =>
        void client.call('shell.openPath', { path: path ?? '', how }).catch((cause: unknown) => report.trouble({ title: '没有打开', error: toApiError(cause) }))
      const here = path !== undefined && shell.kind === 'electron' ? [{ name: '打开', run: open('open') }, { name: '所在文件夹', run: open('reveal') }] : []
      const acts = [...(more.acts ?? []), ...here]
      report.done(text, { ...more, ...(acts.length > 0 ? { acts } : {}) })
    },
    [client, report, shell.kind],
  )
}

function download(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}
