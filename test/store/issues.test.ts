import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { NewIssue, NewIssueDocument, Store } from '../../electron/store/store.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { newLibrary, openLibrary, refusal } from './library.ts'

const ORIGINAL = { name: '2024-3.txt', bytes: new TextEncoder().encode('河湾县人民政府公报') }

function published(documentNumber: string | null, title: string, text = '请各乡镇于十月底前完成检修。'): NewIssueDocument {
  const document = makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber }, [makeLine('title', title), makeBody([makeParagraph(text)])])
  return { document, doubts: [{ where: '署名', what: '没有找到发文机关署名' }], listed: { title, documentNumber, page: 1 } }
}

const FIRST = published('河政发〔2024〕1号', '关于做好水库检修工作的通知')
const SECOND = published('河政发〔2024〕3号', '关于做好河道清淤工作的通知')
const STAFF = published('河政任〔2024〕1号', '关于林禾同志任职的通知')

function issueOf(documents: readonly NewIssueDocument[] = [FIRST, SECOND], numbers: readonly number[] = [5, 6]): NewIssue {
  return {
    facts: {
      gazetteName: '河湾县人民政府公报',
      year: 2024,
      numbers,
      supplement: false,
      total: 18,
      date: '2024年6月30日',
      sponsor: '河湾县人民政府办公室',
      board: [{ role: '主任', names: ['陈望秋'] }],
      introduction: '本刊刊登县人民政府公布的文件。',
      cover: '河湾县人民政府公报\n2024年第5、6期',
    },
    sections: [
      { name: '河湾县人民政府文件', documents },
      { name: '人事任免', documents: [STAFF] },
    ],
    doubts: [{ where: '封面', what: '没有找到总期数' }],
    who: '林禾',
    original: ORIGINAL,
  }
}

/** Every row of the library, so that "nothing has changed" is meant of all of it. */
function content(store: Store): unknown {
  const database = new SQLite(store.file, { readonly: true })
  onTestFinished(() => void database.close())
  const tables = ['blob', 'document', 'log', 'snapshot', 'run', 'series', 'number', 'issue', 'issue_number', 'issue_section', 'issue_document']
  return tables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()])
}

function count(store: Store, sql: string): unknown {
  const database = new SQLite(store.file, { readonly: true })
  onTestFinished(() => void database.close())
  return database.prepare(sql).pluck().get()
}

test('an issue comes in whole: record, documents, numbers, original', async () => {
  const store = newLibrary()
  const arrival = issueOf()
  const { issue, documents } = await store.importIssue(arrival)
  const ids = documents.map(({ record }) => record.id)
  expect(issue).toEqual({
    ...arrival.facts,
    id: expect.any(String) as string,
    doubts: arrival.doubts,
    sections: [
      { name: '河湾县人民政府文件', documents: [FIRST, SECOND].map(({ listed }, at) => ({ documentId: ids[at], listed })) },
      { name: '人事任免', documents: [{ documentId: ids[2], listed: STAFF.listed }] },
    ],
  })
  // Another connection sees the same.
  const seen = openLibrary(store.file)
  for (const [at, one] of [FIRST, SECOND, STAFF].entries()) {
    const record = await seen.getDocument(ids[at] ?? '')
    expect(record).toMatchObject({ state: 'issued', document: one.document, doubts: one.doubts })
    expect(record.history.map(({ what, detail }) => [what, detail])).toEqual([['imported', '《河湾县人民政府公报》2024年第5、6期（2024-3.txt）']])
  }
  const series = await seen.listSeries(2024)
  expect(series.map(({ code, used, last }) => [code, used, last])).toEqual([['河政发', 2, 3], ['河政办发', 0, 0], ['河政任', 1, 1]])
  expect(count(store, 'SELECT count(*) FROM blob JOIN issue ON sha256 = original_sha256 WHERE bytes = (SELECT bytes FROM blob)')).toBe(1)
  expect(count(store, 'SELECT count(*) FROM document WHERE original_sha256 = (SELECT original_sha256 FROM issue)')).toBe(3)
})

