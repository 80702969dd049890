/** What the file system reports, as refusals that a person can act on. */
import { basename, dirname } from 'node:path'
import { Refusal, type ApiError } from '../../shared/api/reply.ts'

/** The refusal for a fault of writing `path`; null for anything that is no such fault. */
export function fileRefusal(path: string, error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const found = describe(path, code)
  return found ? new Refusal({ safe: '没有写出文件，原有的文件没有改动', ...found }, error) : null
}

function describe(path: string, code: string): ApiError | null {
  switch (code) {
    case 'ENOENT':
      return { code: 'fileMissing', message: `没有这个文件夹：${dirname(path)}`, next: '请先建好文件夹，或换一个位置' }
    case 'ENOTDIR':
    case 'EEXIST':
      return { code: 'badRequest', message: `这条路径中间有一个不是文件夹：${path}`, next: '请换一个位置' }
    case 'EISDIR':
      return { code: 'badRequest', message: `这里是一个文件夹，不能写成文件：${path}`, next: '请在它后面加上文件名' }
    case 'ENOTFILE':
      return { code: 'badRequest', message: `这里不是普通文件，不能替换：${path}`, next: '请换一个文件名' }
    case 'ENAMETOOLONG':
      return { code: 'badRequest', message: `文件名太长：${basename(path)}`, next: '请换一个短些的文件名' }
    case 'EINVAL':
      return { code: 'badRequest', message: `文件名不能用：${basename(path)}`, next: '请去掉 \\ / : * ? " < > | 这些符号' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'readOnly', message: `没有写入的权限：${path}`, next: '请检查文件或文件夹是否只读，或换一个位置' }
    // EFBIG: larger than this account may write.
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'diskFull', message: `磁盘空间不够，写不下：${path}`, next: '请清理磁盘空间，或换一个磁盘，再导出' }
    case 'EIO':
      return { code: 'diskFull', message: `磁盘写入出错：${path}`, next: '请检查磁盘，或换一个磁盘，再导出' }
    default:
      return null
  }
}
