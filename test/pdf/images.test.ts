/** Images that a PDF cannot take as they are: decoded to what they show. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBmp } from '../../electron/pdf/images/bmp.ts'
import { decodeGif } from '../../electron/pdf/images/gif.ts'
import { decodePng, readPng } from '../../electron/pdf/images/png.ts'
import { ImageFileFault, type Raster } from '../../electron/pdf/images/raster.ts'
import { bmp, pngOf } from '../support/images.ts'

describe('PNG', () => {
  const colors = fc.constantFrom([0, 1], [2, 3], [4, 2], [6, 4])
  const picture = fc.record({
    color: colors, bits: fc.constantFrom(8, 16), width: fc.integer({ min: 1, max: 19 }), height: fc.integer({ min: 1, max: 19 }),
    filter: fc.integer({ min: 0, max: 4 }), interlaced: fc.boolean(), seed: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 7, maxLength: 50 }),
  })

  test('every kind of colour, depth, filter and order of rows shows the same picture', () => {
    fc.assert(
      fc.property(picture, ({ color: [color = 0, channels = 1], bits, width, height, filter, interlaced, seed }) => {
        const sample = (x: number, y: number, channel: number): number => seed[(x * 3 + y * 5 + channel) % seed.length] ?? 0
        const bytes = encodePng({ color, channels, bits, width, height, filter, interlaced }, sample)
        const { rgb, alpha } = decodePng(readPng(bytes))
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const at = y * width + x
            const wanted = channels < 3 ? [0, 0, 0] : [0, 1, 2]
            expect([...rgb.subarray(at * 3, at * 3 + 3)]).toEqual(wanted.map((channel) => sample(x, y, channel)))
            if (channels % 2 === 0) expect(alpha?.[at] ?? 255).toBe(sample(x, y, channels - 1))
          }
      }),
      { numRuns: 200 },
    )
  })

  test('one that is damaged is refused and does not stop the program', () => {
    const damaged = pngOf({ width: 40, height: 40 }, Uint8Array.from({ length: 90 }, (_, at) => at))
    expect(() => decodePng(readPng(damaged))).toThrow(ImageFileFault)
    const short = pngOf({ width: 40, height: 40 }, deflateSync(new Uint8Array(50)))
    expect(() => decodePng(readPng(short))).toThrow(ImageFileFault)
  })
})

test('GIF: every pixel has its colour, also over many codes and between the lines', () => {
  const picture = fc.record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 90 }), interlaced: fc.boolean(), seed: fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 400 }) })
  fc.assert(
    fc.property(picture, ({ width, height, interlaced, seed }) => {
      const index = (x: number, y: number): number => seed[(y * width + x * 7) % seed.length] ?? 0
      const { rgb, alpha } = decodeGif(encodeGif(width, height, interlaced, index))
      expect(alpha).toBeUndefined()
      expect([...rgb]).toEqual(Array.from({ length: width * height }, (_, at) => index(at % width, Math.floor(at / width))).flatMap((one) => [one, 255 - one, one >> 1]))
    }),
    { numRuns: 100 },
  )
})

describe('BMP', () => {
  test('24 bits: red is red, and the rows are not upside down', () => {
    const bytes = bmp({ width: 3, height: 2, colour: [200, 30, 10] })
    bytes.set([1, 2, 3], 54)
    const { rgb, width, height }: Raster = decodeBmp(bytes)
    expect([width, height]).toEqual([3, 2])
    expect([...rgb.subarray(0, 3)]).toEqual([200, 30, 10])
    // The first row in the file is the lowest.
    expect([...rgb.subarray(9, 12)]).toEqual([3, 2, 1])
  })

  test.each([1, 4, 8])('%d bits: indexes of a palette, the first pixel in the highest bits', (bits) => {
    const entries = 2 ** bits
    const stride = Math.ceil((5 * bits) / 32) * 4
    const from = 54 + entries * 4
    const bytes = new Uint8Array(from + stride)
    bytes.set(bmp({ width: 1, height: 1 }).subarray(0, 54))
    const view = new DataView(bytes.buffer)
    view.setUint32(10, from, true)
    view.setInt32(18, 5, true)
    view.setInt32(22, 1, true)
    view.setUint16(28, bits, true)
    for (let entry = 0; entry < entries; entry++) bytes.set([entry, 0, 255 - entry], 54 + entry * 4)
    const indexes = [1, 0, 1, entries - 1, 0]
    indexes.forEach((index, at) => (bytes[from + Math.floor((at * bits) / 8)]! |= index << (8 - bits - ((at * bits) % 8))))
    expect([...decodeBmp(bytes).rgb]).toEqual(indexes.flatMap((index) => [255 - index, 0, index]))
  })

  test('one that is cut off or compressed is refused', () => {
    const whole = bmp({ width: 9, height: 9 })
    expect(() => decodeBmp(whole.subarray(0, 100))).toThrow(ImageFileFault)
    new DataView(whole.buffer).setUint32(30, 1, true)
    expect(() => decodeBmp(whole)).toThrow(ImageFileFault)
  })
})

interface PngKind {
  readonly color: number
  readonly channels: number
  readonly bits: number
  readonly width: number
  readonly height: number
  readonly filter: number
  readonly interlaced: boolean
}

/** A sample of 16 bits has its byte twice, so that it shows as the byte. */
function encodePng({ color, channels, bits, width, height, filter, interlaced }: PngKind, sample: (x: number, y: number, channel: number) => number): Uint8Array {
  const passes = interlaced ? [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] : [[0, 0, 1, 1]]
  const step = (channels * bits) / 8
  const data: number[] = []
  for (const [left = 0, top = 0, dx = 1, dy = 1] of passes) {
    let before: readonly number[] = []
    for (let y = top; y < height && left < width; y += dy) {
      const row: number[] = []
      for (let x = left; x < width; x += dx) for (let one = 0; one < channels; one++) row.push(...(bits === 16 ? [sample(x, y, one), sample(x, y, one)] : [sample(x, y, one)]))
      data.push(filter, ...row.map((byte, at) => (byte - guess(filter, row[at - step] ?? 0, before[at] ?? 0, before[at - step] ?? 0)) & 255))
      before = row
    }
  }
  const bytes = pngOf({ width, height }, deflateSync(Uint8Array.from(data)))
  bytes.set([bits, color, 0, 0, interlaced ? 1 : 0], 24)
  return bytes
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 3) return Math.floor((left + up) / 2)
  if (filter < 3) return [0, left, up][filter] ?? 0
  const estimate = left + up - corner
  const nearest = [left, up, corner].map((value) => Math.abs(estimate - value))
  return [left, up, corner][nearest.indexOf(Math.min(...nearest))] ?? 0
}

