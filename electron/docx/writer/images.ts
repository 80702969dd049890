/** Images in a Word file: inline in a paragraph of their own style, each with its description. */
import { ImageRun, Paragraph } from 'docx'
import type { ImageType } from '../../../shared/document/types.ts'
import type { FlowLine } from '../../../shared/layout/flow.ts'
import { printableText } from '../../../shared/layout/printable.ts'
import { LINE_STYLES } from './styles.ts'

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const satisfies Record<ImageType, string>

/** Twips of a pixel, in which the package wants its sizes. */
const PIXEL = 15

/** Writes the images of one file. */
export class ImageWriter {
  readonly #bytes: ReadonlyMap<string, Uint8Array>
  #count = 0

  /** `bytes` by SHA-256. */
  constructor(bytes: ReadonlyMap<string, Uint8Array>) {
    this.#bytes = bytes
  }

  /** The paragraph of an image. Throws where its bytes are not there: whoever writes has to ask for them before. */
  paragraph({ sha256, mediaType, width, height, alt = '' }: NonNullable<FlowLine['image']>): Paragraph {
    const data = this.#bytes.get(sha256)
    if (!data) throw new Error(`no bytes for the image ${sha256}`)
    this.#count += 1
    // Numbered here: the package counts over all files that it writes, and the same document would not give the same bytes.
    const altText = { id: String(this.#count), name: `图片${this.#count}`, title: '', description: printableText(alt).replace(/\s/g, ' ') }
    const transformation = { width: width / PIXEL, height: height / PIXEL }
    return new Paragraph({ style: LINE_STYLES.image, children: [new ImageRun({ type: EXTENSIONS[mediaType], data, transformation, altText })] })
  }
}
