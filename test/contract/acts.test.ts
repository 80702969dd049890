/** The way of a document over both transports: steps, what is told of them, what was frozen, and an export of what was frozen. */
import { describe, expect, it } from 'vitest'
import { startJob } from '../../renderer/api/job.ts'
import type { DocumentRecord } from '../../shared/api/types.ts'
import type { ErrorCode } from '../../shared/api/reply.ts'
import type { Channel, RequestOf } from '../../shared/api/contract.ts'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { notice } from '../cli/harness.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  const at = machineForEach(start, '公报 办理-')

  async function draft(): Promise<DocumentRecord> {
    const { client } = at.machine
    await client.call('library.create', { office: '河湾县人民政府办公室', codes: ['河政办发'], user: '林禾' })
    const done = await startJob(client, { kind: 'import', sources: [await at.machine.source('通知.txt', notice({ number: null }))] }, () => undefined).result
    return client.call('documents.get', { id: (done.kind === 'import' ? done.files[0]?.id : undefined) ?? '' })
  }

  async function refused<C extends Channel>(channel: C, request: RequestOf<C>, code: ErrorCode): Promise<void> {
    await expect(at.machine.client.call(channel, request)).rejects.toMatchObject({ error: { code } })
  }

  it('each step is written down, told, and refused where the table does not allow it', async () => {
    const { client } = at.machine
    const { id, revision, document } = await draft()
    await refused('documents.act', { id, act: 'approve', opinion: '' }, 'wrongState')
    await refused('documents.act', { id, act: 'submit', opinion: '', handler: ' ' }, 'badRequest')
    await refused('documents.act', { id, act: 'submit', opinion: '', handler: '陈望秋', revision: revision + 1 }, 'stale')
    const sent = await client.call('documents.act', { id, act: 'submit', opinion: '请核数字', handler: ' 陈望秋 ', revision })
    expect(sent).toMatchObject({ state: 'submitted', handler: '陈望秋', drafter: '林禾' })
    await at.machine.event('draft.changed', (one) => one.id === id && one.revision === sent.revision)
    await refused('documents.discard', { id }, 'locked')
    // Whoever reviews may correct.
    const saved = await client.call('documents.save', { id, revision: sent.revision, document: { ...document, header: { ...document.header, issuers: ['河湾县水利局'] } } })
    expect(await client.call('documents.snapshots', { id })).toMatchObject([{ reason: 'submitted', who: '林禾', detail: '送 陈望秋；请核数字', same: false }])
    await refused('documents.act', { id, act: 'return', opinion: '' }, 'badRequest')
    await refused('documents.act', { id, act: 'return', opinion: '改', revision: sent.revision }, 'stale')
    const approved = await client.call('documents.act', { id, act: 'approve', opinion: '同意', revision: saved.revision })
    expect(approved).toMatchObject({ state: 'reviewed', handler: '' })
    await refused('documents.save', { id, revision: approved.revision, document }, 'locked')
    expect(await client.call('documents.people', {})).toEqual(['林禾'])
  })

  it('voiding a numbered document tells the register; what was sent is read back and exported as it was then', async () => {
    const { client } = at.machine
    const { id, document, revision } = await draft()
    await client.call('documents.act', { id, act: 'submit', opinion: '', handler: '陈望秋' })
    await client.call('documents.save', { id, revision: revision + 1, document: { ...document, header: { ...document.header, issuers: ['河湾县水利局'] } } })
    await client.call('documents.sign', { id, signer: '县长 周明远' })
    const [series] = await client.call('register.series', { year: 2024 })
    await client.call('register.allocate', { documentId: id, seriesId: series?.id ?? '', year: 2024 })
    await client.call('documents.act', { id, act: 'void', opinion: '重复发文' })
    await at.machine.event('register.changed')
    expect((await client.call('register.number', { seriesId: series?.id ?? '', year: 2024, serial: 1 })).row).toMatchObject({ kind: 'void', state: 'void' })

    const frozen = await client.call('documents.snapshots', { id })
    expect(frozen.map(({ reason }) => reason)).toEqual(['numbered', 'signed', 'submitted'])
    const sent = await client.call('documents.snapshot', { id: frozen[2]?.id ?? '' })
    expect(sent).toMatchObject({ documentId: id, same: false, document })
    const result = await startJob(client, { kind: 'export', id, layout: 'gazette', target: at.machine.target('送审.docx'), snapshot: sent.id }, () => undefined).result
    if (result.kind !== 'export') throw new Error(result.kind)
    expect(checkWordFile(await at.machine.fetched(result), document)).toEqual([])
    const { history } = await client.call('documents.get', { id })
    expect(history.at(-1)).toMatchObject({ what: 'exported', detail: expect.stringMatching(/^公报版式，Word，.*，\d+年\d+月\d+日 \d\d:\d\d留存的文字$/) as string })
    expect((await client.call('documents.snapshots', { id }))[0]).toMatchObject({ reason: 'exported', fingerprint: sent.fingerprint })
  })
})
