/** What every page of the typing comparison begins with: the notice, and the box that scrolls. */
import { blocksOf, findPart } from '../../../shared/document/text.ts'
import type { Document, Table, TextBlock } from '../../../shared/document/types.ts'
import { longNotice } from '../long-notice.ts'
import './page.css'

/** The box to put a field in. */
export function desk(): HTMLElement {
  const box = document.querySelector<HTMLElement>('.desk')
  if (!box) throw new Error('the page has no desk')
  return box
}

/** The notice; how long it is stands in the page's address. */
export function notice(): Document {
  return longNotice(Number(new URLSearchParams(location.search).get('characters')))
}

/** A block of the notice, which has no images. */
export type NoticeBlock = TextBlock | Table

/** The running text of the notice, for the fields that know no parts. */
export function blocks(): readonly NoticeBlock[] {
  const body = findPart(notice(), 'body')
  return body ? blocksOf(body).filter((block) => block.type !== 'image') : []
}
