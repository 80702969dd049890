/** Attachments made into parts, with the titles that the list (附件说明) gives them. */
import { makeAttachment } from '../document/build.ts'
import type { AttachmentPart } from '../document/types.ts'
import { sameTitle, type AttachmentLines } from './attachments.ts'
import { readBlocks } from './blocks.ts'
import { readInnerTitle } from './inner-title.ts'
import type { Context } from './joining.ts'
import type { Notes } from './notes.ts'

/**
 * One part for each attachment. `titles` come from the list and are the titles where there is a list: title and list have to
 * agree (GB/T 9704-2012, 7.3.4). What an attachment prints in its place, if it differs, stays as its first block, and is a doubt.
 */
export function attachmentParts(
  found: readonly AttachmentLines[],
  titles: readonly string[] | null,
  context: Context,
  notes: Notes,
): readonly AttachmentPart[] {
  return found.map(({ label, lines }, at) => {
    const where = found.length === 1 ? '附件' : `附件${at + 1}`
    const listed = titles?.[at]
    const printed = readInnerTitle(lines, listed === undefined ? [] : [listed])
    const agrees = listed === undefined || sameTitle(listed, printed.title)
    const title = listed ?? printed.title
    if (title === '') notes.doubt(where, '没有找到附件的标题')
    if (listed !== undefined && agrees) notes.leaveOut('attachmentList', printed.title)
    if (!agrees) {
      const instead = printed.title === '' ? '附件上没有印标题' : `附件上印的是“${printed.title}”，留在正文里`
      notes.doubt(where, `标题取自附件说明“${listed}”；${instead}`)
    }
    return makeAttachment(title, readBlocks(agrees ? lines.slice(printed.lines) : lines, where, context, notes), label)
  })
}
