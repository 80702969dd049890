/** Laws of the editor, over random documents and random acts: the result is always a document, and undo leads back. */
import fc from 'fast-check'
import { Editor, Node, Range, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { insertBlocks } from '../../renderer/editor/clipboard/insert.ts'
import { copiedBlocks, plainText } from '../../renderer/editor/clipboard/copied.ts'
import { decodeBlocks, encodeBlocks } from '../../renderer/editor/clipboard/pasted.ts'
import { setImageAlt, setImageWidth } from '../../renderer/editor/acts/images.ts'
import { selectMore, leaveTable } from '../../renderer/editor/acts/select.ts'
import { changeTable, moveByCell } from '../../renderer/editor/acts/tables.ts'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import { insertBlockAfter } from '../../renderer/editor/sheet/with-typing.ts'
import { asOneStep } from '../../renderer/editor/sheet/with-undo.ts'
import { newId } from '../../shared/lib/id.ts'
import { attachmentFromTemplate, parseAttachmentTemplate } from '../../shared/document/template-attachment.ts'
import { TABLE_ACTS } from '../../shared/document/table-acts.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { anyDocument } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

/** One act; numbers choose among what the document offers at that moment. */
interface Act {
  readonly name: string
  readonly run: (hand: Hand) => unknown
}

/** Evenly spread: fast-check's own fractions mostly lie next to 0, and the caret would hardly leave the title. */
const anywhere = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((part) => part / 10000)

function pointAt({ editor }: Hand, where: number, offset: number) {
  const texts = [...Node.texts(editor)]
  const [node, path] = texts[Math.floor(where * texts.length)]!
  return { path, offset: Math.floor(offset * (node.text.length + 1)) }
}

const caret = fc.tuple(anywhere, anywhere).map(([where, offset]): Act => ({
  name: `caret ${where} ${offset}`,
  run: (hand) => Transforms.select(hand.editor, pointAt(hand, where, offset)),
}))
const selection = fc.tuple(anywhere, anywhere, anywhere, anywhere).map(([a, b, c, d]): Act => ({
  name: `select ${a} ${b} ${c} ${d}`,
  run: (hand) => Transforms.select(hand.editor, { anchor: pointAt(hand, a, b), focus: pointAt(hand, c, d) }),
}))

const keys: readonly Act[] = [
  { name: 'type', run: (hand) => hand.editor.insertText('防') },
  { name: 'type a number', run: (hand) => hand.editor.insertText('一、') },
  { name: 'type an open number', run: (hand) => hand.editor.insertText('1.') },
  { name: 'type full stop', run: (hand) => hand.editor.insertText('。') },
  { name: 'Enter', run: (hand) => hand.press('Enter') },
  { name: 'Shift+Enter', run: (hand) => hand.press('Shift+Enter') },
  { name: 'Ctrl+Enter', run: ({ editor }) => asOneStep(editor, () => insertBlockAfter(editor)) },
  { name: 'Backspace', run: (hand) => hand.press('Backspace') },
  { name: 'Delete', run: (hand) => hand.press('Delete') },
  { name: 'Ctrl+Backspace', run: (hand) => hand.editor.deleteBackward('word') },
  { name: 'Ctrl+Delete', run: (hand) => hand.editor.deleteForward('word') },
  { name: 'Ctrl+A', run: ({ editor }) => selectMore(editor) },
  { name: 'Tab', run: ({ editor }) => moveByCell(editor, false) },
  { name: 'Down', run: ({ editor }) => leaveTable(editor, 'down') },
  { name: 'paste lines', run: (hand) => hand.paste('　　青石镇\n\n柳溪乡\r\n石桥镇') },
  { name: 'paste text with numbers and a table', run: (hand) => hand.paste('一、总则\n（一）范围。全县。\n序号\t乡镇\n1\t青石镇\n2\t柳溪乡\t备注\n\n完') },
  { name: 'paste a word', run: (hand) => hand.paste('云岭乡') },
  { name: 'copy and paste', run: (hand) => hand.paste('', encodeBlocks(copiedBlocks(hand.editor))) },
]

const FORM = parseAttachmentTemplate({
  version: 1,
  id: 'form',
  name: '一览表',
  title: '{{名称}}一览表',
  body: ['填报单位：{office}', { table: ['序号 | 数量 | <', '^ | 上年 | 本年', '1 | {{数}} | '], headerRows: 2 }, '说明：{{口径}}'],
})

/** In every format that the clipboard gets. */
async function cutAndPaste(hand: Hand): Promise<void> {
  const written: Record<string, string> = {}
  hand.editor.setFragmentData({ setData: (format: string, data: string) => void (written[format] = data) } as DataTransfer, 'cut')
  if (hand.editor.selection && Range.isExpanded(hand.editor.selection)) await hand.press('Delete')
  await hand.paste(written['text/plain'] ?? '', written)
}

const commands: readonly Act[] = [
  { name: 'cut and paste', run: cutAndPaste },
  { name: 'cut and paste everything', run: (hand) => (Transforms.select(hand.editor, Editor.range(hand.editor, [])), cutAndPaste(hand)) },
  ...(['paragraph', 'heading1', 'heading3', 'chapter', 'article', 'dash', 'ordinal', 'note', 'formula'] as const).map((kind): Act => ({ name: kind, run: ({ session }) => session.setBlockKind(kind) })),
  ...([...TABLE_ACTS, 'removeTable'] as const).map((act): Act => ({ name: act, run: ({ editor }) => asOneStep(editor, () => changeTable(editor, act)) })),
  ...(['title', 'recipients', 'signatureDate', 'note'] as const).flatMap((field): readonly Act[] => [
    { name: `set ${field}`, run: ({ session }) => session.setLine(field, '关于工作的\n通知') },
    { name: `empty ${field}`, run: ({ session }) => session.setLine(field, '') },
  ]),
  { name: 'table', run: ({ session }) => session.insertTable(2, 3) },
  { name: 'roster', run: ({ session }) => session.insertRoster() },
  { name: 'image', run: ({ session }) => session.insertImage({ sha256: '0b'.repeat(32), mediaType: 'image/jpeg', width: 90, height: 60 }) },
  { name: 'width of an image', run: ({ editor }) => asOneStep(editor, () => setImageWidth(editor, 45)) },
  { name: 'words of an image', run: ({ editor }) => asOneStep(editor, () => setImageAlt(editor, '图')) },
  { name: 'attachment', run: ({ session }) => session.addAttachment() },
  { name: 'attachment of a template', run: ({ session }) => session.addAttachment(attachmentFromTemplate(FORM, { office: '河湾县水利局', date: '2024-05-08' })) },
  { name: 'remove part', run: ({ session }) => session.removePart(session.document().parts.at(-1)!.id) },
  { name: 'header', run: ({ session }) => session.setHeader({ issuers: ['河湾县林业局'] }) },
  { name: 'place', run: ({ session }) => session.nextPlace() },
  { name: 'undo', run: ({ session }) => session.undo() },
  { name: 'redo', run: ({ session }) => session.redo() },
]

const act = fc.oneof({ weight: 3, arbitrary: caret }, { weight: 2, arbitrary: selection }, { weight: 6, arbitrary: fc.constantFrom(...keys) }, { weight: 3, arbitrary: fc.constantFrom(...commands) })
const acts = fc.array(act.map((one) => ({ ...one, [fc.toStringMethod]: () => one.name })), { minLength: 1, maxLength: 40 })

describe('any acts on any document', () => {
  it('leave a document that the door lets in', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, acts, async (document, list) => {
        const hand = openHand(document)
        for (const one of list) {
          await one.run(hand)
          await turn()
          const now = hand.session.document()
          expect(parseDocument(now), one.name).toEqual(now)
          expect(JSON.parse(JSON.stringify(now)), one.name).toEqual(now)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('are taken back by undo to the very document, and done again by redo', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, acts, async (document, list) => {
        const { session, ...hand } = openHand(document)
        for (const one of list) {
          await one.run({ session, ...hand })
          await turn()
        }
        while (session.canRedo()) session.redo()
        const after = session.document()
        while (session.canUndo()) session.undo()
        expect(session.document()).toBe(document)
        // Not only remembered: the tree itself is what it was.
        expect(createDocumentReader()(hand.editor.children)).toEqual(document)
        while (session.canRedo()) session.redo()
        expect(session.document()).toEqual(after)
      }),
      { numRuns: 150 },
    )
  })

  it('never add a part, nor take one away that holds anything, unless they are the commands for it', async () => {
    const typing = fc.array(fc.oneof(caret, selection, fc.constantFrom(...keys)), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(anyDocument, typing, async (document, list) => {
        const hand = openHand(document)
        for (const one of list) {
          const before = hand.session.document().parts
          await one.run(hand)
          await turn()
          const now = hand.session.document().parts.map((part) => part.id)
          const gone = before.filter((part) => !now.includes(part.id))
          expect(now).toEqual(before.filter((part) => !gone.includes(part)).map((part) => part.id))
          // Backspace takes an empty part away.
          expect(gone.filter((part) => /"text":"[^"]|"place"|"table"|"image"/.test(JSON.stringify(part)))).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('a document', () => {
  it('is the same after opening', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(openHand(document).session.document()).toBe(document)
      }),
    )
  })

  it('is the same after a change and its undoing, in content also without the undo', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const { session } = openHand(document)
        session.setHeader({ genre: '函' })
        await turn()
        expect(session.document()).toEqual({ ...document, header: { ...document.header, genre: '函' } })
        session.setHeader({ genre: '通知' })
        await turn()
        expect(session.document()).toEqual(document)
      }),
    )
  })
})

