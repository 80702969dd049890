/** What goes wrong in a terminal: always a Chinese message with a way out on stderr, nothing on stdout, exit code 1, nothing lost. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtProgram } from '../shell/harness.ts'
import { gongbao, gongbaoAfter, gongbaoHere, MAY_MOUNT, notice, type Ended } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let folder: string

beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 终端-'))
  writeFileSync(join(folder, '通知.txt'), notice())
  writeFileSync(join(folder, '草稿.txt'), notice({ number: null }))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LIBRARY = ['--library', '资料.db'] as const
const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args)
const built = (...args: readonly string[]): Ended => gongbao({ root: program.root, folder }, ...args)

function expectRefused(ended: Ended, ...parts: readonly (string | RegExp)[]): void {
  expect(ended).toMatchObject({ code: 1, out: '' })
  for (const part of parts) expect(ended.err).toMatch(part)
  // No trace of the program's insides.
  expect(ended.err).not.toMatch(/程序出错|\n\s+at |Error:|undefined/)
}

/** Imports the two texts; their ids. */
async function library(): Promise<{ issued: string; draft: string }> {
  const { code, out, err } = await run('import', '通知.txt', '草稿.txt', '--json', ...LIBRARY)
  if (code !== 0) throw new Error(err)
  const [issued, draft] = JSON.parse(out) as { id: string }[]
  return { issued: issued?.id ?? '', draft: draft?.id ?? '' }
}

