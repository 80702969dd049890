/**
 * `electron` as the preload sees it, in a real Chromium page: `ipcRenderer` goes through two functions of the test to the
 * stand-in's `ipcMain`, and messages from main come in through `standInDeliver`.
 */
type Listener = (event: object, ...args: unknown[]) => void

interface TestPage extends Window {
  standInInvoke(channel: string, args: unknown[]): Promise<unknown>
  standInSend(channel: string, args: unknown[]): Promise<void>
  standInDeliver(channel: string, args: unknown[]): void
  /** Paths of files that the test "drops", by name. */
  standInPaths: Record<string, string>
  [exposed: string]: unknown
}

const page = window as unknown as TestPage
const listeners = new Map<string, Set<Listener>>()

page.standInPaths = {}
page.standInDeliver = (channel, args) => {
  for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
}

export const ipcRenderer = {
  invoke: (channel: string, ...args: unknown[]): Promise<unknown> => page.standInInvoke(channel, args),
  send: (channel: string, ...args: unknown[]): void => void page.standInSend(channel, args),
  on(channel: string, listener: Listener): void {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
  },
  off(channel: string, listener: Listener): void {
    listeners.get(channel)?.delete(listener)
  },
}

export const contextBridge = {
  exposeInMainWorld(name: string, api: unknown): void {
    if (name in page) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
    Object.defineProperty(page, name, { value: api, enumerable: true })
  },
}

export const webUtils = { getPathForFile: (file: File): string => page.standInPaths[file.name] ?? '' }
