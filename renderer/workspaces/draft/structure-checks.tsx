/** In 校核: numbers that differ from the rule, and references whose target is gone. */
import { DisconnectOutlined, OrderedListOutlined } from '@ant-design/icons'
import type { Document } from '../../../shared/document/types.ts'
import { numberDifferences, type NumberDifference } from '../../../shared/numbering/differences.ts'
import { lostReferences } from '../../../shared/numbering/references.ts'
import type { EditorSession } from '../../editor/session.ts'

/** How many things there are to look at; numbers written in another form count as one. */
export function structureCount(document: Document): number {
  const { order, form } = split(document)
  return order.length + (form.length > 0 ? 1 : 0) + lostReferences(document).length
}

export interface StructureChecksProps {
  readonly session: EditorSession
  readonly document: Document
  readonly isDraft: boolean
}

export function StructureChecks({ session, document, isDraft }: StructureChecksProps) {
  const { order, form } = split(document)
  const lost = lostReferences(document)
  const [sample] = form
  return (
    <>
      {order.length + form.length > 0 && <h3 className="group">序号与规则不同 {order.length + form.length} 处</h3>}
      {order.map(({ id, printed, rule }) => (
        <button type="button" className="check is-doubt" key={id} onClick={() => session.focus({ id })}>
          <OrderedListOutlined aria-label="疑" />
          <span>
            “{printed}”按顺序应为“{rule}”
          </span>
        </button>
      ))}
      {sample && (
        <button type="button" className="check is-doubt" onClick={() => session.focus({ id: sample.id })}>
          <OrderedListOutlined aria-label="疑" />
          <span>
            {form.length}处序号写法与规则不同，如“{sample.printed}”规则写作“{sample.rule}”
          </span>
        </button>
      )}
      {order.length + form.length > 0 && <p className="side-note">{isDraft ? '序号照原件录入。要改过来，用“格式”菜单的“按规则重新编号”。' : '序号照原件录入，文字已锁定。'}</p>}
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

function split(document: Document): { readonly order: readonly NumberDifference[]; readonly form: readonly NumberDifference[] } {
  const all = numberDifferences(document)
  return { order: all.filter(({ kind }) => kind === 'order'), form: all.filter(({ kind }) => kind === 'form') }
}
