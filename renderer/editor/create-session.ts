/** Opens a document in the editor. The frame works with the session; the sheet behind it belongs to `DocumentEditor`. */
import { Editor, Transforms, type Path, type Range } from 'slate'
import type { Document } from '../../shared/document/types.ts'
import { addAttachment, addAttachments, insertReady, insertRoster, insertTable, removePart } from './acts/blocks.ts'
import { insertImage } from './acts/images.ts'
import { setBlockKind } from './acts/kinds.ts'
import { setHeader, setLine } from './acts/lines.ts'
import { selectPlace } from './acts/places.ts'
import { ownWords, placeOfCaret, pointOfPlace } from './acts/text-place.ts'
import { canChangeTable, changeTable, hasCaption, isTableActOn } from './acts/tables.ts'
import { structureActs } from './create-structure.ts'
import { caretOf } from './derived/caret.ts'
import type { CaretState, EditorSession } from './session.ts'
import { createSheet, type Sheet } from './sheet/create-sheet.ts'
import { byId, elementAt } from './sheet/find.ts'
import { HOLDERS, isOneOf, type SheetEditor } from './sheet/types.ts'
import { placeOfPart } from './sheet/with-structure.ts'
import { asOneStep, createRuns } from './sheet/with-undo.ts'

/** What the mounted page does for the session. */
export interface SheetView {
  /** Gives the sheet the keyboard. */
  focus(): void
  /** Brings the selection up to date with the page. */
  readSelection(): void
  /** Gives the keyboard to the line above the table that holds the caret. */
  focusCaption(): void
  /** Puts the caret at a point of the window. */
  selectAt(x: number, y: number): void
  /** Scrolls to an element. */
  reveal(path: Path): void
  /** Scrolls to the words that a range covers. */
  revealRange(range: Range): void
}

interface Opened extends Sheet {
  view: SheetView | null
}

const SHEETS = new WeakMap<EditorSession, Opened>()

/** The sheet of a session, for drawing it. */
export function sheetOf(session: EditorSession): Opened {
  const sheet = SHEETS.get(session)
  if (!sheet) throw new Error('not a session of this editor')
  return sheet
}

/** Opens a document; `readOnly` makes every change a no-op and leaves reading and copying. */
export function createSession(document: Document, { readOnly }: { readonly readOnly: boolean }): EditorSession {
  const sheet: Opened = { ...createSheet(document, readOnly), view: null }
  const { editor } = sheet
  const run = createRuns(editor)
  /** A command from toolbar, menu or key: one undo step, and typing goes on in the sheet. */
  const act = (change: () => void): void => {
    if (readOnly) return
    sheet.view?.readSelection()
    asOneStep(editor, change)
    goToCaret(sheet)
  }
  const session: EditorSession = {
    ...structureActs({ sheet, act, run, reveal: (path) => sheet.view?.reveal([...path]), readSelection: () => sheet.view?.readSelection() }),
    document: sheet.document,
    caret: createCaretReader(editor),
    canUndo: () => !readOnly && editor.history.undos.length > 0,
    canRedo: () => !readOnly && editor.history.redos.length > 0,
    subscribe: createSubscription(sheet),
    setLine(field, text) {
      if (!readOnly) run(`line ${field}`, () => setLine(editor, field, text))
    },
    setHeader(patch, field) {
      if (readOnly) return
      if (field === undefined) asOneStep(editor, () => setHeader(editor, patch))
      else run(`header ${field}`, () => setHeader(editor, patch))
    },
    setBlockKind: (kind) => act(() => setBlockKind(editor, kind)),
    insertTable: (rows, columns) => act(() => insertTable(editor, rows, columns)),
    insertBlocks: (blocks) => act(() => insertReady(editor, blocks)),
    canChangeTable: (one) => (one === 'caption' ? hasCaption(editor) : canChangeTable(editor, one)),
    isTableActOn: (one) => one !== 'caption' && isTableActOn(editor, one),
    changeTable(one) {
      if (one !== 'caption') act(() => changeTable(editor, one))
      else if (!readOnly) sheet.view?.focusCaption()
    },
    insertImage: (image) => act(() => insertImage(editor, image)),
    focusAt: (x, y) => sheet.view?.selectAt(x, y),
    insertRoster: () => act(() => insertRoster(editor)),
    addAttachment: (part) => act(() => addAttachment(editor, part)),
    addAttachments: (parts) => act(() => addAttachments(editor, parts)),
    removePart(id) {
      if (!readOnly) asOneStep(editor, () => removePart(editor, id))
    },
    focus(where) {
      const path = find(editor, where)
      if (!path) return
      // A field is written on; a heading is looked at.
      const isField = where !== 'body' && 'field' in where
      Transforms.select(editor, isField ? Editor.end(editor, path) : Editor.start(editor, path))
      goToCaret(sheet)
    },
    focusCaret: () => sheet.view?.focus(),
    focusText(id, offset) {
      const point = pointOfPlace(editor, id, offset)
      if (!point) return
      Transforms.select(editor, point)
      goToCaret(sheet)
    },
    placeOfCaret: () => placeOfCaret(editor),
    ownWords: (id) => ownWords(editor, id),
    nextPlace(backwards) {
      sheet.view?.readSelection()
      if (readOnly || !selectPlace(editor, backwards)) return false
      goToCaret(sheet)
      return true
    },
    undo: () => canDo(session.canUndo(), () => travel(sheet, () => editor.undo())),
    redo: () => canDo(session.canRedo(), () => travel(sheet, () => editor.redo())),
  }
  SHEETS.set(session, sheet)
  return session
}

function goToCaret({ editor, view }: Opened): void {
  view?.focus()
  if (editor.selection) view?.reveal(editor.selection.anchor.path)
}

/** Undo and redo show what they changed, if it was in the sheet. */
function travel({ editor, view }: Opened, run: () => void): void {
  const { selection } = editor
  run()
  if (editor.selection && editor.selection !== selection) view?.reveal(editor.selection.anchor.path)
}

function canDo(possible: boolean, run: () => void): void {
  if (possible) run()
}

/** Reads the caret again only when selection or text changed. */
function createCaretReader(editor: SheetEditor): () => CaretState {
  let last: { readonly selection: unknown; readonly children: unknown; readonly state: CaretState } | null = null
  return () => {
    const { selection, children } = editor
    if (last?.selection !== selection || last.children !== children) last = { selection, children, state: caretOf(editor) }
    return last.state
  }
}

/** Numbers are brought up to date before anything is drawn or told. */
function createSubscription({ editor, derived, document }: Sheet): EditorSession['subscribe'] {
  const listeners = new Set<() => void>()
  const { onChange } = editor
  editor.onChange = (options) => {
    derived.update(document(), editor.operations)
    onChange(options)
    for (const listener of [...listeners]) listener()
  }
  return (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** The line to put the caret in. For a part that the document does not have, what follows where it would stand. */
function find(editor: SheetEditor, where: Parameters<EditorSession['focus']>[0]): Path | undefined {
  if (where !== 'body' && 'id' in where) {
    const found = byId(editor, where.id)
    return found && firstLine(editor, found[1])
  }
  const type = where === 'body' ? 'body' : where.field
  const at = editor.children.findIndex((part) => isOneOf(part, [type]))
  return firstLine(editor, [at < 0 ? Math.min(placeOfPart(editor, type), editor.children.length - 1) : at])
}

function firstLine(editor: SheetEditor, path: Path): Path {
  const element = elementAt(editor, path)
  return element && isOneOf(element, HOLDERS) ? [...path, 0] : path
}
