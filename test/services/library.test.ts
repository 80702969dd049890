import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ServiceContext } from '../../electron/services/context.ts'
import { documentHandlers } from '../../electron/services/documents.ts'
import { openLibraryHolder } from '../../electron/services/library-holder.ts'
import { layoutHandlers } from '../../electron/services/layout.ts'
import { gazetteNameOf, libraryHandlers } from '../../electron/services/library.ts'
import { registerHandlers } from '../../electron/services/register.ts'
import { templateHandlers } from '../../electron/services/template-handlers.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import { missingParts } from '../../shared/document/missing.ts'
import { partText } from '../../shared/document/text.ts'
import { newId } from '../../shared/lib/id.ts'
import { readyDocument, refusal, tempFolder } from '../store/library.ts'

/** The services over a library that is not there yet, and what they tell the interface. */
function services() {
  const events: ApiEvent[] = []
  const emit = (event: ApiEvent): unknown => events.push(event)
  const library = openLibraryHolder(join(tempFolder(), 'gongbao.db'), { emit, report: (error) => expect(error).toBeNull(), daily: false })
  onTestFinished(() => library.close())
  const unasked = (): never => {
    throw new Error('the shell was not asked for in these tests')
  }
  const shell = { kind: 'browser', chooseTarget: unasked, chooseSources: unasked, chooseImage: unasked, chooseWorkbook: unasked, openPath: unasked, ready: unasked } as const
  const context: ServiceContext = {
    libraryFile: library.file,
    shell,
    resources: join(import.meta.dirname, '../..'),
    version: '0.0.0',
    library,
    emit,
    report: unasked,
  }
  return { events, library, ...libraryHandlers(context), ...templateHandlers(context), ...layoutHandlers(context), ...documentHandlers(context), ...registerHandlers(context) }
}

const OFFICE = { office: '河湾县人民政府办公室', codes: ['河政发', '河政办发'], user: '林禾' }

test('the gazette is the government’s, whoever edits it', () => {
  expect(gazetteNameOf('河湾县人民政府办公室')).toBe('河湾县人民政府公报')
  expect(gazetteNameOf('河湾县人民政府')).toBe('河湾县人民政府公报')
  expect(gazetteNameOf('河湾县水利局')).toBe('河湾县水利局公报')
  expect(gazetteNameOf('')).toBe('')
})

test('first start: there is no library, then there is one, with profile and series', async () => {
  const { library, events, ...call } = services()
  expect(await call['library.status']({})).toEqual({ kind: 'none', file: library.file })
  await refusal('noLibrary', () => call['documents.list']({}))

  const status = await call['library.create']({ ...OFFICE, codes: ['河政发', '河政办发', '河政发'] })
  const profile = { office: OFFICE.office, user: '林禾', gazetteName: '河湾县人民政府公报' }
  expect(status).toEqual({ kind: 'open', file: library.file, profile })
  expect(events.map((event) => event.kind)).toEqual(['documents.changed', 'register.changed'])
  expect(await call['documents.list']({})).toEqual([])
  expect((await call['register.series']({ year: 2024 })).map((series) => series.code)).toEqual(['河政发', '河政办发'])
  await refusal('libraryExists', () => call['library.create'](OFFICE))
  await refusal('libraryExists', () => call['library.createSample']({}))
})

test('a code that is none is refused before a library is made', async () => {
  const { library, ...call } = services()
  const { message, next } = await refusal('badRequest', () => call['library.create']({ ...OFFICE, codes: ['河政发', 'HZF'] }))
  expect(message).toContain('HZF')
  expect(next).toContain('河政办发')
  expect(await call['library.status']({})).toEqual({ kind: 'none', file: library.file })
})

test('the profile can be changed', async () => {
  const { library, ...call } = services()
  await call['library.create'](OFFICE)
  const profile = { office: '河湾县人民政府办公室', user: '陈望秋', gazetteName: '河湾公报' }
  expect(await call['library.setProfile'](profile)).toEqual({ kind: 'open', file: library.file, profile })
})

test('the templates are listed without their content', async () => {
  const list = await services()['templates.list']({})
  expect(list.map(({ name }) => name)).toEqual(['通知·印发', '通知·转发', '通知·部署', '任免', '成立领导小组', '分工', '通告', '报告', '请示', '函'])
  for (const one of list) expect(Object.keys(one).sort()).toEqual(['genre', 'id', 'name', 'use'])
})

