/** In 校核: numbers that differ from the rule, and references whose target is gone. */
import { DisconnectOutlined, OrderedListOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { numberDifferences, type NumberDifference } from '../../../shared/numbering/differences.ts'
import { lostReferences } from '../../../shared/numbering/references.ts'
import type { Command } from '../../commands/command.ts'
import { command } from '../../commands/commands.ts'
import type { EditorSession } from '../../editor/session.ts'

/** At most so many numbers are listed one by one. */
const MOST = 30

/** How many things there are to look at; numbers that have one cause count as one. */
export function structureCount(document: Document, isDraft: boolean): number {
  const { order, follow, form } = split(document, isDraft)
  return order.length + Math.sign(follow.length) + Math.sign(form.length) + lostReferences(document).length
}

export interface StructureChecksProps {
  readonly session: EditorSession
  readonly document: Document
  readonly isDraft: boolean
  readonly run: (command: Command) => void
}

export function StructureChecks({ session, document, isDraft, run }: StructureChecksProps) {
  const { order, follow, form } = split(document, isDraft)
  const lost = lostReferences(document)
  const all = order.length + follow.length + form.length
  return (
    <>
      {all > 0 && <h3 className="group">序号与规则不同 {all} 处</h3>}
      {order.slice(0, MOST).map(({ id, printed, rule }) => (
        <NumberLine key={id} id={id} session={session} text={`“${printed}”按顺序应为“${rule}”`} />
      ))}
      {order.length > MOST && <p className="side-note">还有 {order.length - MOST} 处没有列出。</p>}
      <Summary differences={follow} session={session} what="处接着前面的号编，没有按规则从头编" />
      <Summary differences={form} session={session} what="处写法与规则不同" />
      {all > 0 && <p className="side-note">{isDraft ? '序号照原件录入，可以一次改过来。' : '序号照原件录入，文字已锁定。'}</p>}
      {all > 0 && isDraft && (
        <Button size="small" className="check-act" onClick={() => run(command('format.renumber'))}>
          {command('format.renumber').name}
        </Button>
      )}
      {lost.length > 0 && <h3 className="group">引用落空 {lost.length} 处</h3>}
      {lost.map(({ id, children: [{ text }] }) => (
        <button type="button" className="check is-wrong" key={id} onClick={() => session.focus({ id })}>
          <DisconnectOutlined aria-label="错" />
          <span>所引的{text}已经删除</span>
        </button>
      ))}
    </>
  )
}

function Summary({ differences, session, what }: { readonly differences: readonly NumberDifference[]; readonly session: EditorSession; readonly what: string }) {
  const [sample] = differences
  return sample && <NumberLine id={sample.id} session={session} text={`${differences.length}${what}，如“${sample.printed}”应为“${sample.rule}”`} />
}

function NumberLine({ id, session, text }: { readonly id: Id; readonly session: EditorSession; readonly text: string }) {
  return (
    <button type="button" className="check is-doubt" onClick={() => session.focus({ id })}>
      <OrderedListOutlined aria-label="疑" />
      <span>{text}</span>
    </button>
  )
}

/** How a number is written is the business of a draft; a document that is issued has its own way. */
function split(document: Document, isDraft: boolean): Readonly<Record<NumberDifference['kind'], readonly NumberDifference[]>> {
  const all = numberDifferences(document)
  const of = (kind: NumberDifference['kind']): readonly NumberDifference[] => all.filter((one) => one.kind === kind)
  return { order: of('order'), follow: of('follow'), form: isDraft ? of('form') : [] }
}
