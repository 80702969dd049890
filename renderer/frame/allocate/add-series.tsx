/** Adding a 机关代字 where it is missed: in the dialog that needs it. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Series } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'

export interface AddSeriesProps {
  /** There is none yet: the field stands open. */
  readonly empty: boolean
  readonly year: number
  readonly added: (all: readonly Series[], id: Id) => void
}

export function AddSeries({ empty, year, added }: AddSeriesProps) {
  const { client } = useMachine()
  const [open, setOpen] = useState(empty)
  const [code, setCode] = useState('')
  const [fault, setFault] = useState('')
  const add = async (): Promise<void> => {
    const wanted = code.trim()
    if (wanted === '') { setFault('请填机关代字，如 河政办函'); return; }
    try {
      await client.call('register.addSeries', { code: wanted })
      const all = await client.call('register.series', { year })
      const made = all.find((one) => one.code === wanted)
      if (made) added(all, made.id)
      setOpen(false)
      setCode('')
    } catch (cause) {
      const { message, next } = toApiError(cause)
      setFault([message, next].filter(Boolean).join('。'))
    }
  }
  if (!open && !empty) {
    return (
      <p className="note">
        没有要用的代字？
        <button type="button" className="link" onClick={() => setOpen(true)}>
          新增代字
        </button>
      </p>
    )
  }
  return (
    <div className="add-series">
      <Input autoFocus aria-label="新的机关代字" placeholder="机关代字，如 河政办函" maxLength={20} status={fault ? 'error' : ''} value={code} onChange={(event) => {
          setCode(event.target.value)
          setFault('')
        }} onPressEnter={() => void add()} />
      <Button onClick={() => void add()}>新增</Button>
      <span className="note" role={fault ? 'alert' : undefined}>
        {fault || '每年从 1 号起'}
      </span>
    </div>
  )
}
