/** Tables from Excel files: chosen, looked at, put at the caret or behind the document. */
import type { Page } from '@playwright/test'
import { merges, number, row, workbookFile } from '../../sheet/workbook-file.ts'
import { expect, test } from '../fixtures.ts'

const BOOK = workbookFile([
  {
    name: '资金',
    rows: row('2024年农村公路养护资金分配表') + row('', '', '单位：万元') + row('乡镇', '市级补助', '县级配套') + row('青石镇', number(23.6), number(35.4)) + row('柳溪乡', number(12), number(18)) + row('合计', number(35.6), number(53.4)) + row('注：按里程分配。'),
    after: merges('A1:C1', 'A7:C7'),
  },
  { name: '责任人', rows: row('水库', '责任人') + row('龙潭', '李禾') + `<row hidden="1">${row('石桥', '周岚').slice(5)}` },
  { name: '明细', rows: row('甲').repeat(1001) },
])

async function choose(page: Page, act: () => Promise<void>, files: { name: string; bytes: Uint8Array }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await act()
  await (await chooser).setFiles({ name: files.name, mimeType: 'application/octet-stream', buffer: Buffer.from(files.bytes) })
}

async function askFromMenu(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '菜单' }).getByRole('button', { name: '插入' }).click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.getByRole('menuitem', { name: '从 Excel 文件插入表格' }).click()
}

test('a table goes to the caret with its caption, unit and note, and one undo takes it back', async ({ room, page }) => {
  await room.begin('函')
  await room.fillPlaces((at) => `填${at + 1}`)
  await room.sheet.getByText('特此函达').click()
  await choose(page, () => askFromMenu(page), { name: '养护资金.xlsx', bytes: BOOK })
  await expect(room.dialog).toContainText('从“养护资金.xlsx”插入表格')
  await expect(room.dialog).toContainText('4 行 × 3 列')
  await expect(room.dialog.getByRole('checkbox', { name: '明细' })).toBeDisabled()
  await expect(room.dialog.locator('.preview td').first()).toHaveText('乡镇')
  await room.dialog.getByRole('listitem').filter({ hasText: '明细' }).focus()
  await expect(room.dialog).toContainText('超过 1000 行')
  await room.dialog.getByRole('listitem').filter({ hasText: '责任人' }).hover()
  await expect(room.dialog).toContainText('隐藏的 1 行没有收入')
  await room.dialog.getByRole('button', { name: '插入' }).click()
  await expect(room.dialog).toHaveCount(0)
  await expect(room.sheet.locator('td')).toHaveText(['乡镇', '市级补助', '县级配套', '青石镇', '23.6', '35.4', '柳溪乡', '12', '18', '合计', '35.6', '53.4'])
  await expect(room.sheet).toContainText('注：按里程分配。')
  await page.keyboard.press('Control+z')
  await expect(room.sheet.locator('td')).toHaveCount(0)
})

test('two sheets become two attachments with titles of their own', async ({ room, page, program }) => {
  await room.begin('函')
  await choose(page, () => askFromMenu(page), { name: '养护资金.xlsx', bytes: BOOK })
  await room.dialogStands()
  await room.dialog.getByRole('checkbox', { name: '责任人' }).check()
  await room.dialog.getByRole('radio', { name: '附件，一表一份' }).check()
  await room.dialog.getByRole('button', { name: '插入 2 张表' }).click()
  await expect(room.sheet.locator('table')).toHaveCount(2)
  await expect
    .poll(async () => {
      const [summary] = await program.call('documents.list', {})
      const { document } = await program.call('documents.get', { id: summary?.id ?? '' })
      return document.parts.flatMap((part) => (part.type === 'attachment' ? [part.children[0].children.map((leaf) => ('text' in leaf ? leaf.text : '')).join('')] : []))
    })
    .toEqual(['2024年农村公路养护资金分配表', '责任人'])
})

test('a workbook that is dropped does the same; what is none says the way out; without a draft it stays outside', async ({ room, page }) => {
  const drop = async (name: string, bytes: Uint8Array): Promise<void> => {
    const transfer = await page.evaluateHandle(
      ([file, content]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(content)], file))
        return data
      },
      [name, [...bytes]] as const,
    )
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  }
  await room.begin('函')
  await drop('养护资金.xlsx', BOOK)
  await expect(room.dialog).toContainText('从“养护资金.xlsx”插入表格')
  await page.keyboard.press('Escape')
  await expect(room.dialog).toHaveCount(0)
  await drop('旧表.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
  const trouble = page.getByRole('alertdialog')
  await expect(trouble).toContainText('没有取到表格')
  await expect(trouble).toContainText('另存为 .xlsx')
  await page.keyboard.press('Escape')
  await expect(trouble).toHaveCount(0)
  await room.documents.filter({ hasText: '〔2024〕' }).first().click()
  await expect(room.statusBar).toContainText('文字已锁定')
  await drop('养护资金.xlsx', BOOK)
  await expect(page.getByText('请先打开要放表格的拟稿')).toBeVisible()
  await expect(room.dialog).toHaveCount(0)
})
