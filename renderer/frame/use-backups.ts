/** The backups of this library, read anew when one is made or the library is replaced; and the acts on them. */
import { useCallback, useEffect, useState } from 'react'
import type { BackupState, Restored } from '../../shared/api/backup-types.ts'
import { useEvents, useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { useReport } from '../components/report.tsx'

export interface Backups {
  /** Null until it was read. */
  readonly state: BackupState | null
  readonly running: 'make' | 'restore' | null
  readonly make: () => Promise<void>
  /** Null when it was refused, which is reported. */
  readonly restore: (file: string) => Promise<Restored | null>
}

export function useBackups(): Backups {
  const { client } = useMachine()
  const report = useReport()
  const { state, setState } = useBackupState()
  const [running, setRunning] = useState<Backups['running']>(null)
  const make = async (): Promise<void> => {
    setRunning('make')
    try {
      const made = await client.call('backups.make', {})
      setState(made)
      report.done('已备份，已核对', { note: made.backups[0]?.name ?? '' })
    } catch (cause) {
      report.trouble({ title: '没有备份', error: toApiError(cause) })
    }
    setRunning(null)
  }
  const restore = async (file: string): Promise<Restored | null> => {
    setRunning('restore')
    try {
      return await client.call('backups.restore', { file })
    } catch (cause) {
      report.trouble({ title: '没有恢复', error: toApiError(cause) })
      return null
    } finally {
      setRunning(null)
    }
  }
  return { state, running, make, restore }
}

/** What is there, for who only shows it. A reading that fails leaves what was read before. */
export function useBackupState(): { readonly state: BackupState | null; readonly setState: (state: BackupState) => void } {
  const { client } = useMachine()
  const [state, setState] = useState<BackupState | null>(null)
  const read = useCallback(() => void client.call('backups.list', {}).then(setState, () => undefined), [client])
  useEffect(read, [read])
  useEvents(client, ({ kind }) => {
    if (kind === 'backups.changed' || kind === 'library.replaced') read()
  })
  return { state, setState }
}
