/** Blocks and attachments that are ready go into a draft whole, wherever the caret is, and one undo takes them back. */
import fc from 'fast-check'
import { Editor, Node, Transforms } from 'slate'
import { expect, test } from 'vitest'
import { createSession, sheetOf } from '../../renderer/editor/create-session.ts'
import { makeAttachment, makeBody, makeCell, makeDocument, makeLine, makeParagraph, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { blocksOf, findPart, textOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'

const table = (text: string): Block => makeTable([makeRow([makeCell('乡镇'), makeCell('数')]), makeRow([makeCell(text), makeCell('1')])], { caption: text, widths: [1, 2], totalRow: true })

function draft(): Document {
  const blocks = [makeParagraph('前文。'), table('旧表'), makeParagraph(''), makeParagraph('后文。')]
  return makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '关于分配资金的通知'), makeBody(blocks), makeLine('signatureDate', '2024年5月8日'), makeAttachment('名单', [makeParagraph('甲')])])
}

test('whatever is put in stands in the document as it was, in one step', () => {
  const ready = fc.array(fc.constantFrom('table', 'line'), { minLength: 1, maxLength: 5 }).map((kinds) => kinds.map((kind, at) => (kind === 'table' ? table(`表${at}`) : makeParagraph(`行${at}`))))
  fc.assert(
    fc.property(ready, fc.nat(), (blocks, place) => {
      const session = createSession(draft(), { readOnly: false })
      const { editor } = sheetOf(session)
      const leaves = [...Node.texts(editor)]
      const [, path] = leaves[place % leaves.length] ?? [null, [0, 0]]
      Transforms.select(editor, Editor.end(editor, path))
      const before = session.document()
      session.insertBlocks(blocks)
      const after = parseDocument(JSON.parse(JSON.stringify(session.document())))
      const all = after.parts.flatMap((part) => ('children' in part && (part.type === 'body' || part.type === 'attachment') ? blocksOf(part) : []))
      for (const block of blocks) expect(all).toContainEqual(block)
      // Two tables never stand against each other.
      for (const [at, block] of all.entries()) expect(block.type === 'table' && all[at + 1]?.type === 'table').toBe(false)
      session.undo()
      expect(session.document()).toEqual(before)
    }),
    { numRuns: 1000 },
  )
})

test('attachments come at the end, the caret in the title of the first, in one step', () => {
  const session = createSession(draft(), { readOnly: false })
  const parts = [makeAttachment('资金表', [table('甲')]), makeAttachment('任务表', [table('乙')])]
  session.addAttachments(parts)
  expect(session.document().parts.flatMap((part) => (part.type === 'attachment' ? [textOf(part.children[0].children)] : []))).toEqual(['名单', '资金表', '任务表'])
  expect(session.caret().partId).toBe(parts[0]?.id)
  session.undo()
  expect(session.document().parts.filter(({ type }) => type === 'attachment')).toHaveLength(1)
  const locked = createSession(draft(), { readOnly: true })
  locked.addAttachments(parts)
  locked.insertBlocks([table('丙')])
  expect(findPart(locked.document(), 'body')?.children).toHaveLength(4)
})
