/** The session as form, toolbar and outline use it. */
import { describe, expect, it, vi } from 'vitest'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeLine, makeParagraph, makePlace } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { attachmentsOf, findPart, leaf, partText } from '../../shared/document/text.ts'
import { sheetOf } from '../../renderer/editor/create-session.ts'
import type { LineField } from '../../renderer/editor/session.ts'
import { notice } from './documents.ts'
import { openHand, turn } from './hand.ts'

/** Types a text into a form field, key by key. */
async function fill({ session }: ReturnType<typeof openHand>, field: LineField, text: string): Promise<void> {
  const before = partText(session.document(), field)
  for (let length = 1; length <= text.length; length++) {
    session.setLine(field, before + text.slice(0, length))
    await turn()
  }
}

describe('a form field', () => {
  it('is one undo step for a run of typing, together with the sheet in one history', async () => {
    const document = notice()
    const hand = openHand(document)
    await fill(hand, 'signatureOrgan', '、县水利局')
    hand.at('备足|物资')
    await hand.type('粮')
    hand.session.setHeader({ genre: '函' })
    await turn()
    await fill(hand, 'note', '，印发')
    expect(partText(hand.session.document(), 'note')).toBe('此件公开发布，印发')
    hand.session.undo()
    expect(partText(hand.session.document(), 'note')).toBe('此件公开发布')
    hand.session.undo()
    expect(hand.session.document().header.genre).toBe('通知')
    hand.session.undo()
    expect(hand.page()).toContain('备足|物资。')
    expect(partText(hand.session.document(), 'signatureOrgan')).toBe('河湾县人民政府办公室、县水利局')
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
    expect(hand.session.canUndo()).toBe(false)
  })

  it('begins a new step when something else was done in between', async () => {
    const hand = openHand(notice())
    await fill(hand, 'note', '甲')
    hand.at('备足|物资')
    await hand.type('粮')
    await fill(hand, 'note', '乙')
    hand.session.undo()
    expect(partText(hand.session.document(), 'note')).toBe('此件公开发布甲')
  })

  it('makes its part where it belongs, and takes an optional one away when it is emptied', async () => {
    const hand = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '通告'), makeBody([]), makeAttachment('', [])]))
    for (const field of ['note', 'recipients', 'signatureDate', 'signatureOrgan'] as const) hand.session.setLine(field, field)
    await turn()
    const types = () => hand.session.document().parts.map((part) => part.type)
    expect(types()).toEqual(['title', 'recipients', 'body', 'signatureOrgan', 'signatureDate', 'note', 'attachment'])
    expect(() => parseDocument(hand.session.document())).not.toThrow()
    for (const field of ['title', 'note', 'recipients', 'signatureDate', 'signatureOrgan'] as const) hand.session.setLine(field, '')
    expect(types()).toEqual(['title', 'body', 'signatureOrgan', 'signatureDate', 'attachment'])
  })

  it('leaves the caret of the sheet where it stands in the text', () => {
    const hand = openHand(notice())
    hand.at('关于做好|防汛')
    hand.session.setLine('title', '县政府关于做好防汛备汛工作的通知')
    expect(hand.page()[0]).toBe('县政府关于做好|防汛备汛工作的通知')
  })

  it('fills an unfilled place when it writes where that stands, and keeps the others', () => {
    const title = makeLine('title', [leaf('关于'), makePlace('事项'), leaf('的'), makePlace('文种'), leaf('')])
    const hand = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [title, makeBody([])]))
    hand.session.setLine('title', '关于防汛的')
    expect(hand.page()[0]).toBe('关于防汛的[文种]')
    hand.session.setLine('title', '关于备汛的')
    expect(hand.page()[0]).toBe('关于备汛的[文种]')
    hand.session.setLine('title', '备汛的')
    expect(hand.page()[0]).toBe('备汛的[文种]')
  })

  it('keeps text that is marked as deleted', () => {
    const by = { id: makeParagraph('').id, author: '林禾', date: '2024-05-08' }
    const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', [leaf('关于'), { text: '旧', del: by }, leaf('工作')]), makeBody([])])
    const hand = openHand(document)
    hand.session.setLine('title', '关于新工作')
    expect(findPart(hand.session.document(), 'title')?.children).toContainEqual({ text: '旧', del: by })
    expect(partText(hand.session.document(), 'title')).toBe('关于新工作')
  })
})

