/** The frame round the sheet: menus, the toast, the outline, what the import doubts. */
import { expect, test } from './fixtures.ts'
import { copyElsewhere } from './pages/clipboard.ts'

test('while a menu is open, the pointer and the arrow keys open the others', async ({ room, page }) => {
  await expect(room.sheet).toBeVisible()
  await page.getByRole('button', { name: '文件', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /起草公文/ })).toBeVisible()
  await page.getByRole('button', { name: '格式', exact: true }).hover()
  await expect(page.getByRole('menuitem', { name: '一级标题' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /起草公文/ })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  // A menu whose acts are not possible opens all the same.
  await expect(page.getByRole('menuitem', { name: '合并单元格' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: '文稿列表' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
})

test('the toast can be read, its way back too', async ({ room, page }) => {
  await room.begin('函')
  await room.choose('文件', '移到废稿')
  const undo = page.locator('.toast').getByRole('button', { name: '撤销' })
  await expect(undo).toBeVisible()
  const colours = await undo.evaluate((button) => [button, button.previousElementSibling, button.closest('.toast')].map((one, at) => one && getComputedStyle(one)[at === 2 ? 'backgroundColor' : 'color']))
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(43, 47, 54)'])
  await undo.click()
  await expect(room.sheet).toContainText('的函')
})

test('the outline follows the caret; a doubt of an import leads to its place', async ({ room, page }) => {
  const text = ['河湾县水利局关于水库巡查的通知', '各乡镇人民政府：', '一、巡查。每月一次。', '巡查要留记录。', '三、上报。每年一次。', '河湾县水利局', '2024年5月8日'].join('\n\n')
  await page.locator('input[type="file"]').setInputFiles({ name: '巡查.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await room.dialog.getByRole('button', { name: '打开' }).click()
  await page.getByText('大纲', { exact: true }).click()
  await room.sheet.getByText('巡查要留记录').click()
  await expect(page.locator('.ant-tree-treenode-selected')).toHaveText(/一、巡查/)
  await page.getByRole('tab', { name: /^校核/ }).click()
  await page.getByRole('button', { name: /编号不连续/ }).click()
  await expect(room.sheet.locator('.is-current')).toContainText('上报')
  await expect(page.locator('.ant-tree-treenode-selected')).toHaveText(/三、上报/)
})

test('who types in a text that is frozen is told why it stays as it is, once', async ({ room, page }) => {
  await room.show('2024年防汛备汛')
  const words = await room.sheet.textContent()
  await room.sheet.locator('.is-title').click()
  const told = page.locator('.toast')
  for (const key of ['Control+Home', 'ArrowDown', 'Space', 'Shift']) await page.keyboard.press(key)
  for (const key of ['x', 'Enter', 'Backspace']) {
    await page.keyboard.press(key)
    await expect(told).toHaveText(['本文已编号，文字不能改；要修改，请另存为新稿'])
  }
  expect(await room.sheet.textContent()).toBe(words)
})

test('so is who pastes', async ({ room, page }) => {
  await room.show('2024年防汛备汛')
  await room.sheet.locator('.is-title').click()
  await copyElsewhere(page, '别处的文字')
  await page.keyboard.press('Control+v')
  await expect(page.locator('.toast')).toHaveText(['本文已编号，文字不能改；要修改，请另存为新稿'])
})

for (const width of [960, 1180]) {
  test(`in a window of ${width} pixels the title does not run over the menu`, async ({ room, page }) => {
    await page.setViewportSize({ width, height: 720 })
    await expect(room.sheet).toBeVisible()
    const [menu, title, search] = await Promise.all(['.menu-word:last-child', 'h1.title', '.search-box'].map((one) => page.locator(one).boundingBox()))
    if (!menu || !title || !search) throw new Error('the title bar is not there')
    expect(title.x).toBeGreaterThanOrEqual(menu.x + menu.width)
    expect(title.x + title.width).toBeLessThanOrEqual(search.x)
  })
}
