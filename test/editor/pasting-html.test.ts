/** What becomes of HTML from other programs. */
import { describe, expect, it } from 'vitest'
import { pasteText } from '../../renderer/editor/clipboard/paste.ts'
import { sheetOf } from '../../renderer/editor/create-session.ts'
import { makeHeading, makeParagraph } from '../../shared/document/build.ts'
import { blocksOf, findPart } from '../../shared/document/text.ts'
import { clipboardHtml, outlineOf, PASTES } from '../support/clipboard.ts'
import { rowsOf, withBody } from './body.ts'
import { notice } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'

function bodyOf({ session }: Hand): readonly string[] {
  const body = findPart(session.document(), 'body')
  return body ? blocksOf(body).map(outlineOf) : []
}

async function paste(hand: Hand, html: string, text = ''): Promise<void> {
  await hand.paste(text, { 'text/html': html })
  await turn()
}

async function onEmptyLine(html: string): Promise<Hand> {
  const hand = openHand(withBody(makeParagraph('头'), makeParagraph('')))
  hand.at('头|')
  hand.session.focus({ id: findPart(hand.session.document(), 'body')?.children[1]?.id ?? '' })
  await paste(hand, html)
  return hand
}

describe('HTML of other programs', () => {
  it.each(PASTES)('of $program becomes what it shows', async ({ name, blocks, note }) => {
    const hand = await onEmptyLine(clipboardHtml(name))
    const last = blocks.at(-1)?.startsWith('表') === true ? ['段 '] : []
    expect(bodyOf(hand)).toEqual(['段 头', ...blocks, ...last])
    expect(hand.told).toEqual(note === '' ? [] : [`已粘贴，请看一看：${note}`])
  })

  it.each(PASTES)('of $program is one undo step', async ({ name }) => {
    const hand = await onEmptyLine(clipboardHtml(name))
    hand.session.undo()
    expect(bodyOf(hand)).toEqual(['段 头', '段 '])
    expect(hand.session.canUndo()).toBe(false)
  })
})

