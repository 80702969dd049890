/** A long task (导出, 导入) with its progress and 取消; started by whoever shows the dialog. */
import { Button, Modal, Progress } from 'antd'
import type { Progress as JobProgress } from '../api/job.ts'

export interface JobDialogProps {
  readonly title: string
  /** Null until the machine has reported for the first time. */
  readonly progress: JobProgress | null
  readonly cancel: () => void
}

export function JobDialog({ title, progress, cancel }: JobDialogProps) {
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0
  return (
    <Modal open title={title} footer={null} closable={false} width={480} centered onCancel={cancel} keyboard>
      <p className="job-note" role="status">
        {progress?.note ?? '正在准备…'}
      </p>
      <Progress percent={percent} size="small" showInfo={false} aria-label={title} />
      <div className="dialog-foot">
        <span className="grow" />
        <Button autoFocus onClick={cancel}>
          取消
        </Button>
      </div>
    </Modal>
  )
}
