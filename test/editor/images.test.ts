/** Images in the sheet: one thing, selected before it goes; put in, changed and taken away as one step each. */
import { Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { imageBeside, replaceImage, setImageAlt, setImageWidth } from '../../renderer/editor/acts/images.ts'
import { copiedBlocks } from '../../renderer/editor/clipboard/copied.ts'
import { encodeBlocks, OWN_FORMAT } from '../../renderer/editor/clipboard/pasted.ts'
import { encodeWhole, WHOLE_FORMAT } from '../../renderer/editor/clipboard/whole.ts'
import { selectedImage } from '../../renderer/editor/sheet/with-images.ts'
import { asOneStep } from '../../renderer/editor/sheet/with-undo.ts'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeImage, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { imagesOf } from '../../shared/document/text.ts'
import { body, ids, withBody } from './body.ts'
import { notice } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

const FILE = { sha256: '0a'.repeat(32), mediaType: 'image/png', width: 300, height: 120 } as const
const image = () => makeImage({ ...FILE, alt: '示意图' })

/** Rows without a caption or anything below them. */
const TABLE = '<table><tr><td>月份</td><td>降水量</td></tr><tr><td>一月</td><td>12.5</td></tr></table>'

/** With an image in the body and one at the very end. */
function withAttachedImage() {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '关于工作的通知'), makeBody([makeParagraph('前段'), image()]), makeAttachment('示意图', [image()])])
}

/** Selects the image that is block `at` of the body. */
function choose({ editor }: Hand, at: number): void {
  Transforms.select(editor, { path: [1, at, 0], offset: 0 })
}

describe('putting in', () => {
  it('goes after the block of the caret and is selected; one undo takes it back', () => {
    const hand = openHand(withBody(makeParagraph('前段'), makeParagraph('后段')))
    const before = hand.session.document()
    hand.at('前|段')
    hand.session.insertImage(FILE)
    expect(body(hand)).toEqual(['段前段', '图', '段后段'])
    expect(hand.session.caret().blockKind).toBe('image')
    expect(imagesOf(hand.session.document())[0]).toMatchObject(FILE)
    hand.session.undo()
    expect(hand.session.document()).toBe(before)
    hand.session.redo()
    expect(body(hand)).toEqual(['段前段', '图', '段后段'])
  })

  it('leaves a line to write on below the last one, stands before an empty line, and after a table that holds the caret', () => {
    const hand = openHand(withBody(makeParagraph('末段')))
    hand.at('末段|')
    hand.session.insertImage(FILE)
    expect(body(hand)).toEqual(['段末段', '图', '段'])
    hand.session.undo()
    const empty = openHand(withBody(makeParagraph('前段'), makeParagraph('')))
    Transforms.select(empty.editor, { path: [1, 1, 0], offset: 0 })
    empty.session.insertImage(FILE)
    expect(body(empty)).toEqual(['段前段', '图', '段'])
    const table = openHand(notice())
    table.at('云岭|乡')
    table.session.insertImage(FILE)
    const kinds = table.session.document().parts.at(-1)?.children.map((one) => ('type' in one ? one.type : 'text'))
    expect(kinds?.slice(kinds.indexOf('table'), kinds.indexOf('table') + 2)).toEqual(['table', 'image'])
  })

  it('is made as small as the sheet shows it', () => {
    const sizes = [{ width: 900, height: 300 }, { width: 600, height: 1188 }, { width: 10, height: 10 }].map((size) => {
      const hand = openHand(withBody(makeParagraph('前段')))
      hand.session.insertImage({ ...FILE, ...size })
      return imagesOf(hand.session.document()).map(({ width, height }) => [width, height])
    })
    expect(sizes).toEqual([[[448, 149.33]], [[150, 297]], [[10, 10]]])
  })

  it('does nothing to a document that cannot be changed', () => {
    const hand = openHand(withBody(makeParagraph('前段')), true)
    hand.session.insertImage(FILE)
    expect(body(hand)).toEqual(['段前段'])
  })
})

