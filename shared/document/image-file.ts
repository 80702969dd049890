/** What an image file says of itself: its format by its first bytes, never by its name, and its size. Nothing is decoded. */
import type { Image, ImageType } from './types.ts'

/** Width and height in pixels; `density` in pixels per inch, where the file names a believable one. */
export interface ImageFacts {
  readonly mediaType: ImageType
  readonly width: number
  readonly height: number
  readonly density?: number
}

/** Bytes that are no image for a document: of no format that Word, page and browser all show; cut off or false; beyond all use. */
export type ImageFault = 'unknown' | 'damaged' | 'tooLarge'

/** A4 scanned at 600 dots per inch has 35 million pixels. Whoever draws an image holds all of them in memory, however small its file is. */
const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 30_000

/** The longest side of an image in a document, in pt: Word's own limit. */
const LONGEST_PT = 1584

/** Reads the head of an image file. */
export function readImageFile(bytes: Uint8Array): ImageFacts | ImageFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = FORMATS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1]
  if (!read) return 'unknown'
  const facts = read(view)
  if (!facts || facts.width < 1 || facts.height < 1) return 'damaged'
  if (facts.width > LONGEST_SIDE || facts.height > LONGEST_SIDE || facts.width * facts.height > MOST_PIXELS) return 'tooLarge'
  if (facts.least !== undefined && facts.least > bytes.length) return 'damaged'
  const { mediaType, width, height, density } = facts
  return { mediaType, width, height, ...(density !== undefined && density >= 36 && density <= 2400 ? { density } : {}) }
}

/** The size in pt at which an image is placed: as many to the inch as it says, else as a screen shows it (96). */
export function placedSize({ width, height, density = 96 }: ImageFacts): Pick<Image, 'width' | 'height'> {
  return fittedSize({ width: (width * 72) / density, height: (height * 72) / density })
}

/** A size in pt within what a document takes, in its proportions; never nothing. */
export function fittedSize({ width, height }: Pick<Image, 'width' | 'height'>): Pick<Image, 'width' | 'height'> {
  const scale = Math.min(1, LONGEST_PT / width, LONGEST_PT / height)
  const side = (length: number): number => Math.max(0.1, Math.round(length * scale * 100) / 100)
  return { width: side(width), height: side(height) }
}

interface Read extends ImageFacts {
  /** Bytes that a file of this size has at least. */
  readonly least?: number
}

type Reader = (view: DataView) => Read | null

const FORMATS: readonly (readonly [start: readonly number[], read: Reader])[] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], readPng],
  [[0xff, 0xd8, 0xff], readJpeg],
  [[0x47, 0x49, 0x46, 0x38], readGif],
  [[0x42, 0x4d], readBmp],
]

const IHDR = 0x49484452
const PHYS = 0x70485973
const IEND = 0x49454e44

/** Chunk by chunk: one that is cut off has no end. */
function readPng(view: DataView): Read | null {
  if (view.byteLength < 33 || view.getUint32(12) !== IHDR) return null
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  let density: number | undefined
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    const kind = view.getUint32(at + 4)
    // Per metre.
    if (kind === PHYS && at + 17 <= view.byteLength && view.getUint8(at + 16) === 1) density = Math.round(view.getUint32(at + 8) * 0.0254)
    if (kind === IEND) return { mediaType: 'image/png', ...size, ...(density === undefined ? {} : { density }) }
  }
  return null
}

/** Segment by segment up to the frame, which has the size; the picture itself must follow. */
function readJpeg(view: DataView): Read | null {
  let density: number | undefined
  let size: Pick<Read, 'width' | 'height'> | null = null
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Fill bytes may stand in front of a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return size && { mediaType: 'image/jpeg', ...size, ...(density === undefined ? {} : { density }) }
    if (marker === 0xe0 && at + 16 <= view.byteLength && view.getUint8(at + 11) > 0) {
      density = Math.round(view.getUint16(at + 12) * (view.getUint8(at + 11) === 2 ? 2.54 : 1))
    }
    // Frames; C4, C8 and CC are tables of other kinds.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && at + 9 <= view.byteLength) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function readGif(view: DataView): Read | null {
  if (view.byteLength < 14) return null
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Rows of an uncompressed picture are in the file as they are, so its size cannot be claimed. */
function readBmp(view: DataView): Read | null {
  if (view.byteLength < 26) return null
  const from = view.getUint32(10, true)
  const header = view.getUint32(14, true)
  if (header === 12) {
    const [width, height, bits] = [view.getUint16(18, true), view.getUint16(20, true), view.getUint16(24, true)]
    return { mediaType: 'image/bmp', width, height, least: from + rows(width, height, bits) }
  }
  if (header < 40 || view.byteLength < 54) return null
  // A negative height means that the top row comes first.
  const [width, height, bits] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true)), view.getUint16(28, true)]
  const compression = view.getUint32(30, true)
  const density = Math.round(view.getInt32(38, true) * 0.0254)
  const isPlain = compression === 0 || compression === 3
  return { mediaType: 'image/bmp', width, height, density, ...(isPlain ? { least: from + rows(width, height, bits) } : {}) }
}

function rows(width: number, height: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4 * height
}
