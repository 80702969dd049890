/** A short question: closing the window while something is not stored. */
import { Button, Modal } from 'antd'
import type { ApiError } from '../../../../shared/api/reply.ts'
import { alertRole } from '../../../components/alert-role.ts'
import { Rescue, type RescueProps } from '../../../frame/rescue.tsx'

export interface UnsavedDialogProps {
  readonly error: ApiError
  /** What is open; null where nothing is. */
  readonly document: RescueProps['document'] | null
  readonly leave: () => void
  readonly close: () => void
}

export function UnsavedDialog({ error, document, leave, close }: UnsavedDialogProps) {
  return (
    <Modal open title="还有改动没有存上" footer={null} width={560} centered onCancel={close}>
      <p ref={alertRole}>{error.message}。{error.next}</p>
      {document && <Rescue document={document} />}
      <div className="dialog-foot">
        <span className="grow" />
        <Button onClick={leave}>不存就关闭</Button>
        <Button type="primary" autoFocus onClick={close}>
          留下继续改
        </Button>
      </div>
    </Modal>
  )
}
