/** The files by which office programs mark that a document is open. */
import { readdir } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'

/** Name of the lock file beside `path` of a program that has it open; null where there is none. */
export async function lockBeside(path: string): Promise<string | null> {
  const names = lockNames(basename(path))
  const there = await readdir(dirname(path)).catch((): string[] => [])
  return there.find((name) => names.includes(name)) ?? null
}

/** Word and WPS: "~$" in front, over the first letters of a longer name; LibreOffice: ".~lock.名.docx#". */
function lockNames(name: string): readonly string[] {
  const stem = name.slice(0, name.length - extname(name).length)
  const covered = Math.min(2, Math.max(0, stem.length - 6))
  return [`~$${name.slice(covered)}`, `.~${name}`, `.~lock.${name}#`]
}
