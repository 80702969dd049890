/** In the status bar: when the library was last backed up. Above it, where the copies lie. */
import { CheckCircleOutlined, CloudServerOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { standing } from './backup-texts.ts'
import { useBackupState } from './use-backups.ts'

const ICONS = { good: <CheckCircleOutlined />, doubt: <CloudServerOutlined />, bad: <ExclamationCircleOutlined /> }

export function BackupMark() {
  const { state } = useBackupState()
  if (!state) return null
  const { tone, text } = standing(state)
  const title = [state.problem, `备份文件夹：${state.folder}`].filter(Boolean).join('\n')
  return (
    <span className={tone === 'bad' ? 'backup-mark red' : 'backup-mark'} title={title}>
      {ICONS[tone]} {text}
    </span>
  )
}
