/** What the tables of a workbook become in a document: blocks at the caret, or attachments. */
import type { WorkbookSheet } from '../../../shared/api/types.ts'
import { makeAttachment } from '../../../shared/document/build.ts'
import type { AttachmentPart, Block } from '../../../shared/document/types.ts'
import type { SheetTable } from '../../../shared/recognise/sheet-table.ts'

/** A sheet that can be taken, and the file that it is from. */
export interface ChosenSheet {
  readonly file: string
  readonly sheet: WorkbookSheet & { readonly content: SheetTable }
}

/** The lines around each table and the table itself, in order. */
export function blocksOfSheets(chosen: readonly ChosenSheet[]): readonly Block[] {
  return chosen.flatMap(({ sheet: { content } }) => [...content.before, content.table, ...content.after])
}

/** The sheet as an attachment: its caption is the title. */
export function attachmentOfSheet(chosen: ChosenSheet): AttachmentPart {
  const { before, table, after } = chosen.sheet.content
  const { caption = nameOf(chosen), ...plain } = table
  return makeAttachment(caption, [...before, plain, ...after])
}

/** The title that the sheet would have as an attachment. */
export function titleOfSheet(chosen: ChosenSheet): string {
  return chosen.sheet.content.table.caption ?? nameOf(chosen)
}

/** The sheet's name, unless that is only Sheet1. */
function nameOf({ file, sheet: { name } }: ChosenSheet): string {
  return /^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim()) ? file.replace(/\.[^.]+$/, '') : name.trim()
}
