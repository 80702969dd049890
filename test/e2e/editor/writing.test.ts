/** Writing as people are used to from Word: numbers typed by hand, the clipboard of other programs, input methods. */
import type { Page } from '@playwright/test'
import type { Block } from '../../../shared/document/types.ts'
import { blocksOf, findPart, textOf } from '../../../shared/document/text.ts'
import { expect, test, type Program } from '../fixtures.ts'
import { copyElsewhere } from '../pages/clipboard.ts'

/** The body of the newest document as it is stored: kind and text of each block. */
async function storedBody(program: Program): Promise<readonly string[]> {
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  const body = findPart(document, 'body')
  const line = (block: Block): string => (block.type === 'table' ? `table ${block.children.length}` : `${block.type === 'heading' ? block.level : block.type} ${textOf(block.children)}`)
  return body ? blocksOf(body).map(line) : []
}

/** What an input method does: the word grows while it is spelled, and is chosen at last. */
async function compose(page: Page, spelled: readonly string[], chosen: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const text of spelled) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: chosen })
}

test('numbers typed by hand, also with an input method, make headings; one undo gives them back as text', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await compose(page, ['yi', '一'], '一')
  await compose(page, ['、'], '、')
  await expect(room.sheet.locator('.is-level-1.is-current')).toHaveAttribute('data-number', '三、')
  await compose(page, ['zong', 'zong ti'], '总体要求')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1.')
  await compose(page, ['he', 'he cha'], '核查')
  await expect(room.sheet.locator('.is-level-3')).toHaveText('核查')
  await expect.poll(async () => (await storedBody(program)).slice(-2)).toEqual(['1 总体要求', '3 核查'])

  await page.keyboard.press('Control+z')
  await expect(room.sheet.locator('.is-current')).toHaveText('1.')
  await expect(room.sheet.locator('.is-level-3')).toHaveCount(0)
})

test('text and tables of other programs come in with their shape', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await copyElsewhere(page, '一、压实责任\r\n　　（一）各乡镇负责。\r\n普通文字。\r\n序号\t乡镇\r\n1\t青石镇\r\n\r\n表后文字。')
  await page.keyboard.press('Control+v')
  await expect(room.sheet.locator('td')).toHaveCount(4)
  await copyElsewhere(page, '柳溪乡\t20\r\n石桥镇\t30\r\n', '<table><tr><td>柳溪乡</td><td>20</td></tr><tr><td>石桥镇</td><td>30</td></tr></table>')
  await room.sheet.locator('td').nth(2).click()
  await page.keyboard.press('Control+v')
  await expect(room.sheet.locator('td')).toHaveText(['序号', '乡镇', '柳溪乡', '20', '石桥镇', '30'])
  await expect.poll(async () => (await storedBody(program)).slice(-5)).toEqual(['1 压实责任', '2 各乡镇负责。', 'paragraph 普通文字。', 'table 3', 'paragraph 表后文字。'])
})

test('everything cut and pasted is the document again', async ({ room, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await room.begin('通知·部署')
  await room.fillPlaces((at) => `填${at + 1}`)
  const whole = await room.sheet.innerText()
  await room.sheet.getByText('现就有关').click()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+x')
  await expect(room.sheet).not.toContainText('现就有关')
  await page.keyboard.press('Control+v')
  await expect(room.sheet).toContainText('现就有关')
  expect(await room.sheet.innerText()).toBe(whole)
})

test('a date typed in the sheet is written in its one form, and does not keep the draft from being signed', async ({ room, page }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.locator('.is-signatureDate').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('2024-5-8')
  await page.keyboard.press('Control+Alt+s')
  await expect(room.dialog).toContainText('成文日期 2024年5月8日')
  await page.keyboard.press('Enter')
  await expect(room.dialog.getByRole('alert')).toContainText('请填签发人')
})
