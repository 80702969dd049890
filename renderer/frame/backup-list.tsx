/** The backups that there are, as a table. */
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import type { Backup } from '../../shared/api/backup-types.ts'
import { REASON_NAMES } from '../../shared/backup/name.ts'
import { backupMoment, countsText, sizeText } from './backup-texts.ts'

export interface BackupListProps {
  readonly backups: readonly Backup[]
  /** Something is under way: nothing can be chosen. */
  readonly isBusy: boolean
  readonly choose: (backup: Backup) => void
}

/** Newest first, each with its button that restores it; one that cannot be used says why. */
export function BackupList({ backups, isBusy, choose }: BackupListProps) {
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
            <Button size="small" disabled={backup.fault !== null || isBusy} aria-label={`恢复 ${backup.name}`} onClick={() => choose(backup)}>
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
