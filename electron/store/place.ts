/** Is the library still where it was opened? */
import { statSync } from 'node:fs'
import { Refusal } from '../../shared/api/reply.ts'

/**
 * A check that refuses (`fileMissing`) when `file` is no longer the file that is there now: removed, renamed, or replaced by a
 * backup. An open file stays open whatever happens to its name, so what is written then would reach a file that nobody finds
 * again. Windows keeps an open library in its place by itself.
 */
export function watchPlace(file: string): () => void {
  if (process.platform === 'win32') return () => undefined
  const opened = identity(file)
  return () => {
    if (identity(file) === opened) return
    throw new Refusal({
      code: 'fileMissing',
      message: `资料库文件被移走、删去或换掉了：${file}`,
      safe: '这一步没有做，打开时的那个文件没有改动',
      next: '请把原来的文件放回这个位置；做不到的话，先复制下没有存上的文字，再重新启动公报',
    })
  }
}

/** Device and number of the file on it; "" where there is none. */
function identity(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : ''
}
