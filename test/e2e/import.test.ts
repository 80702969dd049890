/** Bringing in what is there already: Word and text files. */
import { wordFile, p, r } from '../docx-reader/word-file.ts'
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

function docx(name: string, bytes: Uint8Array) {
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from(bytes) }
}

test('a numbered notice arrives as issued and frozen, once; without its number it is a draft', async ({ room, page, program }) => {
  const chooser = page.getByLabel('选择要导入的公文')
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
  await page.getByLabel('选择要导入的公文').setInputFiles(textFile('公报.txt', issueText().replaceAll('河政办发', '河水发')))
  await expect(room.dialog).toContainText(`已导入 ${ISSUED.length} 份`)
  await expect(room.dialog.getByRole('listitem')).toHaveCount(ISSUED.length + 1)
  await expect(room.dialog).toContainText(ISSUE_NAME)
  await expect(room.dialog).toContainText('目录里的标题是')
  await room.dialog.getByRole('button', { name: '打开' }).nth(1).click()
  await expect(room.sheet).toContainText(ISSUED[1].title.slice(0, 8))
  await expect(room.statusBar).toContainText('文字已锁定')
})

test('a Word file arrives with its table and its tracked change; a broken one and an old one are not taken, with the way out', async ({ room, page, program }) => {
  const tracked = `<w:p>${r('各乡镇于四月')}<w:ins w:id="1" w:author="周岚" w:date="2024-03-20T10:00:00Z">${r('上旬')}</w:ins>${r('完成自查。')}</w:p>`
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('乡镇')}${cell('水库与塘坝', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('青石镇')}${cell('3')}${cell('12')}</w:tr></w:tbl>`
  const body = [p('河湾县人民政府办公室关于开展塘坝自查的通知'), p('各乡镇人民政府：'), p('现将有关事项通知如下：'), p('一、自查时间'), tracked, p('二、自查范围'), table, p('河湾县人民政府办公室'), p('2024年3月25日')]
  await page.getByLabel('选择要导入的公文').setInputFiles([
    docx('塘坝自查.docx', wordFile(body.join(''))),
    docx('断了.docx', wordFile(body.join('')).slice(0, -60)),
    docx('旧文件.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    { name: '图片.png', mimeType: 'image/png', buffer: Buffer.from('x') },
  ])
  await expect(room.dialog).toContainText('已导入 1 份，3 份没有导入')
  await expect(room.dialog).toContainText('已损坏')
  await expect(room.dialog).toContainText('另存为 .docx')
  await room.dialog.getByRole('button', { name: '打开' }).first().click()
  await expect(room.sheet.locator('[data-number="二、"]')).toContainText('自查范围')
  await expect(room.sheet.locator('td[colspan="2"]')).toContainText('水库与塘坝')
  const [record] = (await program.call('documents.list', {})).filter((one) => one.title.includes('塘坝自查'))
  const read = await program.call('documents.get', { id: record?.id ?? '' })
  expect(JSON.stringify(read.document)).toContain('"author":"周岚"')
})

test('a department’s file fills the form from its red head and foot; its comments stand in 校核 and lead to their paragraph', async ({ room, page }) => {
  const commented = `<w:p>${r('拟成立塘坝除险加固工作专班。')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`
  const lines = ['机密★1年', '特急', '河湾县水利局文件', '河水〔2024〕　号　　签发人：李　禾', '关于成立工作专班的请示', '县人民政府：', '组　长：张　明　县长', '成　员：王　芳　县财政局局长']
  const foot = ['河湾县水利局', '2024年4月8日', '（联系人：王禾，电话：0350-1234567）', '抄送：县委办公室。', '河湾县水利局办公室　2024年4月9日印发']
  const body = [...lines.slice(0, 6).map((text) => p(text)), commented, ...lines.slice(6).map((text) => p(text)), ...foot.map((text) => p(text))]
  const comments = `<w:comment w:id="1" w:author="林禾" w:date="2024-04-02T10:05:00Z">${p('依据要写明文号')}</w:comment>`
  await page.getByLabel('选择要导入的公文').setInputFiles(docx('专班请示.docx', wordFile(body.join(''), { comments })))
  await room.dialog.getByRole('button', { name: '打开' }).first().click()
  await expect(room.sheet).toContainText('拟成立塘坝除险加固工作专班')
  await expect(room.sheet).not.toContainText('抄送')
  await page.getByRole('tab', { name: /校核/ }).click()
  const inspector = page.getByRole('complementary', { name: '要素和校核' })
  await expect(inspector).toContainText('原件上的批注 1 处')
  await inspector.getByRole('button', { name: /依据要写明文号/ }).click()
  await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('拟成立塘坝')
  await page.getByRole('tab', { name: /要素/ }).first().click()
  await expect(inspector.getByRole('textbox', { name: '签发人' })).toHaveValue('李禾')
  await expect(inspector.getByRole('textbox', { name: '保密期限' })).toHaveValue('1年')
})
