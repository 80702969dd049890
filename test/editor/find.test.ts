/** Find and replace in the sheet, as Word users expect them. */
import { Editor, Range, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { createFinder } from '../../renderer/editor/find/finder.ts'
import { partText } from '../../shared/document/text.ts'
import { notice } from './documents.ts'
import { openFinder } from './finding.ts'
import { openHand, turn, type Hand } from './hand.ts'

const selected = ({ editor }: Hand): string => (editor.selection ? Editor.string(editor, editor.selection) : '')

describe('replacing all', () => {
  it('is taken back by its own act only as long as nothing else was done', async () => {
    const { hand, finder } = openFinder(notice(), { query: '防汛', replacement: '抗旱' })
    const { count, undo } = finder.replaceAll()
    await turn()
    expect(count).toBe(2)
    expect(partText(hand.session.document(), 'title')).toBe('关于做好抗旱备汛工作的通知')
    hand.at('备足|物资')
    await hand.type('粮')
    expect(undo()).toBe(false)
    expect(hand.page().join()).toContain('备足粮')
    hand.session.undo()
    expect(undo()).toBe(true)
    expect(partText(hand.session.document(), 'title')).toBe('关于做好防汛备汛工作的通知')
  })

  it('is told until something else is looked for or found', async () => {
    const { hand, finder } = openFinder(notice(), { query: '防汛', replacement: '抗旱' })
    finder.replaceAll()
    await turn()
    expect(finder.state()).toMatchObject({ count: 0, replaced: 2 })
    hand.session.undo()
    await turn()
    expect(finder.state()).toMatchObject({ count: 2, replaced: 0 })
    finder.replaceAll()
    finder.seek({ query: '抗旱' })
    expect(finder.state()).toMatchObject({ count: 2, replaced: 0 })
  })
})

describe('going from hit to hit', () => {
  it('begins at the caret, and goes on from where one clicks', () => {
    const { hand, finder } = openFinder(notice(), {})
    hand.at('压实|防汛责任')
    finder.seek({ query: '责任' })
    expect([finder.state().at, finder.state().count, selected(hand)]).toEqual([0, 3, '责任'])
    finder.step()
    expect([finder.state().at, finder.state().cameRound]).toEqual([1, false])
    hand.at('现就|有关')
    finder.step(true)
    expect([finder.state().at, finder.state().cameRound]).toEqual([2, true])
  })

  it('stays at the hit while its words are typed', () => {
    const { hand, finder } = openFinder(notice(), {})
    hand.at('现就|有关')
    for (const query of ['落', '落实', '落实包']) {
      finder.seek({ query })
      expect([finder.state().at, selected(hand)]).toEqual([0, query])
    }
    finder.seek({ query: '落实包袱' })
    expect([finder.state().at, finder.state().count]).toEqual([null, 0])
  })

  it('follows what is typed in the sheet', async () => {
    const { hand, finder } = openFinder(notice(), { query: '物资' })
    const told: number[] = []
    finder.subscribe(() => told.push(finder.state().count))
    hand.at('备足物资。|')
    await hand.type('物资')
    expect(finder.state().count).toBe(2)
    expect(told.at(-1)).toBe(2)
    expect(finder.hits().map(({ line }) => line)).toEqual([expect.objectContaining({ type: 'paragraph' }), expect.objectContaining({ type: 'paragraph' })])
  })
})

describe('the bar', () => {
  it('says what stands where it does not go, and replaces nothing there', () => {
    const { hand, finder } = openFinder(notice(), { query: '河湾县人民政府', replacement: '青石镇人民政府' })
    expect(finder.state()).toMatchObject({ count: 1, beside: 1 })
    finder.replaceAll()
    expect(finder.state()).toMatchObject({ count: 0, beside: 1 })
    expect(hand.session.document().header.issuers).toEqual(['河湾县人民政府办公室'])
    finder.close()
    expect(finder.state().beside).toBe(0)
  })

  it('looks for the words that are selected within a line, and for no more', () => {
    const hand = openHand(notice())
    const finder = createFinder(queueMicrotask)
    finder.attach(hand.session)
    finder.open('find')
    expect(finder.state()).toMatchObject({ mode: 'find', query: '', count: 0, at: null })
    finder.close()
    hand.select('压实|防汛责任', '压实防汛|责任')
    finder.open('find')
    expect(finder.state()).toMatchObject({ query: '防汛', count: 2, at: 1 })
    finder.close()
    hand.select('压实|防汛责任', '落实|包保')
    finder.open('replace')
    expect(finder.state()).toMatchObject({ mode: 'replace', query: '防汛' })
    // While it is open, asking again is asking for the field alone.
    hand.select('|备足', '备足|')
    finder.open('find')
    expect(finder.state().query).toBe('防汛')
  })

  it('leaves the hit selected when it closes; F3 goes on without it', () => {
    const { hand, finder } = openFinder(notice(), { query: '防汛' })
    finder.close()
    expect([finder.state().mode, selected(hand), finder.hits()]).toEqual([null, '防汛', []])
    finder.step()
    expect([finder.state().mode, selected(hand)]).toEqual([null, '防汛'])
    expect(Range.start(hand.editor.selection!).path.slice(0, 2)).toEqual([2, 1])
  })

  it('comes when there is nothing to go to', () => {
    const hand = openHand(notice())
    const finder = createFinder(queueMicrotask)
    finder.attach(hand.session)
    finder.step()
    expect(finder.state().mode).toBe('find')
    finder.seek({ query: '抗旱' })
    finder.close()
    finder.step(true)
    expect(finder.state()).toMatchObject({ mode: 'find', query: '抗旱', count: 0 })
  })

  it('closes with its document, and what was looked for goes on in the next', () => {
    const finder = createFinder(queueMicrotask)
    const leave = finder.attach(openHand(notice()).session)
    finder.open('find')
    finder.seek({ query: '防汛' })
    leave()
    expect(finder.state()).toMatchObject({ mode: null, query: '防汛', count: 0, at: null })
    const next = openHand(notice())
    finder.attach(next.session)
    finder.step()
    expect(selected(next)).toBe('防汛')
  })

  it('finds and replaces nothing in a document that is only read', () => {
    const document = notice()
    const { hand, finder } = openFinder(document, { query: '防汛', replacement: '抗旱' }, true)
    finder.step()
    // Such a sheet loses its selection together with the keyboard.
    Transforms.deselect(hand.editor)
    finder.step(true)
    expect(finder.state()).toMatchObject({ count: 2, at: 0 })
    finder.replace()
    expect(finder.replaceAll().count).toBe(0)
    expect(hand.session.document()).toBe(document)
  })
})
