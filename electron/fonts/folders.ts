/** Fonts of macOS, and of a Linux without fontconfig's tools: every font file in the folders that systems keep them in. */
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { FontFace } from './face.ts'
import { readFaces } from './sfnt.ts'

const FOLDERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')],
  linux: ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts')],
}

/** Where macOS puts the fonts that it fetches when they are first used (仿宋, 楷体), in folders named com_apple_MobileAsset_Font7 and the like. */
const FETCHED = '/System/Library/AssetsV2'

/** Faces by file and the moment of its last change: a file that stays the same is read once. */
const read = new Map<string, Promise<readonly FontFace[]>>()

/** All upright faces in the system's font folders. */
export async function facesInFolders(folders?: readonly string[]): Promise<readonly FontFace[]> {
  const found: FontFace[] = []
  for (const folder of folders ?? (await systemFolders())) for (const file of await fontFiles(folder)) found.push(...(await facesOf(file)))
  return found
}

async function systemFolders(): Promise<readonly string[]> {
  const fetched = process.platform === 'darwin' ? await readdir(FETCHED).catch(() => []) : []
  return [...(FOLDERS[process.platform] ?? []), ...fetched.filter((name) => name.includes('_Font')).map((name) => join(FETCHED, name))]
}

async function fontFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true })
    return names.filter((name) => /\.(ttf|ttc|otf|otc)$/i.test(name)).sort().map((name) => join(folder, name))
  } catch {
    // Not every system has every folder.
    return []
  }
}

async function facesOf(file: string): Promise<readonly FontFace[]> {
  const stats = await stat(file).catch(() => null)
  const key = `${file}\n${stats?.mtimeMs ?? ''}`
  const faces = read.get(key) ?? readFaces(file)
  read.set(key, faces)
  return faces
}
