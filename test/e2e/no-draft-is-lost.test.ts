/** Nothing older than a second is ever lost: a power cut, two windows, a change of mind. */
import { expect, test } from './fixtures.ts'

test('two seconds after typing the service is killed; at the next start the text is there', async ({ room, page, program }) => {
  program.expectFaults('Failed to load resource', 'net::')
  await room.begin('函')
  await room.places.first().click()
  await page.keyboard.insertText('停电之前写下的话')
  // Two seconds of a person's time pass, as the promise says; the page must not have needed more.
  await room.saved()
  await program.restart('SIGKILL')
  await program.open()
  await expect(room.sheet).toContainText('停电之前写下的话')
})

test('a service that comes back gets what was typed meanwhile', async ({ room, page, program, context }) => {
  program.expectFaults('Failed to load resource', 'net::')
  await room.begin('函')
  await program.restartInPlace(async () => {
    await room.places.first().click()
    await page.keyboard.insertText('断开时写下的话')
    await expect(page.getByText('与本机服务的连接断了').first()).toBeVisible()
  })
  // The new service has a new token: this page is refused until its browser has opened the new address, and keeps its text.
  await expect(page.getByText('请从启动它的窗口打开新地址')).toBeVisible()
  await expect(room.sheet).toContainText('断开时写下的话')
  const other = await context.newPage()
  await other.goto((await program.server()).address)
  await room.saved()
  const [summary] = await program.call('documents.list', {})
  const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
  expect(JSON.stringify(document)).toContain('断开时写下的话')
})

test('two windows on one draft: the later one is asked, and both texts stay', async ({ room, page, program, context }) => {
  await room.begin('函')
  await room.places.first().click()
  await page.keyboard.insertText('甲窗口')
  await room.saved()
  const [summary] = await program.call('documents.list', {})
  const record = await program.call('documents.get', { id: summary?.id ?? '' })
  const other = await context.newPage()
  await other.goto((await program.server()).origin)
  await expect(other.getByRole('textbox', { name: '文稿正文' })).toContainText('甲窗口')

  await other.locator('.place').first().click()
  await other.keyboard.insertText('乙窗口')
  await expect(other.getByRole('contentinfo')).toContainText('已自动存')
  await expect(page.getByText('这份文稿在别处改过')).toBeVisible()
  await room.places.first().click()
  await page.keyboard.insertText('甲再写')
  await expect(page.getByRole('alertdialog')).toContainText('没有存上')
  await page.getByRole('button', { name: '另存为第二稿' }).click()
  await expect(room.sheet).toContainText('甲再写')

  const list = await program.call('documents.list', {})
  const texts = await Promise.all(list.slice(0, 2).map((one) => program.call('documents.get', { id: one.id })))
  expect(texts.map((one) => JSON.stringify(one.document)).join()).toMatch(/(?=.*乙窗口)(?=.*甲再写)/)
  expect(list.map((one) => one.id)).toContain(record.id)
})

test('undo takes back text and form in one line; a discarded draft is taken back', async ({ room, page }) => {
  await room.begin('通告')
  const title = await room.sheet.innerText()
  await page.locator('[data-field="title"]').fill('关于封闭施工的通告')
  await expect(room.sheet).toContainText('关于封闭施工的通告')
  await room.sheet.getByText('关于封闭施工的通告').click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('（试行）')
  await expect(page.locator('[data-field="title"]')).toHaveValue('关于封闭施工的通告（试行）')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(await room.sheet.innerText()).toBe(title)
  await page.keyboard.press('Control+y')
  await expect(page.locator('[data-field="title"]')).toHaveValue('关于封闭施工的通告')

  await room.choose('文件', '移到废稿')
  await expect(room.documents.filter({ hasText: '封闭施工' })).toHaveCount(0)
  await page.getByRole('button', { name: /^废稿/ }).click()
  await room.show('封闭施工')
  await expect(room.sheet).toContainText('关于封闭施工的通告')
})
