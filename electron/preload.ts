/** The only bridge between the page and the machine: the transport of the contract, and the word that closing may go on. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Transport } from '../shared/api/client.ts'
import type { ApiEvent } from '../shared/api/events.ts'
import type { Reply } from '../shared/api/reply.ts'
import type { Source } from '../shared/api/types.ts'
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
    return path === '' ? upload(file as File) : Promise.resolve({ kind: 'file', path })
  },
}

/** A file that is on no disk: an image from the clipboard. */
async function upload(file: File): Promise<Source> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reply = (await ipcRenderer.invoke(IPC.upload, file.name, bytes)) as Reply<{ token: string }>
  // Errors lose their fields on the way to the page; their message stays.
  if (!reply.ok) throw new Error([reply.error.message, reply.error.next].filter(Boolean).join('。'))
  return { kind: 'upload', token: reply.value.token, name: file.name }
}
const shell: ShellBridge = { closeReady: () => ipcRenderer.send(IPC.closeReady) }

contextBridge.exposeInMainWorld('gongbao', transport)
contextBridge.exposeInMainWorld('gongbaoShell', shell)
