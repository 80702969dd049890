/** The only bridge between the page and the machine: the transport of the contract, and the word that closing may go on. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Transport } from '../shared/api/client.ts'
import type { ApiEvent } from '../shared/api/events.ts'
import type { Reply } from '../shared/api/reply.ts'
import { IPC } from './transport/messages.ts'

/** `window.gongbaoShell`: what the page tells the window. */
export interface ShellBridge {
  /** After the command `window.close`: everything is saved. Without it the window closes 3 seconds later. */
  closeReady(): void
}

const transport: Transport = {
  // Main answers with a Reply or, to strangers, with an exception.
  call: (channel, request) => ipcRenderer.invoke(IPC.call, channel, request) as Promise<Reply<unknown>>,
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, event: ApiEvent): void => listener(event)
    ipcRenderer.on(IPC.event, forward)
    return () => void ipcRenderer.off(IPC.event, forward)
  },
  sourceOf(file) {
    // The contract's type knows no DOM; in this page it is always a File.
    const path = webUtils.getPathForFile(file as File)
    if (path === '') return Promise.reject(new Error(`“${file.name}”不是磁盘上的文件，请先保存到磁盘`))
    return Promise.resolve({ kind: 'file', path })
  },
}
const shell: ShellBridge = { closeReady: () => ipcRenderer.send(IPC.closeReady) }

contextBridge.exposeInMainWorld('gongbao', transport)
contextBridge.exposeInMainWorld('gongbaoShell', shell)
