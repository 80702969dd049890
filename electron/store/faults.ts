/** Turns what SQLite and the file system report into refusals that a person can act on. */
import { Refusal, type ApiError } from '../../shared/api/reply.ts'

const SAFE = '已保存的内容不受影响'

/** Runs `work`; faults of disk and database come out as `Refusal`, everything else unchanged. */
export function withFaults<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw refusalFor(file, error) ?? error
  }
}

/** The refusal for a fault of disk or database; null for anything else. */
export function refusalFor(file: string, error: unknown): Refusal | null {
  if (error instanceof Refusal) return null
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const found = describe(file, code)
  return found ? new Refusal(found, error) : null
}

function describe(file: string, code: string): ApiError | null {
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return damaged(file)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return { code: 'diskFull', message: `磁盘已满，没有写入：${file}`, safe: SAFE, next: '请清理磁盘空间，再做一次' }
  }
  // Also a file that may not grow (a quota, the 4 GB of FAT), which SQLite reports like a broken disk.
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return { code: 'diskFull', message: `磁盘读写出错，没有做完：${file}`, safe: SAFE, next: '请检查磁盘是否已满或有故障，再做一次' }
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) || ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return {
      code: 'readOnly',
      message: `没有写入的权限：${file}`,
      safe: SAFE,
      next: '请检查文件夹的权限，或用 --library 换一个能写的位置',
    }
  }
  if (['EEXIST', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EINVAL'].includes(code)) {
    return { code: 'readOnly', message: `这个位置放不了资料库：${file}`, safe: SAFE, next: '请检查路径（中间的每一级都要是文件夹），或换一个位置' }
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return { code: 'busy', message: `资料库正被另一个程序占用：${file}`, safe: SAFE, next: '请稍等片刻，再做一次' }
  }
  return null
}

/** The refusal for a file that is no sound library. */
export function damaged(file: string): ApiError {
  return {
    code: 'libraryDamaged',
    message: `资料库已损坏，或不是公报的资料库，没有打开：${file}`,
    safe: '文件保持原样，没有改动',
    next: '请先把这个文件复制一份留存，再从备份恢复；或用 --library 打开另一个资料库',
  }
}
