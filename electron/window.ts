/** The one window: how it is made, what its page may not do, and how it closes without losing the last second of work. */
import { join } from 'node:path'
import { app, BrowserWindow, protocol, screen, session, type WebContents } from 'electron'
import type { ApiEvent } from '../shared/api/events.ts'
import { askReload } from './dialogs.ts'
import { blobAnswer, type ServedFiles } from './transport/blob-answer.ts'
import { PAGE } from './transport/ipc.ts'
import { CLOSE_COMMAND, IPC } from './transport/messages.ts'
import { pageAnswer } from './transport/page-files.ts'
import { clampZoom, LEAST_SIZE, readWindowState, writeWindowState } from './window-state.ts'

/** How long the page may take to save before its window closes, in milliseconds. */
const CLOSE_LIMIT = 3000

export interface MainWindow {
  readonly browser: BrowserWindow
  /** Sends an event to the page; lost when the page is not there. */
  send(event: ApiEvent): void
  /** The page has drawn its first screen: from now on closing waits for it. */
  pageReady(): void
  /** The page has saved; the close that was asked for goes on. */
  closeReady(): void
  bringToFront(): void
  /** Sets the zoom factor (1 is 100 %), inside its limits. */
  setZoom(factor: number): void
}

/** Before the app is ready: makes the page's scheme one with an origin, like https. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE.scheme, privileges }])
}

/**
 * Serves the built interface, the library's images and the fonts that pages are drawn with under the page's scheme and closes every
 * other way out of the page. `folder` is absolute.
 */
export function servePageFiles(folder: string, files: ServedFiles): void {
  protocol.handle(PAGE.scheme, async ({ url, method }) => {
    // Not `URL`: it would resolve "..", which is to be seen and refused here.
    const path = url.startsWith(`${PAGE.origin}/`) ? url.slice(PAGE.origin.length).replace(/[?#].*$/, '') : null
    if (path === null || method !== 'GET') return new Response('404', { status: 404 })
    const { status, headers, body } = (await blobAnswer(path, files)) ?? (await pageAnswer(folder, path))
    return new Response(body, { status, headers: { ...headers } })
  })
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  // The program works offline: whatever asks for the network is a mistake or an attack.
  defaultSession.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] }, (_details, decide) =>
    decide({ cancel: true }),
  )
}

/** For every page that ever comes up: no other address, no new window, no embedded page. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Opens the window and loads the page. `stateFile` remembers place, size and zoom. */
export function openMainWindow(stateFile: string): MainWindow {
  const state = readWindowState(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const browser = new BrowserWindow({
    ...(state.bounds ?? { width: 1366, height: 768 }),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: '公报',
    backgroundColor: '#E9EAEC',
    icon: join(__dirname, '../icon.png'),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be downloaded, and it knows no Chinese.
      spellcheck: false,
    },
  })
  const contents = browser.webContents
  let zoom = state.zoom
  let ready = false
  const setZoom = (factor: number): void => {
    zoom = clampZoom(factor)
    contents.setZoomFactor(zoom)
  }
  contents.on('did-finish-load', () => setZoom(zoom))
  contents.on('zoom-changed', (_event, direction) => setZoom(zoom + (direction === 'in' ? 0.1 : -0.1)))
  browser.once('ready-to-show', () => {
    if (state.maximised) browser.maximize()
    browser.show()
  })
  const send = (event: ApiEvent): void => {
    if (!browser.isDestroyed() && !contents.isCrashed()) contents.send(IPC.event, event)
  }
  const closing = waitForPage(browser, () => ready, send)
  browser.on('close', () => remember(browser, stateFile, zoom))
  contents.on('render-process-gone', (_event, { reason }) => {
    ready = false
    if (reason !== 'clean-exit') void reload(browser)
  })
  void contents.loadURL(`${PAGE.origin}/`)
  return {
    browser,
    send,
    pageReady: () => void (ready = true),
    closeReady: closing,
    bringToFront: () => {
      if (browser.isMinimized()) browser.restore()
      browser.show()
      browser.focus()
    },
    setZoom,
  }
}

/** Holds the first close back until the page has saved or the limit is over. Returns what the page's answer calls. */
function waitForPage(browser: BrowserWindow, ready: () => boolean, send: (event: ApiEvent) => void): () => void {
  let limit: NodeJS.Timeout | null = null
  let mayClose = false
  const goOn = (): void => {
    if (!limit || mayClose) return
    clearTimeout(limit)
    mayClose = true
    browser.close()
  }
  browser.on('close', (event) => {
    if (mayClose || !ready()) return
    event.preventDefault()
    if (limit) return
    limit = setTimeout(goOn, CLOSE_LIMIT)
    send({ kind: 'shell.command', command: CLOSE_COMMAND })
  })
  return goOn
}

async function reload(browser: BrowserWindow): Promise<void> {
  if (await askReload(browser)) browser.webContents.reload()
  else app.quit()
}

function remember(browser: BrowserWindow, stateFile: string, zoom: number): void {
  try {
    writeWindowState(stateFile, { bounds: browser.getNormalBounds(), maximised: browser.isMaximized(), zoom })
  } catch (error) {
    // A window that opens in another place next time is no reason not to close.
    console.error(`${stateFile}: ${String(error)}`)
  }
}
