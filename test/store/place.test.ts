import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newDraft, newLibrary, openLibrary, readyDocument, refusal } from './library.ts'

test.skipIf(process.platform === 'win32')('a library that was moved away or replaced while it is open takes nothing more, until it is back', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const save = (revision: number, title: string) => store.saveDraft({ id, revision, document: readyDocument(title), now: 1 })
  const aside = `${store.file}.旧`

  renameSync(store.file, aside)
  const { message, next } = await refusal('fileMissing', () => save(1, '移走以后'))
  expect(message).toContain(store.file)
  expect(next).toContain('放回')
  expect(existsSync(store.file)).toBe(false)

  copyFileSync(aside, store.file)
  await refusal('fileMissing', () => save(1, '换掉以后'))
  // What is on the screen can still be read.
  expect((await store.getDocument(id)).revision).toBe(1)

  renameSync(aside, store.file)
  expect(await save(1, '放回以后')).toEqual({ revision: 2, savedAt: 1 })
  expect((await openLibrary(store.file).listDocuments())[0]?.title).toBe('放回以后')
})
