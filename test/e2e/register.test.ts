/** The register: numbers reserved, taken, missed, voided, explained and given to their documents; the book out and in. */
import type { NumberKey } from '../../shared/api/register-types.ts'
import { expect, test, type Program } from './fixtures.ts'
import { RegisterRoom } from './pages/register-room.ts'

const YEAR = 2024

/** 河政办发 of the sample, which is used up to `last`. */
async function officeSeries(program: Program): Promise<{ readonly id: string; readonly last: number; readonly key: (serial: number) => NumberKey }> {
  const series = (await program.call('register.series', { year: YEAR })).find(({ code }) => code === '河政办发')
  if (!series) throw new Error('the sample has no 河政办发')
  return { id: series.id, last: series.last, key: (serial) => ({ seriesId: series.id, year: YEAR, serial }) }
}

test('numbers are reserved, taken for a reason and passed over; each says who, why and since when', async ({ room, page, program }) => {
  const { last } = await officeSeries(program)
  const register = new RegisterRoom(room.page)
  await register.enter()
  await register.show('河政办发')

  await register.ask(page.getByRole('button', { name: '预留…' }))
  await expect(register.dialog.getByRole('button', { name: '预留', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await register.dialog.getByLabel('个数').fill('2')
  await register.dialog.getByLabel('用途').fill('机构改革配套文件')
  // A day is typed as people write it, and shown as a document prints it.
  const until = register.dialog.getByLabel('留至')
  await until.fill('2099-02-30')
  await page.keyboard.press('Enter')
  await expect(register.dialog).toContainText('没有认出这一天')
  for (const [written, day] of [['2099-06-13', 13], ['20990614', 14], ['2099年6月15日', 15]] as const) {
    await until.fill(written)
    // Not by Tab: where a day stands already, that leads to the field's own button for emptying it.
    await register.dialog.getByLabel('用途').focus()
    await expect(until).toHaveValue(`2099年6月${day}日`)
  }
  await register.confirm('预留')
  await expect(page.getByText(`已预留 ${last + 1} 至 ${last + 2} 号，共 2 个`)).toBeVisible()
  await expect(register.row(last + 1)).toContainText(`林禾 · 留至2099年6月15日 · 机构改革配套文件`)
  await expect(register.row(last + 1)).toContainText('预留')
  await expect(register.statusBar).toContainText('预留 2')

  // The next number passes over what is reserved.
  await register.ask(page.getByRole('button', { name: '取号…' }))
  await register.dialog.getByLabel('占号事由').fill('夏季高温作业防护通知')
  await register.confirm(`取 ${last + 3} 号`)
  await expect(register.row(last + 3)).toContainText('林禾 · 夏季高温作业防护通知')
  await expect(register.panel).toContainText('占号')
  await expect(register.history).toHaveCount(1)
  await expect(register.history).toContainText('夏季高温作业防护通知')

  await register.look(last + 1)
  await register.ask(register.panel.getByRole('button', { name: '释放…' }))
  await register.dialog.getByLabel('原因').fill('改用函')
  await register.confirm('释放')
  await expect(register.row(last + 1)).toContainText('改用函')
  await expect(register.history.first()).toContainText('释放')
  await expect(register.history.first()).toContainText('原由林禾预留')
})

test('a gap asks, is explained and can still be used; what is void stays in the book', async ({ room, page, program }) => {
  const { last, key } = await officeSeries(program)
  await program.call('register.allocate', { ...key(last + 3), reason: '防汛通知' })
  const register = new RegisterRoom(room.page)
  await register.enter()
  await expect(register.series.filter({ hasText: '河政办发' })).toContainText('缺 2')
  await register.show('河政办发')
  await expect(register.row(last + 1)).toContainText('无人占用，也没有说明')

  await register.ask(register.row(last + 1).getByRole('button', { name: '补说明' }))
  await register.dialog.getByLabel('说明').fill('拟用于汛前检查，未印发')
  await register.confirm('存')
  await expect(register.row(last + 1)).toContainText('拟用于汛前检查，未印发')
  await expect(register.row(last + 1)).toContainText('空号')
  await expect(register.statusBar).toContainText('缺 1')

  await register.ask(register.row(last + 2).getByRole('button', { name: '启用此号' }))
  await expect(register.dialog.getByRole('radio', { name: '补缺号' })).toBeChecked()
  await register.dialog.getByLabel('占号事由').fill('补发值班通知')
  await register.confirm(`取 ${last + 2} 号`)
  await expect(register.row(last + 2)).toContainText('补发值班通知')
  await expect(register.statusBar).not.toContainText('缺 ')

  await register.look(last + 3)
  await register.ask(register.panel.getByRole('button', { name: '作废…' }))
  await expect(register.dialog.getByRole('button', { name: '作废', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await register.dialog.getByLabel('作废原因').fill('与河政发10号重复')
  await register.confirm('作废')
  await expect(register.row(last + 3)).toContainText('与河政发10号重复')
  await expect(register.cell(last + 3)).toHaveAccessibleName(/作废/)
  await expect(register.panel.getByRole('button', { name: '启用此号…' })).toHaveCount(0)

  // 缺号, 空号 and so on alone, by the legend.
  await page.getByRole('group', { name: '只看哪些号' }).getByRole('button', { name: '作废 1' }).click()
  await expect(register.rows).toHaveCount(1)
  await page.getByRole('button', { name: '看全部' }).click()
  await page.keyboard.press('Control+f')
  await expect(page.getByLabel('在登记簿里查找')).toBeFocused()
  await page.keyboard.insertText('值班')
  await expect(register.rows).toHaveCount(1)
  await expect(register.rows).toContainText('补发值班通知')
})

test('a held number is given to its document, and the two are compared', async ({ room, page, program }) => {
  const { last, key } = await officeSeries(program)
  await program.call('register.allocate', { ...key(last + 1), reason: '汛前检查' })
  const text = ['河湾县人民政府办公室关于开展汛前检查的通知', '各乡镇人民政府：', '为做好汛前准备，现通知如下：', '一、检查时间', '2024年4月1日至4月20日。', '河湾县人民政府办公室', '2024年3月25日', '（此件公开发布）']
  await page.getByLabel('选择要导入的公文').setInputFiles({ name: '汛前检查.txt', mimeType: 'text/plain', buffer: Buffer.from(text.join('\n\n')) })
  await expect(room.dialog).toContainText('已导入 1 份')
  await page.keyboard.press('Escape')
  await expect(room.dialog).toHaveCount(0)
  const draft = (await program.call('documents.list', {})).find(({ title }) => title.includes('汛前检查'))
  await program.call('documents.sign', { id: draft?.id ?? '', signer: '主任 田野' })

  const register = new RegisterRoom(room.page)
  await register.enter()
  await register.show('河政办发')
  await register.look(last + 1)
  await register.ask(register.panel.getByRole('button', { name: '对上文稿…' }))
  await register.dialog.getByRole('radio', { name: /汛前检查/ }).check()
  await register.confirm('对上')
  const number = `河政办发〔${YEAR}〕${last + 1}号`
  await expect(page.getByText(`的文号是 ${number}`)).toBeVisible()
  await expect(register.row(last + 1)).toContainText('关于开展汛前检查的通知')
  await expect(register.row(last + 1)).toContainText('3月25日')
  await expect(register.panel).toContainText('与文稿核对：一致')
  await expect(register.history.first()).toContainText('对上文稿')

  await register.panel.getByRole('button', { name: '打开文稿' }).click()
  await expect(room.sheet.locator('.is-title')).toContainText('汛前检查')
  await expect(room.statusBar).toContainText(number)
})

test('by keyboard: the strip, the lines, a field of the book with its trace', async ({ room, page, program }) => {
  const { last } = await officeSeries(program)
  const register = new RegisterRoom(room.page)
  await register.enter()
  await register.show('河政办发')
  const { keyboard } = page
  await register.cell(last).focus()
  await keyboard.press('ArrowLeft')
  await expect(register.cell(last - 1)).toBeFocused()
  await keyboard.press('Enter')
  await expect(register.panel).toBeFocused()
  await expect(register.panel).toHaveAttribute('aria-label', new RegExp(`〕${last - 1}号$`))
  await keyboard.press('Escape')
  await expect(register.panel).toHaveCount(0)
  await expect(register.row(last - 1)).toBeFocused()

  await keyboard.press('ArrowUp')
  await expect(register.row(last)).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(register.row(last - 1)).toBeFocused()
  await keyboard.press('End')
  await expect(register.row(1)).toBeFocused()
  await keyboard.press('F2')
  const title = page.getByRole('textbox', { name: '1号的标题' })
  await expect(title).toBeFocused()
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: '1号的成文日期' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(register.row(1)).toBeFocused()

  await keyboard.press('Enter')
  await expect(register.panel).toBeFocused()
  const copies = register.panel.getByRole('button', { name: /份数/ })
  await copies.focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '1号的份数' })).toBeFocused()
  await keyboard.type('85')
  await keyboard.press('Enter')
  await expect(register.row(1)).toContainText('85')
  await expect(register.history.first()).toContainText('份数填为 85')
  await expect(copies).toBeFocused()
})

test('a series is made; a year without numbers says so; what the register refuses stays in the dialog', async ({ room, page, program }) => {
  const { last } = await officeSeries(program)
  const register = new RegisterRoom(room.page)
  await register.enter()
  await register.ask(page.getByRole('button', { name: '新系列' }))
  await register.dialog.getByLabel('机关代字').fill('河政办发')
  await page.keyboard.press('Enter')
  await expect(register.dialog.getByRole('alert')).toContainText('河政办发')
  await register.dialog.getByLabel('机关代字').fill('河政办函')
  await register.dialog.getByLabel('归在').fill('河湾县人民政府办公室')
  await expect(register.dialog).toContainText(`河政办函〔${YEAR}〕1号`)
  await register.confirm('建立')
  await expect(register.series.filter({ hasText: '河政办函' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { name: `${YEAR}年还没有编号` })).toBeVisible()

  // A number that was taken meanwhile is not taken twice.
  await register.show('河政办发')
  await register.ask(page.getByRole('button', { name: '预留…' }))
  await register.dialog.getByLabel('从', { exact: true }).fill(String(last))
  await register.dialog.getByLabel('用途').fill('备用')
  await page.keyboard.press('Enter')
  await expect(register.dialog.getByRole('alert')).toContainText(`河政办发〔${YEAR}〕${last}号已经给了《`)
  await expect(register.dialog.getByRole('alert')).toContainText('登记簿没有改动')
})
