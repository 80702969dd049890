/** Images of the library by their address, `/blob/<sha256>`: the same bytes for ever, so a page may keep them. */
import type { PageAnswer } from './page-files.ts'

/** An image as the services give it out. */
export interface ServedImage {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Where the addresses of images begin. */
export const BLOBS = '/blob/'

/** Answers a GET for a path that begins with `BLOBS`. `read` gives an image by its SHA-256, or null. */
export async function blobAnswer(path: string, read: (sha256: string) => Promise<ServedImage | null>): Promise<PageAnswer> {
  const [, sha256] = /^\/blob\/([0-9a-f]{64})$/.exec(path) ?? []
  const image = sha256 === undefined ? null : await read(sha256)
  // An image that is not there may come later (a library copied together anew), so only this is not kept.
  if (!image) return { status: 404, headers: { ...COMMON, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body: new TextEncoder().encode('404') }
  const headers = { ...COMMON, 'content-type': image.mediaType, 'cache-control': 'private, max-age=31536000, immutable' }
  return { status: 200, headers, body: new Uint8Array(image.bytes) }
}

/** Opened by itself an image is no page: nothing in it runs or loads anything. */
const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; sandbox" }
