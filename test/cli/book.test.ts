/** The book from the terminal: out as a file of either kind, and in with a dry run before. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readListFile } from '../../electron/sheet/reader/read-rows.ts'
import { createStore } from '../../electron/store/sqlite-store.ts'
import { builtProgram } from '../shell/harness.ts'
import { row, workbookFile } from '../sheet/workbook-file.ts'
import { gongbao, gongbaoHere, type Ended } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let folder: string

beforeAll(async () => {
  program = await builtProgram()
  folder = mkdtempSync(join(tmpdir(), '公报 登记簿-'))
  await createStore(join(folder, '库.db'), { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '' }, ['河政办发']).close()
})
afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args, '--library', '库.db')
/** As it is built, with the libraries that write workbooks and PDF files. */
const built = (...args: readonly string[]): Ended => gongbao({ root: program.root, folder }, ...args, '--library', '库.db')

it('a book comes in after a dry run, and goes out as it is', async () => {
  const rows = row('文号', '标题', '份数') + row('河政办发[2023]1号', '关于值班的通知', '60') + row('河政办函〔2023〕3号', '关于调水的函', '') + row('见附件', '关于办会的通知', '')
  writeFileSync(join(folder, '旧簿.xlsx'), workbookFile([{ name: '2023', rows }]))
  const dry = await run('book', 'import', '旧簿.xlsx', '--dry-run', '--json')
  // A line was not understood.
  expect(dry.code).toBe(1)
  const read = { sheet: '2023', title: '关于值班的通知', outcome: 'new' }
  expect(JSON.parse(dry.out)).toEqual({
    file: '旧簿.xlsx', dryRun: true, newSeries: ['河政办函'], notes: [],
    rows: [
      { ...read, line: 2, number: '河政办发〔2023〕1号', what: '登记为线下占用' },
      { ...read, line: 3, number: '河政办函〔2023〕3号', title: '关于调水的函', what: '登记为线下占用' },
      { ...read, line: 4, number: '见附件', title: '关于办会的通知', outcome: 'refused', what: '文号“见附件”认不出来' },
    ],
  })
  expect(await run('book', '--out', '空.xlsx')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('登记簿里还没有文号，没有导出') as string })
  expect(existsSync(join(folder, '空.xlsx'))).toBe(false)

  const done = built('book', 'import', '旧簿.xlsx')
  expect(done.out.split('\n')[0]).toBe('2023第2行\t新登记\t河政办发〔2023〕1号\t登记为线下占用')
  expect(done.err).toContain('已建立系列：河政办函')
  expect(done.err).toContain('新登记 2 行，改动 0 行，相同 0 行，没有读入 1 行')

  const out = built('book', '--out', '登记簿.xlsx')
  expect(out).toMatchObject({ code: 0, out: `${join(folder, '登记簿.xlsx')}\n`, err: '已写出 2 个文号\n' })
  expect(readListFile(new Uint8Array(readFileSync(join(folder, '登记簿.xlsx')))).sheets.map(({ name, rows: all }) => [name, all.length])).toEqual([['河政办发〔2023〕', 3], ['河政办函〔2023〕', 5]])
  expect(await run('book', 'import', '登记簿.xlsx', '--dry-run')).toMatchObject({ code: 0, out: '', err: '新登记 0 行，改动 0 行，相同 2 行，没有读入 0 行；只是试算，登记簿没有改动\n' })
  expect(built('book', '--out', '函.pdf', '--series', '河政办函', '--year', '2023').code).toBe(0)
  expect(readFileSync(join(folder, '函.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

it('what cannot be written or read is refused', async () => {
  for (const [args, said] of [
    [['book'], '请写明写到哪里'],
    [['book', '--out', '登记簿.docx'], '写不成这种文件：登记簿.docx'],
    [['book', '--out', '登记簿.xlsx', '--series', '河政'], '没有“河政”这个文号系列'],
    [['book', 'import', '没有.xlsx'], '没有这个文件'],
  ] as const) {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(said)
  }
})
