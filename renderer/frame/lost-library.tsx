/** The library is gone or damaged and there are backups: why it cannot be opened, and the way back from here. */
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Backup, BackupState, Restored } from '../../shared/api/backup-types.ts'
import type { Client } from '../../shared/api/client.ts'
import type { ApiError } from '../../shared/api/reply.ts'
import { toApiError } from '../api/connection.ts'
import { useReport } from '../components/report.tsx'
import { BackupList } from './backup-list.tsx'
import { backupMoment, countsText, newestSound } from './backup-texts.ts'
import { FullPageMessage, type FullPageMessageProps } from './full-page-message.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoredDialog } from './restored-dialog.tsx'

export interface LostLibraryProps extends FullPageMessageProps {
  readonly client: Client
  readonly retry: () => void
}

/** Whether a library that was refused so may be brought back from a backup. */
export function isLost({ code }: ApiError): boolean {
  return code === 'libraryDamaged' || code === 'fileMissing'
}

export function LostLibrary({ client, retry, ...message }: LostLibraryProps) {
  const report = useReport()
  const [state, setState] = useState<BackupState | null>(null)
  const [chosen, setChosen] = useState<Backup | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [restored, setRestored] = useState<Restored | null>(null)
  // Where they cannot be listed, the message alone stands here, as it did before.
  useEffect(() => void client.call('backups.list', {}).then(setState, () => undefined), [client])
  const restore = async ({ file }: Backup): Promise<void> => {
    setRunning(true)
    try {
      setRestored(await client.call('backups.restore', { file }))
    } catch (cause) {
      report.trouble({ title: '没有恢复', error: toApiError(cause) })
    }
    setRunning(false)
    setChosen(null)
  }
  const newest = state && newestSound(state.backups)
  if (!state || !newest) return <FullPageMessage {...message} retry={retry} />
  return (
    <FullPageMessage {...message} retry={retry}>
      <Button type="primary" size="large" onClick={() => setChosen(newest)}>
        用最新的备份恢复…
      </Button>
      <p className="note">
        {backupMoment(newest.at)}，{countsText(newest)}
      </p>
      {state.backups.length > 1 && (
        <details className="lost-others">
          <summary>用更早的备份（共 {state.backups.length} 份）</summary>
          <BackupList backups={state.backups} isBusy={isRunning} choose={setChosen} />
        </details>
      )}
      {chosen && <RestoreDialog backup={chosen} now={null} running={isRunning} restore={() => void restore(chosen)} close={() => setChosen(null)} />}
      {restored && <RestoredDialog restored={restored} close={retry} />}
    </FullPageMessage>
  )
}
