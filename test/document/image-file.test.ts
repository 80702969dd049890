/** Image files are known by what they hold; what is none, is cut off or claims too much is refused by its head. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittedSize, placedSize, readImageFile } from '../../shared/document/image-file.ts'
import { bmp, gif, jpegHead, png, pngOf } from '../support/images.ts'

test('format, size and density are read from the head', () => {
  expect(readImageFile(png({ width: 3, height: 5 }))).toEqual({ mediaType: 'image/png', width: 3, height: 5 })
  expect(readImageFile(png({ width: 3, height: 5, density: 300 }))).toEqual({ mediaType: 'image/png', width: 3, height: 5, density: 300 })
  expect(readImageFile(jpegHead({ width: 700, height: 300, density: 200 }))).toEqual({ mediaType: 'image/jpeg', width: 700, height: 300, density: 200 })
  expect(readImageFile(gif({ width: 300, height: 20 }))).toEqual({ mediaType: 'image/gif', width: 300, height: 20 })
  expect(readImageFile(bmp({ width: 3, height: 5 }))).toEqual({ mediaType: 'image/bmp', width: 3, height: 5 })
})

test('a picture upside down is as high as any', () => {
  const bytes = bmp({ width: 3, height: 5 }, { width: 3, height: -5 })
  expect(readImageFile(bytes)).toMatchObject({ width: 3, height: 5 })
})

test.each([
  ['text', Buffer.from('公报'), 'unknown'],
  ['nothing', new Uint8Array(), 'unknown'],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown'],
  ['a TIFF', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'unknown'],
  ['a PNG that is cut off', png({ width: 30, height: 5 }).subarray(0, -20), 'damaged'],
  ['a PNG without a size', pngOf({ width: 0, height: 5 }, new Uint8Array()), 'damaged'],
  ['a JPEG that is cut off', jpegHead({ width: 30, height: 5 }).subarray(0, 60), 'damaged'],
  ['a GIF that is cut off', gif({ width: 1, height: 1 }).subarray(0, 8), 'damaged'],
  ['a BMP that claims more than it holds', bmp({ width: 2, height: 2 }, { width: 5000, height: 5000 }), 'damaged'],
  ['a PNG of a million pixels a side', pngOf({ width: 1_000_000, height: 1_000_000 }, new Uint8Array(10)), 'tooLarge'],
  ['a PNG of too many pixels', pngOf({ width: 10_000, height: 6_000 }, new Uint8Array(10)), 'tooLarge'],
  ['a BMP that claims all there is', bmp({ width: 2, height: 2 }, { width: 2_000_000_000, height: 2_000_000_000 }), 'tooLarge'],
  ['a JPEG of too many pixels', jpegHead({ width: 20_000, height: 20_000 }), 'tooLarge'],
])('%s', (_name, bytes, fault) => {
  expect(readImageFile(new Uint8Array(bytes))).toBe(fault)
})

test('an image is placed in its own size, and never larger than a document takes', () => {
  expect(placedSize({ mediaType: 'image/png', width: 96, height: 48 })).toEqual({ width: 72, height: 36 })
  expect(placedSize({ mediaType: 'image/png', width: 600, height: 300, density: 300 })).toEqual({ width: 144, height: 72 })
  expect(placedSize({ mediaType: 'image/png', width: 30_000, height: 15_000 })).toEqual({ width: 1584, height: 792 })
  expect(fittedSize({ width: 30_000, height: 0.001 })).toEqual({ width: 1584, height: 0.1 })
})

test('whatever the bytes, there is an answer; a believed size is within its limits', () => {
  const heads = [png({ width: 3, height: 3 }), jpegHead({ width: 3, height: 3 }), gif({ width: 3, height: 3 }), bmp({ width: 3, height: 3 })]
  const spoilt = fc.constantFrom(...heads).chain((bytes) =>
    fc.tuple(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(bytes.length)).map(([changes, length]) => {
      const copy = bytes.slice(0, length)
      for (const [at, byte] of changes) if (at < length) copy[at] = byte
      return copy
    }),
  )
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const facts = readImageFile(bytes)
      if (typeof facts === 'string') return
      expect(facts.width * facts.height).toBeLessThanOrEqual(50_000_000)
      const { width, height } = placedSize(facts)
      expect(Math.min(width, height)).toBeGreaterThan(0)
      expect(Math.max(width, height)).toBeLessThanOrEqual(1584)
    }),
    { numRuns: 500 },
  )
})