describe('where HTML is pasted', () => {
  it('within a line its first paragraph goes on there, whatever it begins with', async () => {
    const hand = openHand(withBody(makeParagraph('头尾')))
    hand.at('头|尾')
    await paste(hand, '<p>一、二级保护</p><p>二、防护</p>')
    expect(bodyOf(hand)).toEqual(['段 头一、二级保护', '1级 防护尾'])
  })

  it('a few words go into the line', async () => {
    const hand = openHand(withBody(makeHeading(1, '要求')))
    hand.at('要|求')
    await paste(hand, '<span style="color:red">二、</span><b>紧</b>')
    expect(bodyOf(hand)).toEqual(['1级 要二、紧求'])
  })

  it('in a cell it stays lines of text, with the numbers', async () => {
    const hand = openHand(notice())
    hand.at('石桥镇|')
    await paste(hand, '<p>一、东岸</p><h2>二、西岸</h2>')
    expect(rowsOf(hand)[1]).toEqual(['1', '石桥镇一、东岸/二、西岸'])
  })

  it('headings on a title go to the text below', async () => {
    const hand = openHand(notice())
    hand.at('防汛|备汛')
    await paste(hand, '<h1>春季</h1><p>1.夏季</p>')
    expect(hand.page()[0]).toBe('关于做好防汛春季备汛工作的通知')
    expect(bodyOf(hand)[0]).toBe('3级 夏季')
  })

  it('on a title leaves there its first line only, when the rest is running text', async () => {
    const hand = openHand(notice())
    hand.select('|关于做好', '的通知|')
    await paste(hand, '<p>关于秋收的通知</p><p>现将有关事项通知如下。</p><p>一、时间</p>')
    expect(hand.page().slice(0, 4)).toEqual(['关于秋收的通知', '各乡镇人民政府', '现将有关事项通知如下。', '时间|'])
    expect(bodyOf(hand).slice(0, 2)).toEqual(['段 现将有关事项通知如下。', '1级 时间'])
  })

  it('cells fill the cells of a table, merged and hidden ones in their places', async () => {
    const hand = openHand(notice())
    hand.at('|1')
    await paste(hand, '<table><tr><td rowspan=2>甲</td><td>乙<br>丙</td></tr><tr style="display:none"><td>丁</td></tr><tr><td>戊</td></tr></table>', '甲\t"乙\n丙"\n\t丁\n\t戊')
    expect(rowsOf(hand)).toEqual([['序号', '乡镇'], ['甲', '乙/丙'], ['戊', '']])
  })

  it.each([
    ['a column of a spreadsheet', '<table><tr><td>甲</td></tr><tr><td>一、乙</td></tr></table>', ['段 甲', '1级 乙']],
    ['a row of a spreadsheet', '<table><tr><td>甲</td><td>乙<br>丙</td></tr></table>', ['段 甲　乙 丙']],
    ['empty cells', '<table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>', ['表0头 |/|', '段 ']],
  ])('%s', async (_, table, expected) => {
    const hand = await onEmptyLine(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${table}</body></html>`)
    expect(bodyOf(hand)).toEqual(['段 头', ...expected])
  })

  it('one cell alone is its words', async () => {
    const hand = openHand(withBody(makeParagraph('共户')))
    hand.at('共|户')
    await paste(hand, '<table><col width=72><tr><td class=xl65>1,250</td></tr></table>', '1,250\r\n')
    expect(bodyOf(hand)).toEqual(['段 共1,250户'])
  })
})

describe('HTML', () => {
  it.each([
    ['without any text', '<p><img src="a.png"></p>'],
    ['of nothing but space', '<p>&nbsp;</p><!--StartFragment--> <!--EndFragment-->'],
    ['that is empty', ''],
  ])('%s gives way to the text', async (_, html) => {
    const hand = openHand(withBody(makeParagraph('头')))
    hand.at('头|')
    await paste(hand, html, '文字')
    expect(bodyOf(hand)).toEqual(['段 头文字'])
  })

  it('too long to read gives way to the text, and that is said', async () => {
    const hand = openHand(withBody(makeParagraph('头')))
    hand.at('头|')
    await paste(hand, `<p>${'甲'.repeat(6_000_001)}</p>`, '文字')
    expect(bodyOf(hand)).toEqual(['段 头文字'])
    expect(hand.told).toEqual(['已粘贴，请看一看：内容太多，只收了文字，表格和标题请看一看。'])
  })

  it.each([
    ['of an image alone', '<img src="a.png">', '', '没有粘贴：1张图片没有粘贴，请用“插入”菜单的“图片”补上。'],
    ['of more paragraphs than anybody reads', '<p>甲'.repeat(20_001), '', '没有粘贴：内容超过两万段，请分几次复制。'],
    ['beside more lines than anybody reads', '', '甲\n'.repeat(20_001), '没有粘贴：内容超过两万段，请分几次复制。'],
  ])('%s changes nothing, and says so', async (_, html, text, told) => {
    const document = withBody(makeParagraph('头'))
    const hand = openHand(document)
    hand.at('头|')
    await paste(hand, html, text)
    expect(hand.session.document()).toBe(document)
    expect(hand.told).toEqual([told])
  })

  it('of a table beyond measure keeps its text', async () => {
    const hand = await onEmptyLine(`<table>${'<tr><td colspan=1000>甲</td></tr>'.repeat(31)}</table>`)
    expect(bodyOf(hand)).toEqual(['段 头', ...Array.from({ length: 31 }, () => '段 甲')])
    expect(hand.told).toEqual(['已粘贴，请看一看：1个过大的表格改成了文字。'])
  })

  it.each([
    ['numbers that no rule derives stay as printed', '<h1>1 总则</h1><h2>1.1 目的</h2><p>正文。</p>', ['1级 1总则', '2级 1.1目的', '段 正文。']],
    ['brackets of another width are the same number', '<p>(一)目的</p><p>2、范围</p>', ['2级 目的', '3级 范围']],
    ['spaces and line ends of the source', '<p>\n  河湾县\n  水利局 <b> 文件</b>\n A\nB\t C </p>', ['段 河湾县水利局 文件 A B C']],
    ['preformatted text', '<pre>甲  乙\n丙\t丁</pre>', ['段 甲  乙', '段 丙\t丁']],
    ['blocks in inline elements', '<b style="font-weight:normal" id="docs-internal-guid-1"><p>甲</p><p>乙</p></b>丙', ['段 甲', '段 乙', '段 丙']],
    ['Chinese numbers of lists', '<ol style="list-style-type:cjk-ideographic" start=3><li>甲</li><li value=7>乙</li></ol>', ['1级 甲', '1级 乙']],
    ['spans that run into each other', '<table><tr><td rowspan=9>甲</td><td colspan=3>乙</td></tr><tr><td>丙</td><td rowspan=0>丁</td></tr></table>', ['表2头 甲r2|乙c3/丙|丁|']],
    ['a start that WPS cut off', 'html xmlns="http://www.w3.org/TR/REC-html40"><body><p>甲</p><p>乙</p></body>', ['段 甲', '段 乙']],
    ['signs that are no tags', '<p>3<5，a&lt;b&amp;c</p><p>乙</p>', ['段 3<5，a<b&c', '段 乙']],
  ])('%s', async (_, html, expected) => {
    const hand = await onEmptyLine(html)
    expect(bodyOf(hand).slice(1, 1 + expected.length)).toEqual(expected)
  })
})

describe('text as it is', () => {
  it('has a paragraph for each line, and nothing in it is read', async () => {
    const hand = openHand(withBody(makeParagraph('头尾')))
    hand.at('头|尾')
    pasteText(hand.editor, '一、甲\r\n　　（一）乙\r\n\r\n序号\t乡镇\r\n1\t青石镇\r\n', sheetOf(hand.session).paste)
    await turn()
    expect(bodyOf(hand)).toEqual(['段 头一、甲', '段 　　（一）乙', '段 ', '段 序号\t乡镇', '段 1\t青石镇尾'])
    hand.session.undo()
    expect(bodyOf(hand)).toEqual(['段 头尾'])
  })

  it('of more lines than anybody reads is refused', () => {
    const document = withBody(makeParagraph('头'))
    const hand = openHand(document)
    hand.at('头|')
    pasteText(hand.editor, '甲\n'.repeat(20_001), sheetOf(hand.session).paste)
    expect(hand.session.document()).toBe(document)
    expect(hand.told).toEqual(['没有粘贴：内容超过两万段，请分几次复制。'])
  })

  it('stays in one cell', async () => {
    const hand = openHand(notice())
    hand.at('石桥镇|')
    pasteText(hand.editor, '1\t甲\n2\t乙', sheetOf(hand.session).paste)
    await turn()
    expect(rowsOf(hand)).toEqual([['序号', '乡镇'], ['1', '石桥镇1\t甲/2\t乙'], ['2', '云岭乡']])
  })
})
