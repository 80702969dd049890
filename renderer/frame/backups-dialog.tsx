/** 备份: what there is, making one, putting one in the library's place. */
import { Alert, Button, Modal, Spin } from 'antd'
import { useState } from 'react'
import type { Backup, Restored } from '../../shared/api/backup-types.ts'
import { useMachine } from '../api/client-context.tsx'
import { useReport } from '../components/report.tsx'
import { BackupList } from './backup-list.tsx'
import { LogDialog } from './log-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoredDialog } from './restored-dialog.tsx'
import { useBackups } from './use-backups.ts'

export function BackupsDialog({ close }: { readonly close: () => void }) {
  const backups = useBackups()
  const { state, running, make, restore } = backups
  const [chosen, setChosen] = useState<Backup | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const [log, setLog] = useState(false)
  const put = async (): Promise<void> => {
    if (!chosen) return
    const done = await restore(chosen.file)
    setChosen(null)
    setRestored(done)
  }
  const footer = (
    <div className="fonts-foot">
      <Button type="primary" loading={running === 'make'} disabled={!state || running !== null} onClick={() => void make()}>
        立即备份
      </Button>
      <Button onClick={() => setLog(true)}>经过…</Button>
      <span className="grow" />
      <Button onClick={close}>关闭</Button>
    </div>
  )
  return (
    <Modal open centered width={820} title="备份" onCancel={close} footer={footer}>
      <p className="dialog-lead">每天第一次打开资料库时自动备份，升级和恢复之前也备份。每份都打开核对过；旧的按日、周、月留存，手动备份不会自动删去。</p>
      {state ? (
        <>
          {state.problem !== null && <Alert className="backup-problem" type="error" showIcon title="今天没有备份成" description={state.problem} />}
          <Folder folder={state.folder} />
          <BackupList backups={state.backups} isBusy={running !== null} choose={setChosen} />
        </>
      ) : (
        <Spin />
      )}
      {chosen && <RestoreDialog backup={chosen} now={state?.now ?? null} running={running === 'restore'} restore={() => void put()} close={() => setChosen(null)} />}
      {log && <LogDialog close={() => setLog(false)} />}
      {restored && <RestoredDialog restored={restored} close={() => setRestored(null)} />}
    </Modal>
  )
}

function Folder({ folder }: { readonly folder: string }) {
  const { client, shell } = useMachine()
  const report = useReport()
  const show = (): void => void client.call('shell.openPath', { path: folder, how: 'open' }).catch(() => report.done('没有打开文件夹'))
  return (
    <p className="backup-folder">
      <span>备份文件夹</span>
      <output className="path">{folder}</output>
      {shell.kind === 'electron' && (
        <Button size="small" onClick={show}>
          打开
        </Button>
      )}
    </p>
  )
}
