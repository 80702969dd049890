import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

test.skipIf(process.platform === 'win32')('a folder that vanishes with the library in it: nothing is written anywhere, and work goes on when it is back', async () => {
  const store = newLibrary()
  const id = await newDraft(store)
  const save = (revision: number, title: string) => store.saveDraft({ id, revision, document: readyDocument(title), now: 1 })
  const folder = dirname(store.file)
  renameSync(folder, `${folder}.拔掉`)
  for (const work of [() => save(1, '拔掉以后'), () => store.makeBackup('manual'), () => store.restoreBackup(join(folder, '没有.db'), '林禾')]) {
    expect((await refusal('fileMissing', work)).message).toContain(store.file)
  }
  expect(existsSync(folder)).toBe(false)
  renameSync(`${folder}.拔掉`, folder)
  expect(await save(1, '插回以后')).toEqual({ revision: 2, savedAt: 1 })
  expect((await store.makeBackup('manual')).fault).toBeNull()
})