describe('keys', () => {
  it.each(['Backspace', 'Delete'] as const)('%s takes the selected image away', async (key) => {
    const hand = openHand(withBody(makeParagraph('前段'), image(), makeParagraph('后段')))
    choose(hand, 1)
    await hand.press(key)
    expect(body(hand)).toEqual(['段前段', '段后段'])
    expect(hand.page()).toContain('|后段')
    hand.session.undo()
    expect(body(hand)).toEqual(['段前段', '图', '段后段'])
  })

  it('the only block leaves a line to write on', async () => {
    const hand = openHand(withBody(image()))
    choose(hand, 0)
    await hand.press('Delete')
    expect(body(hand)).toEqual(['段'])
  })

  it('Backspace and Delete at the edge of text select the image first; an empty line goes', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), image(), makeParagraph('后段'), makeParagraph('')))
    hand.at('|后段')
    await hand.press('Backspace')
    expect([body(hand), selectedImage(hand.editor)?.[1]]).toEqual([['段前段', '图', '段后段', '段'], [1, 1]])
    hand.at('前段|')
    await hand.press('Delete')
    expect([body(hand), selectedImage(hand.editor)?.[1]]).toEqual([['段前段', '图', '段后段', '段'], [1, 1]])
    const blank = openHand(withBody(makeParagraph(''), image(), makeParagraph('')))
    Transforms.select(blank.editor, { path: [1, 2, 0], offset: 0 })
    await blank.press('Backspace')
    expect([body(blank), selectedImage(blank.editor)?.[1]]).toEqual([['段', '图'], [1, 1]])
    Transforms.select(blank.editor, { path: [1, 0, 0], offset: 0 })
    await blank.press('Delete')
    expect([body(blank), selectedImage(blank.editor)?.[1]]).toEqual([['图'], [1, 0]])
  })

  it('a heading below becomes text before the image is selected', async () => {
    const hand = openHand(withBody(image(), makeHeading(1, '要求')))
    hand.at('|要求')
    await hand.press('Backspace')
    expect(body(hand)).toEqual(['图', '段要求'])
    await hand.press('Backspace')
    expect(selectedImage(hand.editor)?.[1]).toEqual([1, 0])
  })

  it('Enter writes on below, on an empty line that is there or on a new one', async () => {
    const hand = openHand(withBody(image(), makeParagraph('后段')))
    choose(hand, 0)
    await hand.press('Enter')
    await hand.type('图下')
    expect(body(hand)).toEqual(['图', '段图下', '段后段'])
    const empty = openHand(withBody(image(), makeParagraph('')))
    choose(empty, 0)
    await empty.press('Enter')
    await empty.type('图下')
    expect(body(empty)).toEqual(['图', '段图下'])
  })

  it('typing does not go into an image', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), image()))
    choose(hand, 1)
    await hand.type('字')
    expect(body(hand)).toEqual(['段前段', '图'])
  })

  it('a selection over an image takes it along', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), image(), makeParagraph('后段')))
    hand.select('前|段', '后|段')
    await hand.press('Delete')
    expect(body(hand)).toEqual(['段前段'])
  })

  it('a selection from an image into another part takes it along, and leaves a line to write on', async () => {
    const hand = openHand(withAttachedImage())
    const { path } = Editor.start(hand.editor, [2, 0])
    Transforms.select(hand.editor, { anchor: { path: [1, 1, 0], offset: 0 }, focus: { path, offset: 1 } })
    await hand.press('Backspace')
    expect([body(hand), hand.page()]).toEqual([['段前段', '段'], ['关于工作的通知', '前段', '|', '意图', '']])
    await hand.type('字')
    expect(body(hand)).toEqual(['段前段', '段字'])
  })

  it('the image beside a block is found in both directions', () => {
    const { editor } = openHand(withBody(makeParagraph('前段'), image(), makeParagraph('后段')))
    expect([imageBeside(editor, [1, 0], 'down'), imageBeside(editor, [1, 2], 'up')]).toEqual([[1, 1], [1, 1]])
    expect([imageBeside(editor, [1, 0], 'up'), imageBeside(editor, [1, 2], 'down')]).toEqual([null, null])
  })
})

