/** Parts that hold blocks: the body, the printed text, attachments (each on a sheet of its own). */
import type { RenderElementProps } from 'slate-react'
import { useKeyed } from '../derived/keyed.ts'
import { useSheet } from './sheet-context.ts'

export function Part({ attributes, children, element }: RenderElementProps) {
  return (
    <div {...attributes} className={`part is-${element.type}`}>
      {element.type === 'attachment' && <AttachmentLabel id={element.id} />}
      {children}
    </div>
  )
}

function AttachmentLabel({ id }: { readonly id: string }) {
  const { derived } = useSheet()
  return (
    <div className="attachment-label" contentEditable={false}>
      {useKeyed(derived.numbers, id)}
      <span className="sheet-mark">另页</span>
    </div>
  )
}
