/** Above a text that was frozen: when and at what, whether the document still says so, and the way back. */
import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Snapshot } from '../../../shared/api/types.ts'
import { SNAPSHOT_NAMES } from '../../components/snapshot-names.ts'
import { fullMoment } from '../../components/time.ts'

export interface FrozenBarProps {
  readonly frozen: Snapshot
  readonly exportIt: () => void
  readonly goBack: () => void
}

export function FrozenBar({ frozen: { at, reason, same, who, detail }, exportIt, goBack }: FrozenBarProps) {
  return (
    <div className="frozen-bar" role="status">
      <LockOutlined />
      <span className="ell">
        <b>
          这是 {fullMoment(at)} {SNAPSHOT_NAMES[reason]}时的文字
        </b>
        <span className="note">{['', who, detail].join('　')}</span>
      </span>
      <span className={same ? 'frozen-same' : 'frozen-same is-doubt'}>{same ? '与现在的文字相同' : '与现在的文字不同'}</span>
      <Button size="small" onClick={exportIt}>
        导出这一版
      </Button>
      <Button size="small" autoFocus onClick={goBack}>
        返回本稿
      </Button>
    </div>
  )
}
