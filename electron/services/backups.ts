import type { Handlers } from '../../shared/api/contract.ts'
import type { ServiceContext } from './context.ts'

type Group = Pick<Handlers, 'backups.list' | 'backups.make' | 'backups.restore'>

/** 备份. */
export function backupHandlers({ library, emit }: ServiceContext): Group {
  return {
    'backups.list': () => library.store().listBackups(),
    'backups.make': async () => {
      await library.store().makeBackup('manual')
      return library.store().listBackups()
    },
    'backups.restore': async ({ file }) => {
      const restored = await library.store().restoreBackup(file, (await library.store().profile()).user)
      emit({ kind: 'library.replaced' })
      return restored
    },
  }
}
