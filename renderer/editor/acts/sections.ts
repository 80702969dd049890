/** Moving sections and attachments, and the levels of headings. All as moves of the nodes that are there: ids, texts and the caret stay. */
import { Editor, Range, Transforms, type Path } from 'slate'
import { planMove, planShift, planStep, shifted, type BlockPlace, type SectionMove, type SectionPlace } from '../../../shared/document/sections.ts'
import type { Document, Heading } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { byId, elementAt, lineAt, selectedPlace } from '../sheet/find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from '../sheet/types.ts'

/** Moves the section or attachment `id` to a place, or a step up or down; false where it cannot go there. */
export function moveSection(editor: SheetEditor, document: Document, id: Id, to: SectionPlace | 'up' | 'down'): boolean {
  const move = typeof to === 'string' ? planStep(document, id, to) : planMove(document, id, to)
  if (!move) return false
  Editor.withoutNormalizing(editor, () => carryOut(editor, move))
  return true
}

/** Makes a heading and those below it a level deeper (1) or wider (−1); false where one of them has no such level. */
export function shiftSection(editor: SheetEditor, document: Document, id: Id, by: 1 | -1): boolean {
  const headings = planShift(document, id, by)
  if (!headings) return false
  Editor.withoutNormalizing(editor, () => headings.forEach((heading) => setLevel(editor, byId(editor, heading.id)?.[1], heading.level)))
  return true
}

/** Makes the selected headings a level deeper or wider, all or none; false where none is selected. */
export function shiftSelected(editor: SheetEditor, by: 1 | -1): boolean {
  const entries = selectedHeadings(editor)
  // A heading of the sheet has the shape of the document's.
  const levels = shifted(entries.map(([heading]) => heading as unknown as Heading), by)
  if (levels) Editor.withoutNormalizing(editor, () => entries.forEach(([, path], at) => setLevel(editor, path, levels[at]?.level)))
  return entries.length > 0
}

/**
 * Whether Tab changes the level here and not goes to the next unfilled place: with the caret at the very start of a heading, over several lines with a
 * heading among them, and anywhere in a heading when nothing is left to fill in.
 */
export function tabsToLevel(editor: SheetEditor): boolean {
  const { selection } = editor
  if (!selection || selectedHeadings(editor).length === 0) return false
  const line = lineAt(editor)
  if (!line) return true
  if (selectedPlace(editor)) return false
  if (Range.isCollapsed(selection) && Editor.isStart(editor, selection.anchor, line[1])) return true
  const [place] = Editor.nodes(editor, { at: [], voids: true, match: (node) => isOneOf(node, ['place']) })
  return place === undefined
}

function selectedHeadings(editor: SheetEditor) {
  if (!editor.selection) return []
  const at = Editor.unhangRange(editor, editor.selection)
  return [...Editor.nodes<SheetElement>(editor, { at, match: (node, path) => path.length === 2 && isOneOf(node, ['heading']) })]
}

/** A number that was printed says nothing of another level. */
function setLevel(editor: SheetEditor, at: Path | undefined, level: Heading['level'] | undefined): void {
  if (!at || !level) return
  Transforms.setNodes<SheetElement>(editor, { level }, { at })
  Transforms.unsetNodes<SheetElement>(editor, 'printed', { at })
}

function carryOut(editor: SheetEditor, move: SectionMove): void {
  if (move.kind === 'part') {
    editor.apply({ type: 'move_node', path: [move.from], newPath: [move.to] })
    return
  }
  const { count, shift } = move
  const from = pathOf(editor, move.from)
  const to = pathOf(editor, move.to)
  for (let at = 0; shift !== 0 && at < count; at++) {
    const path = [from[0], from[1] + at]
    const block = elementAt(editor, path)
    // Checked by the plan.
    if (block?.type === 'heading') setLevel(editor, path, ((block.level ?? 1) + shift) as Heading['level'])
  }
  const isDown = from[0] === to[0] && to[1] > from[1]
  if (isDown && to[1] <= from[1] + count) return
  for (let at = 0; at < count; at++) {
    // What is taken out above its new place lets the rest come up: the first is always the next, and all go to the same index.
    const path = isDown || from[0] !== to[0] ? from : [from[0], from[1] + at]
    const newPath = isDown ? [to[0], to[1] - 1] : [to[0], to[1] + at]
    if (path[1] !== newPath[1] || path[0] !== newPath[0]) editor.apply({ type: 'move_node', path, newPath })
  }
}

/** The path of a block; the title of a printed text and of an attachment stands in front of the blocks. */
function pathOf(editor: SheetEditor, { part, at }: BlockPlace): [number, number] {
  const holder = elementAt(editor, [part])
  return [part, at + (holder && isOneOf(holder, ['printed', 'attachment']) ? 1 : 0)]
}
