import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { readTemplates } from '../../electron/services/templates.ts'
import { reidentify } from '../../shared/document/build.ts'
import { missingParts } from '../../shared/document/missing.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { draftFromTemplate, parseTemplate, TemplateFault } from '../../shared/document/template.ts'
import { blocksOf, findPart, partText, placesOf, textOf } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { headingNumbers } from '../../shared/numbering/headings.ts'
import { gridOf } from './grid.ts'

const VALUES = { office: '河湾县人民政府办公室', date: '2024-05-08' }
const TEMPLATES = readTemplates(join(import.meta.dirname, '../../templates'))

const SMALL = {
  version: 1,
  id: 'small',
  name: '小样',
  genre: '通知',
  use: '试',
  issuers: ['{office}'],
  title: '关于{{事项}}的通知',
  body: ['请{{谁}}办理。'],
  signatureOrgan: '{office}',
  signatureDate: '{date}',
}
const draft = (more: object): Document => draftFromTemplate(parseTemplate({ ...SMALL, ...more }), VALUES)

/** Every array of inlines in the document. */
function linesOf(document: Document): { children?: unknown; text?: string; type?: string }[][] {
  const lines: { type?: string; text?: string }[][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return
    if (node.children.some((child: object) => 'text' in child || ('type' in child && child.type === 'place'))) lines.push(node.children as never)
    node.children.forEach(visit)
  }
  document.parts.forEach(visit)
  return lines
}

/** The document as a drafter leaves it: text where each place was. */
function filled(document: Document): Document {
  const fill = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return node
    const children = node.children.map((child: object) => ('type' in child && child.type === 'place' ? { text: '已填' } : fill(child)))
    return { ...node, children }
  }
  return { ...document, parts: document.parts.map(fill) as never }
}

test('the ten that an office starts from, in this order', () => {
  expect(TEMPLATES.map(({ name, genre }) => [name, genre])).toEqual([
    ['通知·印发', '通知'],
    ['通知·转发', '通知'],
    ['通知·部署', '通知'],
    ['任免', '通知'],
    ['成立领导小组', '通知'],
    ['分工', '通知'],
    ['通告', '通告'],
    ['报告', '报告'],
    ['请示', '请示'],
    ['函', '函'],
  ])
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
  for (const { use } of TEMPLATES) expect(use.length).toBeLessThanOrEqual(32)
})

describe.each(TEMPLATES)('$name', (template) => {
  const made = draftFromTemplate(template, VALUES)

  test('its draft is a document, with text on both sides of every place', () => {
    expect(parseDocument(JSON.parse(JSON.stringify(made)))).toEqual(made)
    for (const line of linesOf(made)) {
      line.forEach((one, at) => expect('text' in one).toBe(at % 2 === 0))
      expect(line.length % 2).toBe(1)
    }
  })

  test('it lacks only what its places ask for', () => {
    expect(missingParts(made).map((one) => one.kind)).toContain('places')
    const whole = filled(made)
    expect(missingParts(parseDocument(JSON.parse(JSON.stringify(whole))))).toEqual([])
  })

  test('two drafts of it share no id', () => {
    const ids = (document: Document): string[] => JSON.stringify(document).match(/"id":"[^"]+"/g) ?? []
    const both = [...ids(made), ...ids(draftFromTemplate(template, VALUES))]
    expect(new Set(both).size).toBe(both.length)
  })

  test('title, issuer and signature fit its kind', () => {
    expect(partText(made, 'title')).toMatch(new RegExp(`^(关于|转发).*的${template.genre}$`))
    expect(partText(made, 'signatureDate')).toBe('2024年5月8日')
    expect(made.header).toEqual({ issuers: [partText(made, 'signatureOrgan')], genre: template.genre, documentNumber: null })
    expect(['河湾县人民政府办公室', '河湾县人民政府']).toContain(made.header.issuers[0])
    expect(findPart(made, 'recipients') === undefined).toBe(template.genre === '通告')
  })

  test('an office that is not set yet leaves issuer and signature open', () => {
    const without = draftFromTemplate(template, { ...VALUES, office: '' })
    expect(without.header.issuers).toEqual([])
    const before = new Set(missingParts(made).map((one) => one.kind))
    expect(missingParts(without).map((one) => one.kind).filter((kind) => !before.has(kind))).toEqual(['issuers', 'signatureOrgan'])
  })
})

