import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { sharedPlaceOf } from '../../electron/store/shared-place.ts'
import { createStore, openStore } from '../../electron/store/sqlite-store.ts'
import { CODES, PROFILE, refusal, tempFolder } from './library.ts'

const MOUNTS = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '30 22 0:40 / /mnt/共享\\040盘 rw - nfs4 server:/export rw',
  '31 30 8:2 / /mnt/共享\\040盘/本地 rw - xfs /dev/sdb1 rw',
  '32 22 0:41 / /media/windows rw shared:9 - fuseblk /dev/sdc1 rw',
  '33 22 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw',
  '34 22 0:43 / /home/办公 rw - cifs //server/share rw',
].join('\n')

it.each<[string, string | null]>([
  ['/home/lin/gongbao.db', null],
  ['/home/办公/gongbao.db', '网络盘'],
  ['/home/办公室/gongbao.db', null],
  ['/mnt/共享 盘/公报/gongbao.db', '网络盘'],
  ['/mnt/共享 盘/本地/gongbao.db', null],
  ['/media/windows/gongbao.db', null],
  ['/run/user/1000/gvfs/smb-share/gongbao.db', '网络盘'],
  ['\\\\server\\share\\gongbao.db', '网络盘'],
  ['C:\\Users\\lin\\OneDrive\\gongbao.db', '同步盘（OneDrive）'],
  ['C:\\Users\\lin\\OneDrive - 河湾县\\文档\\gongbao.db', '同步盘（OneDrive - 河湾县）'],
  ['D:\\我的坚果云\\gongbao.db', '同步盘（我的坚果云）'],
  ['D:\\WPS云盘\\gongbao.db', '同步盘（WPS云盘）'],
  ['D:\\坚果云使用说明\\gongbao.db', null],
  ['C:\\Users\\lin\\AppData\\Roaming\\Gongbao\\gongbao.db', null],
])('%s: %s', (file, kind) => {
  expect(sharedPlaceOf(file, MOUNTS)).toBe(kind)
  expect(sharedPlaceOf(file, '')).toBe(kind !== null && file.startsWith('/') ? null : kind)
})

test('a library is neither opened nor made in a folder that is synchronised', async () => {
  const folder = join(tempFolder(), '坚果云')
  mkdirSync(folder)
  const file = join(folder, '公报', 'gongbao.db')
  for (const work of [() => openStore(file), () => createStore(file, PROFILE, CODES)]) {
    expect((await refusal('readOnly', work)).next).toContain('复制到本机硬盘')
  }
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})
