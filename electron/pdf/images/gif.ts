/** GIF: its first picture, as it stands on the page. */
import { ImageFileFault, raster, type Raster } from './raster.ts'

/** Decodes the first picture. Throws `ImageFileFault` for a file that is cut off. */
export function decodeGif(bytes: Uint8Array): Raster {
  const reader = { bytes, at: 13 }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const width = view.getUint16(6, true)
  const height = view.getUint16(8, true)
  let palette = takePalette(reader, bytes[10] ?? 0)
  let transparent = -1
  for (;;) {
    const block = take(reader)
    if (block === 0x21) {
      const label = take(reader)
      const data = takeBlocks(reader)
      if (label === 0xf9 && ((data[0] ?? 0) & 1) === 1) transparent = data[3] ?? -1
    } else if (block === 0x2c) {
      const [left, top, wide, high] = [takeShort(reader), takeShort(reader), takeShort(reader), takeShort(reader)]
      const flags = take(reader)
      if ((flags & 0x80) !== 0) palette = takePalette(reader, flags)
      const least = take(reader)
      const indexes = unpack(takeBlocks(reader), least, wide * high)
      const rows = (flags & 0x40) === 0 ? null : interlacedRows(high)
      return raster(width, height, (x, y) => {
        const [column, row] = [x - left, y - top]
        if (column < 0 || row < 0 || column >= wide || row >= high) return CLEAR
        const index = indexes[(rows?.[row] ?? row) * wide + column] ?? transparent
        if (index === transparent) return CLEAR
        return [palette[index * 3] ?? 0, palette[index * 3 + 1] ?? 0, palette[index * 3 + 2] ?? 0, 255]
      })
    } else throw new ImageFileFault('GIF 图片里没有画面')
  }
}

const CLEAR = [255, 255, 255, 0] as const

interface Reader {
  readonly bytes: Uint8Array
  at: number
}

function take(reader: Reader): number {
  const byte = reader.bytes[reader.at++]
  if (byte === undefined) throw new ImageFileFault('GIF 图片不完整')
  return byte
}

function takeShort(reader: Reader): number {
  return take(reader) | (take(reader) << 8)
}

function takePalette(reader: Reader, flags: number): Uint8Array {
  if ((flags & 0x80) === 0) return new Uint8Array()
  const from = reader.at
  reader.at += 3 * 2 ** ((flags & 7) + 1)
  return reader.bytes.subarray(from, reader.at)
}

function takeBlocks(reader: Reader): Uint8Array {
  const found: number[] = []
  for (let length = take(reader); length > 0; length = take(reader)) {
    for (let left = length; left > 0; left--) found.push(take(reader))
  }
  return Uint8Array.from(found)
}

/** LZW: codes grow from `least` + 1 to 12 bits; what is missing at the end stays undefined. */
function unpack(data: Uint8Array, least: number, count: number): readonly number[] {
  const clear = 1 << least
  const out: number[] = []
  let table: (readonly number[])[] = []
  let size = least + 1
  let before: readonly number[] | undefined
  let bits = 0
  let held = 0
  const reset = (): void => {
    table = Array.from({ length: clear + 2 }, (_, at) => (at < clear ? [at] : []))
    size = least + 1
    before = undefined
  }
  reset()
  for (const byte of data) {
    held |= byte << bits
    bits += 8
    while (bits >= size) {
      const code = held & ((1 << size) - 1)
      held >>>= size
      bits -= size
      if (code === clear) {
        reset()
        continue
      }
      if (code === clear + 1 || out.length >= count) return out
      const entry: readonly number[] = table[code] ?? (before ? [...before, before[0] ?? 0] : [])
      if (before && table.length < 4096) table.push([...before, entry[0] ?? 0])
      if (table.length === 1 << size && size < 12) size += 1
      for (const index of entry) out.push(index)
      before = entry
    }
  }
  return out
}

/** Where each row of the picture stands in the file. */
function interlacedRows(height: number): readonly number[] {
  const rows: number[] = []
  let at = 0
  for (const [from, step] of [[0, 8], [4, 8], [2, 4], [1, 2]] as const) for (let row = from; row < height; row += step) rows[row] = at++
  return rows
}
