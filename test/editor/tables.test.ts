/** Rows and columns, against a grid that is written down as letters: each letter is one cell. */
import fc from 'fast-check'
import { Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { canChangeTable, changeTable, moveByCell, setColumnWidths, setTableLine, tabsToPlace, type SheetTableAct } from '../../renderer/editor/acts/tables.ts'
import { tableAt } from '../../renderer/editor/sheet/find.ts'
import { isOneOf, type SheetElement } from '../../renderer/editor/sheet/types.ts'
import { asOneStep } from '../../renderer/editor/sheet/with-undo.ts'
import { cellPath, chosenCells } from '../../renderer/editor/table/chosen.ts'
import { gridOf } from '../../renderer/editor/table/grid.ts'
import { longColumns } from '../../renderer/editor/table/long-columns.ts'
import { makeBody, makeCell, makeDocument, makeLine, makeParagraph, makePlace, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { actOnTable, TABLE_ACTS } from '../../shared/document/table-acts.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Table } from '../../shared/document/types.ts'
import { anyTable, drawn, modelOf } from '../document/table-model.ts'
import { documentWith, draw, open, openWith, tableOf } from './drawn-table.ts'
import { openHand, turn, type Hand } from './hand.ts'

async function act(hand: Hand, at: string, what: SheetTableAct): Promise<void> {
  hand.at(`|${at}`)
  changeTable(hand.editor, what)
  await turn()
}

describe('acts on a table', () => {
  it.each<[SheetTableAct, string, readonly string[], readonly string[]]>([
    ['rowBelow', 'a', ['ab', 'cd'], ['ab', '..', 'cd']],
    ['rowBelow', 'd', ['ab', 'cd'], ['ab', 'cd', '..']],
    ['rowBelow', 'b', ['ab', 'ac'], ['ab', 'a.', 'ac']],
    ['columnRight', 'a', ['ab', 'cd'], ['a.b', 'c.d']],
    ['columnRight', 'c', ['aa', 'cd'], ['aaa', 'c.d']],
    ['columnRight', 'a', ['ab', 'ac'], ['a.b', 'a.c']],
    ['removeRows', 'c', ['ab', 'cd'], ['ab']],
    ['removeRows', 'c', ['ab', 'ac', 'ad'], ['ab', 'ad']],
    ['removeColumns', 'b', ['ab', 'cd'], ['a', 'c']],
    ['removeColumns', 'd', ['aa', 'cd'], ['a', 'c']],
    ['removeColumns', 'a', ['ab', 'ac'], ['b', 'c']],
  ])('%s at %s', async (what, at, before, after) => {
    const hand = open(...before)
    await act(hand, at, what)
    expect(draw(hand)).toEqual(after)
    expect(parseDocument(hand.session.document())).toEqual(hand.session.document())
    hand.session.undo()
    expect(draw(hand)).toEqual(before)
  })

  it('are refused with a reason where nothing would be left or nothing is chosen', () => {
    const reason = (what: SheetTableAct, at: string, ...drawn: string[]) => {
      const hand = open(...drawn)
      hand.at(`|${at}`)
      return canChangeTable(hand.editor, what)
    }
    expect(reason('removeRows', 'a', 'ab')).toMatch('删除表格')
    expect(reason('removeColumns', 'a', 'a', 'b')).toMatch('删除表格')
    expect(reason('merge', 'a', 'ab')).toMatch('先选中')
    expect(reason('removeRows', 'b', 'ab', 'ac')).toBe(true)
  })

  it('keep the header rows what they are', async () => {
    const hand = open('ab', 'cd')
    await act(hand, 'a', 'removeRows')
    expect(hand.session.document().parts[1]).toMatchObject({ children: [{ headerRows: 0 }] })
    hand.session.undo()
    await act(hand, 'a', 'rowBelow')
    expect(hand.session.document().parts[1]).toMatchObject({ children: [{ headerRows: 1 }] })
  })

  it('take the table away and leave a line to write on', async () => {
    const hand = open('ab', 'cd')
    await act(hand, 'a', 'removeTable')
    expect(hand.page()).toEqual(['', '|'])
  })

  it.each<[SheetTableAct, string, string, readonly string[], readonly string[]]>([
    ['merge', 'a', 'e', ['abc', 'def', 'ghi'], ['aac', 'aaf', 'ghi']],
    ['merge', 'f', 'b', ['abc', 'def', 'ghi'], ['abb', 'dbb', 'ghi']],
    // The rectangle is widened to what it would cut.
    ['merge', 'c', 'b', ['abb', 'cbb', 'def'], ['aaa', 'aaa', 'def']],
    ['split', 'a', 'c', ['aab', 'aac'], ['a.b', '..c']],
    ['removeRows', 'a', 'c', ['ab', 'cd', 'ef'], ['ef']],
    // What hangs down from a row that goes moves into the next one.
    ['removeRows', 'b', 'b', ['ab', 'ac', 'de'], ['ac', 'de']],
    ['removeColumns', 'b', 'd', ['abc', 'ade', 'fgh'], ['ac', 'ae', 'fh']],
    ['rowBelow', 'a', 'c', ['ab', 'cd', 'ef'], ['ab', 'cd', '..', '..', 'ef']],
    ['columnLeft', 'a', 'b', ['ab', 'cd'], ['..ab', '..cd']],
    ['splitColumns', 'd', 'd', ['ab', 'cd', 'ef'], ['abb', 'cd.', 'eff']],
    ['splitRows', 'd', 'd', ['ab', 'cd', 'ef'], ['ab', 'cd', 'c.', 'ef']],
  ])('%s from %s to %s', async (what, from, to, before, after) => {
    const hand = openWith(0, before)
    hand.select(`|${from}`, `|${to}`)
    changeTable(hand.editor, what)
    await turn()
    expect(draw(hand)).toEqual(after)
    hand.session.undo()
    expect(draw(hand)).toEqual(before)
  })

  it('do in the sheet what they do on paper, and are undone to the very document', async () => {
    const step = fc.record({ act: fc.constantFrom(...TABLE_ACTS), from: fc.nat(40), to: fc.nat(40) })
    await fc.assert(
      fc.asyncProperty(anyTable, fc.array(step, { minLength: 1, maxLength: 6 }), async (table, steps) => {
        const hand = openHand(documentWith(table))
        const { editor, session } = hand
        const before = session.document()
        for (const { act: what, from, to } of steps) {
          const [entry] = Editor.nodes<SheetElement>(editor, { at: [1], match: (node) => isOneOf(node, ['table']) })
          const { cells } = gridOf(entry![0])
          const [anchor, focus] = [from, to].map((at) => Editor.start(editor, cellPath(entry![1], cells[at % cells.length]!)))
          Transforms.select(editor, { anchor: anchor!, focus: focus! })
          const expected = actOnTable(tableOf(session.document()), chosenCells(editor)!.area, what).table
          asOneStep(editor, () => changeTable(editor, what))
          await turn()
          const now = session.document()
          expect(drawn(modelOf(tableOf(now)))).toEqual(drawn(modelOf(expected)))
          expect(parseDocument(now)).toEqual(now)
          // The caret stands in the table.
          expect(chosenCells(editor)).not.toBeNull()
        }
        const after = session.document()
        while (session.canUndo()) session.undo()
        expect(session.document()).toEqual(before)
        while (session.canRedo()) session.redo()
        expect(session.document()).toEqual(after)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('lines and widths of a table', () => {
  it('are written and taken back', async () => {
    const hand = open('ab', 'cd')
    const { editor, session } = hand
    const before = tableOf(session.document())
    setTableLine(editor, before.id, 'caption', '任务表')
    setTableLine(editor, before.id, 'unit', '单位：户')
    setColumnWidths(editor, before.id, [1, 3])
    await turn()
    expect(tableOf(session.document())).toMatchObject({ caption: '任务表', unit: '单位：户', widths: [1, 3] })
    setTableLine(editor, before.id, 'caption', '')
    expect(tableOf(session.document())).not.toHaveProperty('caption')
    while (session.canUndo()) session.undo()
    expect(tableOf(session.document())).toEqual(before)
  })
})

describe('Tab', () => {
  it('goes from cell to cell and makes a row after the last', async () => {
    const hand = open('ab', 'cd')
    hand.at('|b')
    moveByCell(hand.editor, false)
    await hand.type('x')
    moveByCell(hand.editor, false)
    moveByCell(hand.editor, false)
    await hand.type('y')
    expect(draw(hand)).toEqual(['ab', 'xd', 'y.'])
    moveByCell(hand.editor, true)
    await hand.type('z')
    expect(draw(hand)).toEqual(['ab', 'xz', 'y.'])
  })
})

describe('Tab in a table of a template', () => {
  const row = (serial: string, task: string | null) => makeRow([makeCell(serial), task === null ? makePlaceCell() : makeCell(task)])
  const makePlaceCell = () => ({ ...makeCell(''), children: [makeParagraph([leaf(''), makePlace('任务'), leaf('')])] })
  const openTemplate = (...rows: readonly (string | null)[]) =>
    openHand(
      makeDocument({ issuers: [], genre: null, documentNumber: null }, [
        makeLine('title', [leaf('关于'), makePlace('事由'), leaf('的通知')]),
        makeBody([makeTable(rows.map((task, at) => row(`第${at + 1}项`, task)))]),
      ]),
    )

  it('goes to the next place over cells that are filled, and not over empty ones', () => {
    const hand = openTemplate('甲', null, '', null)
    hand.at('甲|')
    expect(tabsToPlace(hand.editor, false)).toBe(true)
    hand.at('第2项|')
    expect(tabsToPlace(hand.editor, true)).toBe(false)
    hand.at('第3项|')
    expect(tabsToPlace(hand.editor, false)).toBe(false)
    hand.at('第4项|')
    expect(tabsToPlace(hand.editor, false)).toBe(true)
  })

  it('passes over the empty roles of a roster: they are those of the row above', () => {
    const name = () => ({ ...makeCell(''), children: [makeParagraph([leaf(''), makePlace('姓名'), leaf('')])] })
    const roster: Table = { ...makeTable([makeRow([makeCell('成员'), name(), makeCell('县水利局局长')]), makeRow([makeCell(''), name(), makeCell('县财政局局长')])]), look: 'roster' }
    const hand = openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', '关于成立领导小组的通知'), makeBody([roster])]))
    hand.at('县水利局局长|')
    expect(tabsToPlace(hand.editor, false)).toBe(true)
    hand.at('县财政局局长|')
    expect(tabsToPlace(hand.editor, true)).toBe(true)
  })

  it('makes no row in the last cell while anything is left to fill in', async () => {
    const hand = openTemplate('甲', '乙')
    hand.at('乙|')
    expect(tabsToPlace(hand.editor, false)).toBe(true)
    hand.session.nextPlace()
    await hand.type('防汛')
    hand.at('乙|')
    expect(tabsToPlace(hand.editor, false)).toBe(false)
  })
})

describe('columns of long text', () => {
  const SENTENCE = '各乡镇要在五月底前完成排查，逐项登记，发现问题当日上报。'
  it.each([
    ['none where all rows stand on one line', [['序号', '乡镇', '数量'], ['1', '青石镇', '20'], ['2', '柳溪乡人民政府', '15']], []],
    ['the one that wraps', [['序号', '任务', '单位'], ['1', SENTENCE, '县水利局'], ['2', '值班', '县应急管理局']], [2]],
    ['not one whose header alone is long', [['序号', SENTENCE, '单位'], ['1', '是', '县水利局']], []],
  ])('%s', (_, rows, expected) => {
    const { editor } = openHand(
      makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([makeTable(rows.map((row) => makeRow(row.map((cell) => makeCell(cell)))), { headerRows: 1 })])]),
    )
    const table = tableAt(editor, [1, 0, 0])?.[0]
    expect(table && longColumns(table)).toEqual(expected)
  })
})
