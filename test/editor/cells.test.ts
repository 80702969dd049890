/** Chosen cells: a selection from one cell to another is the rectangle between them. */
import { Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { extendByCell } from '../../renderer/editor/acts/tables.ts'
import { copiedBlocks, plainText, textOf } from '../../renderer/editor/clipboard/copied.ts'
import { sheetOf } from '../../renderer/editor/create-session.ts'
import { chosenCells } from '../../renderer/editor/table/chosen.ts'
import { draw, open } from './drawn-table.ts'
import { turn } from './hand.ts'

describe('chosen cells', () => {
  it('are emptied by Delete and stay chosen; Backspace takes a whole table away', async () => {
    const hand = open('abc', 'def', 'ghi')
    hand.select('|e', '|i')
    await hand.press('Delete')
    expect(draw(hand)).toEqual(['abc', 'd..', 'g..'])
    expect(chosenCells(hand.editor)).toMatchObject({ isRectangle: true, area: { top: 1, bottom: 3, left: 1, right: 3 } })
    hand.select('|a', '|d')
    await hand.press('Backspace')
    expect(draw(hand)).toEqual(['.bc', '...', 'g..'])
    Transforms.select(hand.editor, { anchor: Editor.start(hand.editor, [1, 0, 0, 0]), focus: Editor.start(hand.editor, [1, 0, 2, 2]) })
    await hand.press('Backspace')
    expect(draw(hand)).toEqual([])
    hand.session.undo()
    hand.session.undo()
    hand.session.undo()
    expect(draw(hand)).toEqual(['abc', 'def', 'ghi'])
  })

  it('what is typed goes into the first; one undo brings back what stood there', async () => {
    const hand = open('abc', 'def', 'ghi')
    hand.select('|i', '|e')
    await hand.type('x')
    expect(draw(hand)).toEqual(['abc', 'dxf', 'ghi'])
    hand.session.undo()
    expect(draw(hand)).toEqual(['abc', 'def', 'ghi'])
    hand.select('|b', '|f')
    await hand.press('Enter')
    await hand.type('y')
    expect(draw(hand).slice(1)).toEqual(['def', 'ghi'])
    expect(hand.page().join('')).toContain('by')
  })

  it('go to the clipboard as a table of their own, and from there into the cells from the first on', async () => {
    const hand = open('aab', 'cdb', 'efg')
    hand.select('|c', '|b')
    const [part] = copiedBlocks(hand.editor)
    expect(part).toMatchObject({ type: 'table', headerRows: 1 })
    expect(plainText([part!], () => undefined)).toBe('a\t\tb\nc\td\t')
    hand.select('|e', '|g')
    await hand.paste('x\ty\n')
    expect(draw(hand)).toEqual(['aab', 'cdb', 'xyg'])
  })

  it('grow and shrink with Shift and the arrows', () => {
    const hand = open('abc', 'dbf', 'ghi')
    const { editor } = hand
    hand.at('|a')
    const chosen = (): string => chosenCells(editor)!.cells.map(({ cell }) => textOf(cell)).join('')
    expect(extendByCell(editor, 'up')).toBe(false)
    expect(extendByCell(editor, 'right') && chosen()).toBe('abd')
    expect(extendByCell(editor, 'right') && chosen()).toBe('abcdf')
    // At the edge nothing more is chosen, and no text outside.
    expect(extendByCell(editor, 'right') && chosen()).toBe('abcdf')
    expect(extendByCell(editor, 'down') && extendByCell(editor, 'down') && chosen()).toBe('abcdfghi')
    expect(extendByCell(editor, 'left') && extendByCell(editor, 'left') && chosen()).toBe('adg')
  })

  it('are told to their cells, and only while they are chosen', async () => {
    const hand = open('ab', 'cd')
    const { derived } = sheetOf(hand.session)
    const isChosen = (): string => chosenCells(hand.editor)!.grid.cells.flatMap(({ cell }) => (derived.chosen.get(cell.id) ? [textOf(cell)] : [])).join('')
    hand.select('|a', '|c')
    await turn()
    expect(isChosen()).toBe('ac')
    hand.at('|d')
    await turn()
    expect(isChosen()).toBe('')
  })
})
