/**
 * Draws the program's icon (a red sheet with the lines of a gazette page) in every size that the installers want:
 * PNG files for Linux, one ICO for Windows. Run by hand when the mark changes: `node build/electron/icon.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const RESOURCES = join(import.meta.dirname, '../resources')
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const ICO_SIZES = [16, 24, 32, 48, 64, 256]

/** The mark on a square of 20 units: a rounded rectangle and five strokes, as [left, top, right, bottom]. */
const SHEET = { box: [1, 1, 19, 19], radius: 3.5, colour: [0xbf, 0x23, 0x28] } as const
const STROKES = [
  [5.5, 5.35, 14.5, 7.05],
  [5.5, 9.15, 9.1, 10.85],
  [10.9, 9.15, 14.5, 10.85],
  [5.5, 12.95, 9.1, 14.65],
  [10.9, 12.95, 14.5, 14.65],
] as const
/** Points looked at in each pixel, in each direction. */
const SAMPLES = 8

mkdirSync(join(RESOURCES, 'icons'), { recursive: true })
for (const size of PNG_SIZES) writeFileSync(join(RESOURCES, 'icons', `${size}x${size}.png`), png(size))
writeFileSync(join(RESOURCES, 'icon.ico'), ico(ICO_SIZES.map((size) => ({ size, data: png(size) }))))

/** One size as PNG: 8 bits, RGBA. */
function png(size: number): Buffer {
  const lines = Buffer.alloc(size * (1 + size * 4))
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) lines.set(pixel(x, y, size), y * (1 + size * 4) + 1 + x * 4)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function pixel(x: number, y: number, size: number): readonly number[] {
  let covered = 0
  let white = 0
  for (let at = 0; at < SAMPLES * SAMPLES; at += 1) {
    const px = ((x + ((at % SAMPLES) + 0.5) / SAMPLES) * 20) / size
    const py = ((y + (Math.floor(at / SAMPLES) + 0.5) / SAMPLES) * 20) / size
    if (!onSheet(px, py)) continue
    covered += 1
    if (STROKES.some(([left, top, right, bottom]) => px >= left && px < right && py >= top && py < bottom)) white += 1
  }
  const share = covered === 0 ? 0 : white / covered
  const colour = SHEET.colour.map((part) => Math.round(part + (255 - part) * share))
  return [...colour, Math.round((255 * covered) / (SAMPLES * SAMPLES))]
}

function onSheet(x: number, y: number): boolean {
  const [left, top, right, bottom] = SHEET.box
  if (x < left || x > right || y < top || y > bottom) return false
  const dx = Math.max(left + SHEET.radius - x, x - (right - SHEET.radius), 0)
  const dy = Math.max(top + SHEET.radius - y, y - (bottom - SHEET.radius), 0)
  return dx * dx + dy * dy <= SHEET.radius * SHEET.radius
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** An ICO file that holds PNGs, as Windows has read them since Vista. A size of 256 is written as 0. */
function ico(images: readonly { readonly size: number; readonly data: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + images.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, data }, at) => {
    const entry = 6 + at * 16
    head.set([size % 256, size % 256], entry)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(data.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += data.length
  })
  return Buffer.concat([head, ...images.map(({ data }) => data)])
}
