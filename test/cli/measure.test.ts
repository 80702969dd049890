/** `gongbao measure`, as it is built: with the library that reads PDF files and its data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { gbk, handMadePdf } from '../pdf/hand-made.ts'
import { builtProgram } from '../shell/harness.ts'
import { gongbao, type Ended } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let folder: string

beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 测量-'))
  const lines = Array.from({ length: 5 }, (_, at) => `BT /F2 16 Tf 1 0 0 1 80 ${700 - at * 28} Tm ${gbk('国'.repeat(27))} Tj ET`).join('\n')
  writeFileSync(join(folder, '通知.pdf'), handMadePdf([lines]))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]): Ended => gongbao({ root: program.root, folder }, ...args)

it('measures a PDF file, with Chinese text in a font that is not in the file', () => {
  const { code, out, err } = run('measure', '通知.pdf', '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { file, renderer, pages } = JSON.parse(out) as { file: string; renderer: null; pages: readonly { text: readonly { text: string }[] }[] }
  expect({ file, renderer }).toEqual({ file: '通知.pdf', renderer: null })
  expect(pages[0]).toMatchObject({ page: 1, width: 210, height: 297, columns: 1, lines: [5], charactersPerLine: 27, sizes: [{ size: 16, characters: 135 }] })
  expect(pages[0]?.text[0]?.text).toBe('国'.repeat(27))
})

it('says it as a table without --json', () => {
  const { code, out } = run('measure', '通知.pdf')
  expect(code).toBe(0)
  expect(out).toContain('| 页 | 纸 | 上 | 下 | 左 | 右 |')
  expect(out).toContain('210×297')
})

it('refuses what is neither, and a damaged file, in Chinese', () => {
  writeFileSync(join(folder, '通知.txt'), '河湾县')
  writeFileSync(join(folder, '坏.pdf'), '%PDF-1.7 坏了')
  for (const [file, message] of [['通知.txt', '量不了这个文件'], ['坏.pdf', '读不了这个 PDF 文件'], ['没有.pdf', '没有这个文件']] as const) {
    const { code, out, err } = run('measure', file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
    expect(err).not.toMatch(/程序出错|\n\s+at |Error:|Warning/)
  }
})

it('says what to install where a Word file is to be measured and LibreOffice is missing', () => {
  writeFileSync(join(folder, '通知.docx'), 'PK')
  const path = process.env.PATH
  process.env.PATH = folder
  try {
    const { code, out, err } = run('measure', '通知.docx')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('apt install libreoffice-writer')
  } finally {
    process.env.PATH = path
  }
})
