/** Keeps a roster (名单) what it is: three cells in each row, nothing merged, no header. */
import { Element, Transforms, type Path } from 'slate'
import { newId } from '../../../shared/lib/id.ts'
import type { SheetEditor, SheetElement } from './types.ts'

const COLUMNS = 3

/** Mends one fault of a roster; false where there is none, and for tables that are none. */
export function repairRoster(editor: SheetEditor, table: SheetElement, path: Path): boolean {
  if (table.look !== 'roster') return false
  if (table.headerRows !== 0) {
    Transforms.setNodes<SheetElement>(editor, { headerRows: 0 }, { at: path })
    return true
  }
  for (const [at, row] of table.children.entries()) {
    if (Element.isElement(row) && repairRow(editor, row, [...path, at])) return true
  }
  return false
}

function repairRow(editor: SheetEditor, row: SheetElement, path: Path): boolean {
  const cells = row.children.filter((cell) => Element.isElement(cell))
  const spanned = cells.findIndex((cell) => cell.colSpan !== undefined || cell.rowSpan !== undefined)
  if (spanned >= 0) Transforms.unsetNodes<SheetElement>(editor, ['colSpan', 'rowSpan'], { at: [...path, spanned] })
  // The posts take what is too much.
  else if (cells.length > COLUMNS) Transforms.mergeNodes(editor, { at: [...path, COLUMNS] })
  else if (cells.length < COLUMNS) Transforms.insertNodes(editor, emptyCell(), { at: [...path, cells.length] })
  else return false
  return true
}

function emptyCell(): SheetElement {
  return { type: 'cell', id: newId(), children: [{ type: 'paragraph', id: newId(), children: [{ text: '' }] }] }
}