describe('header fields', () => {
  it('change nothing when they are so already', () => {
    const { session } = openHand(notice())
    const before = session.document()
    session.setHeader({ genre: '通知', issuers: ['河湾县人民政府办公室'] })
    expect(session.document()).toBe(before)
    expect(session.canUndo()).toBe(false)
  })
})

describe('document()', () => {
  it('is the same object until something changes; the caret is no change', async () => {
    const hand = openHand(notice())
    const before = hand.session.document()
    hand.at('备足|物资')
    await turn()
    expect(hand.session.document()).toBe(before)
    await hand.type('粮')
    const after = hand.session.document()
    expect(after).not.toBe(before)
    expect(hand.session.document()).toBe(after)
  })

  it('shares with the last one all parts that did not change', async () => {
    const hand = openHand(notice())
    hand.at('备足|物资')
    await hand.type('粮')
    const before = hand.session.document()
    await hand.type('油')
    const changed = hand.session.document().parts.filter((part, at) => part !== before.parts[at])
    expect(changed.map((part) => part.type)).toEqual(['body'])
  })

  it('opens a document that Slate would want otherwise, and gives it back as it was', async () => {
    const paragraph = { ...makeParagraph(''), children: [makePlace('甲'), makePlace('乙')] }
    const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '通告'), makeBody([paragraph])])
    const hand = openHand(document)
    expect(hand.session.document()).toBe(document)
    hand.at('|通告')
    await hand.type('新')
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })
})

describe('listeners', () => {
  it('hear of text and caret, and no more after they leave', async () => {
    const hand = openHand(notice())
    const listener = vi.fn()
    const leave = hand.session.subscribe(listener)
    hand.at('备足|物资')
    await turn()
    expect(listener).toHaveBeenCalledTimes(1)
    await hand.type('粮')
    expect(listener).toHaveBeenCalledTimes(2)
    leave()
    await hand.type('油')
    expect(listener).toHaveBeenCalledTimes(2)
  })
})

describe('the toolbar', () => {
  it('makes every selected block of running text one kind, and no other', async () => {
    const hand = openHand(notice())
    hand.select('通知|如下', '落实|包保')
    hand.session.setBlockKind('heading3')
    await turn()
    const body = findPart(hand.session.document(), 'body')?.children ?? []
    expect(body.slice(0, 4)).toMatchObject([{ level: 3 }, { level: 3 }, { level: 3 }, { level: 2 }])
    hand.at('石|桥镇')
    hand.session.setBlockKind('heading1')
    hand.at('责任|清单')
    hand.session.setBlockKind('heading1')
    await turn()
    expect(JSON.stringify(attachmentsOf(hand.session.document()))).not.toContain('heading')
  })

  it('drops a printed number with the level that it belonged to', () => {
    const hand = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([makeHeading(1, '要求', '五、')])]))
    hand.at('要|求')
    hand.session.setBlockKind('heading1')
    expect(findPart(hand.session.document(), 'body')?.children[0]).toMatchObject({ printed: '五、' })
    hand.session.setBlockKind('heading2')
    expect(findPart(hand.session.document(), 'body')?.children[0]).not.toHaveProperty('printed')
  })

  it('puts a table below the current block, with a line to write on where nothing follows', async () => {
    const hand = openHand(notice())
    hand.at('备足|物资')
    hand.session.insertTable(3, 2)
    await hand.type('项目')
    const body = findPart(hand.session.document(), 'body')?.children ?? []
    expect(body.slice(-3)).toMatchObject([{ type: 'paragraph' }, { type: 'table', headerRows: 1 }, { type: 'paragraph', children: [{ text: '' }] }])
    expect(body.at(-2)?.children).toHaveLength(3)
    expect(hand.page()).toContain('项目|')
  })

  it('adds an attachment and puts the caret in its title; undo takes it away as one step', async () => {
    const document = notice()
    const hand = openHand(document)
    hand.session.addAttachment()
    await turn()
    expect(attachmentsOf(hand.session.document())).toHaveLength(2)
    expect(hand.session.caret().partId).toBe(attachmentsOf(hand.session.document())[1]?.id)
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('takes away every part but title and body', () => {
    const { session } = openHand(notice())
    for (const part of session.document().parts) session.removePart(part.id)
    expect(session.document().parts.map((part) => part.type)).toEqual(['title', 'body'])
  })
})

