/** Images in written files: inline, as large as the page lets them be, with what they show; the check finds what is wrong with them. */
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { makeBody, makeDocument, makeImage, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { bytesOfImages, illustrated, PICTURES } from './illustrated.ts'
import { template } from './template.ts'

const write = (document: Document): Promise<Uint8Array> => writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报', images: bytesOfImages })
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('each image is in the file with its own bytes, once however often it stands', async () => {
  const files = unzipSync(await write(illustrated))
  const media = Object.entries(files).filter(([name]) => name.startsWith('word/media/'))
  expect(media.map(([, bytes]) => sha256(bytes)).sort()).toEqual(Object.values(PICTURES).map(sha256).sort())
  expect(media.map(([name]) => name.slice(name.lastIndexOf('.'))).sort()).toEqual(['.bmp', '.gif', '.jpg', '.png'])
  const types = strFromU8(files['[Content_Types].xml']!)
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/bmp']) expect(types).toContain(type)
})

test('an image is inline in a paragraph of its style, no wider than the column, in its proportions, and says what it shows', async () => {
  const xml = strFromU8(unzipSync(await write(illustrated))['word/document.xml']!)
  expect(xml.match(/<w:pStyle w:val="GazetteImage"\/>/g)).toHaveLength(5)
  expect(xml).not.toContain('wp:anchor')
  const extents = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const column = template.columns.characters * template.faces.body.size * 12_700
  expect(extents[0]).toEqual([72 * 12_700, 36 * 12_700])
  expect(extents[1]?.[0]).toBe(column)
  expect((extents[1]?.[0] ?? 0) / (extents[1]?.[1] ?? 1)).toBeCloseTo(2, 2)
  const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['1', '2', '3', '4', '5'])
  expect(xml).toContain('descr="防火&quot;责任区&quot;示意图 （一）"')
})

test('the same document gives the same bytes, also after other images were written', async () => {
  const first = sha256(await write(illustrated))
  await write(makeDocument(illustrated.header, [makeLine('title', '关于图的通知'), makeBody([makeImage({ ...placed('png'), alt: '另一张' })])]))
  expect(sha256(await write(structuredClone(illustrated)))).toBe(first)
})

test('a deleted image prints nothing', async () => {
  const by = { id: '0190a000-0000-7000-8000-000000000000', author: '林禾', date: '2024-03-01T00:00:00Z' }
  const gone = { ...makeImage(placed('png')), change: { kind: 'del', by } } as const
  const document = makeDocument(illustrated.header, [makeLine('title', '关于图的通知'), makeBody([makeParagraph('见图。'), gone])])
  const bytes = await write(document)
  expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'))).toEqual([])
  expect(checkWordFile(bytes, document)).toEqual([])
})

test('without the bytes of an image nothing is written', async () => {
  await expect(writeGazetteNotice(illustrated, { template, gazetteName: '' })).rejects.toThrow(/no bytes for the image/)
})

describe('the check', () => {
  const changed = async (change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>): Promise<readonly string[]> => checkWordFile(zipSync(change(unzipSync(await write(illustrated)))), illustrated)
  const part = (name: string, from: string | RegExp, to: string) => (files: Record<string, Uint8Array>) => {
    const before = strFromU8(files[name]!)
    const after = before.replace(from, to)
    expect(after).not.toBe(before)
    return { ...files, [name]: strToU8(after) }
  }

  test('finds no fault in what was written', async () => {
    expect(await changed((files) => files)).toEqual([])
  })

  test.each([
    ['one is gone', part('word/document.xml', /<w:drawing>.*?<\/w:drawing>/, ''), '文稿有5张图片，文件里有4张'],
    ['its bytes are gone', (files: Record<string, Uint8Array>) => Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('.png'))), '第1张图片不在文件里'],
    ['its bytes are none', (files: Record<string, Uint8Array>) => Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, name.endsWith('.png') ? new Uint8Array() : bytes])), '第1张图片不在文件里'],
    ['it is related to nothing', part('word/_rels/document.xml.rels', /Target="media\/[^"]*\.png"/, 'Target="media/none.png"'), '第1张图片不在文件里'],
    ['one is another', part('word/_rels/document.xml.rels', /Target="media\/[^"]*\.gif"/, 'Target="media/image1.png"'), '文件里的图片与文稿不一致'],
    ['it says something else', part('word/document.xml', '防火&quot;责任区', '别的'), '第2张图片的说明与文稿不一致'],
  ])('finds that %s', async (_name, change, fault) => {
    expect(await changed(change)).toEqual([fault])
  })
})

function placed(kind: keyof typeof PICTURES): { sha256: string; mediaType: 'image/png'; width: number; height: number } {
  return { sha256: sha256(PICTURES[kind]), mediaType: 'image/png', width: 100, height: 50 }
}
