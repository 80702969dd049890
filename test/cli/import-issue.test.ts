/** import-issue from the terminal: the names that scripts rely on. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ISSUED, ISSUE_NAME, issueText } from '../support/issue.ts'
import { gongbaoHere, notice, type Ended } from './harness.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 终端-'))
  writeFileSync(join(folder, '公报 5.txt'), issueText())
  writeFileSync(join(folder, '通知.txt'), notice({ number: '河政发〔2024〕1号' }))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args)
const DOCUMENTS = ISSUED.map(({ number, title }) => ({ file: '公报 5.txt', id: expect.any(String) as string, documentNumber: number, title, doubts: expect.any(Array) as [] }))

it('--json gives the issue and its documents, which list and show know', async () => {
  const { code, out } = await run('import-issue', '公报 5.txt', '--library', 'x.db', '--json')
  expect(code).toBe(0)
  const { issue, documents } = JSON.parse(out) as { issue: object; documents: { id: string }[] }
  expect(issue).toEqual({
    id: expect.any(String) as string,
    gazetteName: '河湾县人民政府公报',
    year: 2024,
    number: 5,
    numbers: [5, 6],
    supplement: false,
    total: 18,
    date: '2024年6月30日',
    sponsor: '河湾县人民政府办公室',
    sections: [{ name: '河湾县人民政府办公室文件', documents: ISSUED.map(({ number }) => number) }],
    board: [{ role: '主任', names: ['陈望秋'] }, { role: '委员', names: ['林禾', '周知远'] }],
    introduction: '本刊刊登县人民政府及其办公室公布的文件。',
    cover: '河湾县人民政府公报\n2024年 第5、6期\n总第18期\n河湾县人民政府办公室主办\n2024年6月30日出版',
    doubts: [],
  })
  expect(documents).toEqual(DOCUMENTS)
  expect((JSON.parse((await run('list', '--library', 'x.db', '--json')).out) as unknown[]).length).toBe(3)
  expect(JSON.parse((await run('show', documents[1]?.id ?? '', '--library', 'x.db', '--json')).out)).toMatchObject({ documentNumber: ISSUED[1].number, state: 'issued' })
})

it('a second time it is refused, and --json says why', async () => {
  await run('import-issue', '公报 5.txt')
  const { code, out, err } = await run('import-issue', '公报 5.txt', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({ issue: null, documents: [], error: expect.stringContaining('已在资料库里') as string })
  expect(err).toContain('没有导入 公报 5.txt')
})

it('a text that is no issue leaves no library behind', async () => {
  const { code, err } = await run('import-issue', '通知.txt', '--library', 'x.db')
  expect(code).toBe(1)
  expect(err).toContain('没有找到一期公报')
  expect(existsSync(join(folder, 'x.db'))).toBe(false)
})

it('for a person: one line a document on stdout, the issue and what is doubtful on stderr', async () => {
  const { out, err } = await run('import-issue', '公报 5.txt')
  expect(out.trimEnd().split('\n').map((line) => line.split('\t').slice(1))).toEqual(ISSUED.map(({ number, title }) => [number, title]))
  expect(err).toContain(ISSUE_NAME)
  expect(err).toContain('目录里的标题是“关于做好秋冬植树的通知”')
})

it('import knows an issue by its contents, and the lines keep the names of their files', async () => {
  const { code, out } = await run('import', '公报 5.txt', '通知.txt', '--json')
  expect(code).toBe(0)
  const whole = { file: '公报 5.txt', id: null, documentNumber: null, title: ISSUE_NAME, doubts: [], issue: expect.any(String) as string }
  expect(JSON.parse(out)).toMatchObject([whole, ...DOCUMENTS, { file: '通知.txt', documentNumber: '河政发〔2024〕1号' }])
})