describe('the bar', () => {
  it('makes it as wide as asked, in its proportions, and says what it shows', () => {
    const hand = openHand(withBody(makeParagraph('前段'), image()))
    choose(hand, 1)
    const now = () => imagesOf(hand.session.document())[0]
    asOneStep(hand.editor, () => setImageWidth(hand.editor, 150))
    expect(now()).toMatchObject({ width: 150, height: 60 })
    asOneStep(hand.editor, () => setImageAlt(hand.editor, '责任区'))
    expect(now()).toMatchObject({ alt: '责任区' })
    asOneStep(hand.editor, () => setImageAlt(hand.editor, ''))
    expect(now()).not.toHaveProperty('alt')
    hand.session.undo()
    hand.session.undo()
    hand.session.undo()
    expect(now()).toMatchObject({ width: 300, height: 120, alt: '示意图' })
  })

  it('puts another in its place: as wide, the same block, to be described anew', () => {
    const hand = openHand(withBody(makeParagraph('前段'), image()))
    const [, id] = ids(hand)
    choose(hand, 1)
    asOneStep(hand.editor, () => replaceImage(hand.editor, { sha256: '0b'.repeat(32), mediaType: 'image/jpeg', width: 100, height: 50 }))
    const [now] = imagesOf(hand.session.document())
    expect(now).toEqual({ type: 'image', id, sha256: '0b'.repeat(32), mediaType: 'image/jpeg', width: 300, height: 150, children: [{ text: '' }] })
  })
})

describe('the clipboard', () => {
  it('carries an image as it is, with an id of its own', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), image(), makeParagraph('后段')))
    choose(hand, 1)
    const copy = encodeBlocks(copiedBlocks(hand.editor))
    hand.at('后段|')
    await hand.paste('', copy)
    expect(body(hand)).toEqual(['段前段', '图', '段后段', '图'])
    const [first, second] = imagesOf(hand.session.document())
    expect({ ...second, id: '' }).toEqual({ ...first, id: '' })
    expect(second?.id).not.toBe(first?.id)
  })

  it.each([
    ['a table', '', TABLE, ['表', '图']],
    ['a whole text', '关于工作的通知\n现将有关事项通知如下。', '', ['段现将有关事项通知如下。', '图']],
  ])('%s pasted on the title goes above an image that the body begins with', async (_, text, html, blocks) => {
    const document = withBody(image())
    const hand = openHand(document)
    hand.at('|关于工作')
    await hand.paste(text, { 'text/html': html })
    expect(body(hand)).toEqual(blocks)
    expect(imagesOf(hand.session.document())).toEqual(imagesOf(document))
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('puts a table below a selected image, and leaves the image what it is', async () => {
    const document = withBody(image())
    const hand = openHand(document)
    choose(hand, 0)
    await hand.paste('', { 'text/html': TABLE })
    expect(body(hand)).toEqual(['图', '表'])
    expect(imagesOf(hand.session.document())).toEqual(imagesOf(document))
  })

  it('does not take a document of images alone for empty: a whole one pasted there leaves them', async () => {
    const from = openHand(notice())
    Transforms.select(from.editor, Editor.range(from.editor, []))
    const whole = encodeWhole(from.editor) ?? ''
    const hand = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([image()])]))
    Transforms.select(hand.editor, Editor.start(hand.editor, []))
    await hand.paste('', { [WHOLE_FORMAT]: whole, [OWN_FORMAT]: encodeBlocks(copiedBlocks(from.editor)) })
    expect(imagesOf(hand.session.document())).toHaveLength(1)
  })

  it('cut with everything round it and pasted again is there once', async () => {
    const hand = openHand(withAttachedImage())
    const before = body(hand)
    const { editor } = hand
    Transforms.select(editor, Editor.range(editor, []))
    const whole = encodeWhole(editor) ?? ''
    await hand.press('Delete')
    expect(imagesOf(hand.session.document())).toEqual([])
    await hand.paste('', { [WHOLE_FORMAT]: whole })
    expect(body(hand)).toEqual(before)
    expect(imagesOf(hand.session.document())).toHaveLength(2)
  })

  it('puts blocks below a selected image, and splits text round a pasted one', async () => {
    const hand = openHand(withBody(image(), makeParagraph('前后')))
    choose(hand, 0)
    const copy = encodeBlocks(copiedBlocks(hand.editor))
    await hand.paste('青石镇')
    await turn()
    expect(body(hand)).toEqual(['图', '段青石镇', '段前后'])
    hand.at('前|后')
    await hand.paste('', copy)
    expect(body(hand)).toEqual(['图', '段青石镇', '段前', '图', '段后'])
  })
})
