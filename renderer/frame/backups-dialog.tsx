/** 备份: what there is, making one, putting one in the library's place. */
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Spin, Table } from 'antd'
import { useState } from 'react'
import type { Backup, Restored } from '../../shared/api/backup-types.ts'
import { REASON_NAMES } from '../../shared/backup/name.ts'
import { useMachine } from '../api/client-context.tsx'
import { useReport } from '../components/report.tsx'
import { backupMoment, countsText, sizeText } from './backup-texts.ts'
import { LogDialog } from './log-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { RestoredDialog } from './restored-dialog.tsx'
import { useBackups, type Backups } from './use-backups.ts'

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
          <List backups={state.backups} running={running} choose={setChosen} />
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

function List({ backups, running, choose }: { readonly backups: readonly Backup[]; readonly running: Backups['running']; readonly choose: (backup: Backup) => void }) {
  return (
    <Table<Backup>
      className="backup-list"
      size="small"
      rowKey="file"
      dataSource={[...backups]}
      pagination={false}
      scroll={{ y: 320 }}
      locale={{ emptyText: '还没有备份。点“立即备份”做第一份' }}
      columns={[
        { title: '时间', width: 176, render: (_, { at, name }) => <span title={name}>{backupMoment(at)}</span> },
        { title: '缘由', width: 84, render: (_, { reason }) => REASON_NAMES[reason] },
        { title: '内容', render: (_, backup) => <Contents backup={backup} /> },
        { title: '大小', width: 88, align: 'right', render: (_, { bytes }) => sizeText(bytes) },
        {
          title: '',
          width: 92,
          align: 'right',
          render: (_, backup) => (
            <Button size="small" disabled={backup.fault !== null || running !== null} aria-label={`恢复 ${backup.name}`} onClick={() => choose(backup)}>
              恢复…
            </Button>
          ),
        },
      ]}
    />
  )
}

function Contents({ backup }: { readonly backup: Backup }) {
  if (backup.fault !== null) {
    return (
      <span className="backup-fault">
        <WarningOutlined /> 不能用：{backup.fault}
      </span>
    )
  }
  return (
    <span className="backup-sound">
      <CheckCircleOutlined /> {countsText(backup)}
    </span>
  )
}
