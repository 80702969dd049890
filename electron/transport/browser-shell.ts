/** The shell behind a plain browser: files come as uploads and go as downloads; nothing of this machine is opened. */
import { Refusal } from '../../shared/api/reply.ts'
import type { ShellPort } from '../shell-port.ts'
import { takeUpload, type Transfers } from './http-transfers.ts'

export interface BrowserTransfers {
  readonly uploads: Transfers
  readonly downloads: Transfers
}

export function browserShell({ uploads, downloads }: BrowserTransfers): ShellPort {
  return {
    kind: 'browser',
    chooseTarget: () => Promise.resolve({ kind: 'download' }),
    chooseSources: () => Promise.resolve(null),
    chooseImage: () => Promise.resolve(null),
    chooseWorkbook: () => Promise.resolve(null),
    openPath: () =>
      Promise.reject(new Refusal({ code: 'badRequest', message: '在浏览器里不能替你打开文件', next: '请到浏览器的下载列表里打开它' })),
    ready: () => undefined,
    takeUpload: (token) => takeUpload(uploads, token),
    offerDownload(name, bytes, how = 'save') {
      const token = downloads.put({ name, bytes, how })
      if (token !== null) return Promise.resolve(`/download/${token}`)
      const full = { code: 'tooLarge', message: '等着下载的文件太多', next: '请先下载前面导出的文件，过几分钟再导出' } as const
      return Promise.reject(new Refusal(full))
    },
  }
}
