/** Texts that say of themselves whether they are whole. */
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../../shared/document/build.ts'
import { partText } from '../../../shared/document/text.ts'
import type { Document } from '../../../shared/document/types.ts'

/** A draft that lacks nothing; its title and each of its paragraphs carry `n`, which also says how long it is. */
export function numberedText(n: number): Document {
  return makeDocument({ issuers: ['河湾县人民政府办公室'], genre: '通知', documentNumber: null }, [
    makeLine('title', `第${n}次`),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody(Array.from({ length: lengthOf(n) }, (_, at) => makeParagraph(`第${n}次的第${at}段。请各乡镇于十月底前完成检修。`))),
    makeLine('signatureOrgan', '河湾县人民政府办公室'),
    makeLine('signatureDate', '2024年9月30日'),
  ])
}

/** The `n` of a text. Throws where it is not one whole text. */
export function numberOf(document: Document): number {
  const title = partText(document, 'title')
  const n = Number(/^第(\d+)次$/.exec(title)?.[1] ?? Number.NaN)
  const paragraphs = [...JSON.stringify(document).matchAll(/第(\d+)次的第(\d+)段/g)]
  const whole = paragraphs.length === lengthOf(n) && paragraphs.every(([, of, at], place) => Number(of) === n && Number(at) === place)
  if (!whole) throw new Error(`not a whole text: ${title}, ${paragraphs.length} paragraphs`)
  return n
}

function lengthOf(n: number): number {
  return 1 + ((n * 37) % 120)
}
