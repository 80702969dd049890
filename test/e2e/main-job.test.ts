/** The main job: from a template to a numbered notice in Word, by mouse and by keyboard alone. */
import { expect, test } from './fixtures.ts'
import { wordText } from './word-text.ts'

test('from a template to a downloaded Word file, by mouse', async ({ room, page, program }) => {
  await room.begin('通知·部署')
  await expect(room.places.first()).toBeVisible()
  await expect(room.primaryAct).toHaveAttribute('aria-disabled', 'true')

  await room.places.first().click()
  await page.keyboard.insertText('2024年秋粮收购')
  await expect(room.sheet).toContainText('关于做好2024年秋粮收购工作的通知')
  const typed = await room.fillPlaces((at) => `第${at + 1}处填好的内容`)
  await room.saved()

  await room.primaryAct.click()
  await room.dialog.getByLabel('签发人').fill('县长 周明远')
  await room.dialog.getByRole('button', { name: '签发' }).click()
  await expect(room.statusBar).toContainText('已签发')

  await room.primaryAct.click()
  await room.dialog.getByRole('combobox', { name: '文号系列' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '河政办发' }).click()
  await room.dialog.getByLabel('年份').fill('2024')
  await room.dialog.getByLabel('年份').press('Tab')
  const before = await program.call('register.series', { year: 2024 })
  const next = before.find((one) => one.code === '河政办发')?.next ?? 0
  await expect(room.dialog.locator('b')).toHaveText(String(next))
  await room.dialog.getByRole('button', { name: `取 ${next} 号` }).click()
  const number = `河政办发〔2024〕${next}号`
  await expect(room.statusBar).toContainText(number)
  await expect(room.sheet).toContainText(number)

  await room.primaryAct.click()
  await expect(room.dialog.getByLabel('公文版式')).toBeChecked()
  await room.dialogStands()
  const [download] = await Promise.all([page.waitForEvent('download'), room.dialog.getByRole('button', { name: '导出' }).click()])
  expect(download.suggestedFilename()).toBe(`${number} 关于做好2024年秋粮收购工作的通知.docx`)
  const text = await wordText(download)
  for (const one of ['河湾县人民政府办公室', '关于做好2024年秋粮收购工作的通知', number, ...typed]) expect(text).toContain(one)
  await expect(page.getByText(/已导出/)).toBeVisible()
  await expect(page.getByText(/已核对：\d+ 页，28 字 × 22 行/)).toBeVisible()
})

test('the same by keyboard alone', async ({ room, page }) => {
  const { keyboard } = page
  await keyboard.press('Alt+n')
  await expect(room.dialog.getByRole('button', { name: '通知·印发' })).toBeFocused()
  for (let right = 0; right < 3; right += 1) await keyboard.press('ArrowRight')
  await expect(room.dialog.getByRole('button', { name: '任免' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(room.sheet).toBeFocused()

  const typed = await room.fillPlaces((at) => `内容${at + 1}`)
  await expect(room.statusBar).not.toContainText('未填')
  await keyboard.press('Control+Alt+s')
  await expect(room.dialog.getByLabel('签发人')).toBeFocused()
  await keyboard.type('主任 田野')
  await keyboard.press('Enter')
  await expect(room.statusBar).toContainText('已签发')
  await expect(room.dialog).toHaveCount(0)

  await keyboard.press('Control+Alt+b')
  const take = room.dialog.getByRole('button', { name: /^取 \d+ 号$/ })
  await expect(take).toBeFocused()
  await keyboard.press('Escape')
  await expect(room.dialog).toHaveCount(0)
  // Enter that is still held takes no number.
  const taken: string[] = []
  page.on('request', (request) => request.url().endsWith('/api/register.allocate') && taken.push(request.url()))
  await room.primaryAct.focus()
  await keyboard.down('Enter')
  await expect(take).toBeFocused()
  for (let held = 0; held < 3; held += 1) await keyboard.down('Enter')
  await keyboard.up('Enter')
  await expect(take).toBeFocused()
  expect(taken).toEqual([])
  await keyboard.press('Enter')
  await expect(room.statusBar).toContainText(/已编号/)
  await expect(room.dialog).toHaveCount(0)

  await keyboard.press('Control+e')
  await expect(room.dialog.getByLabel('公文版式')).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  const text = await wordText(download)
  for (const one of typed) expect(text).toContain(one)
})

test('what is written has its shape: headings number themselves, a table and an attachment come in', async ({ room, page, program }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await page.keyboard.press('Control+Alt+1')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('另起一段')
  await room.attach('空白附件')
  await page.keyboard.insertText('核查表')
  await expect(room.sheet).toContainText('附件')
  await page.getByRole('button', { name: '插入表格' }).click()
  await page.keyboard.insertText('序号')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('事项')
  await room.saved()
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  const attachment = document.parts.find((part) => part.type === 'attachment')
  expect(JSON.stringify(attachment)).toContain('核查表')
  expect(JSON.stringify(attachment)).toMatch(/"type":"table".*序号.*事项/)
})
