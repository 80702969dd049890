/** An image in the sheet: centred, no wider than the column, with a frame while it is selected. */
import { useState } from 'react'
import { ReactEditor, useSelected, type RenderElementProps } from 'slate-react'
import { Transforms } from 'slate'
import { shownSize } from '../acts/images.ts'
import { useSheet } from './sheet-context.ts'

export function ImageBlock({ attributes, children, element }: RenderElementProps) {
  const { editor } = useSheet()
  const isSelected = useSelected({ suppressThrow: true })
  const [failed, setFailed] = useState<string | null>(null)
  const { sha256 = '', alt } = element
  const select = (): void => {
    const path = ReactEditor.findPath(editor, element)
    Transforms.select(editor, [...path, 0])
    ReactEditor.focus(editor)
  }
  return (
    <div {...attributes} className={isSelected ? 'image-block is-selected' : 'image-block'}>
      <div contentEditable={false} onClick={select}>
        {failed === sha256 ? (
          <div className="image-missing" role="img" aria-label={alt ?? '图片'}>
            图片不在本资料库
          </div>
        ) : (
          <img src={`/blob/${sha256}`} alt={alt ?? '图片，没有说明'} draggable={false} style={shownSize(element)} onError={() => setFailed(sha256)} />
        )}
      </div>
      {children}
    </div>
  )
}
