/** A notice with images of every kind: small, wider than the column, twice the same. */
import { createHash } from 'node:crypto'
import { makeAttachment, makeBody, makeDocument, makeHeading, makeImage, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { ImageType } from '../../shared/document/types.ts'
import { bmp, gif, jpeg, png } from '../support/images.ts'

export const PICTURES = { png: png({ width: 96, height: 48 }), jpeg: jpeg(), gif: gif({ width: 1, height: 1 }), bmp: bmp({ width: 40, height: 60 }) } as const

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of the notice's images by their SHA-256. */
export const bytesOfImages: ReadonlyMap<string, Uint8Array> = new Map(Object.values(PICTURES).map((bytes) => [sha256(bytes), bytes]))

const image = (kind: keyof typeof PICTURES, mediaType: ImageType, width: number, height: number, alt?: string) =>
  makeImage({ sha256: sha256(PICTURES[kind]), mediaType, width, height, ...(alt === undefined ? {} : { alt }) })

export const illustrated = makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: '河政办发〔2024〕17号' }, [
  makeLine('title', '关于划定森林防火责任区的通知'),
  makeLine('recipients', '各乡镇人民政府'),
  makeBody([
    makeParagraph('现将责任区划定情况通知如下。'),
    image('png', 'image/png', 72, 36),
    makeHeading(1, '责任区'),
    makeParagraph('青石镇、柳溪乡各为一区。'),
    image('jpeg', 'image/jpeg', 800, 400, '防火"责任区"示意图\n（一）'),
    image('bmp', 'image/bmp', 30, 45),
  ]),
  makeLine('signatureOrgan', '河湾县人民政府办公室'),
  makeLine('signatureDate', '2024年9月2日'),
  makeAttachment('责任区示意图', [image('gif', 'image/gif', 12, 12, '界桩'), image('png', 'image/png', 72, 36)]),
])
