/** Holds sources against the table of rooms: which file may import what. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { importsOf, type Import } from './imports.ts'

/** What the files of one room may import beside one another. */
export interface Room {
  /** Rooms; a name grants the rooms below it too. */
  readonly rooms: readonly string[]
  /** Rooms of which only types may be taken. */
  readonly types?: readonly string[]
  /** npm packages by name; `node:` for whatever Node brings. */
  readonly packages: readonly string[]
}

/** Room by path: a folder, a file, or a folder ending in `/*` for each folder in it. The longest path that fits counts. */
export type Table = Readonly<Record<string, Room>>

export interface Source {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
}

const CODE = /\.(?:[cm]?[jt]s|tsx|jsx)$/

/** The project's own sources below `root`: all code of these folders and of the root itself. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  const inRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  return [...inRoot, ...below].filter((path) => CODE.test(path)).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** One line for each import that the table does not allow, and for each file that is in no room. */
export function breaches(table: Table, sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, text }) => {
    const room = roomOf(table, path)
    if (room === null) return [`${path} is in no room of the table`]
    return importsOf(path, text).flatMap((one) => {
      const fault = faultOf(table, room, path, one)
      return fault === null ? [] : [`${path}:${one.line} (${room.name}) ${fault}`]
    })
  })
}

/** Files that reach themselves by their imports, types included: what depends on one another in a circle is one piece in several files. */
export function circles(sources: readonly Source[]): readonly string[] {
  const next = new Map(sources.map(({ path, text }) => [path, importsOf(path, text).flatMap(({ specifier }) => targetOf(path, specifier ?? ''))]))
  return [...next.keys()].filter((path) => {
    const reached = new Set<string>()
    const waiting = [...(next.get(path) ?? [])]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (reached.has(one)) continue
      reached.add(one)
      waiting.push(...(next.get(one) ?? []))
    }
    return reached.has(path)
  })
}

/** The file that an import names; none for a package. */
function targetOf(path: string, specifier: string): readonly string[] {
  if (!specifier.startsWith('.')) return []
  return [normalize(join(dirname(path), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')]
}

interface Found {
  /** The room's own name: of a `/*` room, the folder that it is here. */
  readonly name: string
  readonly rules: Room
}

function faultOf(table: Table, { name, rules }: Found, path: string, { specifier, typeOnly }: Import): string | null {
  if (specifier === null) return 'imports something that cannot be read'
  if (!specifier.startsWith('.')) return packageFault(rules, specifier)
  const [target = ''] = targetOf(path, specifier)
  const other = roomOf(table, target)
  if (other === null) return `imports ${target}, which is in no room of the table`
  if (other.name === name || grants(rules.rooms, other.name)) return null
  if (!grants(rules.types ?? [], other.name)) return `may not import ${other.name} (${target})`
  return typeOnly ? null : `may take only types from ${other.name} (${target})`
}

function packageFault({ packages }: Room, specifier: string): string | null {
  if (specifier.startsWith('node:')) {
    return packages.includes('node:') || packages.includes(specifier) ? null : `may not import ${specifier}`
  }
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
  return packages.includes(name) ? null : `may not import ${name}`
}

function grants(granted: readonly string[], room: string): boolean {
  return granted.some((one) => room === one || room.startsWith(`${one}/`))
}

function roomOf(table: Table, path: string): Found | null {
  let best: Found | null = null
  for (const [pattern, rules] of Object.entries(table)) {
    const name = fitting(pattern, path)
    if (name !== null && name.length > (best?.name.length ?? -1)) best = { name, rules }
  }
  return best
}

function fitting(pattern: string, path: string): string | null {
  if (pattern.endsWith('/*')) {
    const parent = pattern.slice(0, -1)
    const folder = path.startsWith(parent) ? path.slice(parent.length).split('/') : []
    return folder.length > 1 ? `${parent}${folder[0] ?? ''}` : null
  }
  return path === pattern || path.startsWith(`${pattern}/`) ? pattern : null
}
