/** BMP: uncompressed pictures of 1 to 32 bits a pixel, which is what paint programs write. */
import { ImageFileFault, raster, type Raster } from './raster.ts'

/** Decodes a BMP. Throws `ImageFileFault` for compressed and cut ones. */
export function decodeBmp(bytes: Uint8Array): Raster {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return decode(view)
  } catch (error) {
    if (error instanceof RangeError) throw new ImageFileFault('BMP 图片不完整')
    throw error
  }
}

function decode(view: DataView): Raster {
  const from = view.getUint32(10, true)
  const header = view.getUint32(14, true)
  const old = header === 12
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true)
  const signed = old ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(old ? 24 : 28, true)
  const compression = old ? 0 : view.getUint32(30, true)
  if (compression !== 0 && compression !== 3) throw new ImageFileFault('压缩过的 BMP 图片写不进 PDF')
  const height = Math.abs(signed)
  const stride = Math.ceil((width * bits) / 32) * 4
  const paletteAt = 14 + header
  const entry = old ? 3 : 4
  // A negative height means that the top row comes first.
  const rowAt = (y: number): number => from + (signed < 0 ? y : height - 1 - y) * stride
  const rgbAt = (at: number): readonly [number, number, number, number] => [view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at), 255]
  const masks = channelMasks(view, bits, compression)
  return raster(width, height, (x, y) => {
    if (bits === 24) return rgbAt(rowAt(y) + x * 3)
    if (bits === 32 || bits === 16) {
      const value = bits === 32 ? view.getUint32(rowAt(y) + x * 4, true) : view.getUint16(rowAt(y) + x * 2, true)
      return [channel(value, masks[0]), channel(value, masks[1]), channel(value, masks[2]), 255]
    }
    const perByte = 8 / bits
    const byte = view.getUint8(rowAt(y) + Math.floor(x / perByte))
    const index = (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1)
    return rgbAt(paletteAt + index * entry)
  })
}

type Masks = readonly [red: number, green: number, blue: number]

function channelMasks(view: DataView, bits: number, compression: number): Masks {
  // They stand where a newer header goes on.
  if (compression === 3) return [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)]
  return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0xff00, 0xff]
}

function channel(value: number, mask: number): number {
  if (mask === 0) return 0
  const low = mask & -mask
  const most = Math.floor((mask >>> 0) / (low >>> 0))
  return Math.round((((value & mask) >>> 0) / (low >>> 0) / most) * 255)
}
