/** Putting finished bytes where a person wants them: in a file of this machine, or up for one download. */
import { basename } from 'node:path'
import type { Target, WrittenFile } from '../../shared/api/types.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { ServiceContext } from './context.ts'

/** Where a written file is: `path` on this machine, or `url` for the browser. */
export type Place = Pick<WrittenFile, 'fileName' | 'path' | 'url'>

/** Writes the bytes whole or not at all; `fileName` is what a download is called. Refused: what `replaceFile` refuses. */
export async function put(shell: ServiceContext['shell'], target: Target, fileName: string, bytes: Uint8Array): Promise<Place> {
  if (target.kind === 'file') {
    await replaceFile(target.path, bytes)
    return { fileName: basename(target.path), path: target.path }
  }
  if (!shell.offerDownload) throw new Error('this shell offers no downloads')
  return { fileName, url: await shell.offerDownload(fileName, bytes) }
}
