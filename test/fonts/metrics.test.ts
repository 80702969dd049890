import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFonts } from '../../electron/fonts/find.ts'
import { readMetrics } from '../../electron/fonts/metrics.ts'
import { NEAREST } from '../../electron/fonts/nearest.ts'
import { FALLBACK_METRICS, widthIn } from '../../shared/layout/metrics.ts'
import { FONT_SLOTS } from '../../shared/layout/slots.ts'
import { FAMILIES, machineOf, measuringMachine } from './machine.ts'

const measuring = await measuringMachine()

test('a machine without any font has built-in measures, and says of every slot that nothing is there', async () => {
  const { metrics, report, faces } = await readMetrics(FAMILIES, machineOf([]))
  for (const slot of FONT_SLOTS) {
    expect(metrics[slot]).toEqual({ ...FALLBACK_METRICS[slot], substitute: true })
    expect(faces[slot]).toEqual([])
  }
  expect(report.every(({ missing, substitute }) => missing && substitute)).toBe(true)
  expect(report.map(({ name, asked }) => `${name} ${asked}`)[0]).toBe('小标宋 方正小标宋简体')
})

test('a font file that is gone or broken is missing, not a fault', async () => {
  const broken = { path: import.meta.filename, index: 0, families: ['宋体'], weight: 400 }
  const gone = { path: '/河湾县/宋体.ttf', index: 0, families: ['黑体'], weight: 400 }
  const { report } = await readMetrics(FAMILIES, machineOf([broken, gone]))
  expect(report.every(({ missing }) => missing)).toBe(true)
})

test('the family itself is taken before any other, by any of its names, and is no substitute', () => {
  return fc.assert(
    fc.asyncProperty(fc.constantFrom(...FONT_SLOTS), fc.shuffledSubarray(Object.values(NEAREST).flat().map(({ family }) => family)), async (slot, families) => {
      const faces = [...families, FAMILIES[slot]].map((family, at) => ({ path: `/${at}.ttf`, index: 0, families: [family], weight: 400 }))
      const { slots } = await findFonts(FAMILIES, machineOf(faces))
      expect(slots[slot]).toMatchObject({ asked: FAMILIES[slot], family: FAMILIES[slot], substitute: false })
    }),
  )
})

test('what the settings of the machine name for a family is taken before our own choice', async () => {
  const alias = { path: '/alias.ttf', index: 0, families: ['Zhuque Fangsong'], weight: 400 }
  const near = { path: '/near.ttf', index: 0, families: ['FangSong', '仿宋'], weight: 400 }
  const { slots } = await findFonts(FAMILIES, { faces: [alias, near], aliasOf: (family) => Promise.resolve(family === '仿宋_GB2312' ? alias : undefined) })
  expect(slots.fangSong).toMatchObject({ family: 'Zhuque Fangsong', substitute: true })
  expect((await findFonts(FAMILIES, machineOf([alias, near]))).slots.fangSong).toMatchObject({ family: '仿宋', substitute: true })
})

test('小标宋 takes a bold 宋体, the text a regular one', async () => {
  const face = (weight: number) => ({ path: `/${weight}.otf`, index: 0, families: ['FandolSong'], weight })
  const { slots } = await findFonts(FAMILIES, machineOf([face(700), face(400)]))
  expect([slots.smallSong.face?.weight, slots.song.face?.weight]).toEqual([700, 400])
})

test.skipIf(!measuring)('the measuring fonts: squares, true widths of Latin letters, and what they lack from Noto Serif CJK', async () => {
  if (!measuring) return
  const { metrics, report, faces } = await readMetrics(FAMILIES, measuring)
  expect(report.map(({ family, substitute, missing }) => ({ family, substitute, missing }))).toEqual(
    ['FandolSong粗体', 'FandolFang', 'FandolKai', 'FandolHei', 'FandolSong', 'Liberation Serif'].map((family) => ({ family, substitute: true, missing: false })),
  )
  for (const char of '公国，。、；“”—…·×①㎡') expect(widthIn(metrics.fangSong, char)).toBe(1)
  expect(widthIn(metrics.fangSong, '℃')).toBe(0.944)
  expect(widthIn(metrics.latin, 'A')).toBeCloseTo(1479 / 2048, 5)
  expect(widthIn(metrics.latin, '″')).toBeCloseTo(853 / 2048, 5)
  // Lines without an exact height, as LibreOffice sets them: 120 pt and 115 pt apart for text of 100 pt.
  expect([metrics.fangSong.ascent, metrics.fangSong.descent]).toEqual([1.08, 0.12])
  expect(metrics.latin.ascent + metrics.latin.descent).toBeCloseTo(1.15, 3)
  // 宋体 and 小标宋 bring their own Latin letters.
  expect(widthIn(metrics.song, 'A')).toBe(0.75)
  for (const slot of FONT_SLOTS) {
    const { ascent, descent, inkTop } = metrics[slot]
    expect(inkTop).toBeLessThan(ascent)
    expect(inkTop).toBeGreaterThan(0.6)
    expect(ascent + descent).toBeGreaterThan(1.1)
    expect(faces[slot].map(({ families }) => families.includes('Noto Serif CJK SC'))).toEqual([false, true])
  }
  expect(JSON.stringify(metrics).length).toBeLessThan(64_000)
})
