/** One dialog for every step on the way that asks something: to whom, how many copies, where it is filed, an opinion. What it asks is in the table of the way. */
import { Button, Input, InputNumber, Modal } from 'antd'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { ActRequest } from '../../../../shared/api/types.ts'
import { TRANSITIONS, type Asked } from '../../../../shared/workflow/states.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { ActButton } from '../../../components/act-button.tsx'
import { ACT_TEXTS, type Filled } from './act-texts.ts'

export interface ActDialogProps {
  readonly act: ActRequest['act']
  readonly title: string
  /** What to know before; it forbids nothing. */
  readonly doubts: readonly string[]
  /** Closes the dialog and does it. */
  readonly send: (filled: Filled) => void
  readonly close: () => void
}

export function ActDialog({ act, title, doubts, send, close }: ActDialogProps) {
  const { name, opinion, handler, copies, filed } = TRANSITIONS[act]
  const texts = ACT_TEXTS[act]
  const [filled, setFilled] = useState<Fields>({ opinion: '' })
  const set = (patch: Partial<Fields>): void => setFilled((now) => ({ ...now, ...patch }))
  const lacking = [
    handler?.needed && !filled.handler?.trim() ? handler : null,
    copies?.needed && filled.copies === undefined ? copies : null,
    filed?.needed && !filled.filed?.trim() ? filed : null,
    opinion?.needed && filled.opinion.trim() === '' ? opinion : null,
  ].find((one) => one !== null)
  const done = (): void => {
    if (!lacking) send(trimmed(filled))
  }
  return (
    <Modal open title={name} footer={null} width={560} centered onCancel={close}>
      <p className="dialog-lead ell">{title || '（没有标题）'}</p>
      <form
        className="act-fields"
        onSubmit={(event) => {
          event.preventDefault()
          done()
        }}
      >
        {handler && <Field asked={handler} input={(id) => <People id={id} value={filled.handler ?? ''} change={(value) => set({ handler: value })} placeholder={texts.handler ?? ''} />} />}
        {copies && <Field asked={copies} input={(id) => <InputNumber id={id} autoFocus min={1} max={1_000_000} precision={0} suffix="份" onChange={(value) => set({ copies: value ?? undefined })} />} />}
        {filed && <Field asked={filed} input={(id) => <Input id={id} autoFocus maxLength={200} placeholder={texts.filed} onChange={(event) => set({ filed: event.target.value })} />} />}
        {opinion && (
          <Field asked={opinion} input={(id) => <Input.TextArea id={id} autoFocus={!handler && !copies && !filed} rows={3} maxLength={2000} placeholder={texts.opinion} onChange={(event) => set({ opinion: event.target.value })} onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && done()} />} />
        )}
        {doubts.length > 0 && (
          <ul className="act-doubts" aria-label="请看一下">
            {doubts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <div className="dialog-foot">
          <span className="note grow">{texts.note}</span>
          <Button onClick={close}>取消</Button>
          <ActButton name={name} labelled submits type="primary" enabled={lacking ? `请写明“${lacking.name}”` : true} run={done} />
        </div>
      </form>
    </Modal>
  )
}

/** While it is being filled in: a number that was taken out again is not there. */
type Fields = Omit<Filled, 'copies'> & { readonly copies?: number | undefined }

function trimmed({ opinion, handler, copies, filed }: Fields): Filled {
  return {
    opinion: opinion.trim(),
    ...(handler?.trim() ? { handler: handler.trim() } : {}),
    ...(copies === undefined ? {} : { copies }),
    ...(filed?.trim() ? { filed: filed.trim() } : {}),
  }
}

function Field({ asked, input }: { readonly asked: Asked; readonly input: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="dialog-field">
      <label htmlFor={id}>
        {asked.name}
        {!asked.needed && <small>可不填</small>}
      </label>
      {input(id)}
    </div>
  )
}

interface PeopleProps {
  readonly id: string
  readonly value: string
  readonly change: (value: string) => void
  readonly placeholder: string
}

const MOST_NAMES = 6

/** A name, or one of those that were used before. */
function People({ id, value, change, placeholder }: PeopleProps) {
  const { client } = useMachine()
  const [names, setNames] = useState<readonly string[]>([])
  // Without them a name is written by hand.
  useEffect(() => void client.call('documents.people', {}).then(setNames, () => undefined), [client])
  const shown = names.filter((name) => name.includes(value.trim()) && name !== value.trim()).slice(0, MOST_NAMES)
  return (
    <span className="people">
      <Input id={id} autoFocus value={value} onChange={(event) => change(event.target.value)} maxLength={60} placeholder={placeholder} />
      {shown.map((name) => (
        <button type="button" className="filter" key={name} onClick={() => change(name)}>
          {name}
        </button>
      ))}
    </span>
  )
}
