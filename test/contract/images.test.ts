/** Images over both transports: in as files or from the clipboard, out by their address. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import type { ErrorCode } from '../../shared/api/reply.ts'
import { startJob } from '../../renderer/api/job.ts'
import { notice } from '../cli/harness.ts'
import { png, pngOf } from '../support/images.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

const OFFICE = { office: '河湾县人民政府办公室', codes: ['河政发'], user: '林禾' }
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe.each(Object.entries(MACHINES))('over %s', (name, start) => {
  const at = machineForEach(start, '公报 图片-')

  const call = <C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>> => at.machine.client.call(channel, request)
  const refusal = async <C extends Channel>(channel: C, request: RequestOf<C>, code: ErrorCode): Promise<void> => {
    await expect(call(channel, request)).rejects.toMatchObject({ error: { code, message: expect.stringMatching(/[一-龥]/) as string } })
  }

  it('an image comes in from a file or the clipboard and is there by its address', async () => {
    await call('library.create', OFFICE)
    const bytes = png({ width: 192, height: 96 })
    const added = await call('images.add', { source: await at.machine.source('示意图.png', bytes) })
    expect(added).toEqual({ sha256: sha256(bytes), mediaType: 'image/png', width: 144, height: 72 })
    expect(await call('images.add', { source: await at.machine.pasted('image.png', bytes) })).toEqual(added)
    const answer = await at.machine.address(`/blob/${added.sha256}`)
    expect(answer.status).toBe(200)
    expect(Buffer.from(answer.bytes).equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': expect.stringContaining('immutable') as string, 'content-security-policy': "default-src 'none'; sandbox" })
  })

  it('what is no image for a document is refused, and only images have an address', async () => {
    await call('library.create', OFFICE)
    const text = Buffer.from('关于开展春季造林的通知')
    for (const [name, bytes] of [['图.png', text], ['空.png', new Uint8Array()], ['断.png', png({ width: 40, height: 40 }).subarray(0, 60)]] as const) {
      await refusal('images.add', { source: await at.machine.pasted(name, bytes) }, 'badRequest')
    }
    await refusal('images.add', { source: await at.machine.source('大.png', pngOf({ width: 30_000, height: 30_000 }, new Uint8Array(9))) }, 'tooLarge')
    await expect(at.machine.pasted('巨大.png', new Uint8Array(20_000_001))).rejects.toThrow(/20 MB/)
    await refusal('images.add', { source: { kind: 'upload', token: 'none', name: '图.png' } }, 'fileMissing')
    // An imported original is kept in the same place, and is not the page's business.
    const original = notice({ number: null })
    await startJob(at.machine.client, { kind: 'import', sources: [await at.machine.source('草稿.txt', original)] }, () => undefined).result
    for (const path of [sha256(Buffer.from(original)), sha256(png({ width: 9, height: 9 })), '', `${'0'.repeat(63)}A`]) expect(await at.machine.address(`/blob/${path}`)).toMatchObject({ status: 404 })
  })

  it('an image needs a library', async () => {
    await refusal('images.add', { source: await at.machine.pasted('图.png', png({ width: 9, height: 9 })) }, 'noLibrary')
    expect(await at.machine.address(`/blob/${'0'.repeat(64)}`)).toMatchObject({ status: 404 })
  })

  it('a page in a browser has no business with files of this machine; the desktop has', async () => {
    await call('library.create', OFFICE)
    const path = join(at.data, '图.png')
    writeFileSync(path, png({ width: 9, height: 9 }))
    const source = { kind: 'file', path } as const
    if (name === 'HTTP') await refusal('images.add', { source }, 'badRequest')
    else expect(await call('images.add', { source })).toMatchObject({ mediaType: 'image/png' })
  })
})
