/** What keys do, as Word users expect it. The page is shown as its lines, the caret as "|". */
import { describe, expect, it } from 'vitest'
import { insertBlockAfter } from '../../renderer/editor/sheet/with-typing.ts'
import { makeArticle, makeChapter, makeHeading, makeParagraph, makePlace } from '../../shared/document/build.ts'
import { findPart, leaf } from '../../shared/document/text.ts'
import type { Block } from '../../shared/document/types.ts'
import { body, ids, withBody } from './body.ts'
import { notice } from './documents.ts'
import { openHand, turn } from './hand.ts'

describe('Enter', () => {
  it('splits a paragraph; the first half keeps the id', async () => {
    const hand = openHand(withBody(makeParagraph('前半后半')))
    const before = ids(hand)
    hand.at('前半|后半')
    await hand.press('Enter')
    expect(body(hand)).toEqual(['段前半', '段后半'])
    expect(ids(hand)[0]).toBe(before[0])
    expect(ids(hand)[1]).not.toBe(before[0])
  })

  it('at the start of a line makes room above it; the line keeps its id and kind', async () => {
    const hand = openHand(withBody(makeHeading(1, '要求', '五、')))
    const before = ids(hand)
    hand.at('|要求')
    await hand.press('Enter')
    expect(body(hand)).toEqual(['段', '1级要求'])
    expect(ids(hand)[1]).toBe(before[0])
    expect(findPart(hand.session.document(), 'body')?.children[1]).toMatchObject({ printed: '五、' })
  })

  it.each([
    ['after a heading that stands alone: text', makeHeading(1, '要求'), '要求|', ['1级要求', '段']],
    ['after a run-in heading: the next of its level', makeHeading(2, '责任。各负其责。'), '其责。|', ['2级责任。各负其责。', '2级']],
    ['after a short sentence with a number of a list: the next one', makeHeading(3, '乡镇负责。'), '负责。|', ['3级乡镇负责。', '3级']],
    ['within a heading: two headings', makeHeading(1, '要求和重点'), '要求|', ['1级要求', '1级和重点']],
    ['behind the heading of a run-in heading: the text goes its own way', makeHeading(2, '责任。各负其责。'), '责任。|', ['2级责任。', '段各负其责。']],
    ['in an empty heading: running text', makeHeading(3, ''), '|', ['段']],
    ['after a chapter: an article', makeChapter('总则'), '总则|', ['章总则', '条']],
    ['after an article: the next article', makeArticle('为了防汛。'), '防汛。|', ['条为了防汛。', '条']],
    ['within an article: its next paragraph', makeArticle('前款。后款。'), '前款。|', ['条前款。', '段后款。']],
    ['in an empty article: running text', makeArticle(''), '|', ['段']],
  ])('%s', async (_, block, at, after) => {
    const hand = openHand(withBody(block))
    if (at === '|') hand.session.focus('body')
    else hand.at(at)
    await hand.press('Enter')
    expect(body(hand)).toEqual(after)
  })

  it('gives the second half of a printed heading no printed number', async () => {
    const hand = openHand(withBody(makeHeading(1, '要求和重点', '五、')))
    hand.at('要求|和重点')
    await hand.press('Enter')
    expect(findPart(hand.session.document(), 'body')?.children).toMatchObject([{ printed: '五、' }, { type: 'heading', level: 1 }])
    expect(findPart(hand.session.document(), 'body')?.children[1]).not.toHaveProperty('printed')
  })

  it('breaks the title where it is chosen; pressed twice at its end it goes on to the next part', async () => {
    const hand = openHand(notice())
    hand.at('关于做好|防汛')
    await hand.press('Enter')
    expect(hand.page()[0]).toBe('关于做好\n|防汛备汛工作的通知')
    hand.at('工作的通知|')
    await hand.press('Enter')
    await hand.press('Enter')
    expect(hand.page().slice(0, 2)).toEqual(['关于做好\n防汛备汛工作的通知', '|各乡镇人民政府'])
  })

  it('makes no empty line in a title', async () => {
    const hand = openHand(notice())
    hand.at('|关于做好')
    await hand.press('Enter')
    hand.at('关于做好|防汛')
    await hand.press('Enter')
    await hand.press('Enter')
    hand.at('做好|')
    await hand.press('Enter')
    expect(hand.page()[0]).toBe('关于做好|\n防汛备汛工作的通知')
    hand.at('责任|清单')
    await hand.press('Enter')
    await hand.press('Enter')
    expect(hand.page()).toContain('责任\n|清单')
  })

  it('in the other line parts goes on to the next part', async () => {
    const hand = openHand(notice())
    hand.at('各乡镇|人民政府')
    await hand.press('Enter')
    expect(hand.session.caret()).toMatchObject({ part: 'body', blockKind: 'paragraph' })
    hand.at('2024年|5月8日')
    await hand.press('Enter')
    expect(hand.session.caret().part).toBe('note')
    await hand.press('Enter')
    expect(hand.session.caret()).toMatchObject({ part: 'attachment', blockKind: null })
  })

  it('below the title of an attachment makes the line to write on', async () => {
    const hand = openHand(notice())
    hand.at('责任清单|')
    await hand.press('Enter')
    await hand.type('说明')
    expect(hand.page().slice(-9, -6)).toEqual(['责任清单', '说明|', '清单如下。'])
  })

  it('on an unfilled place goes on behind it and takes nothing away', async () => {
    const hand = openHand(notice())
    hand.session.nextPlace()
    await hand.press('Enter')
    await hand.type('日')
    expect(body(hand)).toContain('2级严格值守。须在[时限]日内报告。')
  })
})

