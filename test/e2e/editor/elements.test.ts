/** 要素 and what the sheet shows of it: fields that only the official document prints, joint organs, rosters, items. */
import { blocksOf, findPart, partText, textOf } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'
import { expect, test, type Program } from '../fixtures.ts'

async function stored(program: Program): Promise<Document> {
  const [summary] = await program.call('documents.list', {})
  return (await program.call('documents.get', { id: summary?.id ?? '' })).document
}

test('a secret report has its copy number, its signers and its distribution in the form, and one undo for all', async ({ room, page, program }) => {
  await room.begin('报告')
  const form = page.locator('[data-document-form]')
  await form.getByRole('combobox', { name: '密级' }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '份号、密级、紧急程度，未填齐' })).toBeVisible()
  await form.getByLabel('份号').fill('000012')
  await form.getByLabel('保密期限').fill('1年')
  await form.getByLabel('签发人').fill('程怀远，苏映雪')
  await form.getByLabel('抄送机关').fill('县委各部门')
  await form.getByLabel('署名').fill('河湾县水利局')
  await form.getByLabel('署名').press('End')
  await form.getByLabel('署名').press('Enter')
  await form.getByLabel('署名').pressSequentially('河湾县财政局')
  await expect(page.getByRole('button', { name: '份号、密级、紧急程度', exact: true })).toBeVisible()
  await expect.poll(async () => (await stored(program)).header).toMatchObject({
    secrecy: { level: '秘密', period: '1年' },
    copyNumber: '000012',
    signers: ['程怀远', '苏映雪'],
    distribution: { copies: '县委各部门' },
  })
  await expect.poll(async () => partText(await stored(program), 'signatureOrgan')).toBe('河湾县水利局\n河湾县财政局')

  // Every field is a step of its own, whatever stands in the sheet.
  await room.sheet.click()
  for (let step = 0; step < 30 && (await form.getByRole('combobox', { name: '密级' }).locator('xpath=ancestor::*[contains(@class,"ant-select")][1]').textContent()) !== '无'; step += 1) await page.keyboard.press('Control+z')
  await expect(form.getByLabel('份号')).toHaveCount(0)
  await expect.poll(async () => Object.keys((await stored(program)).header).sort()).toEqual(['documentNumber', 'genre', 'issuers'])
})

test('a roster is filled by Tab, grows by it, and stands aligned; items count themselves', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('一是')
  await page.keyboard.insertText('摸清底数。')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('分类处置。')
  await expect(room.sheet.locator('.is-item')).toHaveCount(2)
  await expect(room.sheet.locator('.is-item').nth(1)).toHaveAttribute('data-number', '二是')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await room.choose('插入', '名单')
  for (const word of ['苏映雪', '副县长', '贺敏', '县统计局局长', '白景明', '县文化和旅游局局长']) {
    await page.keyboard.insertText(word)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('余帆')
  await expect(room.sheet.locator('.is-roster tr')).toHaveCount(4)
  await expect
    .poll(async () => blocksOf(findPart(await stored(program), 'body')!).flatMap((block) => (block.type === 'table' ? block.children.map((row) => row.children.map((cell) => textOf(cell.children[0]?.children ?? [])).join('|')) : [])))
    .toEqual(['组长|苏映雪|副县长', '副组长|贺敏|县统计局局长', '成员|白景明|县文化和旅游局局长', '|余帆|'])
  // Names of two characters are as wide as those of three, so that posts begin below each other.
  const lefts = await room.sheet.locator('.is-roster tr td:nth-child(3)').evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))
  expect(new Set(lefts).size).toBe(1)
})
