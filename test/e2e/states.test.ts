/** The way of a document: what each state allows and forbids, in the interface and behind it, and what exactly was sent and printed. */
import type { DocumentRecord } from '../../shared/api/types.ts'
import type { DraftRoom } from './pages/draft-room.ts'
import { expect, test, type Program } from './fixtures.ts'

/** The 文件 menu says of an act why it cannot be done. */
async function expectRefused(room: DraftRoom, item: string, why: string | RegExp): Promise<void> {
  const { page } = room
  await page.getByRole('button', { name: '文件', exact: true }).click()
  await expect(page.getByRole('menuitem').and(page.locator(':focus'))).toHaveCount(1)
  const line = page.getByRole('menuitem', { name: item })
  await expect(line).toHaveAttribute('aria-disabled', 'true')
  await expect(line).toHaveAttribute('title', why)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
}

test('送审, corrected, 退回 with an opinion, sent again, 撤回 from the toast', async ({ room, page, program }) => {
  await room.begin('函')
  // What is not complete can be sent by the menu, which says what lacks.
  await room.choose('文件', /^送审…/)
  await expect(room.dialog.getByRole('list', { name: '请看一下' })).toContainText('待填')
  await expect(room.dialog.getByLabel('送给')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(room.dialog).toHaveCount(0)
  await room.sheet.locator('.line').last().click()
  await room.fillPlaces((at) => `填${at + 1}`)
  await expectRefused(room, '核稿通过…', /“拟稿”，不能核稿通过/)
  await room.step('送审', { 送给: '陈望秋', 说明: '请核数字' })
  await expect(room.statusBar).toContainText('送审中')
  await expect(room.statusBar).not.toContainText('送审后有改动')
  await expectRefused(room, '移到废稿', '只有拟稿可以移到废稿')

  // Whoever reviews may correct; it is seen that the text is no longer what was sent.
  await room.sheet.getByText('填1').first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('（已改）')
  await room.saved()
  await expect(room.statusBar).toContainText('送审后有改动')

  await room.choose('文件', '退回…')
  await room.dialogStands()
  const send = room.dialog.getByRole('button', { name: '退回', exact: true })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await room.dialog.getByLabel('退回意见').fill('第二段数字请核')
  await send.click()
  await expect(room.statusBar).toContainText('拟稿')
  await page.getByRole('tab', { name: /^经过/ }).click()
  const history = page.getByRole('list', { name: '经过' }).getByRole('listitem')
  await expect(history.first()).toContainText('退回')
  await expect(history.first()).toContainText('第二段数字请核')
  await expect(history.nth(1)).toContainText('送 陈望秋；请核数字')

  // The way back is offered for some seconds: it is looked for before it comes, and not found among those of before.
  const back = page.locator('.toast').getByRole('button', { name: '撤回' })
  await expect(back).toHaveCount(0)
  await Promise.all([back.click(), room.step('送审', { 送给: '邵一帆' })])
  await expect(room.primaryAct).toHaveText('送审')
  const [summary] = await program.call('documents.list', {})
  expect(await program.call('documents.get', { id: summary?.id ?? '' })).toMatchObject({ state: 'draft', handler: '' })
})

test('after 核稿 nothing is typed any more; what went to the printer is one click, and the service refuses what the menu does', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.step('送审', { 送给: '陈望秋' })
  await room.step('核稿通过', { 核稿意见: '同意' })
  await expect(room.statusBar).toContainText('文字已锁定')
  const words = await room.sheet.textContent()
  await room.sheet.locator('.is-title').click()
  await page.keyboard.press('x')
  await expect(page.locator('.toast').last()).toHaveText('本稿已核稿，文字不能改；要修改，请先退回')
  expect(await room.sheet.textContent()).toBe(words)
  await expectRefused(room, '撤回送审', /“已核稿”，不能撤回/)

  await room.step('签发', { 签发人: '县长 周明远' })
  await room.primaryAct.click()
  await room.dialogStands()
  await room.dialog.getByRole('button', { name: /^取 \d+ 号$/ }).click()
  await expect(room.statusBar).toContainText('已编号')
  await expectRefused(room, '退回…', /“已编号”，不能退回/)

  await room.primaryAct.click()
  await room.dialogStands()
  await Promise.all([page.waitForEvent('download'), room.dialog.getByRole('button', { name: '导出' }).click()])
  await room.step('印发', { 份数: '85' })
  await expect(room.statusBar).toContainText('已印发')

  const [summary] = await program.call('documents.list', {})
  const id = summary?.id ?? ''
  const record = await program.call('documents.get', { id })
  expect(record.history.map(({ what }) => what)).toEqual(['created', 'submitted', 'approved', 'signed', 'numbered', 'exported', 'printed'])
  for (const refused of forbidden(record)) await expect(refused(program)).rejects.toThrow()
  expect(await program.call('documents.get', { id })).toEqual(record)

  await page.getByRole('tab', { name: /^经过/ }).click()
  await page.getByRole('button', { name: '看印发时的文字' }).click()
  const bar = page.getByRole('status').filter({ hasText: '印发时的文字' })
  await expect(bar).toContainText('与现在的文字相同')
  await expect(room.sheet).toContainText(summary?.documentNumber ?? '?')
  await expectRefused(room, '归档…', /先返回本稿/)
  // What was sent was another text: without a number, and so says the version.
  await page.getByRole('button', { name: '看送审时的文字' }).click()
  await expect(page.getByRole('status').filter({ hasText: '送审时的文字' })).toBeVisible()
  await expect(room.sheet).not.toContainText(summary?.documentNumber ?? '?')
  await page.getByRole('button', { name: '返回本稿' }).click()
  await expect(room.sheet).toContainText(summary?.documentNumber ?? '?')

  await room.step('归档', { 归卷: '2026年永久卷3' })
  await expect(room.statusBar).toContainText('已归档')
})

