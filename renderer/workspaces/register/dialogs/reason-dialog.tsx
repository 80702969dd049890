/** 释放, 作废, 补说明: an act on one number with its reason. */
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { NumberKey, NumberRow } from '../../../../shared/api/register-types.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { useReport } from '../../../components/report.tsx'
import { REASON_TEXTS, type ReasonAct } from '../acts.ts'
import { ActDialog } from './act-dialog.tsx'
import { FieldLine } from './field-line.tsx'

export interface ReasonDialogProps {
  readonly act: ReasonAct
  readonly row: NumberRow
  readonly of: NumberKey
  readonly close: () => void
}

export function ReasonDialog({ act, row, of, close }: ReasonDialogProps) {
  const { client } = useMachine()
  const report = useReport()
  const id = useId()
  const texts = REASON_TEXTS[act]
  const [reason, setReason] = useState(act === 'explain' && row.kind === 'explained' ? (row.entry?.reason ?? '') : '')
  const run = async (): Promise<void> => {
    await client.call(`register.${act}`, { ...of, reason: reason.trim() })
    report.done(texts.done(row.printed), { note: reason.trim() })
  }
  return (
    <ActDialog title={`${texts.title}　${row.printed}`} lead={texts.lead(row)} confirm={texts.confirm} enabled={texts.isNeeded && reason.trim() === '' ? `请写${texts.label}` : true} run={run} close={close}>
      <FieldLine label={texts.label} htmlFor={id}>
        <Input id={id} autoFocus maxLength={200} placeholder={texts.placeholder} value={reason} onChange={({ target }) => setReason(target.value)} />
      </FieldLine>
    </ActDialog>
  )
}
