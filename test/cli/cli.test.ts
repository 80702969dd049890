/** The terminal: the way of a notice with the built program, and the names that scripts rely on. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { openStore } from '../../electron/store/sqlite-store.ts'
import { builtProgram } from '../shell/harness.ts'
import { gongbao, gongbaoHere, notice, toGb18030, type Ended } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let folder: string

beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 终端-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args)
const built = (...args: readonly string[]): Ended => gongbao({ root: program.root, folder }, ...args)

function output({ code, out, err }: Ended): string {
  if (code !== 0) throw new Error(err)
  return out.trimEnd()
}
const done = async (...args: readonly string[]): Promise<string> => output(await run(...args))

interface Listed {
  readonly id: string
  readonly documentNumber: string | null
  readonly title: string
  readonly state: string
}
const listed = async (): Promise<Listed[]> => JSON.parse(await done('list', '--json')) as Listed[]

/** Imports a text and returns its id. */
async function imported(text: string | Uint8Array, name = '通知 一.txt'): Promise<string> {
  writeFileSync(join(folder, name), text)
  const [entry] = JSON.parse(await done('import', name, '--json')) as { id: string }[]
  return entry?.id ?? ''
}

describe('import', () => {
  it('a notice with its number arrives as 已发（导入）, and its number is taken', async () => {
    writeFileSync(join(folder, '通知 一.txt'), notice())
    const { code, out, err } = built('import', '通知 一.txt', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      { file: '通知 一.txt', id: expect.any(String) as string, documentNumber: '河政办发〔2024〕9号', title: '关于做好2024年防汛工作的通知', doubts: expect.any(Array) as [] },
    ])
    // A machine without a library gets one, in the person's data folder.
    expect(err).toContain('已建立资料库')
    expect(readdirSync(join(folder, 'home'), { recursive: true }).map(String)).toContainEqual(expect.stringMatching(/gongbao\.db$/i))
    const [only] = await listed()
    expect(only).toMatchObject({ documentNumber: '河政办发〔2024〕9号', state: 'issued' })
  })

  it('without a number it arrives as 拟稿', async () => {
    await imported(notice({ number: null }))
    expect(await listed()).toMatchObject([{ documentNumber: null, state: 'draft', title: '关于做好2024年防汛工作的通知' }])
  })

  it('reads what Chinese offices have, says which encoding it was, and keeps the original', async () => {
    const text = notice({ number: null })
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    const files: [string, string | Uint8Array, RegExp][] = [
      ['u8.txt', text, /UTF-8/i],
      ['u16.txt', utf16, /UTF-16/i],
      ['gb.txt', toGb18030(text), /GB18030/i],
    ]
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    const { code, err } = await run('import', ...files.map(([name]) => name), '--library', '资料.db')
    expect(code).toBe(0)
    for (const [name, , encoding] of files) expect(err.split('\n').find((line) => line.includes(name))).toMatch(encoding)
    const texts: string[] = []
    for (const { id } of JSON.parse(await done('list', '--json', '--library', '资料.db')) as Listed[]) texts.push(await done('show', id, '--text', '--library', '资料.db'))
    expect(texts).toHaveLength(3)
    expect(new Set(texts).size).toBe(1)
    const store = openStore(join(folder, '资料.db'))
    expect(await store.profile()).toEqual({ office: '', user: '', gazetteName: '' })
    await store.close()
  })

  it('one bad file keeps no other out; the order stays and the code says 1', async () => {
    writeFileSync(join(folder, '一.txt'), notice())
    writeFileSync(join(folder, '二.txt'), notice({ number: '河政办发〔2024〕10号', title: '关于开展秋季森林防火检查的通知' }))
    const { code, out, err } = await run('import', '一.txt', '没有.txt', '二.txt', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: '一.txt', documentNumber: '河政办发〔2024〕9号' },
      { file: '没有.txt', id: null, documentNumber: null, title: null, doubts: [], error: expect.stringContaining('没有这个文件') as string },
      { file: '二.txt', documentNumber: '河政办发〔2024〕10号' },
    ])
    expect(err).toContain('没有导入 没有.txt')
    expect(await listed()).toHaveLength(2)
  })

  it('when no file can be taken no library is left behind', async () => {
    expect((await run('import', '没有.txt')).code).toBe(1)
    expect(existsSync(join(folder, 'home'))).toBe(false)
    expect(await run('list')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('这里还没有资料库') as string })
  })
})

