/** PNG: most go into a PDF as they are; those that are see-through or interlaced have to be decoded. */
import { inflateSync } from 'node:zlib'
import { ImageFileFault, raster, type Raster } from './raster.ts'

export interface PngHead {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** Numbers a pixel: 1 grey or an index, 2 grey and alpha, 3 colours, 4 colours and alpha. */
  readonly channels: number
  readonly indexed: boolean
  readonly interlaced: boolean
  readonly palette: Uint8Array
  /** tRNS, or empty. */
  readonly transparency: Uint8Array
  /** The compressed rows, with a filter before each. */
  readonly data: Uint8Array
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Reads the chunks of a PNG. Throws `ImageFileFault`. */
export function readPng(bytes: Uint8Array): PngHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let palette = new Uint8Array()
  let transparency = new Uint8Array()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const content = bytes.slice(at + 8, at + 8 + length)
    if (kind === 'IDAT') parts.push(content)
    else if (kind === 'PLTE') palette = content
    else if (kind === 'tRNS') transparency = content
    at += length + 12
  }
  const color = view.getUint8(25)
  const channels = CHANNELS[color]
  if (channels === undefined || parts.length === 0) throw new ImageFileFault('PNG 图片不完整')
  return {
    width: view.getUint32(16), height: view.getUint32(20), bits: view.getUint8(24), channels, indexed: color === 3,
    interlaced: view.getUint8(28) === 1, palette, transparency, data: Buffer.concat(parts),
  }
}

/** The picture of a PNG. Throws `ImageFileFault` where its data are damaged. */
export function decodePng(head: PngHead): Raster {
  const { width, height, interlaced } = head
  const samples = new Uint16Array(width * height * head.channels)
  const data = inflated(head.data)
  let at = 0
  for (const [x, y, dx, dy] of interlaced ? PASSES : [[0, 0, 1, 1] as const]) {
    const [wide, high] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)]
    if (wide > 0 && high > 0) at = readPass(head, data, at, { x, y, dx, dy, wide, high }, samples)
  }
  return colored(head, samples)
}

/** First column and row and their steps of the seven pictures of an interlaced one (Adam7). */
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data)
  } catch {
    throw new ImageFileFault('PNG 图片已损坏')
  }
}

interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly wide: number
  readonly high: number
}

function readPass({ bits, channels, width }: PngHead, data: Uint8Array, from: number, { x, y, dx, dy, wide, high }: Pass, samples: Uint16Array): number {
  const stride = Math.ceil((wide * channels * bits) / 8)
  const step = Math.max(1, (channels * bits) >> 3)
  if (from + (stride + 1) * high > data.length) throw new ImageFileFault('PNG 图片已损坏')
  let before: Uint8Array = new Uint8Array(stride)
  for (let row = 0, at = from; row < high; row++, at += stride + 1) {
    const line = data.subarray(at + 1, at + 1 + stride)
    unfilter(data[at] ?? 0, line, before, step)
    before = line
    for (let column = 0; column < wide; column++) {
      const to = ((y + row * dy) * width + x + column * dx) * channels
      for (let one = 0; one < channels; one++) samples[to + one] = sampleAt(line, column * channels + one, bits)
    }
  }
  return from + (stride + 1) * high
}

function sampleAt(line: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return line[index] ?? 0
  if (bits === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0)
  const bit = index * bits
  return ((line[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)
}

function unfilter(filter: number, line: Uint8Array, before: Uint8Array, step: number): void {
  if (filter === 0) return
  if (filter > 4) throw new ImageFileFault('PNG 图片已损坏')
  for (let at = 0; at < line.length; at++) {
    const left = at < step ? 0 : (line[at - step] ?? 0)
    const up = before[at] ?? 0
    const corner = at < step ? 0 : (before[at - step] ?? 0)
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    line[at] = (line[at] ?? 0) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function colored({ width, height, bits, channels, indexed, palette, transparency }: PngHead, samples: Uint16Array): Raster {
  const most = 2 ** bits - 1
  const byte = (sample: number): number => Math.round((sample * 255) / most)
  // One colour that is clear, as 16-bit numbers.
  const clear = indexed ? [] : Array.from({ length: transparency.length >> 1 }, (_, at) => ((transparency[at * 2] ?? 0) << 8) | (transparency[at * 2 + 1] ?? 0))
  return raster(width, height, (x, y) => {
    const at = (y * width + x) * channels
    const [first = 0, second = 0, third = 0, fourth = 0] = [samples[at], samples[at + 1], samples[at + 2], samples[at + 3]]
    if (indexed) return [palette[first * 3] ?? 0, palette[first * 3 + 1] ?? 0, palette[first * 3 + 2] ?? 0, transparency[first] ?? 255]
    if (channels <= 2) return [byte(first), byte(first), byte(first), channels === 2 ? byte(second) : clear[0] === first ? 0 : 255]
    const isClear = clear.length === 3 && clear[0] === first && clear[1] === second && clear[2] === third
    return [byte(first), byte(second), byte(third), channels === 4 ? byte(fourth) : isClear ? 0 : 255]
  })
}
