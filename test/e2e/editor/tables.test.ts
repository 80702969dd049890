/** Tables as people are used to from Word: cells chosen, merged and split, rows and columns, widths by the border, by mouse and by keyboard. */
import type { Locator, Page } from '@playwright/test'
import { blocksOf, findPart, textOf } from '../../../shared/document/text.ts'
import type { Table } from '../../../shared/document/types.ts'
import type { DraftRoom } from '../pages/draft-room.ts'
import { expect, test, type Program } from '../fixtures.ts'

/** The first table of the newest document as it is stored. */
async function storedTable(program: Program): Promise<Table | undefined> {
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  const body = findPart(document, 'body')
  return body && blocksOf(body).find((block): block is Table => block.type === 'table')
}

/** Rows of cells: the text, the paragraphs with "/" between, and what a cell spans. */
async function drawn(program: Program): Promise<readonly string[]> {
  const table = await storedTable(program)
  const span = (rows = 1, columns = 1): string => (rows * columns > 1 ? `[${rows}×${columns}]` : '')
  return (table?.children ?? []).map((row) => row.children.map((cell) => cell.children.map((line) => textOf(line.children)).join('/') + span(cell.rowSpan, cell.colSpan)).join(' '))
}

/** A document with a table of 4 × 4 whose first cells are filled; the caret is in the last that was. */
async function withTable(room: DraftRoom, page: Page, texts: readonly string[]): Promise<void> {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: '插入表格' }).click()
  for (const [at, text] of texts.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.insertText(text)
  }
}

const NAMES = ['乡镇', '村', '户数', '备注', '青石镇', '东湾村', '12', '已核', '云岭乡', '西湾村', '8', '待核', '柳溪乡', '上溪村', '5', '已核']

function cell(room: DraftRoom, at: number): Locator {
  return room.sheet.locator('td:visible').nth(at)
}

/** Drags from one cell to another, beside the middle, where a character stands. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('not in sight')
  await page.mouse.move(a.x + a.width / 2 + 5, a.y + a.height / 2)
  await page.mouse.down()
  // Nobody drags on before the caret stands where the button was pressed.
  await expect.poll(() => from.evaluate((td) => td.contains(td.ownerDocument.getSelection()?.anchorNode ?? null))).toBe(true)
  await page.mouse.move(b.x + b.width / 2 + 5, b.y + b.height / 2, { steps: 6 })
  await page.mouse.up()
}

async function choose(page: Page, menu: string, act: string): Promise<void> {
  await page.getByRole('toolbar', { name: /^表格/ }).getByRole('button', { name: menu }).click()
  // A menu takes the keyboard when it has opened; nobody chooses before that.
  await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toHaveCount(1)
  await page.getByRole('menuitem', { name: act }).click()
  await expect(page.getByRole('menuitem')).toHaveCount(0)
}

test('by mouse: cells chosen by dragging are merged and split; caption, unit, widths; all of it is undone', async ({ room, page, program }) => {
  await withTable(room, page, NAMES)
  await drag(page, cell(room, 4), cell(room, 9))
  await expect(room.sheet.locator('td.is-chosen')).toHaveText(['青石镇', '东湾村', '云岭乡', '西湾村'])
  await choose(page, '单元格', '合并单元格')
  await expect.poll(() => drawn(program)).toEqual(['乡镇 村 户数 备注', '青石镇/东湾村/云岭乡/西湾村[2×2] 12 已核', '8 待核', '柳溪乡 上溪村 5 已核'])
  await choose(page, '单元格', '拆分单元格')
  await expect.poll(() => drawn(program)).toEqual(['乡镇 村 户数 备注', '青石镇/东湾村/云岭乡/西湾村  12 已核', '  8 待核', '柳溪乡 上溪村 5 已核'])

  await choose(page, '整表', '表题和单位')
  await page.keyboard.type('核查情况表')
  await page.getByLabel('单位', { exact: true }).fill('单位：户')
  await page.keyboard.press('Enter')
  await choose(page, '整表', '末行是合计')
  await expect.poll(() => storedTable(program)).toMatchObject({ caption: '核查情况表', unit: '单位：户', totalRow: true })

  const border = await cell(room, 0).boundingBox()
  if (!border) throw new Error('not in sight')
  await page.mouse.move(border.x + border.width, border.y + 10)
  await page.mouse.down()
  await page.mouse.move(border.x + border.width + 40, border.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await storedTable(program))?.widths?.length).toBe(4)
  expect((await cell(room, 0).boundingBox())?.width).toBeCloseTo(border.width + 40, -1)
  await page.mouse.dblclick(border.x + border.width + 40, border.y + 10)
  await expect.poll(async () => (await storedTable(program))?.widths).toBeUndefined()

  // Widths off, widths on, total, unit, caption, split, merge.
  for (let times = 0; times < 7; times += 1) await page.keyboard.press('Control+z')
  await expect.poll(() => drawn(program)).toEqual(['乡镇 村 户数 备注', '青石镇 东湾村 12 已核', '云岭乡 西湾村 8 待核', '柳溪乡 上溪村 5 已核'])
})

test('by keyboard: arrows go by the grid, with Shift they choose; Delete empties, a menu merges, Tab adds a row', async ({ room, page, program }) => {
  await withTable(room, page, NAMES)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('石桥镇')
  await expect(room.sheet.locator('tr')).toHaveCount(5)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.insertText('甲')
  await expect(cell(room, 8)).toHaveText('云岭乡甲')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(room.sheet.locator('td.is-chosen')).toHaveText(['云岭乡甲', '西湾村', '柳溪乡', '上溪村'])
  await page.keyboard.press('Delete')
  await expect(cell(room, 13)).toHaveText('')
  await expect(room.sheet.locator('td.is-chosen')).toHaveCount(4)

  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: '合并单元格' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(room.sheet).toBeFocused()
  await page.keyboard.insertText('合写')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('两段')
  await expect.poll(() => drawn(program)).toEqual(['乡镇 村 户数 备注', '青石镇 东湾村 12 已核', '合写/两段[2×2] 8 待核', '5 已核', '石桥镇   '])

  // Out of the table below, where the letter goes on.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.insertText('底')
  await expect(cell(room, 13)).toHaveText('石桥镇底')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.insertText('表后')
  await expect(cell(room, 13)).toHaveText('石桥镇底')
  await expect(room.sheet).toContainText('表后')
})
