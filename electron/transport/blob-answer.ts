/**
 * Images of the library by their address, `/blob/<sha256>`, and fonts of the machine by theirs, `/font/<id>`: the same bytes for ever, so
 * a page may keep them.
 */
import type { PageAnswer } from './page-files.ts'

/** An image or a font as the services give it out. */
export interface ServedFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What has an address of its own. */
export interface ServedFiles {
  /** An image by its SHA-256; null where there is none. */
  image(sha256: string): Promise<ServedFile | null>
  /** A font by the id that the services gave it; null for any other. */
  font(id: string): Promise<ServedFile | null>
}

/** Answers a GET for an image or a font; null for every other path. */
export async function blobAnswer(path: string, files: ServedFiles): Promise<PageAnswer | null> {
  if (!/^\/(blob|font)\//.test(path)) return null
  const [, kind, name = ''] = /^\/(blob|font)\/([0-9a-f]{64})$/.exec(path) ?? []
  const file = kind === undefined ? null : await (kind === 'blob' ? files.image(name) : files.font(name))
  // What is not there may come later (a library copied together anew), so only this is not kept.
  if (!file) return { status: 404, headers: { ...COMMON, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, body: new TextEncoder().encode('404') }
  const headers = { ...COMMON, 'content-type': file.mediaType, 'cache-control': 'private, max-age=31536000, immutable' }
  return { status: 200, headers, body: new Uint8Array(file.bytes) }
}

/** Opened by itself an image is no page: nothing in it runs or loads anything. */
const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-security-policy': "default-src 'none'; sandbox" }
