/** `app`: life cycle, paths, and the lock of the single instance (a file with the first one's pid; SIGUSR2 wakes it). */
import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emitPreventable, operation, push } from './control.ts'

const paths = new Map<string, string>([['documents', join(tmpdir(), 'Documents')]])
let sandboxed = false

class App extends EventEmitter {
  readonly windows = new Set<{ close(): void }>()
  isReady = false
  private quitting = false

  setPath(name: string, path: string): void {
    // As Electron does.
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path}`)
    paths.set(name, path)
  }
  getPath(name: string): string {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  getVersion(): string {
    return '0.0.0-stand-in'
  }
  enableSandbox(): void {
    if (this.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    sandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), 'stand-in.lock')
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (holder !== 0 && alive(holder)) {
      process.kill(holder, 'SIGUSR2')
      return false
    }
    writeFileSync(lock, String(process.pid))
    process.on('SIGUSR2', () => this.emit('second-instance', {}, [], '', null))
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  }
  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.isReady = true
  }
  windowClosed(window: { close(): void }): void {
    this.windows.delete(window)
    // As Electron does: who has asked to quit is not asked once more.
    if (this.windows.size > 0 || this.quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }
  quit(): void {
    push('quit', null)
    this.quitting = true
    for (const window of this.windows) window.close()
    // A window that did not close has called it off.
    this.quitting = this.windows.size === 0
    if (this.quitting && !emitPreventable(this, 'will-quit')) this.exit(0)
  }
  relaunch(): void {
    push('relaunch', null)
  }
  exit(code = 0): void {
    process.exit(code)
  }
}

export const app = new App()

operation('app', () => ({ sandboxed, userData: app.getPath('userData') }))
operation('quit', () => app.quit())

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
