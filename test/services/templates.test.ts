import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAttachmentTemplates, readTemplates, requireAttachmentTemplate, requireTemplate } from '../../electron/services/templates.ts'
import { refusal, tempFolder } from '../store/library.ts'

const SHIPPED = join(import.meta.dirname, '../../templates')
const TEMPLATE = {
  version: 1,
  id: 'reply',
  name: '批复',
  genre: '批复',
  use: '答复下级的请示。',
  issuers: ['{government}'],
  title: '关于{{事项}}的批复',
  recipients: '{{来文单位}}',
  body: ['你单位《{{请示标题}}》收悉。现批复如下：', '此复。'],
  signatureOrgan: '{government}',
  signatureDate: '{date}',
}

/** A templates folder with these files in `kinds`. */
function folderWith(files: Record<string, string>): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'kinds'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'kinds', name), text)
  return folder
}

test('a file that is put into the folder is a template, at the place of its name', () => {
  const text = JSON.stringify(TEMPLATE)
  const folder = folderWith({ '20-b.json': text, '10-a.json': text.replace('reply', 'other'), '读我.txt': '不是模板' })
  expect(readTemplates(folder).map(({ id }) => id)).toEqual(['other', 'reply'])
  expect(requireTemplate(folder, 'reply')).toMatchObject({ name: '批复', genre: '批复', use: '答复下级的请示。' })
})

test('a template that is asked for and not there is refused', async () => {
  const { message } = await refusal('notFound', () => requireTemplate(SHIPPED, 'reply'))
  expect(message).toContain('reply')
})

test('a file with a fault is named, with the place in it', () => {
  const folder = folderWith({ '10-a.json': JSON.stringify(TEMPLATE), '20-b.json': JSON.stringify({ ...TEMPLATE, body: ['此复。', '{{'] }) })
  expect(() => readTemplates(folder)).toThrow(/^20-b\.json: .*body\.1.*成对/)
})

test('attachment templates are files of a folder of their own; a fault names file and place', async () => {
  const { message } = await refusal('notFound', () => requireAttachmentTemplate(SHIPPED, 'reply'))
  expect(message).toContain('reply')
  const folder = tempFolder()
  mkdirSync(join(folder, 'attachments'))
  const write = (name: string, body: unknown[]): void =>
    writeFileSync(join(folder, 'attachments', name), JSON.stringify({ version: 1, id: name.slice(3, -5), name: '表', title: '一览表', body }))
  write('20-later.json', ['一'])
  write('10-first.json', ['一'])
  expect(readAttachmentTemplates(folder).map(({ id }) => id)).toEqual(['first', 'later'])
  write('30-wrong.json', ['一', { table: ['甲 | 乙', '丙'] }])
  expect(() => readAttachmentTemplates(folder)).toThrow(/^30-wrong\.json: .*body\.1\.table/)
})
