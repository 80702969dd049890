/**
 * The fonts that pages are measured with: Fandol (from the Debian package texlive-lang-chinese, unpacked into .cache, not installed),
 * Noto Serif CJK and Liberation (installed packages). Run it to fetch what is missing: `node build/measuring-fonts.ts`.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const CACHE = join(ROOT, '.cache/measuring-fonts')
const PACKAGE = 'texlive-lang-chinese'
const FANDOL = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol'
const FACES = ['FandolFang-Regular', 'FandolKai-Regular', 'FandolHei-Regular', 'FandolSong-Regular', 'FandolSong-Bold'].map((face) => `${face}.otf`)

/** How to have the fonts, as one line for a skipped test. */
export const FONTS_HINT = '需要测量用字体：在 Debian 上运行 node build/measuring-fonts.ts，并安装 fonts-noto-cjk 和 fonts-liberation'

/**
 * Path of a fontconfig file with the measuring fonts alone, for FONTCONFIG_FILE; written from test/word/fonts.conf.
 * Undefined where a font is missing.
 */
export function measuringFontconfig(): string | undefined {
  const fandol = [CACHE, join('/', FANDOL)].find((folder) => FACES.every((face) => existsSync(join(folder, face))))
  const others = ['/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf']
  if (fandol === undefined || !others.every((file) => existsSync(file))) return undefined
  const template = readFileSync(join(ROOT, 'test/word/fonts.conf'), 'utf8')
  const file = join(ROOT, '.cache/fonts.conf')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, template.replaceAll('@FANDOL@', fandol).replaceAll('@CACHE@', join(ROOT, '.cache/fontconfig')))
  return file
}

/** Fetches the package with apt and unpacks the five faces into .cache. Throws with what apt said. */
export function fetchFandol(): void {
  if (FACES.every((face) => existsSync(join(CACHE, face)))) return
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-fonts-'))
  try {
    // The index may never have been fetched (a bare machine) or be old; without rights or a network the old one is tried.
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    run('apt-get', ['download', '-qq', PACKAGE], folder)
    const [deb] = readdirSync(folder)
    if (deb === undefined) throw new Error(`apt-get download ${PACKAGE}: no file`)
    run('dpkg-deb', ['-x', deb, 'unpacked'], folder)
    mkdirSync(CACHE, { recursive: true })
    for (const face of FACES) copyFileSync(join(folder, 'unpacked', FANDOL, face), join(CACHE, face))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? done.stderr.trim()}`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  fetchFandol()
  process.stdout.write(measuringFontconfig() === undefined ? `字体还不全。${FONTS_HINT}\n` : '测量用字体齐全\n')
}
