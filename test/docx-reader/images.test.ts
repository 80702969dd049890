/** Pictures of Word files: in their place and size, with what they show; what is outside the file is never fetched. */
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { makeArticle, makeAttachment, makeBody, makeCell, makeDocument, makeHeading, makeImage, makeLine, makeParagraph, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { imagesOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import type { ImageItem, Item } from '../../shared/recognise/items.ts'
import { recogniseItems } from '../../shared/recognise/notice.ts'
import { bytesOfImages, illustrated } from '../docx/illustrated.ts'
import { template } from '../docx/template.ts'
import { bmp, png, pngOf } from '../support/images.ts'
import { printedOf, stripped } from './printed.ts'
import { documentXml, p, r, row, texts } from './word-file.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const PNG = png({ width: 96, height: 48 })

/** A part behind a relationship; text is the address of something outside the file. */
type Media = Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array } | string>>

const PICTURE: Media = { rId1: { name: 'image1.png', bytes: PNG } }

function file(body: string, media: Media = PICTURE, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const links = Object.entries(media).map(([id, one]) =>
    typeof one === 'string'
      ? `<Relationship Id="${id}" Type="${office}/image" Target="${one}" TargetMode="External"/>`
      : `<Relationship Id="${id}" Type="${office}/image" Target="media/${one.name}"/>`,
  )
  const parts = Object.keys(more).map((name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`)
  const relations = (xml: string): Uint8Array => strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`)
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relations(`<Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': strToU8(documentXml(body).replace('<w:document ', '<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ')),
    'word/_rels/document.xml.rels': relations([...links, ...parts].join('')),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [`word/${name}.xml`, strToU8(xml)])),
    ...Object.fromEntries(Object.values(media).flatMap((one) => (typeof one === 'string' ? [] : [[`word/media/${one.name}`, one.bytes]]))),
  })
}

function read(bytes: Uint8Array): { items: readonly Item[]; images: readonly ImageItem[]; kept: readonly string[]; doubts: readonly string[] } {
  const kept: string[] = []
  const items = readWordFile(bytes, (image) => {
    kept.push(sha256(image))
    return sha256(image)
  })
  return { items, images: items.filter((item): item is ImageItem => item.kind === 'image'), kept, doubts: items.flatMap(({ doubts }) => doubts) }
}

interface Drawn {
  readonly id?: string
  readonly size?: readonly [number, number]
  readonly alt?: string
  readonly anchored?: boolean
  readonly link?: boolean
  readonly cut?: string
}

/** A run with a picture; `size` in pt. */
function drawn({ id = 'rId1', size = [72, 36], alt = '示意图', anchored = false, link = false, cut = '' }: Drawn = {}): string {
  const frame = anchored ? 'wp:anchor' : 'wp:inline'
  const [cx, cy] = size.map((side) => side * 12_700)
  const picture = `<pic:pic><pic:blipFill><a:blip r:${link ? 'link' : 'embed'}="${id}"/>${cut}<a:stretch/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="${cx}" cy="${cy}"/></a:xfrm></pic:spPr></pic:pic>`
  return `<w:r><w:drawing><${frame}><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" name="图片 1" descr="${alt}"/><a:graphic><a:graphicData>${picture}</a:graphicData></a:graphic></${frame}></w:drawing></w:r>`
}

const alone = (drawing = drawn()): string => `<w:p>${drawing}</w:p>`

test('a picture alone in its paragraph is a block in its place, with its size and what it shows', () => {
  const { items, images, kept, doubts } = read(file(p('前文。') + alone() + p('后文。')))
  expect(items.map(({ kind }) => kind)).toEqual(['paragraph', 'image', 'paragraph'])
  expect(images[0]).toMatchObject({ floating: false, image: { type: 'image', sha256: sha256(PNG), mediaType: 'image/png', width: 72, height: 36, alt: '示意图' } })
  expect(kept).toEqual([sha256(PNG)])
  expect(doubts).toEqual([])
})

test('one among text stands behind its paragraph, and it is said', () => {
  const { items, doubts } = read(file(`<w:p>${r('如图')}${drawn({ anchored: true })}${r('所示。')}</w:p>`))
  expect(texts(items)).toEqual(['如图所示。'])
  expect(items[1]).toMatchObject({ kind: 'image', floating: true })
  expect(doubts).toEqual([expect.stringContaining('和文字在同一段里')])
})

test('old pictures (VML), as Word, WPS and LibreOffice write them', () => {
  const shape = (style: string, data: string): string => `<w:p><w:r><w:pict><v:shape style="${style}"><v:imagedata ${data}/></v:shape></w:pict></w:r></w:p>`
  expect(read(file(shape('width:120pt;height:1in', 'r:id="rId1" o:title="图" xmlns:o="urn:schemas-microsoft-com:office:office"'))).images[0]?.image).toMatchObject({ width: 120, height: 72, alt: '图' })
  expect(read(file(shape('position:absolute;width:2.54cm;height:25.4mm', 'r:id="rId1"'))).images[0]).toMatchObject({ floating: true, image: { width: 72, height: 72 } })
  // Without a size it has its own.
  expect(read(file(shape('', 'r:id="rId1"'))).images[0]?.image).toMatchObject({ width: 72, height: 36 })
})

test('the choice of alternatives counts once; pictures of a group each have their size; one part is read once', () => {
  const both = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn().slice(5, -6)}</mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  expect(read(file(both)).images).toHaveLength(1)
  const pic = (x: number): string => `<pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="${x * 12_700}" cy="${x * 12_700}"/></a:xfrm></pic:spPr></pic:pic>`
  const group = read(file(`<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9999999" cy="9999999"/><a:graphic>${pic(30)}${pic(40)}</a:graphic></wp:inline></w:drawing></w:r></w:p>`))
  expect(group.images.map(({ image: { width } }) => width)).toEqual([30, 40])
  expect(group.kept).toHaveLength(1)
})

test('pictures in text boxes come with the box; tracked ones stay tracked; a cropped one is whole and said to be', () => {
  const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${alone()}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
  expect(read(file(box)).images).toHaveLength(1)
  const gone = read(file(`<w:p><w:del w:author="林禾" w:date="2024-03-01T00:00:00Z">${drawn()}</w:del></w:p>`)).images[0]
  expect(gone?.image.change).toMatchObject({ kind: 'del', by: { author: '林禾' } })
  const cropped = read(file(alone(drawn({ size: [100, 10], cut: '<a:srcRect t="40000" b="40000"/>' }))))
  expect(cropped.images[0]?.image).toMatchObject({ width: 100, height: 50 })
  expect(cropped.doubts).toEqual([expect.stringContaining('裁过边')])
})

describe('what is no image for a document is left out and said', () => {
  test.each([
    ['a linked one', drawn({ link: true }), { rId1: 'https://example.invalid/a.png' }, '链接来的'],
    ['one whose part is outside', drawn(), { rId1: 'file:///etc/passwd' }, '链接来的'],
    ['one without a part', drawn({ id: 'rId9' }), PICTURE, '链接来的'],
    ['a drawing of Windows', drawn(), { rId1: { name: 'image1.emf', bytes: Uint8Array.from([1, 0, 0, 0, 0x6c, 0]) } }, '是 EMF 格式'],
    ['one that is something else than its name', drawn(), { rId1: { name: 'image1.png', bytes: strToU8('<svg/>') } }, '是 PNG 格式'],
    ['a broken one', drawn(), { rId1: { name: 'image1.png', bytes: PNG.subarray(0, 40) } }, '已损坏'],
    ['one that claims a size', drawn(), { rId1: { name: 'image1.bmp', bytes: bmp({ width: 2, height: 2 }, { width: 20_000, height: 2_000 }) } }, '已损坏'],
    ['one of too many pixels', drawn(), { rId1: { name: 'image1.png', bytes: pngOf({ width: 29_000, height: 29_000 }, new Uint8Array(9)) } }, '太大'],
    ['one that unpacks to very much', drawn(), { rId1: { name: 'image1.bmp', bytes: new Uint8Array(21_000_000) } }, '太大'],
  ] satisfies readonly (readonly [string, string, Media, string])[])('%s', (_name, drawing, media, why) => {
    const { items, images, doubts } = read(file(p('前文。') + alone(drawing), media))
    expect(texts(items)).toEqual(['前文。'])
    expect(images).toEqual([])
    expect(doubts).toEqual([expect.stringMatching(new RegExp(`图片“示意图”.*${why}.*没有收入`))])
  })

  test('in a table, in a note, in a comment, and where nobody keeps them', () => {
    const cell = `<w:tc><w:p>${r('表')}${drawn()}</w:p></w:tc>`
    expect(read(file(`<w:tbl>${row(cell)}</w:tbl>`)).doubts).toContainEqual(expect.stringContaining('表格里有图片'))
    const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="a" xmlns:wp="wp" xmlns:pic="pic"'
    const note = read(file(`<w:p>${r('文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, PICTURE, { footnotes: `<w:footnotes ${spaces}><w:footnote w:id="2">${alone()}</w:footnote></w:footnotes>` }))
    expect([note.images, note.kept]).toEqual([[], []])
    expect(note.doubts).toContainEqual(expect.stringContaining('没有收入'))
    expect(readWordFile(file(alone())).flatMap(({ doubts }) => doubts)).toEqual(['此处有图片“示意图”，没有收入'])
  })

  test('a chart', () => {
    const chart = '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="c" r:id="rId1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    expect(read(file(chart)).doubts).toEqual([expect.stringContaining('图表，没有收入')])
  })
})

test('whatever sizes a file claims, the image fits a document', () => {
  const side = fc.oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: 0, max: 100_000 }), fc.double({ noNaN: true }))
  fc.assert(
    fc.property(side, side, (width, height) => {
      const { document } = recogniseItems(read(file(p('文。') + alone(drawn({ size: [width, height] })))).items)
      expect(imagesOf(parseDocument(JSON.parse(JSON.stringify(document))))).toHaveLength(1)
    }),
    { numRuns: 150 },
  )
})

describe('recognised in a notice', () => {
  const title = p('河湾县人民政府办公室') + p('关于划定责任区的通知') + p('河政办发〔2024〕17号') + p('各乡镇人民政府：')
  const signature = p('河湾县人民政府办公室') + p('2024年9月2日')
  const kinds = (document: Document): readonly string[] => document.parts.map((part) => `${part.type}:${'children' in part ? part.children.map((one) => ('type' in one ? one.type : 'text')).join() : ''}`)
  const recognised = (body: string) => recogniseItems(read(file(body)).items)

  test('images stay where they stand in the text and in attachments', () => {
    const { document, doubts } = recognised(title + p('情况如下。') + alone() + p('请遵照执行。') + p('附件：责任区示意图') + signature + p('附件') + p('责任区示意图') + alone() + alone())
    expect(kinds(document)).toEqual(['title:text', 'recipients:text', 'body:paragraph,image,paragraph', 'signatureOrgan:text', 'signatureDate:text', 'attachment:innerTitle,image,image'])
    expect(doubts).toEqual([])
  })

  test('one in the head goes to the text, and the head is read all the same', () => {
    const { document, doubts } = recognised(alone() + title + p('情况如下。') + signature)
    expect(kinds(document)).toEqual(['title:text', 'recipients:text', 'body:image,paragraph', 'signatureOrgan:text', 'signatureDate:text'])
    expect(document.header).toMatchObject({ issuers: ['河湾县人民政府办公室'], documentNumber: '河政办发〔2024〕17号' })
    expect(doubts).toEqual([{ where: '正文', what: expect.stringContaining('放到了正文开头') as string }])
  })

  test('a seal over the signature is not kept, wherever it is anchored', () => {
    const seal = drawn({ anchored: true, alt: '' })
    const organ = p('河湾县人民政府办公室').replace('</w:p>', `${seal}</w:p>`)
    const date = p('2024年9月2日').replace('</w:p>', `${seal}</w:p>`)
    for (const signed of [alone(seal) + signature, organ + p('2024年9月2日'), p('河湾县人民政府办公室') + date]) {
      const { document, doubts } = recognised(title + p('情况如下。') + signed)
      expect(kinds(document)).toEqual(['title:text', 'recipients:text', 'body:paragraph', 'signatureOrgan:text', 'signatureDate:text'])
      expect(doubts).toContainEqual({ where: '署名', what: expect.stringContaining('像是印章') as string })
    }
  })

  test('a text of nothing but images is a text', () => {
    const { document, doubts } = recognised(title + alone() + signature)
    expect(kinds(document)[2]).toBe('body:image')
    expect(doubts).toEqual([])
  })
})

test('written and read again, the images are the same: bytes, size on the page, what they show', async () => {
  const bytes = await writeGazetteNotice(illustrated, { template, gazetteName: '河湾县人民政府公报', images: bytesOfImages })
  const { items, kept } = read(stripped(bytes))
  const { document, doubts } = recogniseItems(items)
  expect(printedOf(document)).toEqual(printedOf(illustrated))
  expect(new Set(kept)).toEqual(new Set(bytesOfImages.keys()))
  const [before, after] = [illustrated, document].map((one) => imagesOf(one).map(({ sha256: hash, mediaType, alt }) => ({ hash, mediaType, alt: alt?.replace(/\s/g, ' ') })))
  expect(after).toEqual(before)
  const column = template.columns.characters * template.faces.body.size
  for (const { width } of imagesOf(document)) expect(width).toBeLessThanOrEqual(column)
  expect(doubts.filter(({ what }) => !/没有找到|不是文种/.test(what))).toEqual([])
  // A second time nothing changes at all.
  const again = recogniseItems(read(await writeGazetteNotice(document, { template, gazetteName: '', images: bytesOfImages })).items).document
  expect(imagesOf(again).map(({ width, height }) => [width, height])).toEqual(imagesOf(document).map(({ width, height }) => [width, height]))
})

test('images among any blocks come back where they stood', async () => {
  const [image] = imagesOf(illustrated)
  const kinds = fc.constantFrom('paragraph', 'heading', 'image', 'table', 'article')
  const block = (kind: string): Block => {
    if (kind === 'image' && image) return makeImage(image)
    if (kind === 'table') return makeTable([makeRow([makeCell('乡镇'), makeCell('界桩')]), makeRow([makeCell('青石镇'), makeCell('12')])])
    if (kind === 'heading') return makeHeading(1, '界桩')
    return kind === 'article' ? makeArticle('界桩由乡镇管护。') : makeParagraph('请各乡镇管护界桩。')
  }
  const documents = fc.tuple(fc.array(kinds, { maxLength: 8 }), fc.array(kinds, { minLength: 1, maxLength: 5 })).map(([body, attached]) =>
    makeDocument(illustrated.header, [makeLine('title', '关于管护界桩的通知'), makeBody(body.map(block)), makeLine('signatureOrgan', '河湾县林业局'), makeLine('signatureDate', '2024年9月2日'), makeAttachment('界桩一览', attached.map(block))]),
  )
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const { items } = read(stripped(await writeGazetteNotice(document, { template, gazetteName: '', images: bytesOfImages })))
      const { document: back } = recogniseItems(items)
      expect(printedOf(back)).toEqual(printedOf(document))
      expect(imagesOf(back).map(({ width, height, alt }) => [width, height, alt])).toEqual(imagesOf(document).map(({ width, height, alt }) => [width, height, alt]))
    }),
    { numRuns: 40 },
  )
})
