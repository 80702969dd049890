/** Cross references under the hand: they are one thing to the caret, follow what they point to, and do not come along where that is not. */
import { Editor, Node, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { copiedBlocks } from '../../renderer/editor/clipboard/copied.ts'
import { encodeBlocks } from '../../renderer/editor/clipboard/pasted.ts'
import { createDocumentReader } from '../../renderer/editor/sheet/value.ts'
import { makeArticle, makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph, makeReference } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { referencesOf } from '../../shared/numbering/references.ts'
import { body } from './body.ts'
import { openHand, turn, type Hand } from './hand.ts'

const rules = [makeArticle('总则。'), makeArticle('范围。'), makeArticle('处罚。')]
const list = makeAttachment('清单', [])

function rulesDocument(): Document {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [
    makeLine('title', '办法'),
    makeBody([makeParagraph([leaf('依照'), makeReference(rules[1]!.id, '第二条'), leaf('和'), makeReference(list.id, '附件'), leaf('办理。')]), ...rules]),
    list,
  ])
}

/** Puts the caret into the first reference itself, as a click there does. */
function into(hand: Hand): void {
  const [entry] = Editor.nodes(hand.editor, { at: [], voids: true, match: (node) => 'type' in node && node.type === 'reference' })
  Transforms.select(hand.editor, Editor.start(hand.editor, entry![1]))
}

const firstLine = (hand: Hand): string => body(hand)[0] ?? ''

describe('a reference', () => {
  it('follows in the very step that moves its target', async () => {
    const hand = openHand(rulesDocument())
    hand.at('|总则')
    hand.session.moveSection(rules[1]!.id, 'up')
    await turn()
    expect(firstLine(hand)).toBe('段依照{第一条}和{附件}办理。')
    hand.session.addAttachment()
    await turn()
    expect(firstLine(hand)).toBe('段依照{第一条}和{附件1}办理。')
    hand.session.undo()
    hand.session.undo()
    expect(firstLine(hand)).toBe('段依照{第二条}和{附件}办理。')
    expect(hand.session.canUndo()).toBe(false)
    hand.session.redo()
    expect(firstLine(hand)).toBe('段依照{第一条}和{附件}办理。')
  })

  it('that was untrue when the document was opened is made true by a change, and untrue again by its undo', async () => {
    const opened = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '办法'), makeBody([makeParagraph([leaf('依照'), makeReference(rules[0]!.id, '第九条'), leaf('')]), rules[0]!])])
    const hand = openHand(opened)
    expect(firstLine(hand)).toBe('段依照{第九条}')
    hand.session.addAttachment()
    await turn()
    expect(firstLine(hand)).toBe('段依照{第一条}')
    hand.session.undo()
    expect(firstLine(hand)).toBe('段依照{第九条}')
    expect(createDocumentReader()(hand.editor.children)).toEqual(opened)
  })

  it('keeps its words when its target goes, and is true again when that comes back', async () => {
    const hand = openHand(rulesDocument())
    hand.session.removePart(list.id)
    await turn()
    expect(firstLine(hand)).toBe('段依照{第二条}和{附件}办理。')
    hand.at('范围|。')
    hand.session.setBlockKind('paragraph')
    await turn()
    expect(firstLine(hand)).toBe('段依照{第二条}和{附件}办理。')
    hand.session.setBlockKind('heading1')
    await turn()
    expect(firstLine(hand)).toBe('段依照{第一部分}和{附件}办理。')
  })

  it('goes as one thing, by Backspace or Delete beside it and with the caret in it', async () => {
    for (const [around, key] of [['和|', 'Delete'], ['|和', 'Backspace']] as const) {
      const hand = openHand(rulesDocument())
      hand.at(around)
      await hand.press(key)
      expect(referencesOf(hand.session.document())).toHaveLength(1)
      expect(firstLine(hand)).toBe(key === 'Delete' ? '段依照{第二条}和办理。' : '段依照和{附件}办理。')
    }
    const hand = openHand(rulesDocument())
    into(hand)
    await hand.press('Backspace')
    expect(firstLine(hand)).toBe('段依照和{附件}办理。')
    hand.session.undo()
    into(hand)
    await hand.type('前条')
    expect(firstLine(hand)).toBe('段依照前条和{附件}办理。')
    hand.session.undo()
    into(hand)
    await hand.press('Enter')
    await hand.type('再')
    expect(firstLine(hand)).toBe('段依照{第二条}再和{附件}办理。')
  })

  it('that a selection begins or ends in is typed over with it', async () => {
    for (const isForward of [true, false]) {
      const hand = openHand(rulesDocument())
      into(hand)
      const reference = hand.editor.selection!.anchor
      hand.at('处|罚')
      const other = hand.editor.selection!.anchor
      Transforms.select(hand.editor, isForward ? { anchor: reference, focus: other } : { anchor: other, focus: reference })
      await hand.type('第')
      expect(body(hand)).toEqual(['段依照第罚。'])
    }
  })

  it('is put in where the caret is, in text and not in a title, and typing goes on behind it', async () => {
    const hand = openHand(rulesDocument())
    hand.at('处罚|。')
    hand.session.insertReference({ id: list.id, text: '附件' })
    await turn()
    await hand.type('所列')
    expect(body(hand).at(-1)).toBe('条处罚{附件}所列。')
    hand.at('办|法')
    expect(hand.session.canRefer()).toBe(false)
    hand.session.insertReference({ id: list.id, text: '附件' })
    expect(referencesOf(hand.session.document())).toHaveLength(3)
  })
})

describe('pasted', () => {
  const copy = (hand: Hand): string => encodeBlocks(copiedBlocks(hand.editor))

  it('in its own document it stays a reference, in another it becomes text', async () => {
    const hand = openHand(rulesDocument())
    hand.select('|依照', '办理。|')
    const copied = copy(hand)
    hand.at('处罚。|')
    await hand.paste('', copied)
    expect(body(hand).at(-1)).toBe('条处罚。依照{第二条}和{附件}办理。')
    const other = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '通知'), makeBody([makeHeading(1, '要求'), makeParagraph('')])]))
    Transforms.select(other.editor, Editor.end(other.editor, [1]))
    await other.paste('', copied)
    expect(body(other)).toEqual(['1级要求', '段依照第二条和附件办理。'])
    expect(referencesOf(other.session.document())).toEqual([])
    expect([...Node.texts(other.editor)].map(([text]) => text.text)).toContain('依照第二条和附件办理。')
    other.session.undo()
    expect(other.session.canUndo()).toBe(false)
  })

  it('what was cut keeps the references to it, in the one step of the paste', async () => {
    const hand = openHand(rulesDocument())
    hand.select('|范围', '|处罚')
    const cut = copy(hand)
    await hand.press('Delete')
    expect(body(hand)).toEqual(['段依照{第二条}和{附件}办理。', '条总则。', '条处罚。'])
    hand.at('办理。|')
    await hand.press('Enter')
    await hand.paste('', cut)
    expect(body(hand)[0]).toBe('段依照{第一条}和{附件}办理。')
    hand.session.undo()
    expect(body(hand)[0]).toBe('段依照{第二条}和{附件}办理。')
  })
})
