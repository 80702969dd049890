/** Slate as it comes, tuned as its guide says: drawn in chunks that are not laid out while out of sight. No numbers, no rules, no plugin of ours. */
import { createRoot } from 'react-dom/client'
import { createEditor, Editor, type Descendant } from 'slate'
import { withHistory } from 'slate-history'
import { Editable, Slate, withReact, type RenderChunkProps, type RenderElementProps } from 'slate-react'
import { blocks, desk } from './desk.ts'
import './plain.css'

const CHUNK = 20

const editor = withHistory(withReact(createEditor()))
editor.getChunkSize = (node) => (Editor.isEditor(node) ? CHUNK : null)
// Blocks of a document have the shape of Slate's.
editor.children = blocks() as unknown as Descendant[]
createRoot(desk()).render(
  <Slate editor={editor}>
    <Editable className="plain" spellCheck={false} renderElement={renderElement} renderChunk={renderChunk} />
  </Slate>,
)

function renderElement({ attributes, children, element }: RenderElementProps) {
  switch (element.type) {
    case 'table':
      return (
        <table {...attributes}>
          <tbody>{children}</tbody>
        </table>
      )
    case 'row':
      return <tr {...attributes}>{children}</tr>
    case 'cell':
      return <td {...attributes}>{children}</td>
    case 'heading': {
      const Tag = `h${element.level ?? 1}` as 'h1'
      return <Tag {...attributes}>{children}</Tag>
    }
    default:
      return <p {...attributes}>{children}</p>
  }
}

function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'chunk' : undefined}>
      {children}
    </div>
  )
}
