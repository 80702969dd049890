import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'fontkit'
import { expect, onTestFinished, test } from 'vitest'
import { advanceReader, faceBytes, readFaces } from '../../electron/fonts/sfnt.ts'
import { measuringMachine } from './machine.ts'

const measuring = await measuringMachine()

test.skipIf(!measuring)('each face of a collection is found with its names, and is the same font as a file of its own', async () => {
  const some = measuring?.faces.find(({ path }) => path.endsWith('.ttc'))
  if (!some) return
  const file = await readFile(some.path)
  const collection = create(file)
  if (!('fonts' in collection)) throw new Error('no collection')
  const faces = await readFaces(some.path)
  expect(faces.map(({ families }) => families.some((family) => family.startsWith('Noto S')))).toEqual(collection.fonts.map(() => true))
  for (const { index } of faces.slice(0, 3)) {
    const bytes = faceBytes(file, index)
    const [alone, inside] = [create(Buffer.from(bytes)), collection.fonts[index]]
    if (!('unitsPerEm' in alone) || !inside) throw new Error('no font')
    expect([alone.postscriptName, alone.numGlyphs, alone.characterSet.length]).toEqual([inside.postscriptName, inside.numGlyphs, inside.characterSet.length])
    const advanceOf = advanceReader(bytes)
    for (const char of 'A国，㎡') {
      const glyph = inside.glyphForCodePoint(char.codePointAt(0) ?? 0)
      expect(alone.glyphForCodePoint(char.codePointAt(0) ?? 0).path.toSVG()).toBe(glyph.path.toSVG())
      expect(advanceOf(glyph.id)).toBe(glyph.advanceWidth)
    }
  }
})

test('no file makes it stumble: what is no font has no faces', async () => {
  const folder = mkdtempSync(join(tmpdir(), '公报 字体-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const head = fc.constantFrom('', 'ttcf\0\x01\0\0', 'ttcf\xff\xff\xff\xff\xff\xff\xff\xff', 'OTTO\xff\xff', '\0\x01\0\0\0\x09').map((text) => Buffer.from(text, 'latin1'))
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
      const file = join(folder, '字体.ttf')
      writeFileSync(file, Buffer.concat([start, rest]))
      expect(await readFaces(file)).toEqual([])
    }),
  )
  expect(await readFaces(join(folder, '没有.ttf'))).toEqual([])
  expect(await readFaces(folder)).toEqual([])
})
