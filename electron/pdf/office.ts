/** LibreOffice, which turns a Word file into the pages that are measured. Nothing else of the program needs it. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A minute is what the longest notice takes on the slowest machine, several times over. */
const LIMIT = 180_000

/** How to have it, in Chinese. */
export const OFFICE_HINT = '量 Word 文件要用 LibreOffice 排出页面，这台机器上没有找到。Debian、Ubuntu 上运行 apt install libreoffice-writer，Windows、macOS 请从 libreoffice.org 安装；或者把文件存成 PDF 再量'

/** Why a Word file could not be turned into pages; the message is for the person. */
export class OfficeFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'OfficeFault'
  }
}

/** Path of LibreOffice's command: in PATH, or where its installers put it; null where it is not installed. */
export function findLibreOffice(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const ending = platform === 'win32' ? '.exe' : ''
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const installed = platform === 'win32' ? [env.PROGRAMFILES ?? 'C:\\Program Files', env['PROGRAMFILES(X86)'] ?? ''].filter((folder) => folder !== '').map((folder) => join(folder, 'LibreOffice\\program')) : platform === 'darwin' ? ['/Applications/LibreOffice.app/Contents/MacOS'] : []
  return [...folders, ...installed].flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name + ending))).find((path) => existsSync(path)) ?? null
}

/** The bytes of the PDF that LibreOffice makes of a Word file, in a profile of its own that is thrown away. Throws `OfficeFault`. */
export async function convertWord(bytes: Uint8Array, env: NodeJS.ProcessEnv = process.env): Promise<Uint8Array> {
  const office = findLibreOffice(env)
  if (office === null) throw new OfficeFault(OFFICE_HINT)
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-measure-'))
  try {
    await writeFile(join(folder, 'file.docx'), bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    await run(office, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'file.docx')], { env, timeout: LIMIT, killSignal: 'SIGKILL', windowsHide: true })
    return new Uint8Array(await readFile(join(folder, 'file.pdf')))
  } catch (error) {
    const killed = typeof error === 'object' && error !== null && 'killed' in error && error.killed === true
    throw new OfficeFault(killed ? 'LibreOffice 三分钟还没有排完，已经停下' : 'LibreOffice 没有排出这个文件，它可能不是 Word 文件或已经损坏', error)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
