/** Small image files, made here. */
import { zlibSync } from 'fflate'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Pixels per inch. */
  readonly density?: number
  /** Red, green and blue of all its pixels. */
  readonly colour?: readonly [number, number, number]
}

/** A real PNG of one colour. */
export function png({ width, height, density, colour = [180, 40, 40] }: Picture): Uint8Array {
  const row = [0, ...Array.from({ length: width }, () => colour).flat()]
  const pixels = Uint8Array.from(Array.from({ length: height }, () => row).flat())
  return pngOf({ width, height, ...(density === undefined ? {} : { density }) }, zlibSync(pixels))
}

/** A PNG that claims a size, with the data given. */
export function pngOf({ width, height, density }: Picture, data: Uint8Array): Uint8Array {
  const perMetre = density === undefined ? [] : [chunk('pHYs', [...u32(Math.round(density / 0.0254)), ...u32(Math.round(density / 0.0254)), 1])]
  const chunks = [chunk('IHDR', [...u32(width), ...u32(height), 8, 2, 0, 0, 0]), ...perMetre, chunk('IDAT', [...data]), chunk('IEND', [])]
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()])
}

/** A real BMP of one colour, 24 bits a pixel. `claims` replaces the size in its head. */
export function bmp({ width, height, colour = [180, 40, 40] }: Picture, claims: Picture = { width, height }): Uint8Array {
  const stride = Math.ceil((width * 24) / 32) * 4
  const bytes = new Uint8Array(54 + stride * height)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  view.setUint32(2, bytes.length, true)
  view.setUint32(10, 54, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, claims.width, true)
  view.setInt32(22, claims.height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  const [red, green, blue] = colour
  for (let row = 0; row < height; row++) for (let at = 0; at < width; at++) bytes.set([blue, green, red], 54 + row * stride + at * 3)
  return bytes
}

/** A real GIF of one black pixel; its head says `width` by `height`. */
export function gif({ width, height }: Picture): Uint8Array {
  const head = [...Buffer.from('GIF89a'), width & 255, width >> 8, height & 255, height >> 8, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  return Uint8Array.from([...head, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b])
}

const JPEG = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpK',
  'SkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgAEADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVEAEBAAAAAAAAAAAAAAAAAAAAE//E',
  'ABcBAQEBAQAAAAAAAAAAAAAAAAAFAwT/xAAWEQEBAQAAAAAAAAAAAAAAAAAAEhP/2gAMAwEAAhEDEQA/AJpElsiTmlc1RSJLZEiTVFIktkSJNUUiS2RIk1XSJLpEm0pmqGRJdIkSaoZEl0iRJqhkSX',
  'SJEmr/2Q==',
].join('')

/** A real JPEG of 64 by 32 pixels, from red to white. */
export function jpeg(): Uint8Array {
  return new Uint8Array(Buffer.from(JPEG, 'base64'))
}

/** The head of a JPEG with all that is read of one; no picture follows. */
export function jpegHead({ width, height, density = 96 }: Picture): Uint8Array {
  const u16 = (value: number): number[] => [value >> 8, value & 255]
  const jfif = [0xff, 0xe0, ...u16(16), ...Buffer.from('JFIF\0'), 1, 1, 1, ...u16(density), ...u16(density), 0, 0]
  const table = [0xff, 0xdb, ...u16(67), 0, ...Array.from({ length: 64 }, () => 1)]
  const frame = [0xff, 0xc0, ...u16(11), 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]
  return Uint8Array.from([0xff, 0xd8, ...jfif, ...table, ...frame, 0xff, 0xda, ...u16(8), 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9])
}

function chunk(name: string, data: readonly number[]): readonly number[] {
  const body = [...Buffer.from(name), ...data]
  return [...u32(data.length), ...body, ...u32(crc(body))]
}

function u32(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