/** What a printed document is not given to: by no way that reaches the services. */
function forbidden({ id, revision, document }: DocumentRecord) {
  return [
    (program: Program) => program.call('documents.save', { id, revision, document }),
    (program: Program) => program.call('documents.discard', { id }),
    (program: Program) => program.call('documents.sign', { id, signer: '县长 周明远' }),
    (program: Program) => program.call('documents.act', { id, act: 'return', opinion: '再改' }),
    (program: Program) => program.call('documents.act', { id, act: 'submit', opinion: '', handler: '陈望秋' }),
    (program: Program) => program.call('documents.act', { id, act: 'print', opinion: '', copies: 1 }),
    (program: Program) => program.call('documents.act', { id, act: 'archive', opinion: '' }),
    (program: Program) => program.call('documents.act', { id, act: 'void', opinion: '' }),
  ]
}

test('a wrong number is corrected with a reason; a voided document keeps its number in the book', async ({ room, page, program }) => {
  await room.show('2024年防汛备汛')
  await room.choose('文件', '更正文号…')
  await room.dialogStands()
  const reason = room.dialog.getByLabel('更正原因')
  await expect(reason).toBeFocused()
  await expect(room.dialog.locator('.number-line')).toContainText('河政办发')
  const change = room.dialog.getByRole('button', { name: /^改用 \d+ 号$/ })
  await expect(change).toHaveAttribute('aria-disabled', 'true')
  await reason.fill('年份取错')
  await change.click()
  await expect(room.dialog).toHaveCount(0)
  const { document } = await program.call('documents.get', { id: (await program.call('documents.list', {})).find(({ title }) => title.includes('2024年防汛备汛'))?.id ?? '' })
  const number = document.header.documentNumber ?? ''
  await expect(room.statusBar).toContainText(number)
  await page.getByRole('tab', { name: /^经过/ }).click()
  await expect(page.getByRole('list', { name: '经过' }).getByRole('listitem').first()).toContainText('更正文号')

  await room.choose('文件', '作废…')
  await room.dialogStands()
  await room.dialog.getByLabel('作废原因').fill('并入另一份文件')
  await room.dialog.getByRole('button', { name: '作废', exact: true }).click()
  await expect(room.statusBar).toContainText('已作废')
  await expect(room.statusBar).toContainText(number)
  await expectRefused(room, '印发…', /“已作废”，不能印发/)
})
