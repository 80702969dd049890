import { dirname } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { restoreInto } from '../store/backup-restore.ts'
import { listBackups } from '../store/backup-store.ts'
import type { ServiceContext } from './context.ts'
import { openOrNull } from './library-holder.ts'

type Group = Pick<Handlers, 'backups.list' | 'backups.make' | 'backups.restore'>

/** 备份. Listing and restoring work without a library that can be opened: that is when they are needed most. */
export function backupHandlers({ library, shell, emit }: ServiceContext): Group {
  const list = async () => (await openOrNull(library)?.listBackups()) ?? listBackups(library.file)
  return {
    'backups.list': list,
    'backups.make': async () => {
      await library.store().makeBackup('manual')
      emit({ kind: 'backups.changed' })
      return list()
    },
    'backups.restore': async ({ file }) => {
      if (shell.kind !== 'terminal') assertListed(file, (await list()).folder)
      const store = openOrNull(library)
      const restored = await (store ? store.restoreBackup(file, (await store.profile()).user) : restoreInto(library.file, file))
      emit({ kind: 'library.replaced' })
      emit({ kind: 'documents.changed', origin: 'elsewhere' })
      emit({ kind: 'register.changed' })
      emit({ kind: 'backups.changed' })
      return restored
    },
  }
}

/** A page has no business with other files of this machine. */
function assertListed(file: string, folder: string): void {
  if (dirname(file) === folder) return
  throw new Refusal({ code: 'badRequest', message: '这份文件不在备份文件夹里', safe: '资料库没有改动', next: '请从列表里选一份备份，或用终端的 restore 恢复别处的文件' })
}
