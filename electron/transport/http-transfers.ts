/** Files on their way between browser and machine: uploads until an import takes them, written files until they are fetched. */
import { randomBytes } from 'node:crypto'
import { Refusal, type ApiError } from '../../shared/api/reply.ts'

/** Minutes in which an import follows its upload, and a download its export, many times over. */
const LIFE_MS = 10 * 60_000

/** Bytes that may wait at once. */
const LARGEST_STORE = 200_000_000

export interface WaitingFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether a browser saves it or shows it in its page; saved without it. */
  readonly how?: 'save' | 'show'
}

/** Files by token, each given out once. */
export interface Transfers {
  /** The token, or null where too much is waiting already. */
  put(file: WaitingFile): string | null
  take(token: string): WaitingFile | null
}

/** `now` in milliseconds, a parameter for tests. */
export function createTransfers(now: () => number = Date.now): Transfers {
  const waiting = new Map<string, WaitingFile & { readonly until: number }>()
  const dropOld = (): void => {
    for (const [token, { until }] of waiting) if (until < now()) waiting.delete(token)
  }
  return {
    put(file) {
      dropOld()
      const size = [...waiting.values()].reduce((sum, { bytes }) => sum + bytes.length, file.bytes.length)
      if (size > LARGEST_STORE) return null
      const token = randomBytes(24).toString('base64url')
      waiting.set(token, { ...file, until: now() + LIFE_MS })
      return token
    },
    take(token) {
      dropOld()
      const found = waiting.get(token) ?? null
      waiting.delete(token)
      return found
    },
  }
}

/** The bytes of an upload. Refused: fileMissing where they are gone. */
export function takeUpload(uploads: Transfers, token: string): Promise<Uint8Array> {
  const file = uploads.take(token)
  if (file) return Promise.resolve(file.bytes)
  return Promise.reject(new Refusal({ code: 'fileMissing', message: '上传的文件已经用过，或放得太久', next: '请重新选择这个文件' }))
}

/** Bytes of one upload from the clipboard. */
export const LARGEST_UPLOAD = 20_000_000

/** Too large, or too much is waiting. */
export const UPLOAD_REFUSED: ApiError = { code: 'tooLarge', message: '图片太大（超过 20 MB），没有收下', next: '请先缩小它，或分几次插入' }

/** A header that names a downloaded file: the real name by RFC 5987, and a plain one for programs that do not know it. */
export function contentDisposition(name: string, how: 'save' | 'show' = 'save'): string {
  const extension = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how === 'show' ? 'inline' : 'attachment'}; filename="gongbao${extension}"; filename*=UTF-8''${encoded}`
}
