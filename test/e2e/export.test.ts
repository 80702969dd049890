/** 导出 and 打印: which layout, which kind of file, and what is said of it afterwards. */
import { readFile } from 'node:fs/promises'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import { expect, test } from './fixtures.ts'

const config = measuringFontconfig()
if (config !== undefined) process.env.FONTCONFIG_FILE = config
test.skip(config === undefined && process.env.CI !== 'true', FONTS_HINT)

test('either layout, as Word file or PDF; what was taken last is offered again', async ({ room, page }) => {
  await room.show('关于做好2024年防汛备汛工作的通知')
  await page.keyboard.press('Control+e')
  await room.dialogStands()
  await room.dialog.getByLabel('公报版式').check()
  await room.dialog.getByLabel('PDF').check()
  const [first] = await Promise.all([page.waitForEvent('download'), room.dialog.getByRole('button', { name: '导出' }).click()])
  expect(first.suggestedFilename()).toMatch(/^河政办发〔2024〕\d+号 .*\.pdf$/)
  expect((await readFile(await first.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByText(/已核对：\d+ 页，双栏，每栏 20 字 × 33 行。替代字体：/)).toBeVisible()

  await page.keyboard.press('Control+e')
  await expect(room.dialog.getByLabel('公报版式')).toBeFocused()
  await expect(room.dialog.getByLabel('PDF')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(room.dialog).toHaveCount(0)
})

test('打印 shows the PDF in a page of its own', async ({ room, page }) => {
  await room.show('关于做好2024年防汛备汛工作的通知')
  const answered = page.context().waitForEvent('response', (response) => response.url().includes('/download/'))
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Control+p')
  const headers = (await answered).headers()
  expect(headers['content-type']).toBe('application/pdf')
  expect(headers['content-disposition']).toMatch(/^inline; .*\.pdf$/)
  await expect(page.getByText('请在打开的页面里打印')).toBeVisible()
  await (await opened).close()
})
