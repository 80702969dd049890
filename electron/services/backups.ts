import { dirname } from 'node:path'
import type { Backup } from '../../shared/api/backup-types.ts'
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { restoreInto } from '../store/backup-restore.ts'
import { listBackups } from '../store/backup-store.ts'
import type { ServiceContext } from './context.ts'
import { openOrNull } from './library-holder.ts'

type Group = Pick<Handlers, 'backups.list' | 'backups.make' | 'backups.restore'>

/** 备份. Listing and restoring work without a library that can be opened: that is when they are needed most. */
export function backupHandlers(context: ServiceContext): Group {
  const { library, shell, emit } = context
  const list = async () => (await openOrNull(library)?.listBackups()) ?? listBackups(library.file)
  return {
    'backups.list': list,
    'backups.make': async () => {
      await recordBackup(context, await library.store().makeBackup('manual'))
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

/** A library that cannot take the line, on a disk that is full or read only, has its backup all the same: the file's name says when and why. */
async function recordBackup({ library, report }: ServiceContext, { name, documents, numbers }: Backup): Promise<void> {
  try {
    const store = library.store()
    const { user } = await store.profile()
    await store.recordLibraryAct({ what: 'backedUp', who: user, detail: `${name}，文稿 ${documents ?? 0} 件，文号 ${numbers ?? 0} 个` })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    report(error)
  }
}

/** A page has no business with other files of this machine. */
function assertListed(file: string, folder: string): void {
  if (dirname(file) === folder) return
  throw new Refusal({ code: 'badRequest', message: '这份文件不在备份文件夹里', safe: '资料库没有改动', next: '请从列表里选一份备份，或用终端的 restore 恢复别处的文件' })
}
