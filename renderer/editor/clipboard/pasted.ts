/** What comes from the clipboard, as blocks with new ids. Nothing from there is trusted: it goes through the document's door. */
import { newId, type Id } from '../../../shared/lib/id.ts'
import { makeBody, makeDocument, makeLine, reidentify } from '../../../shared/document/build.ts'
import { DocumentFault, parseDocument } from '../../../shared/document/parse.ts'
import { blocksOf, findPart } from '../../../shared/document/text.ts'
import type { SheetElement } from '../sheet/types.ts'
import { NO_HEADER, openTable, storedTable } from '../sheet/value.ts'

/** The clipboard format of this program's own blocks. */
export const OWN_FORMAT = 'application/x-gongbao-blocks'

/** Blocks as the clipboard carries them. */
export function encodeBlocks(blocks: readonly SheetElement[]): string {
  return JSON.stringify(blocks.map((block) => (block.type === 'table' ? storedTable(block) : block)))
}

/** The blocks of `encodeBlocks`, with new ids, which go into `renewed` by the old ones; null for anything that is not a list of blocks. */
export function decodeBlocks(json: string, renewed = new Map<Id, Id>()): readonly SheetElement[] | null {
  try {
    const blocks: unknown = JSON.parse(json)
    if (!Array.isArray(blocks) || blocks.length === 0) return null
    const draft = makeDocument(NO_HEADER, [makeLine('title', ''), makeBody([])])
    const parts = [draft.parts[0], { type: 'body', id: newId(), children: blocks }]
    const body = findPart(reidentify(parseDocument({ ...draft, parts }), renewed), 'body')
    // Slate's elements have the shape of the document's blocks.
    const read = (body ? blocksOf(body) : []) as unknown as readonly SheetElement[]
    return read.map((block) => (block.type === 'table' ? openTable(block) : block))
  } catch (error) {
    if (error instanceof DocumentFault || error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}
