/** Writing a file so that at every moment its place holds the old file or the whole new one. */
import { randomBytes } from 'node:crypto'
import { access, constants, lstat, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Refusal } from '../../shared/api/reply.ts'
import { fileRefusal } from './file-faults.ts'
import { lockBeside } from './lock-file.ts'

/** How often a target that another program holds is tried again (virus scanners let go quickly), and the pause in milliseconds. */
const RETRIES = 5
const PAUSE_MS = 100

/** Bytes of a file name that every common file system takes. */
const LONGEST_NAME = 255

/**
 * Writes `bytes` beside `path` (absolute), flushes them to the disk and moves them into its place.
 * Refused: fileMissing (no such folder), badRequest (a folder is there, a name too long), readOnly, diskFull, and
 * busy, when the target is open in another program: the new file is then kept beside it and the refusal says where.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await checkedTarget(path)
  const folder = dirname(target)
  const written = join(folder, `.gongbao-${randomBytes(8).toString('hex')}.tmp`)
  try {
    await writeFlushed(written, bytes)
    const lock = await lockBeside(target)
    if (lock !== null || !(await movedInto(written, target))) throw busy(target, await keepBeside(written, target), lock)
  } catch (error) {
    await rm(written, { force: true })
    throw fileRefusal(target, error) ?? error
  }
  await flushFolder(folder)
}

/** Makes a folder with those above it. Refused: badRequest (a file is in the way), readOnly, diskFull. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    throw fileRefusal(path, error) ?? error
  }
}

/** The file to replace: behind a link the one that it leads to. Only plain files are replaced, never folders and devices. */
async function checkedTarget(path: string): Promise<string> {
  try {
    const folder = await stat(dirname(path))
    if (!folder.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
    const found = await lstat(path).catch(() => null)
    if (!found) return path
    const target = found.isSymbolicLink() ? await realpath(path) : path
    const file = await stat(target)
    if (!file.isFile()) throw Object.assign(new Error('not a file'), { code: file.isDirectory() ? 'EISDIR' : 'ENOTFILE' })
    await access(target, constants.W_OK)
    return target
  } catch (error) {
    throw fileRefusal(path, error) ?? error
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** False when another program holds the target. */
async function movedInto(written: string, target: string): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(written, target)
      return true
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error
      if (attempt === RETRIES) return false
      await setTimeout(PAUSE_MS)
    }
  }
}

/** Gives the written file the first free name of the kind "通知（另存1）.docx"; returns its path. */
async function keepBeside(written: string, target: string): Promise<string> {
  const taken = new Set(await readdir(dirname(target)))
  for (let count = 1; ; count += 1) {
    const name = nameBeside(basename(target), count)
    if (taken.has(name)) continue
    const path = join(dirname(target), name)
    // Taking the name first keeps two exports at once from writing over one another.
    if (!(await takeName(path))) continue
    await rename(written, path)
    return path
  }
}

async function takeName(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function nameBeside(name: string, count: number): string {
  const ending = `（另存${count}）${extname(name)}`
  let stem = Array.from(name.slice(0, name.length - extname(name).length))
  while (Buffer.byteLength(stem.join('') + ending) > LONGEST_NAME) stem = stem.slice(0, -1)
  return stem.join('') + ending
}

function busy(target: string, kept: string, lock: string | null): Refusal {
  const stale = lock === null ? '' : `。如果并没有程序打开它，请删去“${lock}”再导出`
  return new Refusal({
    code: 'busy',
    message: `“${basename(target)}”正在别的程序（Word、WPS）里打开，没有替换它`,
    safe: `新写的一份已经存为：${kept}`,
    next: `请关闭它再导出，或直接使用新的一份${stale}`,
    details: [kept],
  })
}

/** The new name must survive a power cut too; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
