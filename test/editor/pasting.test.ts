/** What becomes of text from other programs. */
import { describe, expect, it } from 'vitest'
import { makeHeading, makeParagraph } from '../../shared/document/build.ts'
import { blocksOf, findPart, textOf } from '../../shared/document/text.ts'
import { body, ids, rowsOf, withBody } from './body.ts'
import { notice } from './documents.ts'
import { openHand, type Hand } from './hand.ts'

/** Kinds and texts of the body. */
function bodyOf({ session }: Hand): readonly string[] {
  const part = findPart(session.document(), 'body')
  return (part ? blocksOf(part) : []).map((block) => (block.type === 'table' ? `表${block.children.length}行` : `${block.type === 'heading' ? block.level : ''}${block.type} ${textOf(block.children)}`))
}

describe('pasting', () => {
  it('makes a paragraph of each line, without the spaces that indent it', async () => {
    const hand = openHand(withBody(makeParagraph('头尾')))
    hand.at('头|尾')
    await hand.paste('　　一\r\n\r\n　　二\n　　三')
    expect(body(hand)).toEqual(['段头一', '段二', '段三尾'])
    expect(hand.page()).toContain('三|尾')
  })

  it('in front of a heading leaves the heading what it is', async () => {
    const hand = openHand(withBody(makeHeading(1, '要求')))
    const before = ids(hand)
    hand.at('|要求')
    await hand.paste('一\n二')
    expect(body(hand)).toEqual(['段一', '1级二要求'])
    expect(ids(hand).at(-1)).toBe(before[0])
  })

  it('keeps a part of one line on one line', async () => {
    const hand = openHand(notice())
    hand.at('各乡镇|人民政府')
    await hand.paste('甲\n乙')
    expect(hand.page()[1]).toBe('各乡镇甲乙|人民政府')
  })

  it('of many lines is one undo step', async () => {
    const document = withBody(makeParagraph('头'))
    const hand = openHand(document)
    hand.at('头|')
    await hand.paste('一\n二\n三')
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it.each(['', 'null', '{}', '[]', '[1]', '[{"type":"cell"}]', '[{"type":"paragraph","children":[{"text":1}]}]', 'x'])('does not trust what pretends to be its own: %s', async (own) => {
    const hand = openHand(withBody(makeParagraph('头')))
    hand.at('头|')
    await hand.paste('文字', own)
    expect(body(hand)).toEqual(['段头文字'])
  })
})

describe('pasting text', () => {
  const TEXT = ['一、压实责任', '（一）落实包保。各乡镇负总责。', '　　1.核查隐患', '1.5万元以下的照旧。', '序号\t乡镇\t数量', '1\t青石镇\t20', '2\t柳溪乡\t', '', '表后一段。'].join('\r\n')

  it('on an empty line makes headings of numbered lines and a table of lines with tabs', async () => {
    const hand = openHand(notice())
    hand.at('备足物资。|')
    await hand.press('Enter')
    await hand.paste(TEXT)
    expect(bodyOf(hand).slice(-6)).toEqual(['1heading 压实责任', '2heading 落实包保。各乡镇负总责。', '3heading 核查隐患', 'paragraph 1.5万元以下的照旧。', '表3行', 'paragraph 表后一段。'])
  })

  it('within a line goes on with the words of its first line', async () => {
    const hand = openHand(notice())
    hand.at('备足|物资')
    await hand.paste('一、二级\n二、防护')
    expect(bodyOf(hand).slice(-2)).toEqual(['paragraph 备足一、二级', '1heading 防护物资。'])
    await hand.paste('三、其他')
    expect(hand.page()).toContain('防护三、其他|物资。')
  })

  it.each([
    ['lines with tabs', '青石镇\t20\r\n柳溪乡\t30\r\n共\t50\r\n', ''],
    ['a spreadsheet', '青石镇\t20\r\n柳溪乡\t30\r\n共\t50\r\n', '<table><tr><td>青石镇<td>20<tr><td>柳溪乡<td>30<tr><td>共<td>50</table>'],
  ])('in a table fills its cells and adds the rows that are missing: %s', async (_, text, html) => {
    const hand = openHand(notice())
    hand.at('|1')
    await hand.paste(text, { 'text/html': html })
    expect(rowsOf(hand)).toEqual([['序号', '乡镇'], ['青石镇', '20'], ['柳溪乡', '30'], ['共', '50']])
    hand.session.undo()
    expect(rowsOf(hand)).toHaveLength(3)
  })

  it('in a cell keeps running text in that cell', async () => {
    const hand = openHand(notice())
    hand.at('石桥镇|')
    await hand.paste('一、东岸\n二、西岸')
    expect(rowsOf(hand)[1]).toEqual(['1', '石桥镇一、东岸/二、西岸'])
  })

  it('on the title leaves there its first line only, when the rest is running text', async () => {
    const hand = openHand(notice())
    hand.select('|关于做好', '的通知|')
    await hand.paste('关于秋收的通知\n现将有关事项通知如下。\n一、时间')
    expect(hand.page().slice(0, 5)).toEqual(['关于秋收的通知', '各乡镇人民政府', '现将有关事项通知如下。', '时间|', '现就有关事项通知如下：'])
    hand.at('|责任清单')
    await hand.paste('一览\n共三项。')
    expect(hand.page()).toEqual(expect.arrayContaining(['一览责任清单', '共三项。|', '清单如下。']))
  })
})
