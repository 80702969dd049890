/** Parts that hold blocks: the body, the printed text, attachments (each on a sheet of its own). */
import type { RenderElementProps } from 'slate-react'
import { useKeyed } from '../derived/keyed.ts'
import { useSheet } from './sheet-context.ts'

export function Part({ attributes, children, element }: RenderElementProps) {
  return (
    <div {...attributes} className={`part is-${element.type}`}>
      {element.type === 'attachment' && <AttachmentLabel id={element.id} landscape={element.orientation === 'landscape'} />}
      {children}
      {element.type !== 'attachment' && <AttachmentList id={element.id} />}
    </div>
  )
}

/** 附件说明 as it will be printed: it follows the attachments and is not typed. */
function AttachmentList({ id }: { readonly id: string }) {
  const { derived } = useSheet()
  const lines = useKeyed(derived.attachments, id)
  if (!lines) return null
  return (
    <div className="attachment-list" contentEditable={false}>
      {lines.map(({ mark, title }) => (
        <div key={mark}>
          <span>{mark}</span>
          <span>{title || '（没有标题）'}</span>
        </div>
      ))}
    </div>
  )
}

function AttachmentLabel({ id, landscape }: { readonly id: string; readonly landscape: boolean }) {
  const { derived } = useSheet()
  return (
    <div className="attachment-label" contentEditable={false}>
      {useKeyed(derived.numbers, id)}
      <span className="sheet-mark" title="正式公文里附件另起一页；公报里接着排">{landscape ? '另页·横排' : '另页'}</span>
    </div>
  )
}
