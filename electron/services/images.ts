/** Images of documents: taken into the library by what they are, and given out by their SHA-256. */
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { placedSize, readImageFile, type ImageFault } from '../../shared/document/image-file.ts'
import { imagesOf } from '../../shared/document/text.ts'
import type { Document, ImageType } from '../../shared/document/types.ts'
import type { ServiceContext } from './context.ts'
import { assertSources, sourceBytes } from './sources.ts'

type Group = Pick<Handlers, 'images.add'>

/** An image as it goes to the page. */
export interface StoredImage {
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
}

export function imageHandlers({ library, shell }: ServiceContext): Group {
  return {
    'images.add': async ({ source }) => {
      assertSources(shell, [source])
      const store = library.store()
      const bytes = await sourceBytes(shell, source)
      const facts = readImageFile(bytes)
      if (typeof facts === 'string') throw new Refusal(REFUSALS[facts])
      return { sha256: await store.keepImage(bytes), mediaType: facts.mediaType, ...placedSize(facts) }
    },
  }
}

const REFUSALS: Readonly<Record<ImageFault, Refusal['error']>> = {
  unknown: { code: 'badRequest', message: '这个文件不是能放进公文的图片', safe: '没有改动', next: '能用的图片是 PNG、JPG、GIF 和 BMP。别的格式请用画图程序打开，另存为 PNG 再插入' },
  damaged: { code: 'badRequest', message: '这个图片文件不完整，没有插入', safe: '没有改动', next: '请用看图程序试一试能不能打开；打不开的，请重新要一份' },
  tooLarge: { code: 'tooLarge', message: '这张图片的像素太多（超过 5000 万），没有插入', safe: '没有改动', next: '请用画图程序把它缩小，或扫描时把分辨率调到 300 再插入' },
}

/** An image of the library; null where there is none of this SHA-256. What else is kept there (imported originals) is not given out. */
export async function readImage({ library }: Pick<ServiceContext, 'library'>, sha256: string): Promise<StoredImage | null> {
  const bytes = await library.store().readBlob(sha256)
  const facts = bytes && readImageFile(bytes)
  return bytes === null || facts === null || typeof facts === 'string' ? null : { mediaType: facts.mediaType, bytes }
}

/** The bytes of a document's images by their SHA-256. Refused: notFound, naming the images that the library does not have. */
export async function imageBytes({ library }: Pick<ServiceContext, 'library'>, document: Document, title: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  const missing: string[] = []
  for (const [at, { sha256, alt }] of imagesOf(document).entries()) {
    const bytes = found.get(sha256) ?? (await library.store().readBlob(sha256))
    if (bytes) found.set(sha256, bytes)
    else missing.push(`第${at + 1}张${alt === undefined ? '' : `“${alt}”`}`)
  }
  if (missing.length === 0) return found
  throw new Refusal({
    code: 'notFound',
    message: `《${title}》有图片不在本资料库，没有导出：${missing.join('、')}`,
    safe: '文稿没有改动',
    next: '请在文稿里选中这些图片，点“替换”放入原图，或删去，再导出',
    details: missing,
  })
}
