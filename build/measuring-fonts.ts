/**
 * The fonts that pages are measured with: Fandol, Noto Serif CJK, Liberation. Those that are not installed come from Debian's
 * packages, unpacked into the person's cache (every clone on the machine uses them) and not installed.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const FONTS = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gongbao/measuring-fonts')

interface FontSet {
  /** What stands for its folder in test/word/fonts.conf. */
  readonly mark: string
  readonly package: string
  readonly folder: string
  readonly files: readonly string[]
}

const SETS: readonly FontSet[] = [
  {
    mark: '@FANDOL@',
    package: 'texlive-lang-chinese',
    folder: '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
    files: ['FandolFang-Regular.otf', 'FandolKai-Regular.otf', 'FandolHei-Regular.otf', 'FandolSong-Regular.otf', 'FandolSong-Bold.otf'],
  },
  { mark: '@NOTO@', package: 'fonts-noto-cjk', folder: '/usr/share/fonts/opentype/noto', files: ['NotoSerifCJK-Regular.ttc'] },
  { mark: '@LIBERATION@', package: 'fonts-liberation', folder: '/usr/share/fonts/truetype/liberation', files: ['LiberationSerif-Regular.ttf', 'LiberationSerif-Bold.ttf'] },
]

/** How to have the fonts, in one line. */
export const FONTS_HINT = '没有找到测量用的字体。在 Debian、Ubuntu 上运行 node build/launch.mjs fonts，再运行 npm run word'

/**
 * Path of a fontconfig file with the measuring fonts alone, for FONTCONFIG_FILE; written from test/word/fonts.conf.
 * Undefined where a font is missing.
 */
export function measuringFontconfig(): string | undefined {
  let config = readFileSync(join(ROOT, 'test/word/fonts.conf'), 'utf8').replaceAll('@CACHE@', join(ROOT, '.cache/fontconfig'))
  for (const set of SETS) {
    const folder = folderOf(set)
    if (folder === undefined) return undefined
    config = config.replaceAll(set.mark, folder)
  }
  const file = join(ROOT, '.cache/fonts.conf')
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  // Suites may run side by side, and a file that does not change is never half-written.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== config) writeFileSync(file, config)
  return file
}

/** Fetches what is missing with apt-get, which needs no rights for it. Throws with what apt-get said. */
export function fetchMeasuringFonts(): void {
  for (const set of SETS) if (folderOf(set) === undefined) fetch(set)
}

/** Where all files of a set are: installed, or unpacked here. */
function folderOf({ package: name, folder, files }: FontSet): string | undefined {
  return [folder, join(FONTS, name)].find((place) => files.every((file) => existsSync(join(place, file))))
}

function fetch({ package: name, folder, files }: FontSet): void {
  const work = mkdtempSync(join(tmpdir(), 'gongbao-fonts-'))
  try {
    download(name, work)
    const deb = readdirSync(work).find((file) => file.endsWith('.deb'))
    if (deb === undefined) throw new Error(`apt-get download ${name}: no file`)
    run('dpkg-deb', ['-x', deb, 'unpacked'], work)
    mkdirSync(join(FONTS, name), { recursive: true })
    for (const file of files) copyFileSync(join(work, 'unpacked', folder, file), join(FONTS, name, file))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function download(name: string, folder: string): void {
  try {
    run('apt-get', ['download', '-qq', name], folder)
  } catch {
    // On a bare machine the list of packages was never fetched, or it is old.
    run('apt-get', ['update', '-qq'], folder)
    run('apt-get', ['download', '-qq', name], folder)
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? done.stderr.trim()}`)
}
