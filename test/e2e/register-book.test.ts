/** The book as a whole: printed, out as an Excel file, and in from one, with nothing done before it was looked at. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FONTS_HINT, measuringFontconfig } from '../../build/measuring-fonts.ts'
import { readPdf } from '../../electron/pdf/read-pdf.ts'
import { row, workbookFile } from '../sheet/workbook-file.ts'
import { ROOT } from '../support/running-server.ts'
import { expect, test } from './fixtures.ts'
import { RegisterRoom } from './pages/register-room.ts'

const config = measuringFontconfig()
if (config !== undefined) process.env.FONTCONFIG_FILE = config

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test.describe('as pages', () => {
  test.skip(config === undefined && process.env.CI !== 'true', FONTS_HINT)

  test('the book is printed in a page of its own, and is a PDF with every number in it', async ({ room, page }) => {
    const register = new RegisterRoom(room.page)
    await register.enter()
    await register.show('河政办发')
    const answered = page.context().waitForEvent('response', (response) => response.url().includes('/download/'))
    const opened = page.waitForEvent('popup')
    await register.book('打印 河政办发 2024 年登记簿')
    expect((await answered).headers()['content-type']).toBe('application/pdf')
    await expect(page.getByText('请在打开的页面里打印')).toBeVisible()
    await (await opened).close()

    await register.book('导出登记簿…')
    await register.dialogStands()
    await register.dialog.getByRole('radio', { name: /^PDF/ }).check()
    const [download] = await Promise.all([page.waitForEvent('download'), register.confirm('导出')])
    expect(download.suggestedFilename()).toBe('河政办发〔2024〕发文登记簿.pdf')
    const pages = await readPdf(new Uint8Array(await readFile(await download.path())), join(ROOT, 'node_modules/pdfjs-dist'))
    const text = pages.flatMap(({ glyphs }) => glyphs.map(({ text: char }) => char)).join('')
    for (const serial of [1, 2, 3, 4]) expect(text).toContain(`河政办发〔2024〕${serial}号`)
  })
})

test('out as an Excel file and in again: everything is the same; changed and new lines are shown first, then registered', async ({ room, page, program }) => {
  const register = new RegisterRoom(room.page)
  await register.enter()
  await register.show('河政办发')
  await register.book('导出登记簿…')
  await register.dialogStands()
  const [download] = await Promise.all([page.waitForEvent('download'), register.confirm('导出')])
  expect(download.suggestedFilename()).toBe('河政办发〔2024〕发文登记簿.xlsx')
  await expect(page.getByText('已导出 河政办发〔2024〕发文登记簿.xlsx')).toBeVisible()

  const choose = async (name: string, bytes: Uint8Array): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await register.book('从表格补登…')
    await (await chooser).setFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) })
    await expect(register.dialog).toContainText(`从“${name}”补登`)
    await register.dialogStands()
  }
  await choose('登记簿.xlsx', new Uint8Array(await readFile(await download.path())))
  await expect(register.dialog.getByRole('group', { name: '只看哪些行' }).getByRole('button')).toHaveText(['全部 4', '相同 4'])
  await expect(register.dialog.getByRole('button', { name: '登记', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(register.dialog).toHaveCount(0)

  const book = workbookFile([
    {
      name: '2024',
      rows:
        row('文号', '标题', '成文日期', '份数', '归卷') +
        row('河政办发〔2024〕4号', '', '', '85', '2024-永久-7') +
        row('河政办发〔2024〕6号', '关于开展春季义务植树活动的通知', '2024年3月15日', '60', '') +
        row('河政办函〔2024〕1号', '关于商请支持汛前检查的函', '2024年4月2日', '5', ''),
    },
  ])
  await choose('旧登记簿.xlsx', book)
  await expect(register.dialog).toContainText('这是预览，登记簿还没有改动')
  await expect(register.dialog).toContainText('将新建系列：河政办函')
  await expect(register.dialog.getByRole('row').filter({ hasText: '河政办发〔2024〕4号' })).toContainText('改动')
  await expect(register.dialog.getByRole('row').filter({ hasText: '河政办发〔2024〕6号' })).toContainText('新登记')
  const before = await program.call('register.series', { year: 2024 })
  expect(before.map(({ code, last }) => [code, last])).toContainEqual(['河政办发', 4])
  expect(before.some(({ code }) => code === '河政办函')).toBe(false)

  await register.confirm('登记 3 条')
  await expect(page.getByText('已登记 3 条')).toBeVisible()
  await expect(register.row(6)).toContainText('关于开展春季义务植树活动的通知')
  await expect(register.row(6)).toContainText('线下占用')
  await expect(register.row(5)).toContainText('无人占用，也没有说明')
  await expect(register.row(4)).toContainText('2024-永久-7')
  await expect(register.series.filter({ hasText: '河政办函' })).toContainText('1')
  await register.look(6)
  await expect(register.history.first()).toContainText('旧登记簿.xlsx')
})

test('every line of a long book can be looked at before it is registered; what was done is in the log', async ({ room, page }) => {
  const register = new RegisterRoom(room.page)
  await register.enter()
  const lines = Array.from({ length: 450 }, (_, at) => row(`河政函〔2021〕${at + 1}号`, `关于第${at + 1}件事的函`, '2021年3月15日'))
  const chooser = page.waitForEvent('filechooser')
  await register.book('从表格补登…')
  await (await chooser).setFiles({ name: '往年.xlsx', mimeType: XLSX, buffer: Buffer.from(workbookFile([{ name: '2021', rows: row('文号', '标题', '成文日期') + lines.join('') }])) })
  await expect(register.dialog).toContainText('第 1 至 200 条，共 450 条')
  await register.dialogStands()
  await expect(register.dialog.getByRole('row')).toHaveCount(201)
  await register.dialog.getByRole('listitem', { name: '3', exact: true }).click()
  await expect(register.dialog).toContainText('第 401 至 450 条，共 450 条')
  await expect(register.dialog.getByRole('row').last()).toContainText('关于第450件事的函')
  await register.confirm('登记 450 条')

  await register.book('经过…')
  await register.dialogStands()
  await expect(register.dialog.getByRole('listitem').first()).toContainText('往年.xlsx，新登记 450 条')
})
