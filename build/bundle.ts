/**
 * Builds what changed into dist/: the interface (Vite) and the machine (esbuild) each carry a stamp, the hash of
 * everything that goes into them, so that a start without changes builds nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { ROOT, toolPath } from './tasks/run.ts'

/** The machine's programs, one file each in dist/electron. */
const ENTRIES = ['main', 'preload', 'service-process', 'server', 'cli'] as const

/** What is taken from outside the bundle at run time. */
const EXTERNAL = ['electron', 'better-sqlite3']

/** pdfkit's other build finds its data by an address that a bundle does not have; pdf.js as it is shipped for use is half as large. */
const ALIASES = {
  pdfkit: join(ROOT, 'node_modules/pdfkit/js/pdfkit.js'),
  'pdfjs-dist/legacy/build/pdf.mjs': join(ROOT, 'node_modules/pdfjs-dist/legacy/build/pdf.min.mjs'),
  'pdfjs-dist/legacy/build/pdf.worker.mjs': join(ROOT, 'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
}

export interface BundleOptions {
  /** Build even where nothing changed. */
  readonly force?: boolean
  /** Only these parts; both without it. The terminal needs no interface. */
  readonly parts?: readonly Part[]
}

export type Part = '界面' | '程序'

/** Builds the parts of dist/ whose inputs changed since they were built; says so in one line each. Throws when a build fails. */
export async function bundle({ force = false, parts = ['界面', '程序'] }: BundleOptions = {}): Promise<void> {
  const dist = join(ROOT, 'dist')
  const page = ['renderer', 'shared', 'vite.config.ts', 'build/slate-react.ts', 'package-lock.json']
  const machine = ['electron', 'shared', 'templates', 'build/bundle.ts', 'build/resources', 'package-lock.json']
  if (parts.includes('界面')) await whenChanged('界面', join(dist, 'renderer'), page, force, buildRenderer)
  if (parts.includes('程序')) await whenChanged('程序', join(dist, 'electron'), machine, force, () => bundleMachine(dist))
}

/**
 * Builds the machine's programs and copies their data into `dist` (absolute). Entries that do not exist are left out. What did not
 * change is not touched and what did takes its place whole, because a program may be starting from there at this moment: two
 * first commands in two terminals, or the terminal beside the open window.
 */
export async function bundleMachine(dist: string): Promise<void> {
  const folder = join(dist, 'electron')
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.map((name) => join(ROOT, 'electron', `${name}.ts`)).filter((file) => existsSync(file)),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    external: EXTERNAL,
    alias: ALIASES,
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  })
  const icon = readFileSync(join(ROOT, 'build/resources/icons/256x256.png'))
  mkdirSync(dist, { recursive: true })
  const beside = mkdtempSync(join(dist, '.new-'))
  try {
    placeAll(folder, new Map(outputFiles.map(({ path, contents }) => [relative(folder, path), contents])), beside)
    placeAll(join(dist, 'templates'), contentsOf(join(ROOT, 'templates')), beside)
    placeAll(join(dist, 'pdfjs'), pdfjsData(), beside)
    place(join(dist, 'icon.png'), icon, beside)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

/** What pdf.js reads files without fonts of their own with, as it lies in its package. */
function pdfjsData(): ReadonlyMap<string, Buffer> {
  const folders = ['cmaps', 'standard_fonts'].map((name) => [name, contentsOf(join(ROOT, 'node_modules/pdfjs-dist', name))] as const)
  return new Map(folders.flatMap(([name, files]) => [...files].map(([file, bytes]) => [join(name, file), bytes] as const)))
}

/** Makes a folder hold these files and no others. */
function placeAll(folder: string, files: ReadonlyMap<string, Uint8Array>, beside: string): void {
  for (const [name, bytes] of files) place(join(folder, name), bytes, beside)
  for (const name of contentsOf(folder).keys()) if (!files.has(name)) rmSync(join(folder, name), { force: true })
}

function place(path: string, bytes: Uint8Array, beside: string): void {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return
  const written = join(beside, basename(path))
  writeFileSync(written, bytes)
  mkdirSync(dirname(path), { recursive: true })
  renameSync(written, path)
}

/** The files of a folder by their names in it; none where it does not exist. */
function contentsOf(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ parentPath, name }) => [relative(folder, join(parentPath, name)), readFileSync(join(parentPath, name))]))
}

function buildRenderer(): void {
  const done = spawnSync(process.execPath, [toolPath('vite'), 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' })
  if (done.status !== 0) throw new Error('vite build')
}

async function whenChanged(
  name: Part,
  folder: string,
  inputs: readonly string[],
  force: boolean,
  make: () => Promise<void> | void,
): Promise<void> {
  const stamp = join(ROOT, 'dist/stamps', folder.slice(dirname(folder).length + 1))
  const wanted = hashOf(inputs)
  if (!force && existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write(`正在生成${name}…\n`)
  rmSync(stamp, { force: true })
  await make()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Hash of the names and contents of files and folders, given relative to the root. */
function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesOf(input)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(input: string): readonly string[] {
  const path = join(ROOT, input)
  if (!existsSync(path)) return []
  if (!/\.[a-z]+$/.test(input)) {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: `${input}/${entry.name}`, folder: entry.isDirectory() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name, folder }) => (folder ? filesOf(name) : [name]))
  }
  return [input]
}
