/** Images as objects of a PDF. JPEG and plain PNG files go in as they are; the others are decoded. */
import { deflateSync } from 'node:zlib'
import type { ImageType } from '../../../shared/document/types.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { decodeBmp } from './bmp.ts'
import { decodeGif } from './gif.ts'
import { decodePng, readPng, type PngHead } from './png.ts'
import { ImageFileFault, type Raster } from './raster.ts'

type PdfDocument = PDFKit.PDFDocument
type Reference = PDFKit.PDFKitReference

/** Writes the object of an image. Throws `ImageFileFault` where its file cannot be read. */
export function imageObject(pdf: PdfDocument, bytes: Uint8Array, mediaType: ImageType): Reference {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegObject(pdf, bytes)
    case 'image/png': {
      const head = readPng(bytes)
      const isPlain = !head.interlaced && head.channels % 2 === 1 && head.transparency.length === 0
      return isPlain ? pngObject(pdf, head) : rasterObject(pdf, decodePng(head))
    }
    case 'image/gif':
      return rasterObject(pdf, decodeGif(bytes))
    case 'image/bmp':
      return rasterObject(pdf, decodeBmp(bytes))
    default:
      return assertNever(mediaType)
  }
}

function jpegObject(pdf: PdfDocument, bytes: Uint8Array): Reference {
  const { width, height, bits, channels, isAdobe } = jpegFrame(bytes)
  const ColorSpace = channels === 1 ? 'DeviceGray' : channels === 3 ? 'DeviceRGB' : 'DeviceCMYK'
  // Adobe's programs write these colours the other way round.
  const Decode = channels === 4 && isAdobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}
  return ended(pdf, { Width: width, Height: height, BitsPerComponent: bits, ColorSpace, ...Decode, Filter: 'DCTDecode' }, bytes)
}

interface JpegFrame {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly channels: number
  readonly isAdobe: boolean
}

function jpegFrame(bytes: Uint8Array): JpegFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let isAdobe = false
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xee) isAdobe = true
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { bits: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7), channels: view.getUint8(at + 9), isAdobe }
    }
    at += 2 + view.getUint16(at + 2)
  }
  throw new ImageFileFault('JPG 图片不完整')
}

function pngObject(pdf: PdfDocument, { width, height, bits, channels, indexed, palette, data }: PngHead): Reference {
  const colors = palette.length / 3 - 1
  const ColorSpace = indexed ? ['Indexed', 'DeviceRGB', colors, stream(pdf, {}, palette)] : channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  const DecodeParms = { Predictor: 15, Colors: channels, BitsPerComponent: bits, Columns: width }
  return ended(pdf, { Width: width, Height: height, BitsPerComponent: bits, ColorSpace, Filter: 'FlateDecode', DecodeParms }, data)
}

function rasterObject(pdf: PdfDocument, { width, height, rgb, alpha }: Raster): Reference {
  const plain = { Width: width, Height: height, BitsPerComponent: 8, Filter: 'FlateDecode' }
  const mask = alpha ? { SMask: ended(pdf, { ...plain, ColorSpace: 'DeviceGray' }, deflateSync(alpha)) } : {}
  return ended(pdf, { ...plain, ColorSpace: 'DeviceRGB', ...mask }, deflateSync(rgb))
}

function ended(pdf: PdfDocument, data: object, bytes: Uint8Array): Reference {
  return stream(pdf, { Type: 'XObject', Subtype: 'Image', ...data }, bytes)
}

function stream(pdf: PdfDocument, data: object, bytes: Uint8Array): Reference {
  const reference = pdf.ref(data)
  reference.end(bytes)
  return reference
}