/** LZW as an encoder does it: codes grow up to 12 bits, and then it begins anew. */
function encodeGif(width: number, height: number, interlaced: boolean, index: (x: number, y: number) => number): Uint8Array {
  const palette = Array.from({ length: 256 }, (_, at) => [at, 255 - at, at >> 1]).flat()
  const rows = interlaced ? [[0, 8], [4, 8], [2, 4], [1, 2]].flatMap(([from = 0, step = 1]) => Array.from({ length: Math.max(0, Math.ceil((height - from) / step)) }, (_, at) => from + at * step)) : Array.from({ length: height }, (_, at) => at)
  const bits: number[] = []
  let size = 9
  let known = new Map<string, number>()
  const put = (code: number): void => {
    for (let bit = 0; bit < size; bit++) bits.push((code >> bit) & 1)
  }
  const codeOf = (string: readonly number[]): number => (string.length === 1 ? (string[0] ?? 0) : (known.get(string.join()) ?? 0))
  put(256)
  let held: number[] = []
  for (const one of rows.flatMap((y) => Array.from({ length: width }, (_, x) => index(x, y)))) {
    const longer = [...held, one]
    if (longer.length === 1 || known.has(longer.join())) {
      held = longer
      continue
    }
    put(codeOf(held))
    const code = 258 + known.size
    if (code === 4096) {
      put(256)
      known = new Map()
      size = 9
    } else {
      known.set(longer.join(), code)
      if (code === 1 << size && size < 12) size += 1
    }
    held = [one]
  }
  put(codeOf(held))
  put(257)
  const packed = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((sum, bit, place) => sum | (bit << place), 0))
  const blocks = Array.from({ length: Math.ceil(packed.length / 255) }, (_, at) => packed.slice(at * 255, at * 255 + 255)).flatMap((block) => [block.length, ...block])
  const u16 = (value: number): number[] => [value & 255, value >> 8]
  return Uint8Array.from([...Buffer.from('GIF89a'), ...u16(width), ...u16(height), 0xf7, 0, 0, ...palette, 0x2c, 0, 0, 0, 0, ...u16(width), ...u16(height), interlaced ? 0x40 : 0, 8, ...blocks, 0, 0x3b])
}
