/** The pictures of a written file: as many as the document has, each with its bytes in the package, the right ones in the right place. */
import { imagesOf } from '../../../shared/document/text.ts'
import type { Document, Image } from '../../../shared/document/types.ts'
import { printableText } from '../../../shared/layout/printable.ts'
import type { Check } from './check.ts'

/** What a file says of its pictures, in its order. */
export interface Pictures extends Check {
  readonly found: readonly { readonly relationship: string; readonly alt: string }[]
}

/** Reads the pictures of word/document.xml. */
export function pictures(): Pictures {
  const found: { relationship: string; alt: string }[] = []
  let alt = ''
  return {
    found,
    open(name, attributes) {
      if (name === 'wp:docPr') alt = attributes.descr ?? ''
      else if (name === 'a:blip') found.push({ relationship: attributes['r:embed'] ?? '', alt })
    },
  }
}

/** Reads word/_rels/document.xml.rels: the targets by their ids. */
export function targets(): Check & { readonly byId: ReadonlyMap<string, string> } {
  const byId = new Map<string, string>()
  return {
    byId,
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') byId.set(Id, Target)
    },
  }
}

/** The first fault, in Chinese; undefined where the file has what the document has. `sizeOf`: bytes of a part, null without it. */
export function pictureFault(
  document: Document,
  { found }: Pictures,
  byId: ReadonlyMap<string, string>,
  sizeOf: (part: string) => number | null,
): string | undefined {
  const expected = imagesOf(document).filter(({ change }) => change?.kind !== 'del')
  if (expected.length !== found.length) return `文稿有${expected.length}张图片，文件里有${found.length}张`
  const parts = found.map(({ relationship }) => byId.get(relationship))
  for (const [at, { alt }] of found.entries()) {
    const part = parts[at]
    if (part === undefined || !sizeOf(`word/${part}`)) return `第${at + 1}张图片不在文件里`
    if (printableText(expected[at]?.alt ?? '').replace(/\s/g, ' ') !== alt) return `第${at + 1}张图片的说明与文稿不一致`
  }
  // One image is one part, whatever its place.
  const same = (list: readonly unknown[]): string => list.map((one) => list.indexOf(one)).join()
  return same(expected.map(({ sha256 }: Image) => sha256)) === same(parts) ? undefined : '文件里的图片与文稿不一致'
}