describe('an unfilled place', () => {
  it('is found by going on, round the end, and back', () => {
    const hand = openHand(withBody(makeParagraph([leaf(''), makePlace('甲'), leaf('和'), makePlace('乙'), leaf('')])))
    expect(hand.session.nextPlace()).toBe(true)
    const first = hand.editor.selection
    hand.session.nextPlace()
    const second = hand.editor.selection
    expect(second).not.toEqual(first)
    hand.session.nextPlace()
    expect(hand.editor.selection).toEqual(first)
    hand.session.nextPlace(true)
    expect(hand.editor.selection).toEqual(second)
  })

  it('is replaced by what is typed or pasted on it, and comes back with undo', async () => {
    const document = withBody(makeParagraph([leaf('须在'), makePlace('时限'), leaf('内')]))
    const hand = openHand(document)
    hand.session.nextPlace()
    await hand.type('三')
    await hand.type('日')
    expect(body(hand)).toEqual(['段须在三日内'])
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
    hand.session.nextPlace()
    await hand.paste('两日')
    expect(body(hand)).toEqual(['段须在两日内'])
  })

  it('has none in a document without places, nor where nothing can be changed', () => {
    expect(openHand(withBody(makeParagraph('满'))).session.nextPlace()).toBe(false)
    expect(openHand(notice(), true).session.nextPlace()).toBe(false)
  })
})

