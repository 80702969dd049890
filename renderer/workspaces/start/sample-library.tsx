/** 打开示例: what it holds, where it will lie, and the button. */
import { Button } from 'antd'
import type { ApiError } from '../../../shared/api/reply.ts'
import { InlineError } from './inline-error.tsx'

export interface SampleLibraryProps {
  readonly file: string
  readonly busy: boolean
  readonly error: ApiError | null
  readonly open: () => void
}

export function SampleLibrary({ file, busy, error, open }: SampleLibraryProps) {
  return (
    <section className="start-right">
      <h2>打开示例</h2>
      <p>虚构的河湾县政府办公室，已有文号系列、几份已编号的通知和正在起草的稿子。可以随意改、签发、编号、导出，不涉及真实单位。</p>
      <dl className="facts">
        <dt>存放位置</dt>
        <dd className="path">{file}</dd>
      </dl>
      <p className="note">想改用自己的资料库时，关闭程序，把这个文件移走，再次启动即可新建。</p>
      <InlineError error={error} />
      <div className="grow" />
      <div className="start-foot">
        <Button type="primary" size="large" loading={busy} onClick={open}>
          打开示例
        </Button>
      </div>
    </section>
  )
}
