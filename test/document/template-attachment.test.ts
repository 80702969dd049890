import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAttachmentTemplates } from '../../electron/services/templates.ts'
import { COMMANDS } from '../../shared/api/commands.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { missingParts } from '../../shared/document/missing.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { attachmentFromTemplate, parseAttachmentTemplate } from '../../shared/document/template-attachment.ts'
import { blocksOf, innerTitleOf, placesOf } from '../../shared/document/text.ts'
import type { AttachmentPart, Document } from '../../shared/document/types.ts'
import { gridOf } from './grid.ts'

const VALUES = { office: '河湾县人民政府办公室', date: '2024-05-08' }
const TEMPLATES = readAttachmentTemplates(join(import.meta.dirname, '../../templates'))

const having = (attachment: AttachmentPart): Document =>
  makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [
    makeLine('title', '关于防汛工作的通知'),
    makeBody([makeParagraph('各乡镇要落实责任。')]),
    makeLine('signatureOrgan', '河湾县人民政府'),
    makeLine('signatureDate', '2024年5月8日'),
    attachment,
  ])

test('the five attachments that notices carry, each with a command of its name', () => {
  expect(TEMPLATES.map(({ name }) => name)).toEqual(['领导小组名单', '任务分解表', '资金分配表', '空白统计表', '评分表'])
  const commands = COMMANDS.filter(({ id }) => id.startsWith('attachment.'))
  expect(commands.map(({ id, name }) => [id, name])).toEqual(TEMPLATES.map(({ id, name }) => [`attachment.${id}`, `附件·${name}`]))
})

describe.each(TEMPLATES)('$name', (template) => {
  const made = attachmentFromTemplate(template, VALUES)

  test('belongs into a document, and lacks only what its places ask for', () => {
    const document = having(made)
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(new Set(missingParts(document).map(({ kind }) => kind))).toEqual(new Set(['places']))
    expect(placesOf(document).length).toBeGreaterThan(3)
  })

  test('its title says what it is; its tables have no hole', () => {
    expect(innerTitleOf(made)).toMatch(/(名单|表)$/)
    const tables = blocksOf(made).filter((block) => block.type === 'table')
    expect(tables.map(({ look }) => look)).toEqual([template.id === 'roster' ? 'roster' : undefined])
    for (const table of tables) expect(gridOf(table)[0]?.length).toBeGreaterThan(table.look === 'roster' ? 2 : 4)
  })

  test('two of it share no id', () => {
    const ids = (part: AttachmentPart): string[] => JSON.stringify(part).match(/"id":"[^"]+"/g) ?? []
    const both = [...ids(made), ...ids(attachmentFromTemplate(template, VALUES))]
    expect(new Set(both).size).toBe(both.length)
  })
})

test('the office and the day stand where their words are', () => {
  const template = parseAttachmentTemplate({ version: 1, id: 'one', name: '一', title: '{office}考核表', body: ['{date}'] })
  const made = attachmentFromTemplate(template, VALUES)
  expect(innerTitleOf(made)).toBe('河湾县人民政府办公室考核表')
  expect(JSON.stringify(made)).toContain('2024年5月8日')
})

test.each([
  [{ id: '表' }, 'id'],
  [{ body: [] }, 'body'],
  [{ body: ['一', { table: ['甲 | 乙', '丙'] }] }, 'body.1.table'],
  [{ body: [{ roster: ['组长 | 林禾'] }] }, 'body.0.roster'],
  [{ body: [{ roster: ['组长：| 林禾 | 县长'] }] }, 'body.0.roster'],
  [{ genre: '通知' }, 'genre'],
  [{ version: 2 }, 'version'],
])('%j is refused with the place of the fault', (change, place) => {
  expect(() => parseAttachmentTemplate({ version: 1, id: 'one', name: '一', title: '表', body: ['一'], ...change })).toThrow(place)
})
