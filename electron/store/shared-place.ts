/**
 * Does a folder belong to this machine alone? SQLite's log beside the library is shared memory of one machine: over a network two machines
 * would write past one another, and a program that synchronises a folder copies the library and its log at different moments.
 */
import { readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'

/** File systems of other machines, as Linux names them. Not "fuse" itself: disks of Windows are mounted by it. */
const NETWORK = /^(nfs4?|cifs|smb3?|smbfs|smb2|ncpfs|afs|ceph|davfs2?|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs|ceph))$/
/** Folders that programs keep in step with a server, by the names that these programs give them. */
const SYNCHRONISED =
  /^(onedrive( - .+)?|坚果云|我的坚果云|nutstore( files)?|wps ?云盘|wpsdrive|wps cloud files|dropbox|google ?drive|我的云端硬盘|icloud ?drive|百度网盘同步空间|baidusyncdisk|微云同步助手|seafile)$/i

/** What kind of place the file is in, in a few words; null where it is the machine's own. `mounts` is /proc/self/mountinfo, "" where there is none. */
export function sharedPlaceOf(file: string, mounts: string): string | null {
  if (/^[\\/]{2}[^\\/]/.test(file)) return '网络盘'
  const folder = file.split(/[\\/]/).find((part) => SYNCHRONISED.test(part))
  if (folder !== undefined) return `同步盘（${folder}）`
  return NETWORK.test(fileSystemOf(dirname(file), mounts)) ? '网络盘' : null
}

/** Refuses a library in such a place (`readOnly`), before anything is opened. A mapped drive of Windows cannot be told from a disk here. */
export function assertOwnPlace(file: string): void {
  const kind = sharedPlaceOf(realPathOf(file), mountsOfThisMachine())
  if (kind === null) return
  throw new Refusal({
    code: 'readOnly',
    message: `资料库在${kind}里，没有打开：${file}`,
    safe: '文件保持原样。几台电脑同时写、边写边同步，都会损坏资料库',
    next: '请把它复制到本机硬盘上，再打开那一份；网络盘、同步盘可以用来存放备份',
  })
}

/** The type of the file system with the longest mount point above the folder; "" where none is known. */
function fileSystemOf(folder: string, mounts: string): string {
  let found = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const point = (line.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
    const type = (line.split(' - ')[1] ?? '').split(' ')[0] ?? ''
    const above = point !== '' && (folder === point || point === '/' || folder.startsWith(`${point}/`))
    // The later of two at one point lies over the earlier.
    if (above && point.length >= found.point.length) found = { point, type }
  }
  return found.type
}

function mountsOfThisMachine(): string {
  if (process.platform !== 'linux') return ''
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
  } catch {
    return ''
  }
}

/** Behind links, as far as the path exists. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const above = dirname(file)
    return above === file ? file : `${realPathOf(above)}/${file.slice(above.length).replace(/^[\\/]/, '')}`
  }
}