test('appointments end in 。 and everything before in ；', () => {
  const appointment = draftFromTemplate(TEMPLATES.find(({ id }) => id === 'appointment')!, VALUES)
  const lines = blocksOf(findPart(appointment, 'body')!).map((block) => (block.type === 'table' ? '' : textOf(block.children)))
  expect(lines.map((line) => line.at(-1))).toEqual(['：', '；', '。', '：', '；', '。'])
  expect(lines[3]).toBe('免去：')
})

test('lines become blocks of their kind, with derived numbers', () => {
  const body = ['引言', '章 总则', '条 目的。', '## 第一项；', '章 附则', '条 施行。', '# 一级', '## 二级', '### 三级', '#### 四级', '\\# 不是标题']
  const document = draft({ body })
  const blocks = blocksOf(findPart(document, 'body')!)
  const numbers = headingNumbers(document)
  expect(blocks.map((block) => [block.type, numbers.get(block.id) ?? '', block.type === 'table' ? '' : textOf(block.children)])).toEqual([
    ['paragraph', '', '引言'],
    ['chapter', '第一章', '总则'],
    ['article', '第一条', '目的。'],
    ['heading', '（一）', '第一项；'],
    ['chapter', '第二章', '附则'],
    ['article', '第二条', '施行。'],
    ['heading', '一、', '一级'],
    ['heading', '（一）', '二级'],
    ['heading', '1.', '三级'],
    ['heading', '（1）', '四级'],
    ['paragraph', '', '# 不是标题'],
  ])
})

test('printed text, attachments and tables come in the order of the gazette', () => {
  const document = draft({
    attachments: [{ title: '清单', body: [{ table: ['甲 | 乙', '1 | {{数}}'], unit: '单位：个', align: ['left', 'right'] }] }, { title: '名单', body: ['张三'] }],
    printed: { title: '方案\n（试行）', body: ['# 任务'] },
    note: '此件公开发布',
    recipients: '各乡镇人民政府',
  })
  parseDocument(JSON.parse(JSON.stringify(document)))
  expect(document.parts.map((part) => part.type)).toEqual([
    'title', 'recipients', 'body', 'signatureOrgan', 'signatureDate', 'note', 'printed', 'attachment', 'attachment',
  ])
  const [table] = blocksOf(document.parts[7]!)
  expect(table?.type === 'table' && gridOf(table)).toHaveLength(2)
  expect(placesOf(document).map((place) => place.hint)).toEqual(['事项', '谁', '数'])
})

test('a copy of a draft of a template is whole', () => {
  for (const template of TEMPLATES) parseDocument(JSON.parse(JSON.stringify(reidentify(draftFromTemplate(template, VALUES)))))
})

