/** Images in the library: kept once by their SHA-256, in one transaction with the document that brings them. */
import { createHash } from 'node:crypto'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { bmp, png } from '../support/images.ts'
import { newLibrary, openLibrary, readyDocument } from './library.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const count = (file: string): unknown => new SQLite(file, { readonly: true }).prepare('SELECT count(*) FROM blob').pluck().get()

test('an image is kept once, and any connection has it', async () => {
  const store = newLibrary()
  const bytes = png({ width: 30, height: 20 })
  expect(await store.keepImage(bytes)).toBe(sha256(bytes))
  expect(await store.keepImage(bytes)).toBe(sha256(bytes))
  expect(count(store.file)).toBe(1)
  const read = await openLibrary(store.file).readBlob(sha256(bytes))
  expect(Buffer.from(read ?? []).equals(bytes)).toBe(true)
  expect(await store.readBlob('0'.repeat(64))).toBeNull()
})

test('a document comes with its images and its original, or not at all', async () => {
  const store = newLibrary()
  const arrival = {
    document: readyDocument(), who: '林禾', what: 'imported', detail: '通知.docx',
    original: { name: '通知.docx', bytes: Buffer.from('original') }, images: [png({ width: 30, height: 20 }), bmp({ width: 3, height: 2 })],
  } as const
  await store.importIssued(arrival, { code: '河政发', year: 2024, serial: 3 })
  expect(count(store.file)).toBe(3)
  const other = { ...arrival, images: [png({ width: 31, height: 20 })] }
  await expect(store.importIssued({ ...other, document: readyDocument('关于做好防汛工作的通知') }, { code: '河政发', year: 2024, serial: 3 })).rejects.toMatchObject({ error: { code: 'numberTaken' } })
  expect(count(store.file)).toBe(3)
})
