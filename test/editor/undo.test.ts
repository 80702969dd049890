/** How far and in which steps undo goes. */
import { describe, expect, it } from 'vitest'
import { notice } from './documents.ts'
import { openHand, turn } from './hand.ts'

describe('undo', () => {
  it('goes back a sentence of typing at a time', async () => {
    const hand = openHand(notice())
    hand.at('备足物资。|')
    await hand.type('前句。后句')
    hand.session.undo()
    expect(hand.page()).toContain('备足物资。前句。|')
    hand.session.undo()
    expect(hand.page()).toContain('备足物资。|')
    hand.session.redo()
    hand.session.redo()
    expect(hand.page().some((line) => line.replace('|', '') === '备足物资。前句。后句')).toBe(true)
  })

  it('takes typing over a selection back as one step', async () => {
    const document = notice()
    const hand = openHand(document)
    hand.select('|落实包保', '落实包保|')
    await hand.type('压实各级')
    expect(hand.page()).toContain('压实各级|责任。各乡镇负总责。')
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('joins words of an input method to the deletion that made room for them', async () => {
    const document = notice()
    const hand = openHand(document)
    hand.select('|落实包保', '落实包保|')
    hand.editor.deleteFragment()
    await turn()
    hand.editor.joinNextText()
    hand.editor.insertText('压实')
    await turn()
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('takes typing elsewhere as a step of its own', async () => {
    const hand = openHand(notice())
    hand.at('备足|物资')
    await hand.type('粮')
    hand.at('现就|有关')
    await hand.type('将')
    hand.session.undo()
    expect(hand.page()).toContain('备足粮物资。')
    expect(hand.page()).toContain('现就|有关事项通知如下：')
  })

  it('reaches back hundreds of steps', async () => {
    const document = notice()
    const hand = openHand(document)
    hand.at('备足物资。|')
    for (let step = 0; step < 250; step++) {
      hand.editor.insertText('句。')
      await turn()
    }
    let steps = 0
    while (hand.session.canUndo()) {
      hand.session.undo()
      steps++
    }
    expect(steps).toBe(250)
    expect(hand.session.document()).toBe(document)
  })
})
