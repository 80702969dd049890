/** The page's door into main: calls and the word that the window may close. Everybody but our own page is refused. */
import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import type { Reply } from '../../shared/api/reply.ts'
import { IPC } from './messages.ts'

/** The page's address: an own scheme, so that no other page can share its origin. */
export const PAGE = { scheme: 'gongbao', origin: 'gongbao://app' } as const

export interface PageDoor {
  /** The main window, or null while there is none. */
  readonly window: () => BrowserWindow | null
  readonly call: (channel: string, request: unknown) => Promise<Reply<unknown>>
  readonly upload: (name: string, bytes: Uint8Array) => Promise<Reply<unknown>>
  readonly closeReady: () => void
}

/** Starts listening. Call once. */
export function servePage(door: PageDoor): void {
  ipcMain.handle(IPC.call, (event, channel: unknown, request: unknown) => {
    if (!isOurPage(event, door.window()) || typeof channel !== 'string') throw new Error('refused')
    return door.call(channel, request)
  })
  ipcMain.handle(IPC.upload, (event, name: unknown, bytes: unknown) => {
    if (!isOurPage(event, door.window()) || typeof name !== 'string' || !(bytes instanceof Uint8Array)) throw new Error('refused')
    return door.upload(name, bytes)
  })
  ipcMain.on(IPC.closeReady, (event) => {
    if (isOurPage(event, door.window())) door.closeReady()
  })
}

/** True only for the main frame of the main window while it shows our page. */
function isOurPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (!window || window.isDestroyed() || sender.id !== window.webContents.id) return false
  // A frame that has navigated away since it sent is null.
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${PAGE.origin}/`)
}