test('a number that the same document holds is no conflict: the issue points to it', async () => {
  const store = newLibrary()
  const there = await store.importIssued({ ...FIRST, who: '林禾', what: 'imported', detail: '' }, { code: '河政发', year: 2024, serial: 1 })
  const { issue, documents } = await store.importIssue(issueOf())
  expect(documents.map(({ linked }) => linked)).toEqual([true, false, false])
  expect(documents[0]).toMatchObject({ record: { id: there.id }, doubts: FIRST.doubts })
  expect(issue.sections[0]?.documents[0]?.documentId).toBe(there.id)
  expect(await store.listDocuments()).toHaveLength(3)
  expect(count(store, "SELECT count(*) FROM snapshot WHERE reason = 'published'")).toBe(0)
})

test('its text, where it differs, is kept beside it and said', async () => {
  const store = newLibrary()
  const there = await store.importIssued({ ...FIRST, who: '林禾', what: 'imported', detail: '' }, { code: '河政发', year: 2024, serial: 1 })
  const printed = published('河政发〔2024〕1号', '关于做好水库检修工作的通知', '请各乡镇于九月底前完成检修。')
  const { documents } = await store.importIssue(issueOf([printed, SECOND]))
  expect(documents[0]).toMatchObject({ record: { id: there.id, document: there.document }, linked: true })
  expect(documents[0]?.doubts.at(-1)?.what).toContain('有出入')
  expect(await store.getDocument(there.id)).toEqual(there)
  expect(JSON.parse(String(count(store, "SELECT content FROM snapshot WHERE reason = 'published'")))).toEqual(printed.document)
})

test('numbers of other documents refuse the whole issue, and all of them are named', async () => {
  const store = newLibrary()
  await store.importIssued({ ...published('河政发〔2024〕3号', '关于开展植树的通知'), who: '', what: 'imported', detail: '' }, { code: '河政发', year: 2024, serial: 3 })
  await store.importIssued({ ...published('河政任〔2024〕1号', '关于沈青同志任职的通知'), who: '', what: 'imported', detail: '' }, { code: '河政任', year: 2024, serial: 1 })
  const before = content(store)
  const { message, details } = await refusal('numberTaken', () => store.importIssue(issueOf()))
  expect(details).toEqual([expect.stringContaining('河政发〔2024〕3号已经给了《关于开展植树的通知》'), expect.stringContaining('河政任〔2024〕1号已经给了《关于沈青同志任职的通知》')])
  expect(message).toContain('整期没有导入')
  expect(content(store)).toEqual(before)
})

test('an issue is there once; one of a combined issue counts', async () => {
  const store = newLibrary()
  await store.importIssue(issueOf())
  const before = content(store)
  const { message } = await refusal('numberTaken', () => store.importIssue(issueOf([published('河政发〔2024〕9号', '关于开展普查的通知')], [6])))
  expect(message).toContain('2024年第6期已在资料库里')
  expect(content(store)).toEqual(before)
  const { documents } = await store.importIssue({ ...issueOf([], [7]), sections: [] })
  expect(documents).toEqual([])
})

test('a fault half way leaves nothing behind', async () => {
  const store = newLibrary()
  const before = content(store)
  // A page that cannot be: the record does not parse when it is read back, after every row was written.
  const broken = { ...FIRST, listed: { title: '', documentNumber: null, page: -1 } }
  await expect(store.importIssue(issueOf([broken, SECOND]))).rejects.toThrow(/sections\.0\.documents\.0\.listed\.page/)
  expect(content(store)).toEqual(before)
})

test('a document without a number, and a number that an issue prints twice, are issued without a place in the register', async () => {
  const store = newLibrary()
  const report = published(null, '政府工作报告')
  const twice = published('河政发〔2024〕1号', '关于开展普查的通知')
  const { documents } = await store.importIssue(issueOf([FIRST, twice, report]))
  expect(documents.map(({ record }) => [record.state, record.document.header.documentNumber])).toEqual([
    ['issued', '河政发〔2024〕1号'],
    ['issued', '河政发〔2024〕1号'],
    ['issued', null],
    ['issued', '河政任〔2024〕1号'],
  ])
  expect(documents[1]?.record.doubts.at(-1)?.what).toContain('出现两次')
  expect((await store.listSeries(2024)).map(({ used }) => used)).toEqual([1, 0, 1])
})