describe('copied blocks', () => {
  it('come back from the clipboard with the same text and other ids', () => {
    fc.assert(
      fc.property(anyDocument, fc.tuple(anywhere, anywhere, anywhere, anywhere), (document, [a, b, c, d]) => {
        const hand = openHand(document)
        Transforms.select(hand.editor, { anchor: pointAt(hand, a, b), focus: pointAt(hand, c, d) })
        fc.pre(hand.editor.selection !== null && Range.isExpanded(hand.editor.selection))
        const blocks = copiedBlocks(hand.editor)
        const back = decodeBlocks(encodeBlocks(blocks))
        const numberOf = () => undefined
        expect(plainText(back ?? [], numberOf)).toBe(plainText(blocks, numberOf))
        const ids = new Set([...Node.descendants(hand.editor)].map(([node]) => ('id' in node ? node.id : '')))
        for (const block of back ?? []) expect(ids.has(block.id)).toBe(false)
      }),
    )
  })
})

describe('the structure', () => {
  it('mends itself whatever is done to the tree', async () => {
    const blow = fc.tuple(anywhere, fc.constantFrom('remove', 'unwrap', 'wrap', 'move', 'insert'), anywhere)
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.array(blow, { minLength: 1, maxLength: 6 }), async (document, blows) => {
        const { editor, session } = openHand(document)
        for (const [where, kind, other] of blows) {
          const paths = [...Node.descendants(editor)].map(([, path]) => path)
          const at = paths[Math.floor(where * paths.length)]!
          const to = paths[Math.floor(other * paths.length)]!
          strike(editor, kind, at, to)
          await turn()
          expect(parseDocument(session.document())).toEqual(session.document())
        }
      }),
      { numRuns: 300 },
    )
  })
})

function strike(editor: Hand['editor'], kind: string, at: number[], to: number[]): void {
  const node = Node.get(editor, at)
  if (kind === 'remove') Transforms.removeNodes(editor, { at })
  else if (kind === 'move' && to.length === at.length) Transforms.moveNodes(editor, { at, to, voids: true })
  else if (kind === 'insert') insertBlocks(editor, copiedBlocks(editor))
  else if ('text' in node || at.length === 0) return
  else if (kind === 'unwrap') Transforms.unwrapNodes(editor, { at })
  else Transforms.wrapNodes(editor, { type: 'cell', id: newId(), children: [] } as never, { at })
  Editor.normalize(editor)
}
