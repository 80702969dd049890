/** Before a restore: what will be replaced by what, and that it can be taken back. */
import { Button, Modal } from 'antd'
import type { Backup, BackupState } from '../../shared/api/backup-types.ts'
import { alertRole } from '../components/alert-role.ts'
import { backupMoment, countsText } from './backup-texts.ts'

export interface RestoreDialogProps {
  readonly backup: Backup
  readonly now: BackupState['now']
  readonly running: boolean
  readonly restore: () => void
  readonly close: () => void
}

export function RestoreDialog({ backup, now, running, restore, close }: RestoreDialogProps) {
  const fewer = now ? now.numbers - (backup.numbers ?? 0) : 0
  return (
    <Modal open centered width={540} title={`恢复到 ${backupMoment(backup.at)}`} footer={null} closable={!running} mask={{ closable: false }} onCancel={close}>
      <p className="dialog-lead" ref={alertRole}>
        资料库的全部内容（文稿、文号、设置）都换成这份备份里的。
      </p>
      <dl className="facts">
        <dt>现在</dt>
        <dd>{now ? countsText(now) : '资料库打不开'}</dd>
        <dt>换成</dt>
        <dd>{countsText(backup)}</dd>
        <dt>没有受影响</dt>
        <dd>{now ? '现在的内容先另存为一份备份（恢复前），随时可以再换回来。' : '打不开的文件若还在，留在原处旁边，另起名字。'}</dd>
        {fewer > 0 && (
          <>
            <dt>要留意</dt>
            <dd>
              备份之后取的文号会从登记簿里消失（至少 {fewer} 个）。恢复后会列出来，已经用在纸上的请补登。
            </dd>
          </>
        )}
      </dl>
      <div className="dialog-foot">
        <span className="grow" />
        <Button disabled={running} onClick={close}>
          取消
        </Button>
        <Button type="primary" loading={running} autoFocus onClick={restore}>
          {running ? '正在恢复…' : '恢复'}
        </Button>
      </div>
    </Modal>
  )
}
