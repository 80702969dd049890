/** 没有存上: why, that it is tried again by itself, and the way out meanwhile. */
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import type { ApiError } from '../../shared/api/reply.ts'
import { alertRole } from '../components/alert-role.ts'
import { Rescue, type RescueProps } from './rescue.tsx'

export interface RescueDialogProps extends RescueProps {
  readonly error: ApiError
  /** Tries to store it now. */
  readonly again: () => void
  readonly close: () => void
}

export function RescueDialog({ error, document, again, close }: RescueDialogProps) {
  return (
    <Modal open footer={null} closable={false} width={560} centered onCancel={close} className="trouble" aria-labelledby="rescue-title">
      <div className="trouble-head">
        <ExclamationCircleOutlined className="red" />
        <h2 id="rescue-title">这份文稿还没有存上</h2>
      </div>
      <p className="trouble-why" ref={alertRole}>
        {error.message}
      </p>
      <dl className="facts">
        <dt>没有受影响</dt>
        <dd>文字还在这个窗口里，程序每隔几秒再存一次。{error.safe}</dd>
        {error.next && (
          <>
            <dt>接下来</dt>
            <dd>{error.next}</dd>
          </>
        )}
      </dl>
      <Rescue document={document} />
      <div className="dialog-foot">
        <span className="grow" />
        <Button onClick={close}>继续写</Button>
        <Button
          type="primary"
          autoFocus
          onClick={() => {
            close()
            again()
          }}
        >
          再存一次
        </Button>
      </div>
    </Modal>
  )
}
