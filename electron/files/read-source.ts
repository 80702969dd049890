/** Reading what the person gives: a file of this machine, or bytes that a browser has sent. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { Source } from '../../shared/api/types.ts'

/** Largest file that is read, in bytes. A county's longest plan as text is well under one megabyte. */
export const LARGEST_SOURCE = 20_000_000

/** A file's name without its folder, as it is shown. */
export function sourceName(source: Source): string {
  return source.kind === 'file' ? basename(source.path) : source.name
}

/** The bytes of the file at `path` (absolute). Refused: fileMissing, badRequest (a folder), readOnly (may not be read), tooLarge. */
export async function readSourceFile(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw notAFile(path)
    if (found.size > LARGEST_SOURCE) throw tooLarge()
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw refusalOf(path, error) ?? error
  }
}

/** The refusal for a file that is too large to read. */
export function tooLarge(): Refusal {
  return new Refusal({
    code: 'tooLarge',
    message: `文件太大（超过 ${LARGEST_SOURCE / 1_000_000} MB），没有读入`,
    next: '请确认选的是公文；图片很多的，先把图片压缩或删去再导入',
  })
}

function notAFile(path: string): Refusal {
  return new Refusal({ code: 'badRequest', message: `这是一个文件夹，不是文件：${path}`, next: '请选里面的文件' })
}

function refusalOf(path: string, error: unknown): Refusal | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Refusal({ code: 'fileMissing', message: `没有这个文件：${path}`, next: '请检查文件名和位置' }, error)
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Refusal({ code: 'readOnly', message: `没有权限读这个文件：${path}`, next: '请检查文件的权限，或复制一份再导入' }, error)
  }
  return null
}