describe('a library', () => {
  it('of a newer program is left as it is', async () => {
    await library()
    const database = new SQLite(join(folder, '资料.db'))
    database.pragma('user_version = 99990')
    database.close()
    const before = readFileSync(join(folder, '资料.db'))
    for (const args of [['list'], ['import', '草稿.txt']]) expectRefused(await run(...args, ...LIBRARY), '更新版本的程序', '请安装新版本')
    expect(readFileSync(join(folder, '资料.db')).equals(before)).toBe(true)
  })

  it.each<[string, (file: string) => void]>([
    ['that is none', (file) => writeFileSync(file, '这不是资料库'.repeat(1000))],
    ['that is cut off', (file) => truncateSync(file, 20_000)],
    ['of another program', (file) => {
      rmSync(file)
      new SQLite(file).exec('CREATE TABLE a (b); PRAGMA user_version = 3').close()
    }],
  ])('%s is left as it is', async (_name, damage) => {
    await library()
    damage(join(folder, '资料.db'))
    const before = readFileSync(join(folder, '资料.db'))
    for (const args of [['list'], ['import', '草稿.txt']]) expectRefused(await run(...args, ...LIBRARY), '已损坏，或不是公报的资料库', '请先把这个文件复制一份留存')
    expect(readFileSync(join(folder, '资料.db')).equals(before)).toBe(true)
  })

  it('that does not exist is not made by looking for it', async () => {
    for (const args of [['list'], ['show', 'x'], ['sign', 'x'], ['number', 'allocate', '--document', 'x', '--series', '河政办发'], ['export', 'x', '--out', 'x.docx']]) {
      expectRefused(await run(...args, ...LIBRARY), '这里还没有资料库', '请先')
    }
    expect(existsSync(join(folder, '资料.db'))).toBe(false)
  })

  it('below a file cannot be made', async () => {
    expectRefused(await run('import', '通知.txt', '--library', '草稿.txt/资料.db'), /草稿\.txt/)
    expect(readFileSync(join(folder, '草稿.txt'), 'utf8')).toBe(notice({ number: null }))
  })

  it('that a person has is no place for the sample', async () => {
    await library()
    expectRefused(await run('demo', '--out', '示例', ...LIBRARY), '已经有一个资料库，不是示例', '请换一个文件夹')
    expect(JSON.parse((await run('list', '--json', ...LIBRARY)).out)).toHaveLength(2)
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('in a folder that may not be written (not as root, who may)', async () => {
    mkdirSync(join(folder, '只读'))
    chmodSync(join(folder, '只读'), 0o555)
    expectRefused(await run('import', '通知.txt', '--library', '只读/资料.db'), '没有写入的权限', '请检查')
  })

  it('that another program holds', async () => {
    await library()
    const other = new SQLite(join(folder, '资料.db'))
    other.exec('BEGIN IMMEDIATE')
    const held = built('import', '通知.txt', ...LIBRARY)
    other.exec('ROLLBACK')
    other.close()
    expectRefused(held, '正被另一个程序占用', '请稍等片刻')
  })
})

describe.runIf(MAY_MOUNT)('a disk (needs mount namespaces)', () => {
  const after = (setup: string, ...args: readonly string[]): Ended => gongbaoAfter(setup, { root: program.root, folder }, ...args)

  it('that may only be read', async () => {
    await library()
    mkdirSync(join(folder, '盘'))
    const mount = 'mount -t tmpfs none "$FOLDER/盘" && cp "$FOLDER/资料.db" "$FOLDER/盘" && mount -o remount,bind,ro "$FOLDER/盘"'
    expectRefused(after(mount, 'import', '通知.txt', '--library', '盘/新.db'), '没有写入的权限', '请检查')
    expectRefused(after(mount, 'import', '通知.txt', '--library', '盘/资料.db'), /没有写入的权限|不支持安全写入/, /请/)
    const draft = await listedDraft()
    expectRefused(after(mount, 'export', draft, '--out', '盘/通知.docx', ...LIBRARY), '没有写入的权限', '请检查')
  })

  it('that is full takes neither a new library nor a document, and loses none', async () => {
    await library()
    mkdirSync(join(folder, '盘'))
    const full = 'mount -t tmpfs -o size=16k none "$FOLDER/盘"'
    expectRefused(after(full, 'import', '通知.txt', '--library', '盘/新.db'), /磁盘/, '请')
    writeFileSync(join(folder, '长.txt'), notice({ number: null }) + '各乡镇要高度重视，抓好落实。\n'.repeat(20_000))
    const mount = `mount -t tmpfs -o size=600k none "$FOLDER/盘" && cp "$FOLDER/资料.db" "$FOLDER/盘"`
    const keep = '"$0" "$1" list --json --library 盘/资料.db > "$FOLDER/之后.json"'
    expectRefused(after(`${mount} && { "$0" "$1" import 长.txt --library 盘/资料.db 2> "$FOLDER/满.txt" || ${keep}; }`, 'list', '--library', '没有.db'), '还没有资料库')
    expect(readFileSync(join(folder, '满.txt'), 'utf8')).toMatch(/磁盘/)
    expect(JSON.parse(readFileSync(join(folder, '之后.json'), 'utf8'))).toHaveLength(2)
  })

  it('that is full takes no Word file, and leaves no half one', async () => {
    await library()
    mkdirSync(join(folder, '盘'))
    const mount = 'mount -t tmpfs -o size=4k none "$FOLDER/盘"'
    expectRefused(after(mount, 'export', await listedDraft(), '--out', '盘/通知.docx', ...LIBRARY), '磁盘空间不够', '请清理磁盘空间')
  })
})

async function listedDraft(): Promise<string> {
  const all = JSON.parse((await run('list', '--json', ...LIBRARY)).out) as { id: string; state: string }[]
  return all.find(({ state }) => state === 'draft')?.id ?? ''
}

describe('a file', () => {
  it('that is no text', async () => {
    writeFileSync(join(folder, '图.txt'), Uint8Array.from({ length: 4000 }, (_, at) => (at * 73) % 256))
    const { code, err } = await run('import', '图.txt', ...LIBRARY)
    expect(code).toBe(1)
    expect(err).toMatch(/没有导入 图\.txt：.*文本/)
    expect(existsSync(join(folder, '资料.db'))).toBe(false)
  })

  it('that is not there, a folder, or empty', async () => {
    writeFileSync(join(folder, '空.txt'), '')
    for (const name of ['没有.txt', '.', '空.txt']) {
      const ended = await run('import', name, ...LIBRARY)
      expectRefused(ended, `没有导入 ${name}：`)
    }
  })

  it('whose number was given already changes nothing', async () => {
    await library()
    expectRefused(await run('import', '通知.txt', ...LIBRARY), '文号 河政办发〔2024〕9号已经给了《关于做好2024年防汛工作的通知》', '请核对文号')
    expect(JSON.parse((await run('list', '--json', ...LIBRARY)).out)).toHaveLength(2)
  })

  it.each([
    ['没有/通知.docx', '没有这个文件夹'],
    ['.', '是一个文件夹'],
    ['通知.txt/通知.docx', '不是文件夹'],
  ])('to write to %s', async (out, message) => {
    const { draft } = await library()
    expectRefused(await run('export', draft, '--out', out, ...LIBRARY), message, '请')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('that is open in Word stays, and the new one is kept beside it', async () => {
    const { draft } = await library()
    writeFileSync(join(folder, '防汛.docx'), '旧')
    writeFileSync(join(folder, '~$防汛.docx'), '')
    expectRefused(await run('export', draft, '--out', '防汛.docx', ...LIBRARY), '正在别的程序', '（另存1）')
    expect(readFileSync(join(folder, '防汛.docx'), 'utf8')).toBe('旧')
    expect(readFileSync(join(folder, '防汛（另存1）.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a step that is not possible', () => {
  it('what came with its number is neither signed nor numbered, and it is said why', async () => {
    const { issued } = await library()
    expectRefused(await run('sign', issued, ...LIBRARY), '已发（导入）', '不能签发', '另存为新稿')
    for (const series of ['河政办发', '河政发']) {
      expectRefused(await run('number', 'allocate', '--document', issued, '--series', series, ...LIBRARY), '已有文号 河政办发〔2024〕9号，不能再编号')
    }
  })

  it('a draft is not numbered; a signed one not signed again', async () => {
    const { draft } = await library()
    expectRefused(await run('number', 'allocate', '--document', draft, '--series', '河政办发', ...LIBRARY), '不能编号', '请先签发')
    expect((await run('sign', draft, ...LIBRARY)).code).toBe(0)
    expectRefused(await run('sign', draft, ...LIBRARY), '已签发')
  })

  it('a draft that lacks something is not signed; everything that it lacks is listed', async () => {
    writeFileSync(join(folder, '缺.txt'), '关于开展森林防火检查的通知\n\n各乡镇人民政府：\n\n请各乡镇按时报送检查情况。\n')
    const { out } = await run('import', '缺.txt', '--json', ...LIBRARY)
    const [{ id }] = JSON.parse(out) as [{ id: string }]
    expectRefused(await run('sign', id, ...LIBRARY), '还不能签发', '署名没有填写', '成文日期没有填写')
  })

  it('an unknown series takes no number, also for a document that is ready', async () => {
    const { draft } = await library()
    await run('sign', draft, ...LIBRARY)
    expectRefused(await run('number', 'allocate', '--document', draft, '--series', '河政发', '--year', '2024', ...LIBRARY), '没有“河政发”这个文号系列', '现有的系列：河政办发', '--new-series')
    expectRefused(await run('number', 'allocate', '--document', draft, '--series', 'ABC', '--new-series', ...LIBRARY), '不像机关代字')
    expect((await run('number', 'allocate', '--document', draft, '--series', '河政办发', '--year', '2024', ...LIBRARY)).out).toBe('河政办发〔2024〕10号\n')
  })
})

describe('a command line', () => {
  it.each<[readonly string[], string]>([
    [[], '请写一个命令'],
    [['publish'], '没有这个命令：publish'],
    [['list', '--jsno'], '没有这个选项：--jsno'],
    [['list', '-x'], '没有这个选项：-x'],
    [['list', '--out', 'x'], 'list 没有选项 --out'],
    [['list', 'x'], 'list 后面多了内容：x'],
    [['list', '--json=yes'], '选项 --json 后面不跟内容'],
    [['list', '--library'], '选项 --library 后面要跟内容'],
    [['list', '--library', ''], '选项 --library 后面是空的'],
    [['import'], 'import 后面还缺内容'],
    [['show'], 'show 后面还缺内容'],
    [['show', 'x', '--json', '--text'], '只能用一个'],
    [['number'], 'number 后面要写做什么：allocate、reserve'],
    [['export', 'x'], '请写明写到哪里'],
    [['export', 'x', '--layout', 'letter', '--out', 'x.docx'], '没有这个版式：letter'],
    [['export', 'x', '--format', 'odt', '--out', 'x.odt'], '写不成这种文件：odt'],
    [['export', 'x', '--format', 'pdf', '--out', 'x.docx'], '不是一种文件'],
    [['demo'], '请写明写到哪个文件夹'],
    [['demo', '--out', '通知.txt'], '不是文件夹'],
  ])('%j', async (args, message) => {
    const before = readdirSync(folder)
    expectRefused(await run(...args), message)
    expect(readdirSync(folder)).toEqual(before)
  })
  it('is answered by the built program with the same words', async () => {
    for (const args of [[], ['list', '--jsno'], ['show', 'x', ...LIBRARY], ['export', 'x', '--out', 'x.docx', ...LIBRARY]]) expect(built(...args)).toEqual(await run(...args))
  })
})
