/**
 * Builds what changed into dist/: the interface (Vite) and the machine (esbuild) each carry a stamp, the hash of
 * everything that goes into them, so that a start without changes builds nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { build, type OutputFile } from 'esbuild'
import { apart, FEWER_LANGUAGES, LIBRARY_ENTRIES, LIBRARY_FOLDER } from './libraries.ts'
import { ROOT, toolPath } from './tasks/run.ts'

/** The machine's programs, one file each in dist/electron. */
const ENTRIES = ['main', 'preload', 'service-process', 'server', 'cli'] as const

/** What is taken from outside the bundle at run time. */
const EXTERNAL = ['electron', 'better-sqlite3']

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
  const machine = ['electron', 'shared', 'templates', 'build/bundle.ts', 'build/libraries.ts', 'build/resources', 'package-lock.json']
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
  const [libraries, programs] = await Promise.all([buildLibraries(join(folder, LIBRARY_FOLDER)), buildPrograms(folder)])
  const icon = readFileSync(join(ROOT, 'build/resources/icons/256x256.png'))
  mkdirSync(dist, { recursive: true })
  const beside = mkdtempSync(join(dist, '.new-'))
  try {
    // First what the programs load.
    placeAll(folder, new Map([...libraries, ...programs].map(({ path, contents }) => [relative(folder, path), contents])), beside)
    placeAll(join(dist, 'templates'), contentsOf(join(ROOT, 'templates')), beside)
    placeAll(join(dist, 'pdfjs'), pdfjsData(), beside)
    place(join(dist, 'icon.png'), icon, beside)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

/** Written in ASCII: Node reads and compiles that quicker, and in half the memory. */
const MADE = {
  absWorkingDir: ROOT,
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // `import()` becomes `require`, as all else: the libraries have no names that Node would find in their text.
  supported: { 'dynamic-import': false },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  charset: 'ascii',
  logLevel: 'error',
} as const

async function buildPrograms(outdir: string): Promise<readonly OutputFile[]> {
  const entryPoints = ENTRIES.map((name) => join(ROOT, 'electron', `${name}.ts`)).filter((file) => existsSync(file))
  const plugins = [apart(`./${LIBRARY_FOLDER}`), FEWER_LANGUAGES]
  const { outputFiles } = await build({ ...MADE, entryPoints, outdir, external: EXTERNAL, plugins, sourcemap: 'linked', sourcesContent: false })
  return outputFiles
}

async function buildLibraries(outdir: string): Promise<readonly OutputFile[]> {
  const { outputFiles } = await build({ ...MADE, entryPoints: LIBRARY_ENTRIES, outdir, plugins: [apart('.')], minifyWhitespace: true, minifySyntax: true })
  return outputFiles
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
