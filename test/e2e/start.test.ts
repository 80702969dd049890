import { existsSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

test('first start writes nothing until a choice is made; the sample lists its notices', async ({ page, program, firstStart }) => {
  await expect(firstStart.newLibrary).toBeChecked()
  await firstStart.sample.click()
  expect(existsSync(program.library)).toBe(false)

  await firstStart.openSample.click()
  const documents = page.getByRole('listbox', { name: '文稿' }).getByRole('option')
  await expect(documents).toHaveCount(12)
  await expect(documents.filter({ hasText: /〔\d{4}〕\d+号/ })).toHaveCount(10)
  await expect(documents.filter({ hasText: '拟稿' })).toHaveCount(2)
})

test('an own library is made with three fields and Enter', async ({ program, firstStart, page }) => {
  await firstStart.office.fill('河湾县人民政府办公室')
  await firstStart.codes.fill('河政办发')
  await firstStart.codes.press('Enter')
  await firstStart.user.fill('林秋')
  await firstStart.user.press('Enter')
  await expect(page.getByText('还没有一份公文')).toBeVisible()
  const status = await program.call('library.status', {})
  expect(status).toMatchObject({ kind: 'open', profile: { office: '河湾县人民政府办公室', user: '林秋', gazetteName: '河湾县人民政府公报' } })
  expect(await program.call('register.series', { year: 2024 })).toMatchObject([{ code: '河政办发', used: 0, next: 1 }])
})

test('what is missing gets the keyboard, and what was typed stays while the other choice is looked at', async ({ firstStart, page }) => {
  await firstStart.create.click()
  await expect(firstStart.office).toBeFocused()
  await expect(page.getByText('请填使用人姓名')).toBeVisible()
  await firstStart.office.fill('河湾县水利局')
  await firstStart.newLibrary.focus()
  await page.keyboard.press('ArrowDown')
  await expect(firstStart.openSample).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(firstStart.newLibrary).toBeFocused()
  await expect(firstStart.office).toHaveValue('河湾县水利局')
})

test('the address is good for one browser only', async ({ program, firstStart, browser }) => {
  await expect(firstStart.newLibrary).toBeVisible()
  const other = await browser.newContext()
  const response = await (await other.newPage()).goto((await program.server()).address)
  expect(response?.status()).toBe(401)
  await other.close()
})