describe('a number typed by hand', () => {
  it.each([
    ['一、总体要求', ['1级总体要求']],
    ['十二、其他', ['1级其他']],
    ['（一）落实责任。', ['2级落实责任。']],
    ['(二)落实责任。', ['2级落实责任。']],
    ['1.核查隐患', ['3级核查隐患']],
    ['1. 核查隐患', ['3级核查隐患']],
    ['2、核查隐患', ['3级核查隐患']],
    ['（1）堤坝', ['4级堤坝']],
    ['　　三、保障', ['1级保障']],
    ['第一章 总则', ['章总则']],
    ['第一条　为了防汛。', ['条为了防汛。']],
    ['1.5万元', ['段1.5万元']],
    ['1、2、3号楼', ['段1、2、3号楼']],
    ['第一条规定', ['段第一条规定']],
    ['按照一、二类', ['段按照一、二类']],
  ])('%s', async (typed, blocks) => {
    const hand = openHand(withBody(makeParagraph('')))
    hand.session.focus('body')
    await hand.type(typed)
    expect(body(hand)).toEqual(blocks)
  })

  it.each([
    ['一是加强领导。', ['项加强领导。']],
    ['一、总体要求', ['1级总体要求']],
    ['（二）落实责任', ['2级落实责任']],
    ['1.核查隐患', ['3级核查隐患']],
    ['第一章 总则', ['章总则']],
    ['一是加强领导；二是压实责任。', ['段一是加强领导；二是压实责任。']],
    ['一、二类设备', ['段一、二类设备']],
    ['1.5万元以上', ['段1.5万元以上']],
    ['第一条规定的情形', ['段第一条规定的情形']],
  ])('a phrase that an input method writes at once: %s', async (phrase, blocks) => {
    const hand = openHand(withBody(makeParagraph('')))
    hand.session.focus('body')
    hand.editor.insertText(phrase)
    await turn()
    expect(body(hand)).toEqual(blocks)
    if (blocks[0] !== `段${phrase}`) hand.session.undo()
    expect(body(hand)).toEqual([`段${phrase}`])
  })

  it('comes back as text with one undo', async () => {
    const hand = openHand(withBody(makeParagraph('')))
    hand.session.focus('body')
    await hand.type('一、')
    expect(body(hand)).toEqual(['1级'])
    hand.session.undo()
    expect(body(hand)).toEqual(['段一、'])
    hand.session.redo()
    expect(body(hand)).toEqual(['1级'])
  })

  it.each<[string, () => Block, string, readonly string[]]>([
    ['the same again', () => makeHeading(1, ''), '二、保障', ['1级保障']],
    ['another level', () => makeHeading(1, ''), '（一）保障', ['2级保障']],
    ['an article', () => makeArticle(''), '第一条 为了防汛。', ['条为了防汛。']],
    ['a chapter where an article is', () => makeArticle(''), '第二章 附则', ['章附则']],
    ['an item', () => makeHeading(3, ''), '一是保障', ['项保障']],
  ])('in a numbered line with nothing in it is its number: %s', async (_, line, typed, blocks) => {
    const hand = openHand(withBody(line()))
    hand.session.focus('body')
    await hand.type(typed)
    expect(body(hand)).toEqual(blocks)
  })

  it('in front of a text that is there makes it the heading', async () => {
    const hand = openHand(withBody(makeParagraph('总体要求')))
    hand.at('|总体')
    await hand.type('一、')
    expect(body(hand)).toEqual(['1级总体要求'])
  })

  it('stays what it is in a cell, a title and a heading', async () => {
    const hand = openHand(notice())
    for (const at of ['|石桥镇', '|关于做好', '|压实防汛']) {
      hand.at(at)
      await hand.type('一、')
    }
    expect(hand.page()).toEqual(expect.arrayContaining(['一、石桥镇', '一、关于做好防汛备汛工作的通知', '一、|压实防汛责任']))
  })
})

describe('Ctrl+Enter', () => {
  it.each([
    ['after a heading: the next of its level', '压实|防汛', 2, '1级'],
    ['after running text: the next heading of the level above', '备足|物资', 6, '1级'],
    ['after a run-in heading', '落实|包保', 3, '2级'],
  ])('%s', async (_, at, index, kind) => {
    const hand = openHand(notice())
    hand.at(at)
    insertBlockAfter(hand.editor)
    await turn()
    expect(body(hand)[index]).toBe(kind)
    expect(hand.page().filter((line) => line === '|')).toHaveLength(1)
  })

  it('in a table: a paragraph below it', async () => {
    const hand = openHand(notice())
    hand.at('云岭|乡')
    insertBlockAfter(hand.editor)
    await hand.type('表后')
    expect(hand.page().slice(-2)).toEqual(['云岭乡', '表后|'])
  })
})
