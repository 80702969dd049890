/** What Backspace and Delete take away, and what they leave. */
import { describe, expect, it } from 'vitest'
import { makeHeading, makeParagraph } from '../../shared/document/build.ts'
import { body, withBody } from './body.ts'
import { notice } from './documents.ts'
import { openHand } from './hand.ts'

describe('Backspace and Delete', () => {
  it('turn a heading into running text before they join it to anything', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), makeHeading(1, '要求', '五、')))
    hand.at('|要求')
    await hand.press('Backspace')
    expect(body(hand)).toEqual(['段前段', '段要求'])
    await hand.press('Backspace')
    expect(body(hand)).toEqual(['段前段要求'])
    expect(hand.page()).toContain('前段|要求')
  })

  it('take back the empty line above a heading before the heading itself', async () => {
    const hand = openHand(withBody(makeParagraph('前段'), makeHeading(1, '要求')))
    const before = hand.session.document()
    hand.at('|要求')
    await hand.press('Enter')
    await hand.press('Backspace')
    expect(hand.session.document()).toEqual(before)
    expect(hand.page()).toContain('|要求')
  })

  it('take away an empty part that need not be there, and no other', async () => {
    const hand = openHand(notice())
    for (const text of ['各乡镇人民政府', '此件公开发布', '河湾县人民政府办公室', '关于做好防汛备汛工作的通知']) {
      hand.select(`|${text}`, `${text}|`)
      await hand.press('Delete')
      await hand.press('Backspace')
    }
    expect(hand.session.document().parts.map((part) => part.type)).toEqual(['title', 'body', 'signatureOrgan', 'signatureDate', 'attachment'])
  })

  it('take away an empty attachment from its title', async () => {
    const hand = openHand(notice())
    hand.session.addAttachment()
    await hand.type('物')
    await hand.press('Backspace')
    expect(hand.session.document().parts.filter((part) => part.type === 'attachment')).toHaveLength(2)
    await hand.press('Backspace')
    expect(hand.session.document().parts.filter((part) => part.type === 'attachment')).toHaveLength(1)
    expect(hand.page().at(-1)).toBe('云岭乡|')
  })

  it('do not cross the edges of parts', async () => {
    const hand = openHand(notice())
    const before = hand.session.document()
    for (const at of ['|关于做好', '|各乡镇人民政府', '|现就有关', '|2024年', '|此件', '|责任清单', '|清单如下']) {
      hand.at(at)
      await hand.press('Backspace')
    }
    for (const at of ['的通知|', '各乡镇人民政府|', '备足物资。|', '5月8日|', '公开发布|', '责任清单|']) {
      hand.at(at)
      await hand.press('Delete')
    }
    expect(hand.session.document()).toBe(before)
  })

  it('over several parts empty what is selected and keep the parts', async () => {
    const document = notice()
    const hand = openHand(document)
    hand.select('做好|防汛备汛', '清单|如下')
    await hand.press('Backspace')
    expect(hand.page()).toEqual(['关于做好|', '', '', '', '', '', '', '如下。', '序号', '乡镇', '1', '石桥镇', '2', '云岭乡'])
    expect(hand.session.document().parts.map((part) => part.id)).toEqual(document.parts.map((part) => part.id))
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('from the start of one block to the start of another take whole blocks', async () => {
    const hand = openHand(notice())
    hand.select('|压实防汛责任', '|强化应急')
    await hand.press('Delete')
    expect(body(hand)).toEqual(['段现就有关事项通知如下：', '1级强化应急保障', '段备足物资。'])
  })

  it('take an unfilled place as one piece', async () => {
    const hand = openHand(notice())
    hand.at('|内报告')
    await hand.press('Backspace')
    expect(body(hand)[3]).toBe('2级严格值守。须在内报告。')
  })

  it('beside a table select it first; Backspace then takes it, Delete empties it', async () => {
    const hand = openHand(notice())
    hand.at('清单如下。|')
    await hand.press('Delete')
    await hand.press('Delete')
    expect(hand.page().slice(-6)).toEqual(['', '', '', '', '', ''])
    hand.session.undo()
    hand.at('清单如下。|')
    await hand.press('Delete')
    await hand.press('Backspace')
    expect(hand.page().at(-1)).toBe('清单如下。|')
  })

  it('over cells empty the rectangle between them', async () => {
    const hand = openHand(notice())
    hand.select('石|桥镇', '云岭|乡')
    await hand.press('Backspace')
    expect(hand.page().slice(-6)).toEqual(['序号', '乡镇', '1', '', '2', ''])
  })
})
