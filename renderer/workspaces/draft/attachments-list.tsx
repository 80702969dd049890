/** 所印文本和附件 in the form: their titles, their order (by dragging, or up and down), jumping there, taking one away. */
import { AimOutlined, ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, PlusOutlined, RotateRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type DragEvent } from 'react'
import type { MissingKind } from '../../../shared/document/missing.ts'
import { planStep, type SectionPlace } from '../../../shared/document/sections.ts'
import { attachmentsOf, findPart, innerTitleOf } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { attachmentLabels } from '../../../shared/numbering/headings.ts'
import { ActButton } from '../../components/act-button.tsx'
import { useReport } from '../../components/report.tsx'
import type { EditorSession } from '../../editor/session.ts'
import { TextField } from './text-field.tsx'
import { undoing } from './undoing.ts'
import { useSessionValue } from './use-session.ts'

export interface AttachmentsListProps {
  readonly session: EditorSession
  readonly document: Document
  readonly readOnly: boolean
  readonly missing: ReadonlySet<MissingKind>
}

interface Entry {
  readonly id: Id
  readonly name: string
  readonly title: string
  readonly isAttachment: boolean
  readonly landscape: boolean
  readonly missing: boolean
}

export function AttachmentsList({ session, document, readOnly, missing }: AttachmentsListProps) {
  const entries = entriesOf(document, missing)
  const [dragged, setDragged] = useState<Id | null>(null)
  const [over, setOver] = useState<{ readonly id: Id; readonly side: 'before' | 'after' } | null>(null)
  const end = (): void => {
    setDragged(null)
    setOver(null)
  }
  const drop = (): void => {
    if (dragged !== null && over) session.moveSection(dragged, placeOf(over))
    end()
  }
  const dragOver = (event: DragEvent, entry: Entry): void => {
    if (dragged === null || !entry.isAttachment) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const side = event.clientY < top + height / 2 ? 'before' : 'after'
    if (over?.id !== entry.id || over.side !== side) setOver({ id: entry.id, side })
  }
  return (
    <ul className="attachments" onDragEnd={end}>
      {entries.map((entry) => (
        <li key={entry.id} className={over?.id === entry.id ? `is-drop-${over.side}` : undefined} onDragOver={(event) => dragOver(event, entry)} onDrop={drop}>
          {readOnly ? <ReadOnlyRow entry={entry} session={session} /> : <Row entry={entry} session={session} document={document} drag={() => setDragged(entry.id)} />}
        </li>
      ))}
      {!readOnly && (
        <li>
          <Button type="text" size="small" icon={<PlusOutlined />} onClick={() => session.addAttachment()}>
            添附件
          </Button>
        </li>
      )}
      {readOnly && entries.length === 0 && <li className="side-note">没有附件</li>}
    </ul>
  )
}

function placeOf({ id, side }: { readonly id: Id; readonly side: 'before' | 'after' }): SectionPlace {
  return side === 'before' ? { before: id } : { after: id }
}

function entriesOf(document: Document, missing: ReadonlySet<MissingKind>): readonly Entry[] {
  const labels = attachmentLabels(document)
  const printed = findPart(document, 'printed')
  return [...(printed ? [printed] : []), ...attachmentsOf(document)].map((part) => {
    const isAttachment = part.type === 'attachment'
    const title = innerTitleOf(part)
    const name = isAttachment ? (labels.get(part.id) ?? '附件').replace(/[：:]$/, '') : '所印文本'
    return { id: part.id, name, title, isAttachment, landscape: isAttachment && part.orientation === 'landscape', missing: missing.has(isAttachment ? 'attachmentTitle' : 'printedTitle') && title.trim() === '' }
  })
}

function ReadOnlyRow({ entry, session }: { readonly entry: Entry; readonly session: EditorSession }) {
  return (
    <button type="button" className="attachment" onClick={() => session.focus({ id: entry.id })}>
      <span className="note">{entry.name}</span>
      <span className="ell">{entry.title.replace(/\n/g, '') || '（没有标题）'}</span>
    </button>
  )
}

type RowProps = { readonly entry: Entry; readonly drag: () => void } & Pick<AttachmentsListProps, 'session' | 'document'>

function Row({ entry, session, document, drag }: RowProps) {
  const report = useReport()
  const { id, name, isAttachment } = entry
  // The field follows the sheet at once, not when the outline does.
  const title = useSessionValue(session, (now) => titleOf(now.document(), id))
  const canStep = (direction: 'up' | 'down'): true | string => planStep(document, id, direction) !== null || (direction === 'up' ? '已在最前' : '已在最后')
  const remove = (): void => {
    session.removePart(id)
    report.done(`已移去${name}`, { acts: [{ name: '撤销', run: undoing(session) }] })
  }
  const start = (event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('application/x-gongbao-section', id)
    drag()
  }
  return (
    <>
      {isAttachment && (
        <span className="attachment-handle" draggable onDragStart={start} title={`拖动，改变${name}的次序`}>
          <HolderOutlined />
        </span>
      )}
      <TextField label={name} field={`title ${id}`} stored={title} store={(text) => session.setInnerTitle(id, text)} readOnly={false} missing={entry.missing} placeholder="标题" breaks />
      <span className="attachment-acts">
        <ActButton name={`到${name}`} enabled icon={<AimOutlined />} size="small" run={() => session.focus({ id })} />
        {isAttachment && <ActButton name={`${name}上移`} enabled={canStep('up')} icon={<ArrowUpOutlined />} size="small" run={() => session.moveSection(id, 'up')} />}
        {isAttachment && <ActButton name={`${name}下移`} enabled={canStep('down')} icon={<ArrowDownOutlined />} size="small" run={() => session.moveSection(id, 'down')} />}
        {isAttachment && (
          <ActButton name={entry.landscape ? `${name}改为纵排` : `${name}改为横排`} enabled icon={<RotateRightOutlined />} size="small" run={() => session.turnAttachment(id, !entry.landscape)} />
        )}
        <ActButton name={`移去${name}`} enabled icon={<DeleteOutlined />} size="small" run={remove} />
      </span>
    </>
  )
}

function titleOf({ parts }: Document, id: Id): string {
  const part = parts.find((one) => one.id === id)
  return part?.type === 'printed' || part?.type === 'attachment' ? innerTitleOf(part) : ''
}
