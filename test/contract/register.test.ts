/** The register over both transports: every act, what it answers, what is told of it, and how a refusal names who holds a number. */
import { describe, expect, it } from 'vitest'
import type { Channel, RequestOf } from '../../shared/api/contract.ts'
import type { ErrorCode } from '../../shared/api/reply.ts'
import { startJob } from '../../renderer/api/job.ts'
import { notice } from '../cli/harness.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  const at = machineForEach(start, '公报 登记-')

  async function refused<C extends Channel>(channel: C, request: RequestOf<C>, code: ErrorCode, says: string): Promise<void> {
    await expect(at.machine.client.call(channel, request)).rejects.toMatchObject({ error: { code, message: expect.stringContaining(says) as string, next: expect.stringMatching(/[一-龥]/) as string } })
  }

  async function library(): Promise<string> {
    await at.machine.client.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政发', '河政办发'], user: '林禾' })
    const [series] = await at.machine.client.call('register.series', { year: 2031 })
    return series?.id ?? ''
  }

  async function signed(): Promise<string> {
    const { client } = at.machine
    const done = await startJob(client, { kind: 'import', sources: [await at.machine.source('通知.txt', notice({ number: null }))] }, () => undefined).result
    const id = done.kind === 'import' ? (done.files[0]?.id ?? '') : ''
    await client.call('documents.sign', { id, signer: '程远' })
    return id
  }

  it('numbers are kept, taken, explained, voided and released; each tells its history', async () => {
    const { client } = at.machine
    const seriesId = await library()
    const key = (serial: number) => ({ seriesId, year: 2031, serial })
    expect(await client.call('register.reserve', { seriesId, year: 2031, count: 2, purpose: '防汛文件', expires: null })).toEqual([key(1), key(2)])
    await at.machine.event('register.changed')
    await refused('register.reserve', { seriesId, year: 2031, from: 2, count: 1, purpose: '别的', expires: null }, 'numberTaken', '由林禾预留（防汛文件）')
    const advice = await client.call('register.advice', { seriesId, year: 2031, serial: 6 })
    expect(advice).toMatchObject({ serial: 6, printed: '河政发〔2031〕6号' })
    expect(advice.warnings.map(({ text }) => text)).toContainEqual(expect.stringContaining('跳过3个号'))
    const held = await client.call('register.allocate', { seriesId, year: 2031, serial: 6, reason: '机构改革配套文件' })
    expect(held).toMatchObject({ documentNumber: '河政发〔2031〕6号', number: 6, record: null })
    await refused('register.allocate', { seriesId, year: 2031, serial: 6, reason: '别的' }, 'numberTaken', '河政发〔2031〕6号已由林禾占用')
    expect(await client.call('register.takeOnPaper', { ...key(3), title: '关于保密工作的通知', reason: '' })).toMatchObject({ row: { kind: 'paper' } })
    expect(await client.call('register.amend', { ...key(3), field: 'copies', value: '60' })).toMatchObject({ row: { entry: { book: { copies: '60' } } } })
    expect((await client.call('register.amend', { ...key(3), field: 'copies', value: '85' })).history.at(-1)).toMatchObject({ what: 'amended', who: '林禾', detail: '份数 60 改为 85' })
    expect(await client.call('register.explain', { ...key(4), reason: '印制时空出' })).toMatchObject({ row: { kind: 'explained' } })
    await refused('register.explain', { ...key(9), reason: 'x' }, 'wrongState', '还没有用到')
    expect(await client.call('register.void', { ...key(6), reason: '内容重复' })).toMatchObject({ row: { kind: 'void' }, history: [{ what: 'held' }, { what: 'voided', detail: '内容重复' }] })
    await client.call('register.release', { ...key(2), reason: '' })
    const { rows, series } = await client.call('register.numbers', { seriesId, year: 2031 })
    expect(rows.map(({ kind }) => kind)).toEqual(['reserved', 'gap', 'paper', 'explained', 'gap', 'void'])
    expect(series).toMatchObject({ last: 6, next: 7, used: 1, gaps: 2, reserved: 1, years: [2031] })
    expect((await client.call('register.number', key(2))).history.map(({ what }) => what)).toEqual(['reserved', 'released'])
  })

  it('a held number gets its document, a wrong one is corrected; voiding it voids the document', async () => {
    const { client } = at.machine
    const seriesId = await library()
    const other = (await client.call('register.series', { year: 2031 })).find(({ code }) => code === '河政办发')?.id ?? ''
    await client.call('register.allocate', { seriesId, year: 2031, reason: '先占' })
    const documentId = await signed()
    const bound = await client.call('register.bind', { seriesId, year: 2031, serial: 1, documentId })
    expect(bound).toMatchObject({ documentNumber: '河政发〔2031〕1号', record: { state: 'numbered' } })
    await at.machine.event('draft.changed', ({ id, revision }) => id === documentId && revision === bound.record?.revision)
    const corrected = await client.call('register.correct', { seriesId: other, year: 2031, documentId, reason: '选错了机关代字', old: 'void' })
    expect(corrected).toMatchObject({ documentNumber: '河政办发〔2031〕1号', record: { document: { header: { documentNumber: '河政办发〔2031〕1号' } } } })
    const old = await client.call('register.number', { seriesId, year: 2031, serial: 1 })
    expect(old).toMatchObject({ row: { kind: 'void', entry: { documentId: null } } })
    expect(old.history.map(({ what }) => what)).toEqual(['held', 'bound', 'corrected'])
    const fresh = await client.call('register.number', { seriesId: other, year: 2031, serial: 1 })
    expect(fresh).toMatchObject({ row: { kind: 'used', state: 'numbered', same: true, entry: { documentId, book: { signer: '程远', title: '关于做好2024年防汛工作的通知' } } } })
    expect(fresh.history.map(({ what }) => what)).toEqual(['signed', 'corrected'])
    await client.call('register.void', { seriesId: other, year: 2031, serial: 1, reason: '不再发文' })
    expect((await client.call('documents.get', { id: documentId })).state).toBe('void')
  })

  it('a series starts where it is told, unless numbers below were taken', async () => {
    const { client } = at.machine
    const id = await library()
    await client.call('register.changeSeries', { id, name: '河湾县人民政府发文', start: 10, startYear: 2031 })
    expect(await client.call('register.allocate', { seriesId: id, year: 2031, reason: '先占' })).toMatchObject({ number: 10 })
    expect(await client.call('register.allocate', { seriesId: id, year: 2032, reason: '先占' })).toMatchObject({ number: 1 })
    await refused('register.changeSeries', { id, start: 11 }, 'badRequest', '2031年的10号已经登记')
    expect((await client.call('register.addSeries', { code: '河政令', form: 'order', yearly: false })).at(-1)).toMatchObject({ code: '河政令', form: 'order', yearly: false, next: 1 })
  })
})
