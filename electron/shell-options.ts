/** What the desktop program is started with. */
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { dataFolder, defaultLibraryFile } from './paths.ts'

export interface ShellOptions {
  /** Absolute path of the library. */
  readonly libraryFile: string
  /** Own folder of this library's window: lock of the single instance, window state, the engine's caches. */
  readonly userData: string
  /** True when the program is to check itself and end. */
  readonly selftest: boolean
}

/** Reads `--library=FILE` (or `--library FILE`) and GONGBAO_SELFTEST=1; other arguments belong to the engine. */
export function readShellOptions(argv: readonly string[], env: NodeJS.ProcessEnv): ShellOptions {
  const libraryFile = resolve(flagValue(argv, '--library') ?? defaultLibraryFile())
  const selftest = env.GONGBAO_SELFTEST === '1'
  // A selftest leaves nothing behind outside the folder of its library.
  const folder = selftest ? dirname(libraryFile) : dataFolder(env)
  return { libraryFile, userData: join(folder, 'window', libraryKey(libraryFile)), selftest }
}

/** The same for every spelling of one file's path (links, and case on Windows). 16 hex digits. */
export function libraryKey(file: string): string {
  const path = realFile(file)
  return createHash('sha256').update(process.platform === 'win32' ? path.toLowerCase() : path).digest('hex').slice(0, 16)
}

function realFile(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    // Not made yet: its folder may be reached through a link all the same.
    const folder = dirname(file)
    return folder === file ? file : join(realFile(folder), basename(file))
  }
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`))
  const found = argv[at]
  if (found === undefined) return undefined
  return found === flag ? argv[at + 1] : found.slice(flag.length + 1)
}
