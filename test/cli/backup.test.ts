/** backup and restore from the terminal: also where no library can be opened, and on disks that take nothing more. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readyDocument } from '../store/library.ts'
import { layoutOf, makeOlder } from '../store/older-library.ts'
import { builtProgram } from '../shell/harness.ts'
import { gongbao, gongbaoAfter, gongbaoHere, MAY_MOUNT, notice, type Ended } from './harness.ts'

let program: Awaited<ReturnType<typeof builtProgram>>
let folder: string
beforeAll(async () => {
  program = await builtProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 备份-'))
  writeFileSync(join(folder, '通知.txt'), notice())
  writeFileSync(join(folder, '草稿.txt'), notice({ number: null, title: '关于做好秋季植树的通知' }))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LIBRARY = ['--library', '资料.db'] as const
const run = (...args: readonly string[]): Promise<Ended> => gongbaoHere(folder, ...args)
const built = (...args: readonly string[]): Ended => gongbao({ root: program.root, folder }, ...args)
const backups = (): readonly string[] => readdirSync(join(folder, '资料-备份')).sort()

function done(ended: Ended): string {
  expect(ended).toMatchObject({ code: 0 })
  return ended.out.trimEnd()
}

function json(ended: Ended): unknown {
  return JSON.parse(done(ended)) as unknown
}

async function titles(): Promise<readonly string[]> {
  return (json(await run('list', '--json', ...LIBRARY)) as { title: string }[]).map(({ title }) => title).sort()
}

function expectRefused(ended: Ended, ...parts: readonly (string | RegExp)[]): void {
  expect(ended).toMatchObject({ code: 1, out: '' })
  for (const part of parts) expect(ended.err).toMatch(part)
  expect(ended.err).not.toMatch(/程序出错|\n\s+at |Error:|undefined/)
}

it('a backup is made, listed and restored; what was there is a backup then', async () => {
  done(await run('import', '通知.txt', ...LIBRARY))
  const file = done(built('backup', ...LIBRARY))
  expect(file).toMatch(/资料-备份\/资料-\d{4}-\d\d-\d\d-\d{6}-手动\.db$/)
  done(await run('import', '草稿.txt', ...LIBRARY))
  const [listed] = json(await run('backup', 'list', '--json', ...LIBRARY)) as { at: string; bytes: number }[]
  expect(listed).toMatchObject({ file, reason: 'manual', documents: 1, numbers: 1, fault: null })
  expect(listed?.bytes).toBeGreaterThan(10_000)
  expect(listed?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)

  const restored = built('restore', file, ...LIBRARY)
  expect(done(restored)).toBe(file)
  expect(restored.err).toContain('已恢复：文稿 1 件，文号 1 个')
  expect(await titles()).toEqual(['关于做好2024年防汛工作的通知'])
  const [, before] = done(await run('backup', 'list', ...LIBRARY)).split('\n').sort().map((line) => line.split('\t'))
  expect(before).toEqual([expect.stringMatching(/-恢复前\.db$/), '恢复前', '文稿 2 件，文号 1 个'])

  // `latest` is that one: the restore is taken back.
  const back = json(await run('restore', 'latest', '--json', ...LIBRARY)) as { before: string }
  expect(back).toMatchObject({ from: before?.[0], documents: 2, numbers: 1, aside: null, lost: [] })
  expect(back.before).toMatch(/恢复前/)
  expect(await titles()).toHaveLength(2)
})

it('numbers that go with a restore are named', async () => {
  done(await run('import', '草稿.txt', ...LIBRARY))
  const file = done(await run('backup', ...LIBRARY))
  done(await run('import', '通知.txt', ...LIBRARY))
  const { err } = await run('restore', file, ...LIBRARY)
  expect(err).toContain('备份之后取的 1 个文号不在登记簿里了：河政办发〔2024〕9号')
  expect(err).toContain('线下占用')
})

it('over a damaged library, and where it is gone: the refusal names the newest backup', async () => {
  done(await run('import', '通知.txt', ...LIBRARY))
  const file = done(await run('backup', ...LIBRARY))
  writeFileSync(join(folder, '资料.db'), '这不是资料库'.repeat(1000))
  expectRefused(await run('list', ...LIBRARY), '已损坏', file.split('/').at(-1) ?? '', 'restore latest')
  const over = await run('restore', 'latest', ...LIBRARY)
  done(over)
  expect(over.err).toMatch(/损坏的文件留在：.*资料-损坏-.*\.db/)
  expect(await titles()).toHaveLength(1)

  rmSync(join(folder, '资料.db'))
  expectRefused(await run('list', ...LIBRARY), '资料库文件不见了', 'restore latest')
  // A new library in its place would look as if all was lost.
  expectRefused(await run('import', '草稿.txt', ...LIBRARY), '资料库文件不见了')
  expect(existsSync(join(folder, '资料.db'))).toBe(false)
  done(await run('restore', file, ...LIBRARY))
  expect(await titles()).toHaveLength(1)
})

it.each<[readonly string[], string | RegExp]>([
  [['backup'], '这里还没有资料库'],
  [['restore', 'latest'], '没有能用的备份'],
  [['restore', '没有.db'], '没有这份备份'],
  [['restore', '通知.txt'], '这份备份不能用'],
  [['restore'], 'restore 后面还缺内容'],
  [['backup', 'all'], 'backup 后面不认识：all'],
])('%j without a library is refused', async (args, message) => {
  expectRefused(await run(...args, ...LIBRARY), message)
  expect(existsSync(join(folder, '资料.db'))).toBe(false)
})

it('a folder where nothing was backed up yet', async () => {
  done(await run('import', '通知.txt', ...LIBRARY))
  const listed = await run('backup', 'list', ...LIBRARY)
  expect(listed).toMatchObject({ code: 0, out: '' })
  expect(listed.err).toContain('还没有备份')
})

describe.runIf(MAY_MOUNT)('a disk (needs mount namespaces)', () => {
  const after = (setup: string, ...args: readonly string[]): Ended => gongbaoAfter(setup, { root: program.root, folder }, ...args)
  /** Mounts 盘 with so much more room than the library takes, and copies it there. */
  const disk = (library: string, spareKb: number): string =>
    `mount -t tmpfs -o size=$(( $(stat -c %s "$FOLDER/${library}") / 1024 + ${spareKb} ))k none "$FOLDER/盘" && cp "$FOLDER/${library}" "$FOLDER/盘"`
  const long = (): string => notice({ number: null }) + '各乡镇要高度重视，抓好落实。\n'.repeat(8000)

  it('that has no room for a backup: none is made, no half one stays, the library is used as before', async () => {
    writeFileSync(join(folder, '长.txt'), long())
    done(await run('import', '长.txt', ...LIBRARY))
    mkdirSync(join(folder, '盘'))
    const mount = disk('资料.db', 300)
    const keep = '"$0" "$1" list --json --library 盘/资料.db > "$FOLDER/之后.json"; ls -A 盘/资料-备份 > "$FOLDER/留下.txt"'
    expectRefused(after(`${mount} && { "$0" "$1" backup --library 盘/资料.db 2> "$FOLDER/满.txt" || { ${keep}; }; }`, 'list', '--library', '没有.db'), '还没有资料库')
    const said = readFileSync(join(folder, '满.txt'), 'utf8')
    expect(said).toMatch(/没有做成备份：磁盘/)
    expect(said).toContain('请清理磁盘空间')
    expect(readFileSync(join(folder, '留下.txt'), 'utf8')).toBe('')
    expect(JSON.parse(readFileSync(join(folder, '之后.json'), 'utf8'))).toHaveLength(1)
  })

  it('that has no room for the copy before a migration: the migration does not begin', () => {
    makeOlder({ file: join(folder, '旧.db'), layout: 30, documents: Array.from({ length: 40 }, (_, at) => readyDocument(`第${at}份`, '请各乡镇于十月底前完成检修。'.repeat(500))) })
    mkdirSync(join(folder, '盘'))
    const mount = disk('旧.db', 200)
    const keep = 'cp 盘/旧.db "$FOLDER/之后.db"; ls -A 盘/旧-备份 > "$FOLDER/留下.txt"'
    expectRefused(after(`${mount} && { "$0" "$1" list --library 盘/旧.db 2> "$FOLDER/满.txt" || { ${keep}; }; }`, 'list', '--library', '没有.db'), '还没有资料库')
    expect(readFileSync(join(folder, '满.txt'), 'utf8')).toMatch(/要先备份再升级，没有升级.*磁盘.*请清理磁盘空间/)
    expect(layoutOf(join(folder, '之后.db'))).toBe(30)
    expect(readFileSync(join(folder, '留下.txt'), 'utf8')).toBe('')
  })

  it('that has no room for what is there: a restore changes nothing', async () => {
    done(await run('import', '草稿.txt', ...LIBRARY))
    const small = done(await run('backup', ...LIBRARY))
    writeFileSync(join(folder, '长.txt'), long())
    done(await run('import', '长.txt', ...LIBRARY))
    mkdirSync(join(folder, '盘'))
    const mount = disk('资料.db', 600)
    const keep = '"$0" "$1" list --json --library 盘/资料.db > "$FOLDER/之后.json"'
    expectRefused(after(`${mount} && { "$0" "$1" restore "${small}" --library 盘/资料.db 2> "$FOLDER/满.txt" || ${keep}; }`, 'list', '--library', '没有.db'), '还没有资料库')
    expect(readFileSync(join(folder, '满.txt'), 'utf8')).toMatch(/磁盘/)
    expect(JSON.parse(readFileSync(join(folder, '之后.json'), 'utf8'))).toHaveLength(2)
  })

  it('that may only be read: the backup is refused', async () => {
    done(await run('import', '通知.txt', ...LIBRARY))
    mkdirSync(join(folder, '资料-备份'))
    expectRefused(after('mount --bind "$FOLDER/资料-备份" "$FOLDER/资料-备份" && mount -o remount,bind,ro "$FOLDER/资料-备份"', 'backup', ...LIBRARY), '没有做成备份：没有写入的权限', '备份文件夹能不能写入')
    expect(backups()).toEqual([])
  })
})
