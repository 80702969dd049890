/** 资料库 and 备份 over both transports. */
import { describe, expect, it } from 'vitest'
import { startJob } from '../../renderer/api/job.ts'
import type { SearchRequest } from '../../shared/api/search-types.ts'
import { notice } from '../cli/harness.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

const ASKED: SearchRequest = { words: '', filter: 'all', states: [], genres: [], organs: [], years: [], order: 'relevance', reversed: false, offset: 0, limit: 20 }

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  const at = machineForEach(start, '公报 资料-')

  async function imported(): Promise<string> {
    const { client } = at.machine
    await client.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const done = await startJob(client, { kind: 'import', sources: [await at.machine.source('通知.txt', notice({}))] }, () => undefined).result
    return (done.kind === 'import' ? done.files[0]?.id : undefined) ?? ''
  }

  it('what was imported is found by its words, with its places, and not by others', async () => {
    const { client } = at.machine
    const id = await imported()
    const found = await client.call('search.query', { ...ASKED, words: '防汛' })
    expect(found).toMatchObject({ total: 1, pending: 0, rows: [{ id, documentNumber: '河政办发〔2024〕9号' }], facets: { years: [{ value: 2024, count: 1 }] } })
    const { places } = await client.call('search.places', { id, words: '防汛' })
    expect(places.length).toBe(found.rows[0]?.hits)
    expect(places.every(({ pieces }) => pieces.some(({ text, hit }) => hit && text === '防汛'))).toBe(true)
    expect((await client.call('search.query', { ...ASKED, words: '山火' })).total).toBe(0)
  })

  it('a backup is made, listed, and put back; everybody is told', async () => {
    const { client } = at.machine
    const id = await imported()
    const { backups } = await client.call('backups.make', {})
    expect(backups[0]).toMatchObject({ reason: 'manual', documents: 1, numbers: 1, fault: null })
    const log = await client.call('library.log', {})
    expect(log.map(({ what, who }) => [what, who])).toEqual([['seriesMade', '林禾'], ['backedUp', '林禾']])
    expect(log.at(-1)?.detail).toBe(`${backups[0]?.name ?? ''}，文稿 1 件，文号 1 个`)
    const { id: copy } = await client.call('documents.copy', { id })
    const restored = await client.call('backups.restore', { file: backups[0]?.file ?? '' })
    expect(restored).toMatchObject({ documents: 1, numbers: 1, before: { reason: 'restore', documents: 2 } })
    await at.machine.event('library.replaced')
    expect((await client.call('documents.list', {})).map((one) => one.id)).toEqual([id])
    await expect(client.call('documents.get', { id: copy })).rejects.toMatchObject({ error: { code: 'notFound' } })
    expect((await client.call('backups.list', {})).backups).toHaveLength(2)
    expect((await client.call('library.log', {})).map(({ what }) => what)).toEqual(['seriesMade', 'libraryRestored'])
  })
})
