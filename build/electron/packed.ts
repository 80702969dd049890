/** Looks into a packed program: is everything there that it needs, and nothing that it does not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIBRARY_ENTRIES, LIBRARY_FOLDER } from '../libraries.ts'

/** In the archive, by path. */
const NEEDED = [
  'package.json',
  'dist/electron/main.cjs',
  'dist/electron/preload.cjs',
  'dist/electron/service-process.cjs',
  ...LIBRARY_ENTRIES.map(({ out }) => `dist/electron/${LIBRARY_FOLDER}/${out}.cjs`),
  'dist/renderer/index.html',
  'dist/icon.png',
  'node_modules/better-sqlite3/lib/index.js',
]

/** Faults of a packed program in its `resources` folder, one line each in Chinese; none when it is whole. */
export function packFaults(resources: string): readonly string[] {
  const archive = join(resources, 'app.asar')
  if (!existsSync(archive)) return [`没有 ${archive}`]
  const files = filesInArchive(archive)
  const faults = NEEDED.filter((name) => !files.includes(name)).map((name) => `app.asar 里没有 ${name}`)
  if (!files.some((name) => /^dist\/templates\/.+\.json$/.test(name))) faults.push('app.asar 里没有模板')
  for (const name of packagesIn(files)) if (name !== 'better-sqlite3') faults.push(`app.asar 里有多余的包 ${name}`)
  const binaries = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  const native = existsSync(binaries) ? readdirSync(binaries) : []
  if (native.length !== 1) faults.push(`数据库程序应有一个解包的二进制文件，现有 ${native.length} 个`)
  return faults
}

/** An entry of an asar archive's index: folders have `files`. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
}

/** Paths of all files. An asar file begins with four 32-bit numbers, the last the length of the JSON index after them. */
function filesInArchive(archive: string): readonly string[] {
  const bytes = readFileSync(archive)
  const index = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const walk = (entry: Entry, path: string): readonly string[] =>
    entry.files ? Object.entries(entry.files).flatMap(([name, child]) => walk(child, path === '' ? name : `${path}/${name}`)) : [path]
  return walk(index, '')
}

function packagesIn(files: readonly string[]): ReadonlySet<string> {
  const names = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(file)?.[1])
  return new Set(names.filter((name) => name !== undefined))
}
