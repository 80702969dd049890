/** `dialog`, `shell`, `Menu`, `screen` and `utilityProcess`. A dialog waits for the answer that the test has laid ready. */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { operation, push } from './control.ts'

interface MenuItem {
  id?: string
  label?: string
  role?: string
  accelerator?: string
  type?: string
  click?: () => void
  submenu?: MenuItem[]
}

const answers: unknown[] = []
const opened: unknown[] = []
let openFault = ''
let menu: MenuItem[] = []
let displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
const services = new Set<ChildProcess>()

const show =
  (kind: string) =>
  (_window: unknown, options: unknown): Promise<unknown> => {
    push('dialog', { kind, options })
    if (answers.length === 0) throw new Error(`nobody answers the dialog ${kind}`)
    return Promise.resolve(answers.shift())
  }

export const dialog = {
  showSaveDialog: show('save'),
  showOpenDialog: show('open'),
  showMessageBox: show('message'),
  showErrorBox: (title: string, content: string) => push('errorBox', { title, content }),
}

export const shell = {
  openPath: (path: string): Promise<string> => {
    opened.push({ open: path })
    return Promise.resolve(openFault)
  },
  showItemInFolder: (path: string) => void opened.push({ reveal: path }),
}

export const Menu = {
  buildFromTemplate: (template: MenuItem[]): MenuItem[] => template,
  setApplicationMenu: (template: MenuItem[]) => void (menu = template),
}

export const screen = { getAllDisplays: () => displays }

export const utilityProcess = {
  fork(file: string, args: string[]): UtilityProcess {
    const child = fork(join(__dirname, 'utility.cjs'), [file, ...args], { execArgv: [], serialization: 'advanced' })
    services.add(child)
    child.once('exit', () => services.delete(child))
    return new UtilityProcess(child)
  },
}

class UtilityProcess extends EventEmitter {
  readonly child: ChildProcess
  constructor(child: ChildProcess) {
    super()
    this.child = child
    child.on('message', (message) => this.emit('message', message))
    child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object)
  }
  kill(): boolean {
    return this.child.kill()
  }
}

// A service that outlives its main process would hold the library.
process.on('exit', () => {
  for (const child of services) child.kill('SIGKILL')
})

operation('answer', (answer: unknown) => void answers.push(answer))
operation('opened', () => opened)
operation('openFault', (fault: string) => void (openFault = fault))
operation('menu', () => menu.map(plain))
operation('click', (id: string) => {
  const item = menu.flatMap(({ submenu = [] }) => submenu).find((entry) => entry.id === id)
  if (!item?.click) throw new Error(`no menu item ${id}`)
  item.click()
})
operation('displays', (workAreas: { x: number; y: number; width: number; height: number }[]) => {
  displays = workAreas.map((workArea) => ({ workArea }))
})
operation('services', () => [...services].map(({ pid }) => pid))
operation('killService', async () => {
  const [child] = services
  if (!child) throw new Error('no service process')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
})

function plain({ id, label, role, accelerator, type, submenu }: MenuItem): object {
  return JSON.parse(JSON.stringify({ id, label, role, accelerator, type, submenu: submenu?.map(plain) })) as object
}
