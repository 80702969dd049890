/** A small dialog that asks what an act needs, does it, and stays with the refusal where it was not done. */
import { Alert, Button, Modal } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ApiError } from '../../../../shared/api/reply.ts'
import { toApiError } from '../../../api/connection.ts'
import { ActButton } from '../../../components/act-button.tsx'

export interface ActDialogProps {
  readonly title: string
  readonly lead?: ReactNode
  /** What the button says that does it. */
  readonly confirm: string
  /** True, or what is still missing. */
  readonly enabled: true | string
  /** Rejects where it was not done. */
  readonly run: () => Promise<void>
  readonly close: () => void
  /** Beside the buttons. */
  readonly note?: string
  readonly width?: number
  /** The dialog asks nothing: the button that does it has the keyboard, or where it cannot be done the one that goes back. */
  readonly isPlain?: boolean
  readonly children?: ReactNode
}

export function ActDialog({ title, lead, confirm, enabled, run, close, note = '', width = 520, isPlain = false, children }: ActDialogProps) {
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (busy || enabled !== true) return
    setBusy(true)
    setError(null)
    try {
      await run()
      close()
    } catch (cause) {
      setError(toApiError(cause))
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} footer={null} width={width} centered onCancel={close}>
      <form
        onKeyDown={ignoreHeld}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {lead !== undefined && <p className="dialog-lead">{lead}</p>}
        {children}
        {error && <Alert type="error" showIcon title={error.message} description={[error.safe, error.next, ...(error.details ?? [])].filter(Boolean).join('。')} />}
        <div className="dialog-foot">
          <span className="note grow">{note}</span>
          <Button autoFocus={isPlain && enabled !== true} onClick={close}>
            取消
          </Button>
          <ActButton name={confirm} labelled type="primary" enabled={enabled} autoFocus={isPlain && enabled === true} run={() => void submit()} />
        </div>
        {/* So that Enter in any field does it. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Modal>
  )
}

/** An act is done knowingly: Enter that is still held from opening the dialog does nothing. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
}
