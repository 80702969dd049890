/** What the tables of a workbook become in a document: blocks at the caret, or attachments. */
import type { WorkbookSheet } from '../../../shared/api/types.ts'
import { makeAttachment, makeParagraph } from '../../../shared/document/build.ts'
import type { AttachmentPart, Block } from '../../../shared/document/types.ts'
import type { SheetTable } from '../../../shared/recognise/sheet-table.ts'

/** A sheet that can be taken, and the file that it is from. */
export interface ChosenSheet {
  readonly file: string
  readonly sheet: WorkbookSheet & { readonly content: SheetTable }
}

/** The lines around each table and the table itself, in order; between two tables a line to write on. */
export function blocksOfSheets(chosen: readonly ChosenSheet[]): readonly Block[] {
  return chosen.flatMap(({ sheet: { content } }, at): readonly Block[] => {
    const apart = at > 0 && content.before.length === 0 && chosen[at - 1]?.sheet.content.after.length === 0
    return [...(apart ? [makeParagraph('')] : []), ...content.before, content.table, ...content.after]
  })
}

/** The sheet as an attachment: its caption is the title. */
export function attachmentOfSheet(chosen: ChosenSheet): AttachmentPart {
  const { before, table, after } = chosen.sheet.content
  const { caption: _, ...rest } = table
  return makeAttachment(titleOfSheet(chosen), [...before, rest, ...after])
}

/** The caption; without one the sheet's name, unless that is only Sheet1. */
export function titleOfSheet({ file, sheet: { name, content } }: ChosenSheet): string {
  if (content.table.caption !== undefined) return content.table.caption
  return /^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim()) ? file.replace(/\.[^.]+$/, '') : name.trim()
}
