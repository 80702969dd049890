/** 校核: what is missing, what of the structure does not agree, and what the import was unsure of. */
import { CheckCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { isEmptyHeading, type Missing, type MissingKind } from '../../../shared/document/missing.ts'
import { attachmentsOf, blocksOf, findPart, innerTitleOf } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { Doubt } from '../../../shared/recognise/doubt.ts'
import type { Command } from '../../commands/command.ts'
import { StructureChecks, structureCount } from './structure-checks.tsx'
import { placeOfDoubt, type Place } from './doubt-place.ts'
import type { EditorSession } from '../../editor/session.ts'

export interface ChecksProps {
  readonly session: EditorSession
  readonly document: Document
  readonly missing: readonly Missing[]
  /** Shows a field of the form that no part of the sheet stands for. */
  readonly openField: (field: string) => void
  readonly doubts: readonly Doubt[]
  readonly isDraft: boolean
  readonly run: (command: Command) => void
}

export function Checks({ session, document, missing, openField, doubts, isDraft, run }: ChecksProps) {
  if (missing.length === 0 && doubts.length === 0 && structureCount(document, isDraft) === 0) {
    return (
      <p className="checks-fine">
        <CheckCircleOutlined /> 要素齐全，没有待核对的地方
      </p>
    )
  }
  return (
    <div className="checks">
      {missing.length > 0 && <h3 className="group">还缺 {missing.length} 项</h3>}
      {missing.map((one) => (
        <button type="button" className="check is-wrong" key={one.text} onClick={() => goTo(session, document, one.kind, openField)}>
          <ExclamationCircleOutlined aria-label="缺" />
          <span>{one.text}</span>
        </button>
      ))}
      <StructureChecks session={session} document={document} isDraft={isDraft} run={run} />
      <DoubtLines title="导入时存疑" doubts={doubts.filter(({ comment }) => !comment)} document={document} session={session} />
      <DoubtLines title="原件上的批注" doubts={doubts.filter(({ comment }) => comment)} document={document} session={session} />
      {doubts.length > 0 && <p className="side-note">{isDraft ? '请对照原件看一遍。这些提示不妨碍签发。' : '请对照原件看一遍。文字已锁定，要改可另存为新稿。'}</p>}
    </div>
  )
}

type LinesProps = Pick<ChecksProps, 'doubts' | 'document' | 'session'> & { readonly title: string }

function DoubtLines({ title, doubts, document, session }: LinesProps) {
  if (doubts.length === 0) return null
  return (
    <>
      <h3 className="group">
        {title} {doubts.length} 处
      </h3>
      {doubts.map((one, index) => (
        <DoubtLine key={`${index}-${one.where}`} doubt={one} place={placeOfDoubt(document, one)} session={session} />
      ))}
    </>
  )
}

/** A doubt about a place of the text leads there. */
function DoubtLine({ doubt, place, session }: { readonly doubt: Doubt; readonly place: Place | null; readonly session: EditorSession }) {
  const content = (
    <>
      <WarningOutlined aria-label="疑" />
      <span>
        <b>{doubt.where}</b>
        {doubt.what}
      </span>
    </>
  )
  if (!place) return <div className="check is-doubt">{content}</div>
  return (
    <button type="button" className="check is-doubt" onClick={() => session.focus(place)}>
      {content}
    </button>
  )
}

/** Puts the caret where something is missing; fields of the form that are no part of the text get the focus themselves. */
function goTo(session: EditorSession, document: Document, kind: MissingKind, openField: (field: string) => void): void {
  switch (kind) {
    case 'copyNumber':
      openField('copyNumber')
      return
    case 'emptyHeading': {
      const empty = document.parts.flatMap(blocksOf).find(isEmptyHeading)
      if (empty) session.focus({ id: empty.id })
      return
    }
    case 'title':
    case 'signatureOrgan':
    case 'signatureDate':
      { session.focus({ field: kind }); return; }
    case 'recipients':
    case 'noRecipients':
    case 'oneRecipient':
      { session.focus({ field: 'recipients' }); return; }
    case 'contact':
      { session.focus({ field: 'note' }); return; }
    case 'enclosure':
    case 'body':
    case 'issuers':
      { session.focus(kind === 'issuers' ? { field: 'title' } : 'body'); return; }
    case 'places':
      return void session.nextPlace()
    case 'printedTitle':
    case 'attachmentTitle': {
      const untitled = attachmentsOf(document).find((part) => innerTitleOf(part).trim() === '')
      const part = kind === 'printedTitle' ? findPart(document, 'printed') : untitled
      if (part) session.focus({ id: part.id })
    }
  }
}
