/** The open draft was changed elsewhere and cannot be saved over it: both versions are kept, or the other one is taken. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { ApiError } from '../../../../shared/api/reply.ts'
import { alertRole } from '../../../components/alert-role.ts'

export interface ConflictDialogProps {
  readonly error: ApiError
  readonly keepMine: () => void
  readonly takeTheirs: () => void
  readonly close: () => void
}

export function ConflictDialog({ error, keepMine, takeTheirs, close }: ConflictDialogProps) {
  return (
    <Modal open footer={null} closable={false} width={520} centered onCancel={close} className="trouble" aria-labelledby="conflict-title">
      <div className="trouble-head">
        <ExclamationCircleOutlined className="red" />
        <h2 id="conflict-title">这里的改动没有存上</h2>
      </div>
      <p className="trouble-why" ref={alertRole}>{error.message}</p>
      <dl className="facts">
        <dt>没有受影响</dt>
        <dd>资料库里的那一份，和这个窗口里的文字，都还在。</dd>
        <dt>接下来</dt>
        <dd>另存为第二稿，两份都留下；或载入新内容，放弃这里没有存上的改动。</dd>
      </dl>
      <div className="dialog-foot">
        <span className="grow" />
        <Button onClick={takeTheirs}>载入新内容</Button>
        <Button type="primary" autoFocus onClick={keepMine}>
          另存为第二稿
        </Button>
      </div>
    </Modal>
  )
}
