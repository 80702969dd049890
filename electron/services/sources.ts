/** What the person hands over: only as their shell can hand it over. */
import { Refusal } from '../../shared/api/reply.ts'
import type { Source } from '../../shared/api/types.ts'
import { readSourceFile } from '../files/read-source.ts'
import type { ShellPort } from '../shell-port.ts'

/** A page in a browser sends its files; it has no business with paths of this machine. Refused: badRequest. */
export function assertSources(shell: ShellPort, sources: readonly Source[]): void {
  const fits = (kind: Source['kind']): boolean => (kind === 'file' ? shell.kind !== 'browser' : shell.takeUpload !== undefined)
  if (sources.every(({ kind }) => fits(kind))) return
  throw wrongPlace()
}

/** The refusal for a place that the shell cannot reach. */
export function wrongPlace(): Refusal {
  return new Refusal({ code: 'badRequest', message: '这里不能这样读写文件', safe: '没有改动', next: '请用界面上的“导入”“导出”' })
}

/** The bytes of a source that `assertSources` has passed. Refused like `readSourceFile`, and fileMissing for an upload that is gone. */
export async function sourceBytes(shell: ShellPort, source: Source): Promise<Uint8Array> {
  if (source.kind === 'file') return readSourceFile(source.path)
  if (!shell.takeUpload) throw new Error('this shell takes no uploads')
  return shell.takeUpload(source.token)
}
