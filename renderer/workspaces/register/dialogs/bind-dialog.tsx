/** 对上文稿: the document of a number that was held, or given out on paper. */
import { Input, Radio } from 'antd'
import { useCallback, useState } from 'react'
import type { NumberKey, NumberRow } from '../../../../shared/api/register-types.ts'
import type { DocumentSummary } from '../../../../shared/api/types.ts'
import type { Id } from '../../../../shared/lib/id.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { useReport } from '../../../components/report.tsx'
import { useRead } from '../use-read.ts'
import { ActDialog } from './act-dialog.tsx'

export interface BindDialogProps {
  readonly row: NumberRow
  readonly of: NumberKey
  readonly close: () => void
}

export function BindDialog({ row, of, close }: BindDialogProps) {
  const { client } = useMachine()
  const report = useReport()
  const { value: all, error } = useRead(useCallback(() => client.call('documents.list', {}), [client]), 0)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<Id | null>(null)
  const waiting = all?.filter(({ state, documentNumber }) => state === 'signed' && documentNumber === null) ?? []
  const shown = waiting.filter(({ title }) => title.includes(words.trim()))
  const document = waiting.find(({ id }) => id === chosen)
  const run = async (): Promise<void> => {
    if (!document) return
    const { documentNumber } = await client.call('register.bind', { ...of, documentId: document.id })
    report.done(`《${document.title}》的文号是 ${documentNumber}`)
  }
  return (
    <ActDialog title={`对上文稿　${row.printed}`} lead={[row.entry?.holder, row.entry?.reason, row.entry?.book.title].filter(Boolean).join('　')} confirm="对上" enabled={document ? true : '请选一份已签发的文稿'} run={run} close={close} width={640}>
      {waiting.length > 6 && <Input className="bind-search" autoFocus allowClear placeholder="标题里的几个字" aria-label="查找文稿" value={words} onChange={({ target }) => setWords(target.value)} />}
      <Radio.Group className="bind-list" aria-label="已签发、还没有文号的文稿" value={chosen} onChange={({ target }) => setChosen(target.value as Id)}>
        {shown.map((one, index) => (
          <Choice key={one.id} document={one} isFirst={index === 0 && waiting.length <= 6} />
        ))}
      </Radio.Group>
      {all && waiting.length === 0 && <p className="note">没有已签发、还没有文号的文稿。文稿在“起草”里签发后，再来这里对上。</p>}
      {error && <p className="red">{error.message}</p>}
    </ActDialog>
  )
}

function Choice({ document: { id, title, signatureDate }, isFirst }: { readonly document: DocumentSummary; readonly isFirst: boolean }) {
  return (
    <Radio value={id} autoFocus={isFirst}>
      <span className="bind-title">{title || '（没有标题）'}</span>
      <span className="note">{signatureDate}</span>
    </Radio>
  )
}
