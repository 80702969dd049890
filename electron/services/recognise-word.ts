/** Word files on their way into the library: what they are by their content, and what they say. */
import { createHash } from 'node:crypto'
import { Refusal } from '../../shared/api/reply.ts'
import { imagesOf } from '../../shared/document/text.ts'
import { recogniseItems, type Recognised } from '../../shared/recognise/notice.ts'
import { isZipped, readWordFile, refuseOldFile } from '../docx/reader/read-word-file.ts'
import { OfficeFault } from '../ooxml/fault.ts'

/** A notice out of a Word file, with the bytes of its images. */
export interface WordNotice extends Recognised {
  readonly images: readonly Uint8Array[]
}

/**
 * What a .docx holds, whatever its name; null for bytes that are no such file. Refused: notText (a broken file, an old or locked
 * one, another kind of package), tooLarge, badRequest (where it must be a whole issue, which is read from text only).
 */
export function recogniseWord(bytes: Uint8Array, as: 'issue' | undefined): WordNotice | null {
  try {
    refuseOldFile(bytes)
    if (!isZipped(bytes)) return null
    const found = new Map<string, Uint8Array>()
    const items = readWordFile(bytes, (image) => {
      const sha256 = createHash('sha256').update(image).digest('hex')
      found.set(sha256, image)
      return sha256
    })
    if (as === undefined) {
      const recognised = recogniseItems(items)
      const used = new Set(imagesOf(recognised.document).map(({ sha256 }) => sha256))
      return { ...recognised, images: [...found].flatMap(([sha256, image]) => (used.has(sha256) ? [image] : [])) }
    }
  } catch (error) {
    if (error instanceof OfficeFault) throw new Refusal({ code: error.code, message: error.message, next: error.next }, error)
    throw error
  }
  throw new Refusal({
    code: 'badRequest',
    message: '整期公报要从文本文件导入，这是 Word 文档',
    next: '请在 Word 或 WPS 里另存为“纯文本（.txt）”再导入；里面只有一份公文的，按公文导入',
  })
}