test('an attachment of a template comes new each time, and only into a library', async () => {
  const call = services()
  await refusal('noLibrary', () => call['templates.attachment']({ templateId: 'roster' }))
  await call['library.create'](OFFICE)
  const [one, other] = [await call['templates.attachment']({ templateId: 'roster' }), await call['templates.attachment']({ templateId: 'roster' })]
  expect(one.type).toBe('attachment')
  expect(other.id).not.toBe(one.id)
  await refusal('notFound', () => call['templates.attachment']({ templateId: 'letter' }))
})

test('pages are laid out with the template, under the name of the gazette', async () => {
  const call = services()
  await call['library.create'](OFFICE)
  const [template] = await call['templates.list']({})
  const { id } = await call['documents.create']({ templateId: template?.id ?? '' })
  expect(await call['layout.setting']({ id })).toMatchObject({ gazette: { columns: { count: 2, characters: 20 } }, head: { gazetteName: '河湾县人民政府公报', issue: '', section: '' } })
  await call['library.setProfile']({ office: '', user: '陈望秋', gazetteName: '河湾公报' })
  expect((await call['layout.setting']({ id })).head.gazetteName).toBe('河湾公报')
  await refusal('notFound', () => call['layout.setting']({ id: newId() }))
})

test('a draft of a template carries the office, and its origin', async () => {
  const { events, ...call } = services()
  await call['library.create'](OFFICE)
  for (const { id, name } of await call['templates.list']({})) {
    const record = await call['documents.create']({ templateId: id })
    expect(record).toMatchObject({ state: 'draft', revision: 1, templateId: id, history: [{ who: '林禾', what: 'created', detail: name }] })
    expect(partText(record.document, 'signatureOrgan')).toMatch(/^河湾县人民政府(办公室)?$/)
    expect(missingParts(record.document).map((one) => one.kind)).toContain('places')
    expect(events.at(-2)).toEqual({ kind: 'draft.changed', id: record.id, revision: 1 })
  }
  await refusal('notFound', () => call['documents.create']({ templateId: 'reply' }))
})

test('from a draft to a numbered document, and to a copy that is free again', async () => {
  const { events, ...call } = services()
  await call['library.create'](OFFICE)
  const { id } = await call['documents.create']({ templateId: 'notice-deploy' })
  const saved = await call['documents.save']({ id, revision: 1, document: readyDocument() })
  expect(saved.revision).toBe(2)
  await call['documents.sign']({ id, signer: '陈望秋' })
  const [series] = await call['register.series']({ year: 2024 })
  const given = await call['register.allocate']({ documentId: id, seriesId: series!.id, year: 2024, expected: 1 })
  expect(given).toMatchObject({ documentNumber: '河政发〔2024〕1号', number: 1, record: { id, state: 'numbered' } })
  expect(events.slice(-3).map((event) => event.kind)).toEqual(['register.changed', 'draft.changed', 'documents.changed'])

  const copy = await call['documents.copy']({ id })
  expect(copy).toMatchObject({ state: 'draft', history: [{ what: 'copied', detail: '河政发〔2024〕1号' }] })
  expect(copy.document.header.documentNumber).toBeNull()
  expect(partText(copy.document, 'title')).toBe('关于做好冬季供暖工作的通知')
  const ids = (value: unknown): string[] => JSON.stringify(value).match(/"id":"[^"]+"/g) ?? []
  expect(ids(copy.document).filter((one) => ids(given.record?.document).includes(one))).toEqual([])
})

test('a second draft of what was on the screen keeps that and not what is stored', async () => {
  const call = services()
  await call['library.create'](OFFICE)
  const { id } = await call['documents.create']({ templateId: 'notice-deploy' })
  const copy = await call['documents.copy']({ id, document: readyDocument('屏幕上的') })
  expect(partText(copy.document, 'title')).toBe('屏幕上的')
})

test('discarding and taking back', async () => {
  const call = services()
  await call['library.create'](OFFICE)
  const { id } = await call['documents.create']({ templateId: 'letter' })
  await call['documents.discard']({ id })
  expect(await call['documents.list']({})).toEqual([])
  expect((await call['documents.listDiscarded']({})).map((one) => one.id)).toEqual([id])
  expect((await call['documents.restore']({ id })).state).toBe('draft')
})

test('a series can be added later; a code that is there or is none is refused', async () => {
  const call = services()
  await call['library.create'](OFFICE)
  expect((await call['register.addSeries']({ code: '河政任' })).map((series) => series.code)).toEqual(['河政发', '河政办发', '河政任'])
  await refusal('badRequest', () => call['register.addSeries']({ code: '河政任' }))
  await refusal('badRequest', () => call['register.addSeries']({ code: '河政任〔2024〕' }))
})
