/** An image in the sheet: centred, no wider than the column, with a frame while it is selected. */
import { useState } from 'react'
import { ReactEditor, useSelected, type RenderElementProps } from 'slate-react'
import { Transforms } from 'slate'
import type { SheetElement } from '../sheet/types.ts'
import { useSheet } from './sheet-context.ts'

/** A column of 28 characters of 16 px, which stand for 16 pt; half of a page's 22 lines. */
const COLUMN = 448
const HALF_PAGE = 297

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

/** As the page makes it smaller where it is wider than the column or higher than half of it. */
function shownSize({ width = COLUMN, height = HALF_PAGE }: SheetElement): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, COLUMN / width, HALF_PAGE / height)
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) }
}
