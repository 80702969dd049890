import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { fingerprint } from '../../electron/store/fingerprint.ts'
import { makeBody, makeDocument, makeLine, makeParagraph, makePlace } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import { newDraft, newLibrary, newSigned, readyDocument, refusal, seriesOf } from './library.ts'

/** Reason and fingerprint of a document's snapshots, oldest first. */
function snapshots(file: string, id: string): unknown[] {
  const database = new SQLite(file, { readonly: true })
  onTestFinished(() => void database.close())
  return database.prepare('SELECT reason, fingerprint, who FROM snapshot WHERE document_id = ? ORDER BY at, rowid').all(id)
}

test('signing freezes the text with a snapshot and names the signer', async () => {
  const store = newLibrary()
  const document = readyDocument()
  const id = await newDraft(store, document)
  const record = await store.signDocument(id, '陈望秋', '林禾')
  expect(record).toMatchObject({ state: 'signed', revision: 2, document })
  expect(record.history.map(({ what, who, detail }) => ({ what, who, detail }))).toEqual([
    { what: 'created', who: '林禾', detail: '通知·部署' },
    { what: 'signed', who: '林禾', detail: '签发人：陈望秋' },
  ])
  expect(snapshots(store.file, id)).toEqual([{ reason: 'signed', fingerprint: fingerprint(document), who: '林禾' }])
})

test('signing stores how titles were set, which is none of the text: its fingerprint stays; the frozen text has it, too', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument())
  const settled = { ...readyDocument(), parts: readyDocument().parts.map((part) => (part.type === 'title' ? { ...part, kept: [{ characters: 4, text: '关于\u2028通知' }] } : part)) }
  const record = await store.signDocument(id, '陈望秋', '林禾', 1, () => settled)
  expect(record).toMatchObject({ state: 'signed', revision: 2, document: settled })
  const [frozen] = await store.snapshots(id)
  expect(frozen).toMatchObject({ same: true, fingerprint: fingerprint(readyDocument()) })
  expect((await store.snapshot(frozen?.id ?? '')).document).toEqual(settled)
})

test('a text that was changed since it was read is not signed unseen', async () => {
  const store = newLibrary()
  const id = await newDraft(store, readyDocument())
  const seen = await store.getDocument(id)
  await store.saveDraft({ id, revision: seen.revision, document: readyDocument(), now: Date.now() })
  await refusal('stale', () => store.signDocument(id, '陈望秋', '林禾', seen.revision))
  expect((await store.getDocument(id)).state).toBe('draft')
  expect((await store.signDocument(id, '陈望秋', '林禾', seen.revision + 1)).state).toBe('signed')
})

test('a draft that lacks something is not signed; the refusal lists what', async () => {
  const store = newLibrary()
  const body = makeBody([makeParagraph([leaf('请于'), makePlace('截止日期'), leaf('前报送。')])])
  const id = await newDraft(store, makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), body]))
  const before = await store.getDocument(id)
  const { details = [] } = await refusal('notReady', () => store.signDocument(id, '陈望秋', '林禾'))
  expect(details).toEqual(['发文机关没有填写', '标题没有填写', '署名没有填写', '成文日期没有填写', '还有1处待填：截止日期'])
  expect(await store.getDocument(id)).toEqual(before)
  expect(snapshots(store.file, id)).toEqual([])
})

test('a signed document is taken back, changed and signed again; both snapshots stay', async () => {
  const store = newLibrary()
  const id = await newSigned(store)
  const reopened = await store.act({ id, act: 'return', opinion: '请核对数字', who: '林禾' })
  expect(reopened.state).toBe('draft')
  const changed = readyDocument('改过的标题')
  await store.saveDraft({ id, revision: reopened.revision, document: changed, now: Date.now() })
  const record = await store.signDocument(id, '', '林禾')
  expect(record.history.map((entry) => entry.what)).toEqual(['created', 'signed', 'returned', 'signed'])
  expect(record.history.at(-1)?.detail).toBe('')
  expect(snapshots(store.file, id)).toMatchObject([
    { reason: 'signed', fingerprint: fingerprint(readyDocument()) },
    { reason: 'signed', fingerprint: fingerprint(changed) },
  ])
})

test('an editor that still holds the draft cannot save over it after it was signed and taken back', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const { revision } = await store.getDocument(id)
  await store.signDocument(id, '陈望秋', '林禾')
  await store.act({ id, act: 'return', opinion: '请核对数字', who: '林禾' })
  await refusal('stale', () => store.saveDraft({ id, revision, document: readyDocument('旧窗口里的'), now: 1 }))
})

test('steps that the state does not allow are refused and change nothing', async () => {
  const store = newLibrary()
  const draft = await newDraft(store)
  const signed = await newSigned(store)
  const numbered = await newSigned(store)
  const { id: seriesId } = await seriesOf(store, '河政发')
  await store.allocateNumber({ documentId: numbered, seriesId, year: 2024, who: '林禾' })
  const before = await Promise.all([draft, signed, numbered].map((id) => store.getDocument(id)))

  await refusal('wrongState', () => store.signDocument(signed, '陈望秋', '林禾'))
  await refusal('wrongState', () => store.signDocument(numbered, '陈望秋', '林禾'))
  await refusal('wrongState', () => store.act({ id: draft, act: 'return', opinion: '请核对数字', who: '林禾' }))
  await refusal('wrongState', () => store.act({ id: numbered, act: 'return', opinion: '请核对数字', who: '林禾' }))
  await refusal('wrongState', () => store.allocateNumber({ documentId: draft, seriesId, year: 2024, who: '林禾' }))
  const again = await refusal('wrongState', () => store.allocateNumber({ documentId: numbered, seriesId, year: 2025, who: '林禾' }))
  expect(again.message).toContain('河政发〔2024〕1号')
  expect(await Promise.all([draft, signed, numbered].map((id) => store.getDocument(id)))).toEqual(before)
})

test('an export is written into the history and changes nothing else', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  await store.recordWritten(id, { what: 'exported', who: '林禾', detail: '通知.docx', document: readyDocument() })
  const record = await store.getDocument(id)
  expect(record.revision).toBe(1)
  expect(record.history.at(-1)).toMatchObject({ what: 'exported', who: '林禾', detail: '通知.docx' })
})

test('the history is in the order of what happened, also within one millisecond', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const names = Array.from({ length: 30 }, (_, at) => `第${at}次.docx`)
  for (const name of names) await store.recordWritten(id, { what: 'exported', who: '林禾', detail: name, document: readyDocument() })
  const { history } = await store.getDocument(id)
  expect(history.slice(1).map((entry) => entry.detail)).toEqual(names)
})