describe('a file that is no template is refused with the path to the fault', () => {
  const cases: readonly (readonly [change: object, path: string, said: string])[] = [
    [{ version: 2 }, 'version', '更新版本'],
    [{ version: 0 }, 'version', ''],
    [{ id: '印发' }, 'id', '小写字母'],
    [{ genre: '方案' }, 'genre', ''],
    [{ use: '' }, 'use', ''],
    [{ subject: '多余' }, '', 'subject'],
    [{ issuers: ['{{机关}}'] }, 'issuers.0', '待填'],
    [{ issuers: [] }, 'issuers', ''],
    [{ title: '关于{{}}的通知' }, 'title', '填什么'],
    [{ title: '关于供暖的通知。' }, 'title', '删去'],
    [{ recipients: '各乡镇人民政府：' }, 'recipients', '删去'],
    [{ note: '（此件公开发布）' }, 'note', '删去'],
    [{ signatureDate: '{today}' }, 'signatureDate', '{date}'],
    [{ body: [] }, 'body', ''],
    [{ body: ['一', ''] }, 'body.1', '空行'],
    [{ body: ['一\n二'] }, 'body.0', '换行'],
    [{ body: ['#一级'] }, 'body.0', '空一格'],
    [{ body: ['##### 五级'] }, 'body.0', '四级'],
    [{ body: ['# 一、总体要求'] }, 'body.0', '序号'],
    [{ body: ['### 1.加强领导'] }, 'body.0', '序号'],
    [{ body: ['条 第三条 为了'] }, 'body.0', '序号'],
    [{ body: [3] }, 'body.0', ''],
    [{ body: ['一', { table: ['甲 | 乙', '丙'] }] }, 'body.1.table', '第2行'],
    [{ body: [{ table: ['甲'], colour: 'red' }] }, 'body.0', 'colour'],
    [{ body: [{ table: ['甲'], align: ['middle'] }] }, 'body.0.align.0', ''],
    [{ printed: { title: '方案' } }, 'printed.body', ''],
    [{ printed: { title: '', body: ['一'] } }, 'printed.title', '空'],
    [{ attachments: [{ title: '清单', body: ['一', '{{'] }] }, 'attachments.0.body.1', '成对'],
    [{ genre: '通告', recipients: '各乡镇人民政府' }, 'recipients', '不写主送机关'],
    [{ genre: '通告', recipients: '{{主送机关}}' }, 'recipients', '不写主送机关'],
    [{ genre: '函' }, 'recipients', '没有填写'],
    [{ genre: '请示', note: '联系人：{{姓名}}' }, 'recipients', '只写一个'],
    [{ genre: '请示', recipients: '市人民政府，{{抄报机关}}', note: '联系人：{{姓名}}' }, 'recipients', '只留一个'],
    [{ genre: '请示', recipients: '{{上级机关，如市人民政府、省水利厅}}' }, 'note', '联系人'],
    [{ title: '关于印发{{文件}}的通知' }, 'printed', '所印发的文本'],
  ]
  test.each(cases)('%j', (change, path, said) => {
    const fault = faultOf({ ...SMALL, ...change })
    expect(fault.path).toBe(path)
    expect(fault.message).toContain(said)
    expect(fault.message).toMatch(/[一-龥]/)
  })

  test.each([null, 'text', 3, [], {}])('%j', (value) => {
    expect(faultOf(value)).toBeInstanceOf(TemplateFault)
  })
})

test('a heading may begin with a year or a quantity', () => {
  expect(() => draft({ body: ['# 2024年工作打算', '### 1.5公里以内的管线'] })).not.toThrow()
})

function faultOf(value: unknown): TemplateFault {
  try {
    parseTemplate(value)
  } catch (error) {
    if (error instanceof TemplateFault) return error
    throw error
  }
  throw new Error('parsed')
}

test('items, notes and rosters are written as lines', () => {
  const [dash, circled, ordinal, note, roster] = blocksOf(findPart(draft({ body: ['—— 统筹', '① 核实', '一是 摸底', '注 注：含村级。', { roster: ['组长 | 林禾 | 县长', ' | {{姓名}} | {{职务}}'] }] }), 'body')!)
  expect([dash, circled, ordinal]).toMatchObject([{ type: 'item', marker: 'dash' }, { type: 'item', marker: 'circled' }, { type: 'item', marker: 'ordinal' }])
  expect(note).toMatchObject({ type: 'paragraph', role: 'note', children: [{ text: '注：含村级。' }] })
  expect(roster).toMatchObject({ type: 'table', look: 'roster', headerRows: 0 })
  expect(gridOf(roster as never)[0]).toHaveLength(3)
})
