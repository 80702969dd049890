/** What the mounted page does for the session: takes the keyboard, scrolls. */
import { useLayoutEffect, type FocusEvent } from 'react'
import { Node, Range, Transforms, type Path } from 'slate'
import { IS_FOCUSED, IS_NODE_MAP_DIRTY } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { sheetOf, type SheetView } from '../create-session.ts'
import type { EditorSession } from '../session.ts'
import { tableAt } from '../sheet/find.ts'
import type { SheetEditor } from '../sheet/types.ts'

/** While the sheet is not `inSight`, the session moves the caret and leaves the keyboard where it is. */
export function useView(session: EditorSession, inSight: boolean): void {
  useLayoutEffect(() => {
    if (!inSight) return
    const sheet = sheetOf(session)
    const { editor } = sheet
    const show = createReveal()
    const view: SheetView = {
      focus: () => ReactEditor.focus(editor),
      readSelection: () => readSelection(editor),
      focusCaption: () => captionAt(editor)?.focus(),
      selectAt: (x, y) => selectAt(editor, x, y),
      reveal: (path) => show(() => elementAt(editor, path)),
      revealRange: (range) => show(() => wordsAt(editor, range)),
    }
    sheet.view = view
    return () => {
      if (sheet.view === view) sheet.view = null
    }
  }, [session, inSight])
}

function captionAt(editor: SheetEditor): HTMLInputElement | null {
  const table = tableAt(editor)
  return table ? ReactEditor.toDOMNode(editor, table[0]).querySelector('input') : null
}

function selectAt(editor: SheetEditor, x: number, y: number): void {
  const found = document.caretPositionFromPoint(x, y)
  if (!found || !ReactEditor.hasDOMNode(editor, found.offsetNode)) return
  const point = ReactEditor.toSlatePoint(editor, [found.offsetNode, found.offset], { exactMatch: false, suppressThrow: true })
  if (point) Transforms.select(editor, point)
  ReactEditor.focus(editor)
}

/** Takes over what is selected on the page. slate-react does so with a delay, in which a quick key would act on the old selection. */
export function readSelection(editor: SheetEditor): void {
  // A field within the sheet has the keyboard, and a caret of its own.
  if (document.activeElement instanceof HTMLInputElement) return
  const page = window.getSelection()
  // While a change waits to be drawn, the page is behind the sheet and not the other way round.
  if (!page || page.rangeCount === 0 || IS_NODE_MAP_DIRTY.get(editor) || ReactEditor.isComposing(editor) || !ReactEditor.isFocused(editor)) return
  const range = ReactEditor.toSlateRange(editor, page, { exactMatch: false, suppressThrow: true })
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range)
}

/**
 * The sheet loses the keyboard to what stands beside it. slate-react does not see it just after a change, and would take the
 * keyboard back with the next one: what is typed in the find bar would come into the text.
 */
export function letGo(editor: SheetEditor, { currentTarget, relatedTarget }: FocusEvent): void {
  if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) IS_FOCUSED.delete(editor)
}

/** Frames for which an element must stay in sight to count as still. */
const STILL = 8
/** Frames after which an element that still moves is left alone. */
const FRAMES = 40

/** What is to be seen: its box on the page as it stands, and the element that holds it. */
interface Sight {
  readonly element: Element
  readonly box: () => DOMRect
}

/** Shows one thing after the other; a newer one ends the scrolling to the one before. */
function createReveal(): (find: () => Sight | null) => void {
  let latest: object | null = null
  return (find) => {
    latest = find
    revealUntilStill(() => (latest === find ? find() : null), FRAMES)
  }
}

/** Chunks on the way take their true height only when they come into sight, and push the element away again. */
function revealUntilStill(find: () => Sight | null, frames: number): void {
  requestAnimationFrame(() => {
    const sight = find()
    if (!sight) return
    const wasInSight = reveal(sight)
    if (frames > 0) revealUntilStill(find, wasInSight ? Math.min(frames - 1, STILL) : frames - 1)
  })
}

function elementAt(editor: SheetEditor, path: Path): Sight | null {
  const node = Node.getIf(editor, path)
  if (!node || !ReactEditor.isMounted(editor)) return null
  const element = ReactEditor.toDOMNode(editor, node)
  return { element, box: () => element.getBoundingClientRect() }
}

function wordsAt(editor: SheetEditor, range: Range): Sight | null {
  const words = ReactEditor.isMounted(editor) ? ReactEditor.resolveDOMRange(editor, range) : null
  const element = words?.startContainer.parentElement
  return words && element ? { element, box: () => words.getBoundingClientRect() } : null
}

/** Pixels from the desk's edge within which a line counts as not quite in sight. */
const EDGE = 32

/** Scrolls what is to be seen to the middle of the desk, unless it is in sight; true when it was. */
function reveal({ element, box }: Sight): boolean {
  const desk = element.closest('.desk')
  if (!desk) return true
  const round = desk.getBoundingClientRect()
  // The desk says how much of its top lies under something.
  const top = round.top + (Number.parseFloat(getComputedStyle(desk).scrollPaddingTop) || 0)
  const now = box()
  const table = element.closest('.table-block')?.getBoundingClientRect()
  const isBeside = table !== undefined && (now.right < table.left || now.left > table.right)
  if (!isBeside && now.top >= top + EDGE && now.top <= round.bottom - 2 * EDGE) return true
  // Sideways for a wide table; and words far down a long paragraph are not where its element begins.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  desk.scrollBy(0, box().top - (top + round.bottom) / 2)
  return false
}
