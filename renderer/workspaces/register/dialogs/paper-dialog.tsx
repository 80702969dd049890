/** 线下占用: a number that was given out on paper. */
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { NumberKey } from '../../../../shared/api/register-types.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { useReport } from '../../../components/report.tsx'
import { ActDialog } from './act-dialog.tsx'
import { FieldLine } from './field-line.tsx'

export interface PaperDialogProps {
  readonly of: NumberKey
  readonly printed: string
  readonly close: () => void
}

export function PaperDialog({ of, printed, close }: PaperDialogProps) {
  const { client } = useMachine()
  const report = useReport()
  const id = useId()
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const run = async (): Promise<void> => {
    await client.call('register.takeOnPaper', { ...of, title: title.trim(), reason: reason.trim() })
    report.done(`${printed} 已登记为线下占用`)
  }
  return (
    <ActDialog title={`线下占用　${printed}`} lead="这个号已经在纸上用掉，这里没有电子件。登记后不会再被取用；以后有了文稿，可以对上。" confirm="登记" enabled={title.trim() === '' && reason.trim() === '' ? '请写标题或说明' : true} run={run} close={close}>
      <FieldLine label="标题" htmlFor={`${id}-title`}>
        <Input id={`${id}-title`} autoFocus maxLength={200} placeholder="文件的标题；不便写的可以空着" value={title} onChange={({ target }) => setTitle(target.value)} />
      </FieldLine>
      <FieldLine label="说明" htmlFor={`${id}-reason`}>
        <Input id={`${id}-reason`} maxLength={200} placeholder="如：保密室纸质登记，无电子件" value={reason} onChange={({ target }) => setReason(target.value)} />
      </FieldLine>
    </ActDialog>
  )
}
