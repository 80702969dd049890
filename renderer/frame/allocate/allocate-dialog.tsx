/** 取号: for a document, for a reason (占号), or another number for a document that has one (更正文号). */
import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Modal, Radio } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { Refusal, type ApiError } from '../../../shared/api/reply.ts'
import type { Allocation, Warning } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { ActButton } from '../../components/act-button.tsx'
import { AddSeries } from './add-series.tsx'
import { NumberLine } from './number-line.tsx'
import { takeNumber } from './take-number.ts'
import { useChoice } from './use-choice.ts'
import { useAdvice } from './use-numbers.ts'
import { WayRows } from './way-rows.tsx'
import { needsReason, takenBy } from './ways.ts'

export interface AllocateDialogProps {
  /** Under the dialog's name: the document's title, or what the number is for. */
  readonly lead: string
  /** The document that gets the number; without one it is taken for a reason, which is asked. */
  readonly documentId?: Id
  /** 更正文号: the number that the document has now. */
  readonly corrects?: string
  /** The year to begin with, as of the document's date; the present one without it. */
  readonly year?: number | null
  /** The series and the serial to begin with. */
  readonly seriesId?: Id
  readonly serial?: number
  readonly close: () => void
  /** The number was taken; the dialog is closed after this. */
  readonly taken: (allocation: Allocation) => void
}

export function AllocateDialog({ lead, documentId, corrects, close, taken, ...begin }: AllocateDialogProps) {
  const { client } = useMachine()
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const [old, setOld] = useState<'void' | 'free'>('void')
  const choice = useChoice({ ...begin, corrects, withHeld: documentId !== undefined && corrects === undefined })
  const { series, sheet, year, way, serial } = choice
  const asked = documentId === undefined || corrects !== undefined || needsReason(serial, sheet)
  const advice = useAdvice(series && serial !== null ? { seriesId: series.id, year, documentId: corrects === undefined ? documentId : undefined, serial: way === 'next' ? null : serial, after: sheet } : null)

  const taker = serial !== null && way !== 'held' ? takenBy(serial, sheet) : null
  const enabled = !series ? '还没有文号系列' : serial === null ? '请写要用的号' : (taker ?? (asked && reason.trim() === '' ? '请写明原因' : true))
  const take = async (): Promise<void> => {
    if (!series || serial === null || busy || enabled !== true) return
    setBusy(true)
    setError(null)
    try {
      taken(await takeNumber(client, { seriesId: series.id, year, way, serial, documentId, corrects: corrects !== undefined, reason: asked ? reason.trim() : '', old }))
      close()
    } catch (cause) {
      setError(toApiError(cause))
      setBusy(false)
      // Someone else took the number that was shown: show the next one, and let the person decide again.
      if (cause instanceof Refusal) await choice.read()
    }
  }
  const shown = error ?? choice.error
  return (
    <Modal open title={corrects === undefined ? '取号' : '更正文号'} footer={null} width={640} centered onCancel={close}>
      <p className="dialog-lead ell">{lead}</p>
      {series && (
        <>
          <NumberLine list={choice.list ?? []} series={series} year={year} serial={serial} setYear={choice.setYear} choose={choice.chooseSeries} />
          <WayRows series={series} ways={choice.ways} way={way} serialOf={choice.serialOf} choose={choice.choose} />
          {asked && <ReasonLine label={reasonLabel(documentId, corrects)} first={documentId === undefined || corrects !== undefined} reason={reason} setReason={setReason} take={() => void take()} />}
          {corrects !== undefined && <OldNumber printed={corrects} old={old} setOld={setOld} />}
          <Advice warnings={advice} />
        </>
      )}
      {choice.list && <AddSeries empty={choice.list.length === 0} year={year} added={choice.added} />}
      {shown && <Alert type="error" showIcon title={shown.message} description={[shown.safe, shown.next].filter(Boolean).join('。')} />}
      <div className="dialog-foot" onKeyDown={ignoreHeld}>
        <span className="note grow">{documentId === undefined ? '占号后可以对上文稿，也可以释放' : '取错了可以更正，原来的号和更正都留在经过里'}</span>
        <Button onClick={close}>取消</Button>
        {/* Made anew when there is a number to take, so that Enter takes it. */}
        <ActButton key={series ? 'ready' : 'empty'} autoFocus={series !== undefined && !asked} name={serial === null ? '取号' : `${corrects === undefined ? '取' : '改用'} ${serial} 号`} labelled type="primary" enabled={enabled} run={() => void take()} />
      </div>
    </Modal>
  )
}

function reasonLabel(documentId: Id | undefined, corrects: string | undefined): string {
  if (corrects !== undefined) return '更正原因'
  return documentId === undefined ? '占号事由' : '补号原因'
}

/** A number is taken knowingly: Enter that is still held from opening the dialog does not take it. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
}

interface ReasonLineProps {
  readonly label: string
  /** The first thing to be written in the dialog. */
  readonly first: boolean
  readonly reason: string
  readonly setReason: (reason: string) => void
  readonly take: () => void
}

function ReasonLine({ label, first, reason, setReason, take }: ReasonLineProps) {
  const id = useId()
  return (
    <div className="dialog-field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} autoFocus={first} maxLength={200} value={reason} placeholder="记入登记簿" onChange={(event) => setReason(event.target.value)} onPressEnter={take} />
    </div>
  )
}

function OldNumber({ printed, old, setOld }: { readonly printed: string; readonly old: 'void' | 'free'; readonly setOld: (old: 'void' | 'free') => void }) {
  return (
    <div className="dialog-field">
      <span className="dialog-label">{printed}</span>
      <Radio.Group
        aria-label="原来的号"
        value={old}
        options={[
          { value: 'void', label: '作废，不再使用' },
          { value: 'free', label: '空出，可以再用' },
        ]}
        onChange={({ target }) => setOld(target.value as 'void' | 'free')}
      />
    </div>
  )
}

function Advice({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <ul className="check-box check-grid" aria-label="取号前查过">
      {warnings.map(({ kind, text }) => (
        <li key={text} className={kind === 'fine' ? '' : 'is-doubt'}>
          {kind === 'fine' ? <CheckOutlined aria-label="通过" /> : <WarningOutlined aria-label="请看一下" />} {text}
        </li>
      ))}
    </ul>
  )
}
