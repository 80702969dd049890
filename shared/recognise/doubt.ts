import type { Id } from '../lib/id.ts'

/** What the recogniser was unsure of: where (标题, 第3段) and what, both in Chinese, to be shown and confirmed. */
export interface Doubt {
  readonly where: string
  readonly what: string
  /** The block that it is about, where there is one. It may have been deleted since. */
  readonly block?: Id
  /** It is a comment (批注) that the original has there. */
  readonly comment?: Remark
}

/** A comment of a Word file, as written: its date stays a string, "" without one. */
export interface Remark {
  readonly author: string
  readonly date: string
  readonly text: string
}
