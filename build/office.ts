/** LibreOffice, with which written Word files are measured. Never needed to use the program. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** How to have what measuring needs, in one line. */
export const OFFICE_HINT = '没有找到 LibreOffice 和 pdftotext。在 Debian、Ubuntu 上运行 apt install libreoffice-writer poppler-utils，再运行 npm run word'

/** Path of LibreOffice's command, or null where it or poppler's `pdftotext` is missing. */
export function findOffice(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const find = (names: readonly string[]): string | null =>
    folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
  const ending = platform === 'win32' ? '.exe' : ''
  if (find([`pdftotext${ending}`]) === null) return null
  return find([`soffice${ending}`, `libreoffice${ending}`])
}
