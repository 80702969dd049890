/** Pasting from office programs and web pages, with the browser's clipboard and the browser's parser. */
import type { Page } from '@playwright/test'
import { blocksOf, findPart } from '../../../shared/document/text.ts'
import { clipboardHtml, outlineOf, PASTES } from '../../support/clipboard.ts'
import { expect, test, type Program } from '../fixtures.ts'
import { copyElsewhere } from '../pages/clipboard.ts'
import type { DraftRoom } from '../pages/draft-room.ts'

/** The blocks of the newest document's body, as stored. */
async function storedBody(program: Program): Promise<readonly string[]> {
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  const body = findPart(document, 'body')
  return body ? blocksOf(body).map(outlineOf) : []
}

/** A letter without headings, the caret on an empty line of its body. */
async function onEmptyLine(room: DraftRoom, page: Page): Promise<void> {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.locator('.is-heading').last().click()
  while ((await room.sheet.locator('.is-heading').count()) > 0) {
    await room.sheet.locator('.is-heading').last().click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
  }
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
}

test('what other programs copy comes in as it shows, each in one step', async ({ room, page, program }) => {
  await onEmptyLine(room, page)
  await room.saved()
  const before = await storedBody(program)
  for (const { name, blocks, note } of PASTES) {
    await copyElsewhere(page, '只有文字', clipboardHtml(name))
    await page.keyboard.press('Control+v')
    await expect.poll(async () => (await storedBody(program)).slice(before.length - 1, before.length - 1 + blocks.length), name).toEqual(blocks)
    if (note !== '') await expect(page.locator('.toast', { hasText: note }).last(), name).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(() => storedBody(program), name).toEqual(before)
  }
})

test('Ctrl+Shift+V pastes text as it is, and the next Ctrl+V reads again', async ({ room, page, program }) => {
  await onEmptyLine(room, page)
  await copyElsewhere(page, '一、压实责任\r\n序号\t乡镇\r\n1\t青石镇', '<p>一、压实责任</p><table><tr><td>序号</td><td>乡镇</td></tr><tr><td>1</td><td>青石镇</td></tr></table>')
  await page.keyboard.press('Control+Shift+v')
  await expect.poll(async () => (await storedBody(program)).slice(-3)).toEqual(['段 一、压实责任', '段 序号\t乡镇', '段 1\t青石镇'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await storedBody(program)).slice(-3)).toEqual(['1级 压实责任', '表1头 序号|乡镇/1|青石镇', '段 '])
})

test('cells of a spreadsheet fill the cells of a table', async ({ room, page }) => {
  await onEmptyLine(room, page)
  await page.getByRole('button', { name: '插入表格' }).click()
  await room.sheet.locator('td').first().click()
  await copyElsewhere(page, '云岭乡\t20\r\n', '<table><col width=72 span=2><tr><td class=xl65>云岭乡</td><td align=right x:num>20</td></tr></table>')
  await page.keyboard.press('Control+v')
  await expect(room.sheet.locator('td').nth(0)).toHaveText('云岭乡')
  await expect(room.sheet.locator('td').nth(1)).toHaveText('20')
  await expect(room.sheet.locator('table')).toHaveCount(1)
})

test('what was copied here comes in as it was, with its HTML beside', async ({ room, page, program }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await onEmptyLine(room, page)
  await page.keyboard.type('一、要求')
  await page.keyboard.press('Enter')
  await page.keyboard.type('按时办理。')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+c')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+End')
  await room.sheet.getByText('按时办理。').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await storedBody(program)).slice(-4)).toEqual(['1级 要求', '段 按时办理。', '1级 要求', '段 按时办理。'])
})
