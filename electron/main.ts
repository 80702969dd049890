/**
 * The desktop shell. Puts its parts together and forwards: the page's calls to the service process, its replies and
 * events to the page, its asks to the dialogs.
 *
 * A launcher that started it with an IPC channel is told `{kind: 'gongbao.ready'}` when the page has drawn its first
 * screen, `{kind: 'gongbao.elsewhere'}` when the library's window was open already and has been brought to the front,
 * and `{kind: 'gongbao.selftest', report}` at the end of a selftest.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, utilityProcess } from 'electron'
import { answerAsk, askRestart } from './dialogs.ts'
import { menuTemplate } from './menu.ts'
import { runSelftest } from './selftest.ts'
import { openServiceLink, type ServiceLink } from './service-link.ts'
import { readShellOptions } from './shell-options.ts'
import { servePage } from './transport/ipc.ts'
import type { ServiceOptions } from './transport/messages.ts'
import { confine, openMainWindow, registerPageScheme, servePageFiles, type MainWindow } from './window.ts'

/** How long the services may take to close the library, in milliseconds. */
const CLOSE_LIMIT = 5000
const BUILT = join(__dirname, '..')

const options = readShellOptions(process.argv, process.env)
const fault = folderFault(options.userData)
if (fault === null) {
  app.setPath('userData', options.userData)
  app.enableSandbox()
  registerPageScheme()
  // The lock lies in userData, so there is one window for each library.
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
  else tellLauncher({ kind: 'gongbao.elsewhere' }, () => app.exit(0))
} else void app.whenReady().then(() => cannotStart(fault))

/** Makes the folder; why it cannot be made, or null. */
function folderFault(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A dialog before the program is ready would be no window on Linux, but a line that nobody sees. */
function cannotStart(why: string): void {
  const next = '请检查这个位置能否写入、磁盘是否已满，再打开公报。已有的资料不受影响。'
  dialog.showErrorBox('公报打不开', `建不了放数据的文件夹：${options.userData}\n${next}\n\n${why}`)
  app.exit(1)
}

function start(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
  servePageFiles(join(BUILT, 'renderer'), { image: (sha256) => services.image(sha256), font: (id) => services.font(id) })
  const services = startServices(() => window)
  servePage({
    window: () => window.browser,
    call: (channel, request) => services.call(channel, request),
    upload: (name, bytes) => services.upload(name, bytes),
    closeReady: () => window.closeReady(),
  })
  const window = openMainWindow(join(options.userData, 'window.json'))
  setMenu(window)
  app.on('second-instance', () => window.bringToFront())
  // Whatever ends the program waits for the services: the library is closed in order, its log folded back into it.
  app.on('will-quit', (event) => {
    event.preventDefault()
    void services.close(CLOSE_LIMIT).then(() => app.exit(exitCode))
  })
}

let exitCode = 0

function startServices(window: () => MainWindow): ServiceLink {
  const service: ServiceOptions = { libraryFile: options.libraryFile, resources: BUILT, version: app.getVersion() }
  return openServiceLink({
    start: () =>
      utilityProcess.fork(join(__dirname, 'service-process.cjs'), [JSON.stringify(service)], { serviceName: 'Gongbao services' }),
    event: (event) => window().send(event),
    ask: (ask) => answerAsk(window().browser, ask),
    pageReady: () => {
      window().pageReady()
      tellLauncher({ kind: 'gongbao.ready' })
      if (options.selftest) void selftest(window())
    },
    gaveUp: () => void restart(window()),
  })
}

async function restart({ browser }: MainWindow): Promise<void> {
  if (!(await askRestart(browser))) return
  app.relaunch()
  app.quit()
}

function setMenu(window: MainWindow): void {
  const template = menuTemplate({
    run: (command) => window.send({ kind: 'shell.command', command }),
    zoom: (change) => window.setZoom(change(window.browser.webContents.getZoomFactor())),
    quit: () => app.quit(),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

async function selftest({ browser }: MainWindow): Promise<void> {
  const report = await runSelftest({
    evaluate: (code) => browser.webContents.executeJavaScript(code) as Promise<unknown>,
    folder: options.userData,
    versions: { ...process.versions },
  })
  exitCode = report.ok ? 0 : 1
  tellLauncher({ kind: 'gongbao.selftest', report }, () => browser.close())
}

/** Without a launcher there is nobody to tell. `told` runs when the message is out, or at once. */
function tellLauncher(message: object, told: () => void = () => undefined): void {
  if (process.send) process.send(message, told)
  else told()
}
