/** Real files: what is written, what is left alone, and where a copy is kept. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder, replaceFile } from '../../electron/files/replace-file.ts'
import type { ErrorCode } from '../../shared/api/reply.ts'

let folder: string
const BYTES = new TextEncoder().encode('新的一份')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '公报 文件-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function refused(code: ErrorCode, message?: RegExp) {
  return { error: { code, ...(message ? { message: expect.stringMatching(message) as string } : {}) } }
}

function text(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

describe('a file', () => {
  it('is written new and replaces an old one, and nothing else is left', async () => {
    await replaceFile(join(folder, '通知.docx'), BYTES)
    expect(text('通知.docx')).toBe('新的一份')
    await replaceFile(join(folder, '通知.docx'), new TextEncoder().encode('再新的一份'))
    expect(text('通知.docx')).toBe('再新的一份')
    expect(readdirSync(folder)).toEqual(['通知.docx'])
  })

  it('behind a link is replaced where it lies, and the link stays', async () => {
    mkdirSync(join(folder, '别处'))
    writeFileSync(join(folder, '别处/通知.docx'), '旧')
    symlinkSync(join(folder, '别处/通知.docx'), join(folder, '通知.docx'))
    await replaceFile(join(folder, '通知.docx'), BYTES)
    expect(text('别处/通知.docx')).toBe('新的一份')
    expect(readdirSync(join(folder, '别处'))).toEqual(['通知.docx'])
  })

  it('of the longest name a file system takes is written', async () => {
    const name = `${'字'.repeat(83)}.docx`
    await replaceFile(join(folder, name), BYTES)
    expect(text(name)).toBe('新的一份')
  })
})

describe('a target that cannot be', () => {
  it.each<[string, (path: string) => void, ErrorCode, RegExp]>([
    ['没有/通知.docx', () => undefined, 'fileMissing', /没有这个文件夹/],
    ['夹', (path) => mkdirSync(path), 'badRequest', /是一个文件夹/],
    ['文件/通知.docx', (path) => writeFileSync(join(path, '..'), '旧'), 'badRequest', /不是文件夹/],
    [`${'字'.repeat(90)}.docx`, () => undefined, 'badRequest', /文件名太长/],
  ])('%s', async (name, prepare, code, message) => {
    prepare(join(folder, name))
    const before = readdirSync(folder)
    await expect(replaceFile(join(folder, name), BYTES)).rejects.toMatchObject(refused(code, message))
    expect(readdirSync(folder)).toEqual(before)
  })

  it.runIf(process.platform === 'linux')('a device is never replaced', async () => {
    await expect(replaceFile('/dev/null', BYTES)).rejects.toMatchObject(refused('badRequest', /不是普通文件/))
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that may not be written', async () => {
    chmodSync(folder, 0o555)
    await expect(replaceFile(join(folder, '通知.docx'), BYTES)).rejects.toMatchObject(refused('readOnly', /没有写入的权限/))
    chmodSync(folder, 0o755)
  })

  it('a folder name that a file has', async () => {
    writeFileSync(join(folder, '文件'), '')
    await expect(makeFolder(join(folder, '文件'))).rejects.toMatchObject(refused('badRequest'))
    await expect(makeFolder(join(folder, '文件/下层'))).rejects.toMatchObject(refused('badRequest'))
    await makeFolder(join(folder, '一/二'))
    expect(existsSync(join(folder, '一/二'))).toBe(true)
  })
})

describe('a target that is open in another program', () => {
  it.each([
    ['Word', '关于做好防汛工作的通知.docx', '~$做好防汛工作的通知.docx'],
    ['Word, seven letters', '防汛工作的通知.docx', '~$汛工作的通知.docx'],
    ['Word, a short name', '通知.docx', '~$通知.docx'],
    ['WPS', '通知.docx', '.~通知.docx'],
    ['LibreOffice', '通知.docx', '.~lock.通知.docx#'],
  ])('%s: it stays, and the new one is kept beside it', async (_program, name, lock) => {
    writeFileSync(join(folder, name), '旧')
    writeFileSync(join(folder, lock), '')
    const kept = join(folder, name.replace('.docx', '（另存1）.docx'))
    await expect(replaceFile(join(folder, name), BYTES)).rejects.toMatchObject({
      error: { code: 'busy', safe: expect.stringContaining(kept) as string, next: expect.stringContaining(lock) as string, details: [kept] },
    })
    expect(text(name)).toBe('旧')
    expect(readFileSync(kept, 'utf8')).toBe('新的一份')
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it('copies never write over one another, and fit the longest name', async () => {
    const name = `${'字'.repeat(83)}.docx`
    writeFileSync(join(folder, name), '旧')
    writeFileSync(join(folder, `~$${name.slice(2)}`), '')
    const writes = ['甲', '乙', '丙'].map((copy) => replaceFile(join(folder, name), new TextEncoder().encode(copy)))
    const ended = await Promise.allSettled(writes)
    expect(ended.every(({ status }) => status === 'rejected')).toBe(true)
    const copies = readdirSync(folder).filter((file) => file.includes('另存'))
    expect(copies.map(text).sort()).toEqual(['丙', '乙', '甲'])
    expect(text(name)).toBe('旧')
  })

  it('a lock of another file does not matter', async () => {
    writeFileSync(join(folder, '.~lock.别的通知.docx#'), '')
    await replaceFile(join(folder, '通知.docx'), BYTES)
    expect(text('通知.docx')).toBe('新的一份')
  })
})

/** Runs `replaceFile` in a namespace of its own with `setup` done in a shell before; what it refused, as JSON. */
function inNamespace(setup: string, path: string, size = 10): { status: number | null; refusal: unknown } {
  const code = `import { replaceFile } from ${JSON.stringify(join(import.meta.dirname, '../../electron/files/replace-file.ts'))}
    await replaceFile(${JSON.stringify(path)}, new Uint8Array(${size})).then(() => console.log('null'), (error) => console.log(JSON.stringify(error.error)))
    console.log(JSON.stringify((await import('node:fs')).readdirSync(${JSON.stringify(join(path, '..'))})))`
  const script = `${setup} && exec "$NODE" --input-type=module --eval "$CODE"`
  const env = { ...process.env, NODE: process.execPath, CODE: code, FOLDER: folder }
  const done = spawnSync('unshare', ['-rm', 'sh', '-c', script], { env, encoding: 'utf8' })
  const [refusal = 'null', names = '[]'] = done.stdout.trim().split('\n')
  return { status: done.status, refusal: { error: JSON.parse(refusal) as unknown, names: JSON.parse(names) as unknown } }
}

