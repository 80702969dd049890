import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LARGEST_SOURCE, readSourceFile, sourceName } from '../../electron/files/read-source.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 来源-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads a file as it is', async () => {
  writeFileSync(join(folder, '通知.txt'), new Uint8Array([0xc1, 0xf8, 0xff, 0]))
  expect([...(await readSourceFile(join(folder, '通知.txt')))]).toEqual([0xc1, 0xf8, 0xff, 0])
})

it('refuses what is not there, is a folder, or is far too large for a text, before it reads it', async () => {
  await expect(readSourceFile(join(folder, '没有.txt'))).rejects.toMatchObject({ error: { code: 'fileMissing' } })
  await expect(readSourceFile(join(folder, '通知.txt/没有.txt'))).rejects.toMatchObject({ error: { code: 'fileMissing' } })
  await expect(readSourceFile(folder)).rejects.toMatchObject({ error: { code: 'badRequest' } })
  writeFileSync(join(folder, '大.txt'), '')
  truncateSync(join(folder, '大.txt'), LARGEST_SOURCE + 1)
  await expect(readSourceFile(join(folder, '大.txt'))).rejects.toMatchObject({ error: { code: 'tooLarge' } })
})

it('names a source without its folder', () => {
  expect(sourceName({ kind: 'file', path: join(folder, '通知 1.txt') })).toBe('通知 1.txt')
  expect(sourceName({ kind: 'upload', token: 'T', name: '通知 2.txt' })).toBe('通知 2.txt')
})