describe('numbers beside the text', () => {
  it('follow every change of structure and stay as printed where they are printed', async () => {
    const hand = openHand(notice())
    const { derived } = sheetOf(hand.session)
    const shown = () =>
      [...(findPart(hand.session.document(), 'body')?.children ?? []), ...attachmentsOf(hand.session.document())].flatMap((one) => derived.numbers.get(one.id) ?? [])
    expect(shown()).toEqual(['一、', '（一）', '（二）', '二、', '附件'])
    hand.at('严格|值守')
    hand.session.setBlockKind('heading1')
    hand.session.addAttachment()
    await turn()
    expect(shown()).toEqual(['一、', '（一）', '二、', '三、', '附件1', '附件2'])
    hand.session.undo()
    hand.session.undo()
    await turn()
    expect(shown()).toEqual(['一、', '（一）', '（二）', '二、', '附件'])
  })
})

describe('the list of attachments', () => {
  it('follows titles and number of attachments, and gives way to a text that names them itself', async () => {
    const hand = openHand(notice())
    const { derived } = sheetOf(hand.session)
    const shown = () => derived.attachments.get(findPart(hand.session.document(), 'body')?.id ?? '')?.map((line) => line.mark + line.title)
    expect(shown()).toEqual(['附件：责任清单'])
    hand.at('责任清单|')
    await hand.type('表')
    hand.session.addAttachment()
    await hand.type('台账')
    expect(shown()).toEqual(['附件：1.责任清单表', '2.台账'])
    hand.at('备足物资。|')
    await hand.press('Enter')
    await hand.type('附件：另附')
    expect(shown()).toBeUndefined()
  })
})

describe('the caret', () => {
  it('is told in the words of the frame', () => {
    const hand = openHand(notice())
    expect(hand.session.caret()).toEqual({ part: null, partId: null, blockId: null, blockKind: null })
    hand.at('落实|包保')
    expect(hand.session.caret()).toMatchObject({ part: 'body', blockKind: 'heading2' })
    hand.at('石|桥镇')
    expect(hand.session.caret()).toMatchObject({ part: 'attachment', blockKind: 'table' })
    hand.at('责任|清单')
    expect(hand.session.caret()).toMatchObject({ part: 'attachment', blockId: null, blockKind: null })
    hand.at('2024|年')
    expect(hand.session.caret()).toMatchObject({ part: 'signatureDate', blockKind: null })
  })

  it('goes where outline and page map send it', () => {
    const hand = openHand(notice())
    hand.session.focus({ field: 'title' })
    expect(hand.page()[0]).toBe('关于做好防汛备汛工作的通知|')
    hand.session.focus('body')
    expect(hand.page()[2]).toBe('|现就有关事项通知如下：')
    const heading = findPart(hand.session.document(), 'body')?.children[4]
    hand.session.focus({ id: heading?.id ?? '' })
    expect(hand.page()).toContain('|强化应急保障')
    hand.session.focus({ id: attachmentsOf(hand.session.document())[0]?.id ?? '' })
    expect(hand.page()).toContain('|责任清单')
    hand.session.removePart(findPart(hand.session.document(), 'recipients')?.id ?? '')
    hand.session.focus({ field: 'recipients' })
    expect(hand.session.caret().part).toBe('body')
  })
})

describe('a locked document', () => {
  it('cannot be changed by anything the frame does', () => {
    const document = notice()
    const { session } = openHand(document, true)
    session.focus('body')
    session.setLine('title', '别的')
    session.setHeader({ genre: '函' })
    session.setBlockKind('heading1')
    session.insertTable(2, 2)
    session.addAttachment()
    session.removePart(document.parts.at(-1)?.id ?? '')
    expect(session.document()).toBe(document)
    expect(session.canUndo()).toBe(false)
  })
})
