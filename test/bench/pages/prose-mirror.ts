/** ProseMirror with its own history, keys and tables. */
import { baseKeymap } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { Schema, type Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { tableEditing, tableNodes } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import { textOf } from '../../../shared/document/text.ts'
import type { Inline, Table } from '../../../shared/document/types.ts'
import { blocks, desk, type NoticeBlock } from './desk.ts'
import './plain.css'

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: { group: 'block', content: 'text*', attrs: { level: { default: 1 } }, toDOM: ({ attrs }) => [`h${String(attrs.level)}`, 0] },
    text: {},
    ...tableNodes({ tableGroup: 'block', cellContent: 'paragraph+', cellAttributes: {} }),
  },
})

const doc = schema.node('doc', null, blocks().map(nodeOf))
const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap), tableEditing()]
new EditorView(desk(), { state: EditorState.create({ doc, plugins }), attributes: { class: 'plain', spellcheck: 'false' } })

function nodeOf(block: NoticeBlock): Node {
  if (block.type === 'table') return tableOf(block)
  return block.type === 'heading' ? schema.node('heading', { level: block.level }, textNodes(block.children)) : lineOf(block.children)
}

function tableOf({ children: rows }: Table): Node {
  const cellOf = ({ children }: Table['children'][number]['children'][number]): Node => schema.node('table_cell', null, children.map((line) => lineOf(line.children)))
  return schema.node('table', null, rows.map(({ children }) => schema.node('table_row', null, children.map(cellOf))))
}

function lineOf(children: readonly Inline[]): Node {
  return schema.node('paragraph', null, textNodes(children))
}

/** ProseMirror knows no empty text. */
function textNodes(children: readonly Inline[]): readonly Node[] {
  const text = textOf(children)
  return text === '' ? [] : [schema.text(text)]
}