describe('the way of a notice', () => {
  it('import, sign, number, export, beside one that came with its number', async () => {
    await imported(notice(), '一.txt')
    const id = await imported(notice({ number: null, title: '关于做好秋粮收购工作的通知' }), '二.txt')
    expect(output(built('sign', id, '--signer', '程远'))).toBe(id)
    expect(output(built('number', 'allocate', '--document', id, '--series', '河政办发', '--year', '2024'))).toBe('河政办发〔2024〕10号')
    mkdirSync(join(folder, '输出 文件'))
    expect(output(built('export', '河政办发[2024]10号', '--layout', 'gazette', '--out', '输出 文件/通知.docx'))).toBe(join(folder, '输出 文件/通知.docx'))
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ state: 'numbered', documentNumber: '河政办发〔2024〕10号' })
    const shown = JSON.parse(output(built('show', id, '--json'))) as Record<string, unknown>
    expect(shown).toMatchObject({ documentNumber: '河政办发〔2024〕10号', state: 'numbered' })
  })

  it('export works in every state, and the file holds the whole text', async () => {
    const id = await imported(notice({ number: null }))
    const library = join(folder, 'home')
    for (const step of [[], ['sign', id], ['number', 'allocate', '--document', id, '--series', '河政办发', '--year', '2024', '--new-series']]) {
      if (step.length > 0) await done(...step)
      await done('export', id, '--layout', 'gazette', '--out', '通知.docx')
      const file = readdirSync(library, { recursive: true }).map(String).find((name) => name.endsWith('gongbao.db')) ?? ''
      const store = openStore(join(library, file))
      const { document } = await store.getDocument(id)
      await store.close()
      expect(checkWordFile(readFileSync(join(folder, '通知.docx')), document)).toEqual([])
    }
    expect(readdirSync(folder).filter((name) => /docx|tmp/.test(name))).toEqual(['通知.docx'])
  })

  it('without a year the current one is taken, and said', async () => {
    const id = await imported(notice({ number: null }))
    await done('sign', id)
    const { out, err } = await run('number', 'allocate', '--document', id, '--series', '河政办发', '--new-series')
    const year = new Date().getFullYear()
    expect(out.trim()).toBe(`河政办发〔${year}〕1号`)
    expect(err).toContain(`${year}年`)
  })

  it('demo: a library of its own and at least ten sound Word files, again and again', async () => {
    const first = output(built('demo', '--out', '示例 输出')).split('\n')
    expect(first.length).toBeGreaterThanOrEqual(10)
    expect(new Set(first).size).toBe(first.length)
    for (const path of first) expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect((await done('demo', '--out', '示例 输出')).split('\n')).toHaveLength(first.length)
    expect(existsSync(join(folder, '示例 输出/gongbao-demo.db'))).toBe(true)
    expect(existsSync(join(folder, 'home'))).toBe(false)
    expect(JSON.parse(await done('list', '--json', '--library', '示例 输出/gongbao-demo.db'))).not.toHaveLength(0)
  })
})

describe('show and list', () => {
  it('the fields are those of docs/cli.md', async () => {
    const id = await imported(notice())
    const shown = JSON.parse(await done('show', id, '--json')) as Record<string, unknown>
    const [, section = ''] = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8').split(/^### (?=`show )/m)
    const described = [...section.replace(/^### [^]*/m, '').matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)]
    const names = described.flatMap((row) => [...(row[1] ?? '').matchAll(/\w+/g)].map(String))
    expect(Object.keys(shown).sort()).toEqual(names.sort())
    expect(shown).toMatchObject({ id, state: 'issued', documentNumber: '河政办发〔2024〕9号', signatureDate: '2024年5月8日' })
    expect(Object.keys((await listed())[0] ?? {})).toEqual(['id', 'documentNumber', 'title', 'state', 'genre', 'signatureDate'])
  })

  it('without --json they are for people', async () => {
    const id = await imported(notice())
    expect(await done('list')).toBe(`${id}\t已发（导入）\t河政办发〔2024〕9号\t关于做好2024年防汛工作的通知`)
    const shown = await done('show', id)
    expect(shown).toContain('已发（导入）')
    expect(shown).toContain('县应急管理局要在六月一日前完成')
    expect(shown.endsWith(await done('show', id, '--text'))).toBe(true)
  })

  it('a document is found by its id, a beginning of it that is like no other, and its number', async () => {
    const [one, two] = [await imported(notice(), '一.txt'), await imported(notice({ number: null }), '二.txt')]
    const same = Array.from(one).findIndex((char, at) => char !== two[at])
    const asked = async (given: string): Promise<unknown> => (JSON.parse(await done('show', given, '--json')) as Listed).id
    for (const given of [one, one.toUpperCase(), one.slice(0, Math.max(8, same + 1)), '河政办发〔2024〕9号', '河政办发(2024)9号']) expect(await asked(given)).toBe(one)
    const several = await run('show', one.slice(0, Math.max(8, same)))
    if (same >= 8) expect(several).toMatchObject({ code: 1, out: '', err: expect.stringContaining(two) as string })
    for (const given of [one.slice(0, 7), '河政办发〔2024〕99号', '', '%', `${one}0`]) {
      expect(await run('show', given)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('资料库里没有') as string })
    }
  })
})

describe('help', () => {
  it('is Chinese, names every command, and is a success', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = args[0] === '--help' ? built(...args) : await run(...args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const name of ['demo', 'import', 'list', 'show', 'sign', 'number allocate', 'number gaps', 'export']) expect(out).toContain(`  ${name}`)
    }
    expect(await run('number', 'allocate', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--series 机关代字') as string })
    const all = await run('number', '--help')
    expect(all.code).toBe(0)
    for (const name of ['allocate', 'reserve', 'void', 'gaps', 'list', 'release', 'explain', 'paper', 'bind', 'correct']) expect(all.out).toContain(` number ${name} `)
  })
})
