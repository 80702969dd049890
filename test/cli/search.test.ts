/** `gongbao search`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { gongbaoHere, notice, type Ended } from './harness.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 检索-'))
  writeFileSync(join(folder, '通知.txt'), notice())
  writeFileSync(join(folder, '拟稿.txt'), notice({ number: null, title: '关于加强山塘管护的通知' }))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args)

interface Entry {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: string
  readonly hits: number
  readonly places: readonly { readonly place: string; readonly text: string }[]
}
const found = async (...words: readonly string[]): Promise<readonly Entry[]> => {
  const { code, out, err } = await run('search', ...words, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as readonly Entry[]
}

it('finds what was imported just now, with every place', async () => {
  const ids = (JSON.parse((await run('import', '通知.txt', '拟稿.txt', '--json')).out) as { id: string }[]).map(({ id }) => id)
  expect(await found('防汛')).toEqual([
    {
      id: ids[0], number: '河政办发〔2024〕9号', title: '关于做好2024年防汛工作的通知', state: 'issued', hits: 4,
      places: [
        { place: '标题', text: '关于做好2024年防汛工作的通知' },
        { place: '正文', text: '入汛以来，我县降雨偏多。为做好今年防汛工作，现就有关事项通知如下。' },
        { place: '一、', text: '落实防汛责任' },
        { place: '一、（一）', text: '各乡镇对本辖区防汛工作负总责，主要负责人要靠前指挥。' },
      ],
    },
    expect.objectContaining({ id: ids[1], number: null, state: 'draft', hits: 3 }),
  ])
  expect((await found('发[2024]9号')).map(({ id }) => id)).toEqual([ids[0]])
  expect((await found('山塘', '救生衣')).map(({ id }) => id)).toEqual([ids[1]])
  expect(await found('没有的词')).toEqual([])
})

it('says it as a table without --json, and that nothing was found', async () => {
  await run('import', '通知.txt', '--json')
  const { code, out } = await run('search', '青石镇')
  expect(code).toBe(0)
  const [head, place] = out.split('\n')
  expect(head?.split('\t').slice(1)).toEqual(['已发（导入）', '河政办发〔2024〕9号', '关于做好2024年防汛工作的通知', '1处'])
  expect(place).toBe('\t一、（二）\t青石镇、柳溪乡等沿河乡镇要逐段明确河堤巡查人员。')
  expect(await run('search', '不存在')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('没有找到') as string })
  expect((await run('search')).code).toBe(1)
})
