/** Bringing in what is there already: text files of one notice. */
import { ISSUED, ISSUE_NAME, issueText } from '../support/issue.ts'
import { expect, test } from './fixtures.ts'

const NOTICE = [
  '河湾县人民政府办公室关于开展汛前检查的通知',
  '河政办发〔2024〕88号',
  '各乡镇人民政府，县直各有关单位：',
  '为做好汛前准备，现将有关事项通知如下：',
  '一、检查时间',
  '2024年4月1日至4月20日。',
  '二、检查内容',
  '（一）水库、塘坝。查坝体、查溢洪道、查值守。',
  '（二）河道。查阻水障碍、查险工险段。',
  '河湾县人民政府办公室',
  '2024年3月25日',
  '（此件公开发布）',
].join('\n\n')

function textFile(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
}

test('a numbered notice arrives as issued and frozen, once; without its number it is a draft', async ({ room, page, program }) => {
  const chooser = page.getByLabel('选择要导入的文本文件')
  await chooser.setInputFiles([
    textFile('汛前检查.txt', NOTICE),
    textFile('草稿.txt', NOTICE.replace('河政办发〔2024〕88号\n\n', '').replace('汛前检查', '汛后检查')),
    { name: '图片.txt', mimeType: 'text/plain', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
  ])
  await expect(room.dialog).toContainText('已导入 2 份，1 份没有导入')
  await expect(room.dialog).toContainText('河政办发〔2024〕88号')
  await room.dialog.getByRole('button', { name: '打开' }).first().click()
  await expect(room.statusBar).toContainText('文字已锁定')
  await expect(room.sheet.locator('[data-number="一、"]')).toContainText('检查时间')
  await expect(room.sheet).toHaveAttribute('aria-readonly', 'true')

  const list = await program.call('documents.list', {})
  expect(list.find((one) => one.title.includes('汛前检查'))?.state).toBe('issued')
  expect(list.find((one) => one.title.includes('汛后检查'))?.state).toBe('draft')

  await chooser.setInputFiles(textFile('再来一次.txt', NOTICE))
  await expect(room.dialog).toContainText('已经给了')
})

test('a whole issue comes in as its documents, with a line for each', async ({ room, page }) => {
  await page.getByLabel('选择要导入的文本文件').setInputFiles(textFile('公报.txt', issueText().replaceAll('河政办发', '河水发')))
  await expect(room.dialog).toContainText(`已导入 ${ISSUED.length} 份`)
  await expect(room.dialog.getByRole('listitem')).toHaveCount(ISSUED.length + 1)
  await expect(room.dialog).toContainText(ISSUE_NAME)
  await expect(room.dialog).toContainText('目录里的标题是')
  await room.dialog.getByRole('button', { name: '打开' }).nth(1).click()
  await expect(room.sheet).toContainText(ISSUED[1].title.slice(0, 8))
  await expect(room.statusBar).toContainText('文字已锁定')
})

test('a notice that is no text file is not taken and the way out is named', async ({ room, page }) => {
  await page.getByLabel('选择要导入的文本文件').setInputFiles({ name: '通知.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') })
  await expect(room.dialog).toContainText('另存为纯文本')
})
