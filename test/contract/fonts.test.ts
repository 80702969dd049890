/** Fonts over both transports: what the slots are drawn with, the office's own families, files by their address. */
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import type { Channel, RequestOf, ValueOf } from '../../shared/api/contract.ts'
import type { FontState } from '../../shared/api/types.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import { FONT_SLOTS, type Families } from '../../shared/layout/slots.ts'
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { FAMILIES } from '../fonts/machine.ts'
import { machineForEach } from './machine-for-each.ts'
import { MACHINES } from './machines.ts'

const OFFICE = { office: '河湾县人民政府办公室', codes: ['河政发'], user: '林禾' }
const NONE: Families = { smallSong: '', fangSong: '', kai: '', hei: '', song: '', latin: '' }

// The machines are processes of their own and look for fonts where this says.
const config = measuringFontconfig()
if (config !== undefined) process.env.FONTCONFIG_FILE = config

describe.each(Object.entries(MACHINES))('over %s', (_name, start) => {
  const at = machineForEach(start, '公报 字体-')
  const call = <C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>> => at.machine.client.call(channel, request)
  const slot = ({ slots }: FontState, name: string) => slots.find((one) => one.name === name)

  it('every slot has measures, with or without fonts and before there is a library', async () => {
    const { metrics, slots } = await call('fonts.metrics', {})
    expect(Object.keys(metrics)).toEqual(Object.keys(FALLBACK_METRICS))
    expect(slots.map(({ slot, asked, own, ofTemplate }) => ({ slot, asked, own, ofTemplate }))).toEqual(
      FONT_SLOTS.map((slot) => ({ slot, asked: FAMILIES[slot], own: '', ofTemplate: FAMILIES[slot] })),
    )
    for (const one of slots) expect(one).toMatchObject({ substitute: metrics[one.slot].substitute })
    await expect(call('fonts.setFamilies', { families: NONE })).rejects.toMatchObject({ error: { code: 'noLibrary' } })
  })

  it('the office sets its own families, and pages are laid out with them', async () => {
    await call('library.create', OFFICE)
    const set = await call('fonts.setFamilies', { families: { ...NONE, kai: ' 方正楷体_GBK ' } })
    expect(await at.machine.event('fonts.changed')).toEqual({ kind: 'fonts.changed' })
    expect(slot(set, '楷体')).toMatchObject({ asked: '方正楷体_GBK', own: '方正楷体_GBK', ofTemplate: '楷体_GB2312' })
    expect(await call('fonts.metrics', {})).toEqual(set)
    const [template] = await call('templates.list', {})
    const { id } = await call('documents.create', { templateId: template?.id ?? '' })
    expect((await call('layout.setting', { id })).gazette.fonts).toEqual({ ...FAMILIES, kai: '方正楷体_GBK' })
    // The template's own family needs no row, and an empty line takes it back.
    expect(slot(await call('fonts.setFamilies', { families: NONE }), '楷体')).toMatchObject({ asked: '楷体_GB2312', own: '' })
    expect((await call('layout.setting', { id })).gazette.fonts).toEqual(FAMILIES)
    for (const families of [{ ...NONE, kai: 7 }, { kai: '楷体' }, { ...NONE, 隶书: '隶书' }]) {
      expect(await at.machine.client.transport.call('fonts.setFamilies', { families })).toMatchObject({ ok: false, error: { code: 'badRequest' } })
    }
  })

  it.skipIf(config === undefined)('an installed family is no substitute; the file of each slot is there by its address, and nothing else is', async () => {
    const installed = await call('fonts.installed', {})
    expect(installed).toContain('FandolKai')
    const state = await call('fonts.metrics', { families: { ...FAMILIES, kai: 'FandolKai', latin: 'Liberation Serif' } })
    expect(slot(state, '楷体')).toMatchObject({ family: 'FandolKai', substitute: false, missing: false })
    expect(slot(state, '仿宋')).toMatchObject({ family: 'FandolFang', substitute: true, missing: false })
    const [own = '', supplement = ''] = slot(state, '楷体')?.files ?? []
    const answer = await at.machine.address(own)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'font/otf', 'x-content-type-options': 'nosniff', 'cache-control': expect.stringContaining('immutable') as string } })
    expect(create(Buffer.from(answer.bytes))).toMatchObject({ postscriptName: 'FandolKai-Regular' })
    // A face of a collection comes as a file of its own.
    expect(create(Buffer.from((await at.machine.address(supplement)).bytes))).toMatchObject({ postscriptName: 'NotoSerifCJKsc-Regular' })
    for (const path of [`/font/${'0'.repeat(64)}`, '/font/', `${own}/`, '/font/..%2findex.html', `/font/${encodeURIComponent('/etc/passwd')}`]) {
      expect(await at.machine.address(path)).toMatchObject({ status: 404 })
    }
  })
})
