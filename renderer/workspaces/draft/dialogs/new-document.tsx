/** 起草公文: choose a template. Cards move by arrow keys; Enter begins. */
import { Modal } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TemplateSummary } from '../../../../shared/api/types.ts'
import { useMachine } from '../../../api/client-context.tsx'
import { toApiError } from '../../../api/connection.ts'
import { useReport } from '../../../components/report.tsx'

export interface NewDocumentProps {
  readonly create: (templateId: string) => Promise<void>
  readonly close: () => void
}

/** Ten cards in three rows, on a small screen too. The style sheet sets the same number. */
const COLUMNS = 4

export function NewDocument({ create, close }: NewDocumentProps) {
  const { client } = useMachine()
  const report = useReport()
  const [templates, setTemplates] = useState<readonly TemplateSummary[]>([])
  const [busy, setBusy] = useState(false)
  const grid = useRef<HTMLDivElement>(null)

  useEffect(() => {
    client.call('templates.list', {}).then(setTemplates, (cause: unknown) => {
      close()
      report.trouble({ title: '没有读到模板', error: toApiError(cause) })
    })
    // The dialog is made anew each time it opens; one reading is enough.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client])
  // The cards may come before the dialog has opened, or after; who has moved on already stays there.
  const focusFirst = (): void => {
    if (!grid.current?.contains(document.activeElement)) grid.current?.querySelector<HTMLElement>('button')?.focus()
  }
  useEffect(focusFirst, [templates])

  const choose = (template: TemplateSummary): void => {
    if (busy) return
    setBusy(true)
    create(template.id).then(close, (cause: unknown) => {
      close()
      report.trouble({ title: '新稿没有建成', error: toApiError(cause) })
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const cards = [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = cards.indexOf(event.target as HTMLElement)
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
    if (step === undefined) return
    event.preventDefault()
    cards[at + step]?.focus()
  }
  return (
    <Modal open title="起草公文" footer={null} width={880} centered onCancel={close} afterOpenChange={(shown) => shown && focusFirst()}>
      <p className="dialog-lead">选一个模板。发文机关按设置填好，待填的地方在稿子里用虚框标出，按 Tab 依次跳到。</p>
      <div className="template-cards" role="group" aria-label="模板" ref={grid} onKeyDown={onKeyDown}>
        {templates.map((one) => (
          <button type="button" className="template-card" key={one.id} onClick={() => choose(one)} aria-disabled={busy}>
            <span className="template-name">
              <b>{one.name}</b>
              <span className="tag">{one.genre}</span>
            </span>
            <small>{one.use}</small>
          </button>
        ))}
      </div>
    </Modal>
  )
}
