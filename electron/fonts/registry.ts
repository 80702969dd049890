/** Fonts of Windows, by the lists in its registry: those for everybody, and those a person installed for themselves. */
import { execFile } from 'node:child_process'
import { win32 } from 'node:path'
import { promisify } from 'node:util'
import type { FontFace } from './face.ts'
import { readFaces } from './sfnt.ts'

const run = promisify(execFile)

const LIMITS = { timeout: 10_000, maxBuffer: 32 * 1024 * 1024, windowsHide: true } as const
const KEYS = ['HKLM', 'HKCU'].map((root) => `${root}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`)

/** All upright faces that can be measured. */
export async function registeredFaces(): Promise<readonly FontFace[]> {
  const output = (await Promise.all(KEYS.map(readKey))).join('\n')
  const faces = facesOfRegistry(output, win32.join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'))
  const files = [...new Set(faces.filter(({ path }) => isCollection(path)).map(({ path }) => path))]
  // Which face of a collection has which name is only in the collection.
  const collections = await Promise.all(files.map(readFaces))
  return [...faces.filter(({ path }) => !isCollection(path)), ...collections.flat()]
}

/** The faces in the output of `reg query` on a list of fonts: "    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc". `folder` is that of files without one. */
export function facesOfRegistry(output: string, folder: string): readonly FontFace[] {
  return output.split(/\r?\n/).flatMap((line): FontFace[] => {
    const [, names = '', file = ''] = /^\s+(.+?)\s+(?:\([^)]*\)\s+)?REG_SZ\s+(.+?)\s*$/.exec(line) ?? []
    if (!/\.(ttf|ttc|otf|otc)$/i.test(file) || / (Italic|Oblique)$/i.test(names)) return []
    const path = win32.isAbsolute(file) ? file : win32.join(folder, file)
    const weight = names.endsWith(' Bold') ? 700 : 400
    return names.split('&').map((name, index) => ({ path, index, families: [name.trim().replace(/ (Bold|Regular)$/, '')], weight }))
  })
}

function isCollection(path: string): boolean {
  return /\.(ttc|otc)$/i.test(path)
}

async function readKey(key: string): Promise<string> {
  try {
    // Without a code page of its own, reg writes Chinese names in the system's.
    const { stdout } = await run('cmd', ['/d', '/c', `chcp 65001>nul & reg query "${key}"`], { ...LIMITS, windowsVerbatimArguments: true })
    return stdout
  } catch {
    return ''
  }
}
