/** `ipcMain`: the test says who sends. */
import { EventEmitter } from 'node:events'
import { mainWindow, WebContents, type Frame } from './browser-window.ts'
import { operation } from './control.ts'

/** `page` is the program's own page; the others are strangers that a broken page might let in. */
export type Sender = 'page' | 'subframe' | 'otherOrigin' | 'otherContents' | 'goneFrame'

interface Message {
  readonly from: Sender
  readonly channel: string
  readonly args: readonly unknown[]
}

const handlers = new Map<string, (event: object, ...args: unknown[]) => unknown>()
let serving: () => void = () => undefined
/** A real page comes after the program has begun to listen; a test's message may come before. */
const served = new Promise<void>((resolve) => (serving = resolve))

class IpcMain extends EventEmitter {
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
    serving()
  }
}

export const ipcMain = new IpcMain()

operation('invoke', async ({ from, channel, args }: Message) => {
  await served
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return await handler(eventOf(from), ...args)
})
operation('ipcSend', ({ from, channel, args }: Message) => {
  ipcMain.emit(channel, eventOf(from), ...args)
})

function eventOf(from: Sender): { sender: WebContents; senderFrame: Frame | null } {
  const sender = mainWindow().webContents
  const { mainFrame } = sender
  switch (from) {
    case 'page':
      return { sender, senderFrame: mainFrame }
    case 'subframe':
      return { sender, senderFrame: { url: mainFrame.url, parent: mainFrame } }
    case 'otherOrigin':
      return { sender, senderFrame: { url: 'gongbao://app.example/', parent: null } }
    case 'otherContents':
      return { sender: new WebContents(), senderFrame: mainFrame }
    case 'goneFrame':
      return { sender, senderFrame: null }
  }
}
