/** Which fonts this machine has, so that a missing one is named before a Word file is written. No font is shipped. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { GazetteTemplate } from '../../shared/layout/gazette.ts'

const run = promisify(execFile)

/** Windows and the makers of fonts know a font by a Latin name too; each line is one font. */
const NAMES: readonly (readonly string[])[] = [
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['仿宋', 'FangSong'],
  ['楷体', 'KaiTi'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
]

/** The families that a template asks for, each once, in the order of its slots. */
export function fontsOf({ fonts }: GazetteTemplate): readonly string[] {
  return [...new Set(Object.values(fonts))]
}

/** Those of `families` that are not installed here. Empty where the machine cannot be asked. */
export async function missingFonts(families: readonly string[]): Promise<readonly string[]> {
  const installed = await installedFamilies()
  return installed === undefined ? [] : absentFrom(installed, families)
}

/** Those of `families` that no name in `installed` means; letter case and spaces do not count. */
export function absentFrom(installed: readonly string[], families: readonly string[]): readonly string[] {
  const known = new Set(installed.map(plain))
  return families.filter((family) => !namesOf(family).some((name) => known.has(name)))
}

/** The family names in the output of `fc-list : family`: several names of one font stand in one line, with commas between. */
export function familiesOfFcList(output: string): readonly string[] {
  return output.split(/[\n,]/).map((name) => name.replaceAll('\\-', '-').trim()).filter((name) => name !== '')
}

/** The names in the output of `reg query` on a list of fonts: "    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc". */
export function familiesOfRegistry(output: string): readonly string[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const name = /^\s+(.+?)\s+(?:\([^)]*\)\s+)?REG_SZ\s/.exec(line)?.[1]
    return name === undefined ? [] : name.split('&').map((one) => one.trim())
  })
}

async function installedFamilies(): Promise<readonly string[] | undefined> {
  try {
    if (process.platform === 'linux') return familiesOfFcList((await run('fc-list', [':', 'family'], LIMITS)).stdout)
    if (process.platform === 'win32') {
      const families = familiesOfRegistry((await Promise.all(FONT_KEYS.map(registryKey))).join('\n'))
      return families.length > 0 ? families : undefined
    }
  } catch {
    // No fontconfig tools, no rights: nothing is known, and nothing is said.
  }
  return undefined
}

const LIMITS = { timeout: 10_000, maxBuffer: 32 * 1024 * 1024, windowsHide: true } as const
/** Fonts for everybody, and those a person installed for themselves. */
const FONT_KEYS = ['HKLM', 'HKCU'].map((root) => `${root}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`)

async function registryKey(key: string): Promise<string> {
  try {
    // Without a code page of its own, reg writes Chinese names in the system's.
    const { stdout } = await run('cmd', ['/d', '/c', `chcp 65001>nul & reg query "${key}"`], { ...LIMITS, windowsVerbatimArguments: true })
    return stdout
  } catch {
    return ''
  }
}

function namesOf(family: string): readonly string[] {
  const names = NAMES.find((line) => line.some((name) => plain(name) === plain(family))) ?? [family]
  return names.map(plain)
}

function plain(name: string): string {
  return name.replace(/\s/g, '').toLowerCase()
}