const mayMount = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

describe.runIf(mayMount)('on a file system of its own (needs mount namespaces)', () => {
  it('a full disk leaves neither a half file nor a rest', () => {
    const { status, refusal } = inNamespace('mount -t tmpfs -o size=16k none "$FOLDER"', join(folder, '通知.docx'), 100_000)
    expect({ status, refusal }).toMatchObject({ status: 0, refusal: { error: { code: 'diskFull' }, names: [] } })
  })

  it('a target that cannot be moved over is held by somebody: the new one is kept', () => {
    writeFileSync(join(folder, '通知.docx'), '旧')
    const { refusal } = inNamespace('mount --bind "$FOLDER/通知.docx" "$FOLDER/通知.docx"', join(folder, '通知.docx'))
    expect(refusal).toMatchObject({ error: { code: 'busy', details: [join(folder, '通知（另存1）.docx')] } })
    expect(readdirSync(folder).sort()).toEqual(['通知.docx', '通知（另存1）.docx'])
    expect(text('通知.docx')).toBe('旧')
  })

  it('a disk mounted for reading only', () => {
    const { refusal } = inNamespace('mount -t tmpfs -o ro none "$FOLDER"', join(folder, '通知.docx'))
    expect(refusal).toMatchObject({ error: { code: 'readOnly' }, names: [] })
  })
})
