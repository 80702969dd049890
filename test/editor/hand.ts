/** A hand on the keyboard: what slate-react does with the sheet when keys are pressed, without a page. */
import { Editor, Node, Path, Range, Text, Transforms, type Point } from 'slate'
import { OWN_FORMAT } from '../../renderer/editor/clipboard/pasted.ts'
import { createSession, sheetOf } from '../../renderer/editor/create-session.ts'
import type { EditorSession } from '../../renderer/editor/session.ts'
import type { SheetEditor } from '../../renderer/editor/sheet/types.ts'
import type { Document } from '../../shared/document/types.ts'
import { parseTree } from './html-tree.ts'

export interface Hand {
  readonly session: EditorSession
  readonly editor: SheetEditor
  /** Puts the caret into the text that holds `around`, at the first "|" in it: `at('防汛|备汛')`. */
  at(around: string): void
  /** Selects from one "|" to another. */
  select(from: string, to: string): void
  type(text: string): Promise<void>
  press(key: 'Enter' | 'Shift+Enter' | 'Backspace' | 'Delete'): Promise<void>
  /** What other programs put there as text, and what the clipboard holds in other formats. */
  paste(text: string, formats?: string | Readonly<Record<string, string>>): Promise<void>
  /** The text of the whole sheet, a line each, the caret as "|". */
  page(): readonly string[]
  /** What pasting has said, newest last. */
  readonly told: readonly string[]
}

/** The editor tells its listeners in the next turn, and one turn's changes are one undo step. */
export async function turn(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

export function openHand(document: Document, readOnly = false): Hand {
  const session = createSession(document, { readOnly })
  const { editor, paste } = sheetOf(session)
  const told: string[] = []
  paste.parseHtml = parseTree
  paste.tell = (text, note) => told.push(`${text}：${note}`)
  return {
    session,
    editor,
    told,
    at: (around) => Transforms.select(editor, find(editor, around)),
    select: (from, to) => Transforms.select(editor, { anchor: find(editor, from), focus: find(editor, to) }),
    async type(text) {
      for (const char of text) {
        editor.insertText(char)
        await turn()
      }
    },
    async press(key) {
      const isSelection = editor.selection !== null && Range.isExpanded(editor.selection)
      if (key === 'Enter') editor.insertBreak()
      else if (key === 'Shift+Enter') editor.insertSoftBreak()
      else if (isSelection) editor.deleteFragment({ direction: key === 'Backspace' ? 'backward' : 'forward' })
      else if (key === 'Backspace') editor.deleteBackward('character')
      else editor.deleteForward('character')
      await turn()
    },
    async paste(text, formats = {}) {
      const all: Readonly<Record<string, string>> = { ...(typeof formats === 'string' ? { [OWN_FORMAT]: formats } : formats), 'text/plain': text }
      const data: Pick<DataTransfer, 'getData'> = { getData: (format) => all[format] ?? '' }
      editor.insertData(data as DataTransfer)
      await turn()
    },
    page: () => pageOf(editor),
  }
}

function find(editor: SheetEditor, around: string): Point {
  const offset = around.indexOf('|')
  const text = around.replace('|', '')
  for (const [node, path] of Node.texts(editor)) {
    const at = node.text.indexOf(text)
    if (at >= 0) return { path, offset: at + offset }
  }
  throw new Error(`not on the page: ${text}`)
}

function pageOf(editor: SheetEditor): readonly string[] {
  const caret = editor.selection && Range.isCollapsed(editor.selection) ? editor.selection.anchor : null
  const lines = [...Editor.nodes(editor, { at: [], match: (node) => !Editor.isEditor(node) && 'children' in node && node.children.some((child) => Text.isText(child)) && node.type !== 'place' })]
  return lines.map(([line, path]) => {
    if (!('children' in line)) return ''
    return line.children.map((child, at) => (Text.isText(child) ? withCaret(child.text, caret, [...path, at]) : `[${child.hint ?? ''}]`)).join('')
  })
}

function withCaret(text: string, caret: Point | null, path: readonly number[]): string {
  if (!caret || !Path.equals(caret.path, [...path])) return text
  return `${text.slice(0, caret.offset)}|${text.slice(caret.offset)}`
}
