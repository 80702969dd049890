/** What stands in a run and is no text: pictures, text boxes, charts. */
import { makeImage } from '../../../shared/document/build.ts'
import { fittedSize, placedSize } from '../../../shared/document/image-file.ts'
import type { Image } from '../../../shared/document/types.ts'
import { below, elements, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import type { Picture } from './pictures.ts'
import { alternative, type Findings, type ReadBlocks, type Story, type Tracks } from './story.ts'

export interface DrawingPlace {
  readonly story: Story
  readonly findings: Findings
  readonly tracks: Tracks
  readonly readBlocks: ReadBlocks
}

/** Reads w:drawing, w:pict or w:object: what it holds goes behind the paragraph. */
export function readDrawing(drawing: XmlNode, place: DrawingPlace): void {
  for (const node of below(drawing, ({ name }) => HELD.has(name))) {
    if (node.name === 'mc:AlternateContent') for (const one of alternative(node)) readDrawing(one, place)
    else if (node.name === 'w:txbxContent') readTextBox(node, place)
    else if (node.name === 'blip' || node.name === 'imagedata') readPicture(drawing, node, place)
    else place.findings.doubts.push(`此处有${node.name === 'chart' ? '图表' : 'SmartArt 图形'}，没有收入；可以在 Word 里把它另存为图片，再插入`)
  }
}

const HELD: ReadonlySet<string> = new Set(['w:txbxContent', 'mc:AlternateContent', 'blip', 'imagedata', 'chart', 'relIds'])

function readTextBox(box: XmlNode, { story, findings, readBlocks }: DrawingPlace): void {
  const items = readBlocks(elements(box), story)
  if (items.length === 0) return
  findings.doubts.push('此处有文本框，它的文字收在后面，单成一段')
  findings.after.push(...items)
}

function readPicture(drawing: XmlNode, node: XmlNode, { story, findings, tracks }: DrawingPlace): void {
  const about = below(drawing, ({ name }) => name === 'docPr')[0]?.attributes
  const alt = (about?.descr ?? (node.name === 'imagedata' ? node.attributes.title : undefined) ?? '').trim()
  const named = alt || (about?.name ?? '')
  const call = `此处有图片${named === '' ? '' : `“${named}”`}`
  if (!story.pictures) {
    findings.doubts.push(`${call}，没有收入`)
    return
  }
  const picture = story.pictures.read(node.attributes.embed ?? (node.name === 'imagedata' ? node.attributes.id : undefined))
  if (typeof picture === 'string') {
    findings.doubts.push(`${call}，${picture}，没有收入；原件里有`)
    return
  }
  const cropped = isCropped(drawing, node)
  const change = tracks.del ? ({ kind: 'del', by: tracks.del } as const) : tracks.ins ? ({ kind: 'ins', by: tracks.ins } as const) : undefined
  const { sha256, mediaType } = picture
  const image: Image = { ...makeImage({ sha256, mediaType, ...sizeOf(drawing, node, picture, cropped), ...(alt === '' ? {} : { alt }) }), ...(change ? { change } : {}) }
  findings.after.push({ kind: 'image', image, floating: isFloating(drawing), doubts: cropped ? ['图片在原文里裁过边，收入的是整张'] : [] })
}

const EMU = 12_700

/** The size on the page, in pt: as the file says, else the picture's own. */
function sizeOf(drawing: XmlNode, node: XmlNode, picture: Picture, cropped: boolean): Pick<Image, 'width' | 'height'> {
  const [width, height] = node.name === 'imagedata' ? shapeSize(drawing, node) : extent(drawing, node)
  if (!(width > 0 && height > 0)) return placedSize(picture)
  return fittedSize({ width, height: cropped ? (width * picture.height) / picture.width : height })
}

function extent(drawing: XmlNode, node: XmlNode): readonly [number, number] {
  const pictures = below(drawing, ({ name }) => name === 'pic')
  // Of several in one frame each has a size of its own.
  const own = pictures.length > 1 ? pictures.find((one) => holds(one, node)) : undefined
  const [found] = below(own ?? drawing, ({ name, attributes }) => (own ? name === 'ext' && attributes.cx !== undefined : name === 'extent'))
  const side = (text: string | undefined): number => (wholeNumber(text, 0, 100_000 * EMU) ?? 0) / EMU
  return [side(found?.attributes.cx), side(found?.attributes.cy)]
}

/** VML says it in a style: width:120pt;height:3cm. */
function shapeSize(drawing: XmlNode, node: XmlNode): readonly [number, number] {
  const style = below(drawing, (one) => /shape|rect$/.test(one.name) && holds(one, node))[0]?.attributes.style ?? ''
  const side = (name: string): number => {
    const [, number = '', unit = ''] = new RegExp(`(?:^|;)\\s*${name}:\\s*(\\d{1,6}(?:\\.\\d{1,6})?)(pt|in|cm|mm|px)?`).exec(style) ?? []
    return Number(number) * (UNITS[unit] ?? 0)
  }
  return [side('width'), side('height')]
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, px: 0.75 }

function isCropped(drawing: XmlNode, node: XmlNode): boolean {
  if (node.name === 'imagedata') return ['cropleft', 'croptop', 'cropright', 'cropbottom'].some((side) => /[1-9]/.test(node.attributes[side] ?? ''))
  const fill = below(drawing, ({ name, children }) => name === 'blipFill' && children.includes(node))[0]
  const cut = elements(fill).find(({ name }) => name === 'srcRect')?.attributes ?? {}
  return ['l', 't', 'r', 'b'].some((side) => /[1-9]/.test(cut[side] ?? ''))
}

/** It stands over or beside the text, as a seal does. */
function isFloating(drawing: XmlNode): boolean {
  return below(drawing, ({ name, attributes }) => name === 'anchor' || /position:\s*absolute/.test(attributes.style ?? '')).length > 0
}

function holds(node: XmlNode, inner: XmlNode): boolean {
  return elements(node).some((one) => one === inner || holds(one, inner))
}
