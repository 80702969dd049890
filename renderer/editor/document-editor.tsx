/** The sheet: the whole document on white paper, editable as one text. */
import { memo, useCallback, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { Editor, Element as SlateElement, Transforms } from 'slate'
import { Editable, ReactEditor, Slate } from 'slate-react'
import type { ActMenuProps } from '../components/act-menu.tsx'
import { sheetOf } from './create-session.ts'
import type { EditorSession } from './session.ts'
import { copiedBlocks } from './clipboard/copied.ts'
import { placeRange } from './sheet/find.ts'
import { INLINES, isOneOf, type SheetEditor } from './sheet/types.ts'
import { emptyCells } from './sheet/with-cells.ts'
import { asOneStep } from './sheet/with-undo.ts'
import { chosenRectangle } from './table/chosen.ts'
import { handleKey } from './view/keys.ts'
import { wouldType } from './view/locked.ts'
import { keepOwnSelection } from './view/own-selection.ts'
import { renderChunk, renderElement, renderLeaf } from './view/render.tsx'
import { decorateRunIn } from './view/run-in.ts'
import { ImageBar } from './view/image-bar.tsx'
import { SheetContext } from './view/sheet-context.ts'
import { TableBar } from './view/table-bar.tsx'
import { useComposition } from './view/use-composition.ts'
import { useImagePaste } from './view/use-image-paste.ts'
import { usePaste } from './view/use-paste.ts'
import { letGo, readSelection, useView } from './view/use-view.ts'

export interface DocumentEditorProps {
  /** A session of `createSession`. */
  readonly session: EditorSession
  /** Per cent. */
  readonly zoom: number
  /** What stands beside a table that holds the caret. The same objects as long as they do the same. */
  readonly tableMenus?: readonly ActMenuProps[]
  /** Told when someone types or pastes in a sheet that is only read. The same function as long as it does the same. */
  readonly onLocked?: () => void
  /** Something else stands in its place: it keeps its caret and takes no keyboard. */
  readonly isCovered?: boolean
  /** What a screen reader calls the text. */
  readonly label?: string
}

const NO_MENUS: readonly ActMenuProps[] = []

/** Drawn again for its own changes only, not with the room around it. */
export const DocumentEditor = memo(function DocumentEditor({ session, zoom, tableMenus = NO_MENUS, onLocked, isCovered = false, label = '文稿正文' }: DocumentEditorProps) {
  const sheet = sheetOf(session)
  const { editor, readOnly } = sheet
  const page = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const composition = useComposition(editor)
  const { watchKey, onPaste } = usePaste(session)
  const pasteImage = useImagePaste(session)
  useView(session, !isCovered)
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      watchKey(event)
      const isOurs = !readOnly && handleKey(event, editor, session, () => focusFirst(bar.current))
      if (isOurs) event.preventDefault()
    },
    [editor, readOnly, session, watchKey],
  )
  return (
    <SheetContext value={sheet}>
      <div
        className={readOnly ? 'sheet is-read-only' : 'sheet'}
        style={{ zoom: zoom / 100 }}
        ref={page}
        // slate-react tells nothing of keys and pasting while the sheet is only read.
        onKeyDown={(event) => readOnly && wouldType(event) && onLocked?.()}
        onPaste={() => readOnly && onLocked?.()}
        onBlur={(event) => letGo(editor, event)}
      >
        <Slate editor={editor}>
          <Editable
            ref={keepOwnSelection}
            className="sheet-text"
            role="textbox"
            aria-multiline
            aria-label={label}
            aria-readonly={readOnly}
            lang="zh-CN"
            spellCheck={false}
            tabIndex={0}
            readOnly={readOnly}
            renderElement={renderElement}
            renderLeaf={renderLeaf}
            renderChunk={renderChunk}
            decorate={decorateRunIn}
            onKeyDown={onKeyDown}
            onKeyUp={watchKey}
            // A key that quickly follows Home or an arrow acts where the caret is, not where it was.
            onDOMBeforeInput={() => readSelection(editor)}
            {...composition}
            onClick={(event) => selectClicked(event, editor, session)}
            // With nothing selected the clipboard keeps what it has.
            onCopy={() => hasNothingSelected(editor) || undefined}
            onPaste={(event) => pasteImage(event) || onPaste(event)}
            onCut={(event) => hasNothingSelected(editor) || cutCells(event, editor)}
          />
          {!readOnly && <ImageBar editor={editor} session={session} page={page} bar={bar} zoom={zoom} />}
          {!readOnly && tableMenus.length > 0 && <TableBar editor={editor} session={session} menus={tableMenus} page={page} bar={bar} zoom={zoom} />}
        </Slate>
      </div>
    </SheetContext>
  )
})

/**
 * A click on an unfilled place or a reference selects it, so that typing takes its place, and with Ctrl goes where the reference points to; one on the drawn organ goes to the title below it.
 * True when it was one of them.
 */
function selectClicked(event: MouseEvent, editor: SheetEditor, session: EditorSession): boolean | undefined {
  const box = event.target instanceof Element ? event.target.closest('.place, .reference, .is-title') : null
  const node = box && ReactEditor.toSlateNode(editor, box)
  if (!node || !SlateElement.isElement(node)) return undefined
  const path = ReactEditor.findPath(editor, node)
  if (node.type === 'reference' && node.target !== undefined && (event.ctrlKey || event.metaKey)) {
    session.focus({ id: node.target })
    return true
  }
  if (isOneOf(node, INLINES)) Transforms.select(editor, placeRange(editor, path))
  else if (isInIssuers(event)) Transforms.select(editor, Editor.start(editor, path))
  else return undefined
  ReactEditor.focus(editor)
  return true
}

/** Chosen cells are copied and emptied; the grid stays. True when there were any. */
function cutCells(event: ClipboardEvent, editor: SheetEditor): true | undefined {
  const chosen = chosenRectangle(editor)
  if (!chosen) return undefined
  event.preventDefault()
  ReactEditor.setFragmentData(editor, event.clipboardData, 'cut')
  asOneStep(editor, () => emptyCells(editor, chosen))
  return true
}

function hasNothingSelected(editor: SheetEditor): boolean {
  readSelection(editor)
  return copiedBlocks(editor).length === 0
}

function isInIssuers({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('.issuers') !== null
}

function focusFirst(bar: HTMLElement | null): boolean {
  const button = bar?.querySelector('button')
  button?.focus()
  return button !== undefined && button !== null
}
