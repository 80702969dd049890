import type { Locator, Page } from '@playwright/test'
import { measuringFontconfig } from '../../../build/measuring-fonts.ts'
import { expect, test } from '../fixtures.ts'

const config = measuringFontconfig()
test.skip(config === undefined, 'without the measuring fonts no machine has the same')
// The servers of this file look for fonts where this says.
if (config !== undefined) process.env.FONTCONFIG_FILE = config

const row = (dialog: Locator, slot: string): Locator => dialog.getByRole('listitem').filter({ has: dialog.page().getByLabel(`${slot}的字体`) })

async function openFromList(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').or(page.getByRole('textbox')).and(page.locator(':focus')).fill('字体')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '字体设置' })
  await expect(row(dialog, '小标宋')).toBeVisible()
  return dialog
}

test('the office sets a family: what is installed is said, shown and kept, and the default comes back', async ({ page, program, room }) => {
  await expect(room.sheet).toBeVisible()
  const dialog = await openFromList(page)
  await expect(row(dialog, '楷体')).toContainText('替代字体：FandolKai')
  await expect(dialog).toContainText('没有楷体_GB2312：版面用FandolKai代替，发到装有这种字体的机器上，二级标题的断行可能不同')

  const field = dialog.getByLabel('楷体的字体')
  await field.fill('fandolk')
  await page.locator('.ant-select-dropdown').locator('.ant-select-item-option-content').getByText('FandolKai', { exact: true }).click()
  await expect(field).toHaveValue('FandolKai')
  await expect(row(dialog, '楷体')).toContainText('已安装')
  await expect(dialog.getByText('没有楷体_GB2312')).toHaveCount(0)
  // The sample stands in the very file that was found.
  await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ family, status }) => family.includes('/font/') && status === 'loaded').length)).toBeGreaterThanOrEqual(6)

  await dialog.getByRole('button', { name: '存', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  expect((await program.call('fonts.metrics', {})).slots.find(({ slot }) => slot === 'kai')).toMatchObject({ own: 'FandolKai', asked: 'FandolKai', substitute: false })

  await openFromList(page)
  await expect(dialog.getByLabel('楷体的字体')).toHaveValue('FandolKai')
  await dialog.getByRole('button', { name: '恢复默认' }).click()
  await expect(dialog.getByLabel('楷体的字体')).toHaveValue('')
  await expect(row(dialog, '楷体')).toContainText('替代字体：FandolKai')
  await dialog.getByRole('button', { name: '存', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  expect((await program.call('fonts.metrics', {})).slots.every(({ own }) => own === '')).toBe(true)
})

test('before an export the missing fonts are named, with the way to the settings; so are they at its end', async ({ page, room }) => {
  await expect(room.sheet).toBeVisible()
  await page.keyboard.press('Control+e')
  const ask = page.getByRole('dialog', { name: '导出' })
  await expect(ask).toContainText('本机缺 方正小标宋简体、仿宋_GB2312、楷体_GB2312、黑体、宋体、Times New Roman，以替代字体排版')
  await ask.getByRole('button', { name: '字体设置' }).click()
  const dialog = page.getByRole('dialog', { name: '字体设置' })
  await expect(dialog).toContainText('本机缺 6 种字体')
  await dialog.getByLabel('仿宋的字体').fill('河湾仿宋')
  await dialog.getByLabel('仿宋的字体').press('Tab')
  await expect(dialog).toContainText('没有河湾仿宋：版面用FandolFang代替')
  await dialog.getByLabel('仿宋的字体').fill('FandolFang')
  await dialog.getByRole('button', { name: '存', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ask).toContainText('本机缺 方正小标宋简体、楷体_GB2312、黑体')

  const download = page.waitForEvent('download')
  await ask.getByRole('button', { name: '导出', exact: true }).click()
  await download
  await page.getByRole('button', { name: '字体设置' }).click()
  await expect(dialog.getByLabel('仿宋的字体')).toHaveValue('FandolFang')
})
