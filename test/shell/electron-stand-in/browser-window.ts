/** `BrowserWindow` and its `webContents`: no pixels, but every event, and a close that can be prevented. */
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { emitPreventable, operation, push } from './control.ts'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export interface Frame {
  url: string
  parent: Frame | null
}

let created = 0
let evaluations = 0
const evaluating = new Map<number, (outcome: { value?: unknown; error?: string }) => void>()

export class WebContents extends EventEmitter {
  readonly id: number
  readonly mainFrame: Frame = { url: '', parent: null }
  zoom = 1
  crashed = false
  windowOpenHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  constructor() {
    super()
    created += 1
    this.id = created
    app.emit('web-contents-created', {}, this)
  }
  loadURL(url: string): Promise<void> {
    this.mainFrame.url = url
    setImmediate(() => this.emit('did-finish-load'))
    return Promise.resolve()
  }
  reload(): void {
    this.crashed = false
    push('reload', null)
  }
  send(channel: string, ...args: unknown[]): void {
    push('send', { channel, args })
  }
  /** Runs in the page that the test has opened. */
  executeJavaScript(code: string): Promise<unknown> {
    evaluations += 1
    const id = evaluations
    push('evaluate', { id, code })
    return new Promise((resolve, reject) => {
      evaluating.set(id, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))))
    })
  }
  setZoomFactor(factor: number): void {
    this.zoom = factor
  }
  getZoomFactor(): number {
    return this.zoom
  }
  isCrashed(): boolean {
    return this.crashed
  }
  setWindowOpenHandler(handler: WebContents['windowOpenHandler']): void {
    this.windowOpenHandler = handler
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>
  readonly webContents: WebContents
  bounds: Bounds
  shown = false
  maximised = false
  minimised = false
  destroyed = false
  focused = 0

  constructor(options: Record<string, unknown>) {
    super()
    if (!app.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    const { x = 40, y = 30, width = 800, height = 600 } = options as Partial<Bounds>
    this.bounds = { x, y, width, height }
    this.webContents = new WebContents()
    app.windows.add(this)
    setImmediate(() => this.emit('ready-to-show'))
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused += 1
  }
  maximize(): void {
    this.maximised = true
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isMinimized(): boolean {
    return this.minimised
  }
  restore(): void {
    this.minimised = false
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getNormalBounds(): Bounds {
    return this.bounds
  }
  close(): void {
    if (this.destroyed) return
    if (emitPreventable(this, 'close')) return
    this.destroyed = true
    this.emit('closed')
    app.windowClosed(this)
  }
}

/** The program's window. */
export function mainWindow(): BrowserWindow {
  for (const window of app.windows) if (window instanceof BrowserWindow) return window
  throw new Error('there is no window')
}

operation('window', () => {
  const { options, bounds, shown, maximised, minimised, focused, webContents } = mainWindow()
  return { options, bounds, shown, maximised, minimised, focused, zoom: webContents.zoom, url: webContents.mainFrame.url }
})
operation('place', (place: Partial<Pick<BrowserWindow, 'bounds' | 'maximised' | 'minimised'>>) => {
  Object.assign(mainWindow(), place)
})
operation('close', () => mainWindow().close())
operation('contentsEvent', (event: { name: string; detail?: object }) => {
  return emitPreventable(mainWindow().webContents, event.name, event.detail)
})
operation('zoomBy', (direction: 'in' | 'out') => {
  mainWindow().webContents.emit('zoom-changed', {}, direction)
})
operation('openWindow', (url: string) => mainWindow().webContents.windowOpenHandler({ url }).action)
operation('crashPage', () => {
  const { webContents } = mainWindow()
  webContents.crashed = true
  webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
})
operation('evaluated', (outcome: { id: number; value?: unknown; error?: string }) => {
  evaluating.get(outcome.id)?.(outcome)
  evaluating.delete(outcome.id)
})
