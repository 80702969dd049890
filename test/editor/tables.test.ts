/** Rows and columns, against a grid that is written down as letters: each letter is one cell. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canChangeTable, changeTable, moveByCell, tabsToPlace, type TableAct } from '../../renderer/editor/acts/tables.ts'
import { gridOf } from '../../renderer/editor/table/grid.ts'
import { longColumns } from '../../renderer/editor/table/long-columns.ts'
import { tableAt } from '../../renderer/editor/sheet/find.ts'
import { makeBody, makeCell, makeDocument, makeLine, makeParagraph, makePlace, makeRow, makeTable } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { openHand, turn, type Hand } from './hand.ts'

/** A table drawn as rows of letters; a letter that repeats is one cell that spans. */
function open(...drawn: readonly string[]): Hand {
  const rows = drawn.map((line, row) => {
    const cells = Array.from(line).flatMap((letter, column) => {
      const isFirst = line.indexOf(letter) === column && !drawn.slice(0, row).some((above) => above.includes(letter))
      if (!isFirst) return []
      const colSpan = Array.from(line).filter((one) => one === letter).length
      const rowSpan = drawn.filter((one) => one.includes(letter)).length
      return [makeCell(letter, { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) })]
    })
    return makeRow(cells)
  })
  return openHand(makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([makeTable(rows)])]))
}

/** The same drawing back; new cells are ".". */
function draw({ editor }: Hand): readonly string[] {
  const table = tableAt(editor, [1, 0, 0])
  if (!table) return []
  const grid = gridOf(table[0])
  const lines = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => ' '))
  for (const { cell, row, column, rowSpan, colSpan } of grid.cells) {
    const letter = /"text":"(.)"/.exec(JSON.stringify(cell))?.[1] ?? '.'
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) lines[r]![c] = letter
  }
  return lines.map((line) => line.join(''))
}

async function act(hand: Hand, at: string, what: TableAct): Promise<void> {
  hand.at(`|${at}`)
  changeTable(hand.editor, what)
  await turn()
}

describe('acts on a table', () => {
  it.each<[TableAct, string, readonly string[], readonly string[]]>([
    ['addRow', 'a', ['ab', 'cd'], ['ab', '..', 'cd']],
    ['addRow', 'd', ['ab', 'cd'], ['ab', 'cd', '..']],
    ['addRow', 'b', ['ab', 'ac'], ['ab', 'a.', 'ac']],
    ['addColumn', 'a', ['ab', 'cd'], ['a.b', 'c.d']],
    ['addColumn', 'c', ['aa', 'cd'], ['aaa', 'c.d']],
    ['addColumn', 'a', ['ab', 'ac'], ['a.b', 'a.c']],
    ['removeRow', 'c', ['ab', 'cd'], ['ab']],
    ['removeRow', 'c', ['ab', 'ac', 'ad'], ['ab', 'ad']],
    ['removeColumn', 'b', ['ab', 'cd'], ['a', 'c']],
    ['removeColumn', 'd', ['aa', 'cd'], ['a', 'c']],
    ['removeColumn', 'a', ['ab', 'ac'], ['b', 'c']],
  ])('%s at %s', async (what, at, before, after) => {
    const hand = open(...before)
    await act(hand, at, what)
    expect(draw(hand)).toEqual(after)
    expect(parseDocument(hand.session.document())).toEqual(hand.session.document())
    hand.session.undo()
    expect(draw(hand)).toEqual(before)
  })

  it('are refused with a reason where a span is in the way, or nothing would be left', () => {
    const reason = (what: TableAct, at: string, ...drawn: string[]) => {
      const hand = open(...drawn)
      hand.at(`|${at}`)
      return canChangeTable(hand.editor, what)
    }
    expect(reason('removeRow', 'b', 'ab', 'ac')).toMatch('跨行')
    expect(reason('removeRow', 'a', 'ab')).toMatch('删表格')
    expect(reason('removeColumn', 'a', 'a', 'b')).toMatch('删表格')
    expect(reason('removeRow', 'c', 'ab', 'ac')).toBe(true)
  })

  it('keep the header rows what they are', async () => {
    const hand = open('ab', 'cd')
    await act(hand, 'a', 'removeRow')
    expect(hand.session.document().parts[1]).toMatchObject({ children: [{ headerRows: 0 }] })
    hand.session.undo()
    await act(hand, 'a', 'addRow')
    expect(hand.session.document().parts[1]).toMatchObject({ children: [{ headerRows: 1 }] })
  })

  it('take the table away and leave a line to write on', async () => {
    const hand = open('ab', 'cd')
    await act(hand, 'a', 'removeTable')
    expect(hand.page()).toEqual(['', '|'])
  })

  it('leave a full grid whatever their order', async () => {
    const acts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'e', 'g'), fc.constantFrom<TableAct>('addRow', 'removeRow', 'addColumn', 'removeColumn')), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const hand = open('aab', 'cdb', 'eff', 'ghi')
        for (const [at, what] of list) {
          if (!hand.page().includes(at)) continue
          await act(hand, at, what)
          expect(draw(hand).join('')).not.toContain(' ')
          expect(new Set(draw(hand).map((line) => line.length)).size).toBe(1)
          parseDocument(hand.session.document())
        }
      }),
    )
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
