/** The register from the terminal: number … as docs/cli.md describes it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createStore, openStore } from '../../electron/store/sqlite-store.ts'
import { CODES, newDraft, PROFILE, readyDocument } from '../store/library.ts'
import { gongbaoHere, type Ended } from './harness.ts'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), '公报 编号-'))
  await createStore(join(folder, '库.db'), PROFILE, CODES).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, 'number', ...args, '--library', '库.db')

async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(...args)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`)
  return out.trimEnd()
}

const SERIES = ['--series', '河政发', '--year', '2031'] as const
const take = (...args: readonly string[]): Promise<string> => done('allocate', ...SERIES, ...args)

it('numbers are taken for a reason, several at once, each a line; with --json a record a line', async () => {
  expect(await take('--reason', '机构改革配套文件', '--count', '3')).toBe('河政发〔2031〕1号\n河政发〔2031〕2号\n河政发〔2031〕3号')
  expect((await take('--reason', '备用', '--count', '2', '--json')).split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
    { number: '河政发〔2031〕4号', series: '河政发', year: 2031, n: 4 },
    { number: '河政发〔2031〕5号', series: '河政发', year: 2031, n: 5 },
  ])
  expect(JSON.parse(await done('list', ...SERIES, '--json'))).toHaveLength(5)
})

it('reserve, take by hand, gaps and their explanations, paper, release, void: and what each leaves in the list', async () => {
  expect(await done('reserve', ...SERIES, '--reason', '防汛文件', '--count', '2', '--until', '2031-06-15')).toBe('河政发〔2031〕1号\n河政发〔2031〕2号')
  expect(await run('reserve', ...SERIES, '--reason', '又一处', '--number', '2')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/河政发〔2031〕2号已由林禾预留至2031年6月15日（防汛文件）/) as string })
  expect(await take('--reason', '急件')).toBe('河政发〔2031〕3号')
  const jump = await run('allocate', ...SERIES, '--reason', '手写', '--number', '7')
  expect(jump).toMatchObject({ code: 0, out: '河政发〔2031〕7号\n', err: expect.stringContaining('跳过3个号') as string })
  expect(await done('gaps', ...SERIES)).toBe('河政发〔2031〕4号\t没有说明\n河政发〔2031〕5号\t没有说明\n河政发〔2031〕6号\t没有说明')

  expect(await done('explain', '河政发〔2031〕4号', '--reason', '印制时空出')).toBe('河政发〔2031〕4号')
  expect(await done('paper', '河政发[2031]5号', '--title', '关于保密工作的通知')).toBe('河政发〔2031〕5号')
  expect(await done('release', '河政发〔2031〕1号', '--reason', '文件不发了')).toBe('河政发〔2031〕1号')
  expect(await done('void', ...SERIES, '--number', '3', '--reason', '内容重复')).toBe('河政发〔2031〕3号')
  expect(await run('release', '河政发〔2031〕3号', '--reason', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('已作废') as string })
  expect(await run('explain', '河政发〔2031〕9号', '--reason', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('还没有用到') as string })
  expect(JSON.parse(await done('gaps', ...SERIES, '--json'))).toEqual([
    { number: '河政发〔2031〕1号', series: '河政发', year: 2031, n: 1, reason: '文件不发了' },
    { number: '河政发〔2031〕4号', series: '河政发', year: 2031, n: 4, reason: '印制时空出' },
    { number: '河政发〔2031〕6号', series: '河政发', year: 2031, n: 6, reason: null },
  ])
  expect((await done('list', ...SERIES)).split('\n').map((line) => line.split('\t'))).toEqual([
    ['河政发〔2031〕1号', '缺号（有说明）', '文件不发了', '林禾'],
    ['河政发〔2031〕2号', '预留', '防汛文件', '林禾'],
    ['河政发〔2031〕3号', '作废', '内容重复', '林禾'],
    ['河政发〔2031〕4号', '缺号（有说明）', '印制时空出', '林禾'],
    ['河政发〔2031〕5号', '线下占用', '关于保密工作的通知', '林禾'],
    ['河政发〔2031〕6号', '缺号', '', ''],
    ['河政发〔2031〕7号', '占号', '手写', '林禾'],
  ])
})

it('a held number gets its document; a wrong one is corrected, and the list says what became of both', async () => {
  const store = openStore(join(folder, '库.db'))
  const ids = [await newDraft(store, readyDocument('关于甲的通知')), await newDraft(store, readyDocument('关于乙的通知'))]
  for (const id of ids) await store.signDocument(id, '陈望秋', '林禾')
  await store.close()
  const [one = '', two = ''] = ids
  await take('--reason', '先占')
  expect(await done('bind', '河政发〔2031〕1号', '--document', one)).toBe('河政发〔2031〕1号')
  expect(await take('--document', two, '--json')).toBe('{"number":"河政发〔2031〕2号","series":"河政发","year":2031,"n":2}')
  expect(await run('allocate', ...SERIES, '--document', two)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('已有文号 河政发〔2031〕2号') as string })
  expect(await done('correct', '--document', '河政发〔2031〕2号', '--series', '河政办发', '--year', '2031', '--reason', '选错了机关代字')).toBe('河政办发〔2031〕1号')
  const listed = JSON.parse(await done('list', '--year', '2031', '--json')) as { number: string; kind: string; title: string; reason: string; document: string | null; same: boolean }[]
  expect(listed.map(({ number, kind, title, document, same }) => [number, kind, title, document, same])).toEqual([
    ['河政发〔2031〕1号', 'used', '关于甲的通知', one, true],
    ['河政发〔2031〕2号', 'void', '关于乙的通知', null, true],
    ['河政办发〔2031〕1号', 'used', '关于乙的通知', two, true],
  ])
  expect(listed[1]?.reason).toBe('更正为河政办发〔2031〕1号：选错了机关代字')
})

it('what is refused takes nothing: the numbers before it stand, and were said', async () => {
  const { code, out, err } = await run('allocate', ...SERIES, '--reason', '一', '--number', '99999')
  expect([code, out]).toEqual([0, '河政发〔2031〕99999号\n'])
  expect(err).toContain('是不是多写了一位')
  expect(await done('release', '河政发〔2031〕99999号', '--reason', '手误')).toBe('河政发〔2031〕99999号')
  expect(await take('--reason', '二')).toBe('河政发〔2031〕1号')
  expect(await run('allocate', ...SERIES, '--reason', '三', '--number', '1')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/河政发〔2031〕1号已由林禾占用（.*，二）。登记簿没有改动。请另取一个号/) as string })
  expect(await take('--reason', '四')).toBe('河政发〔2031〕2号')
})
