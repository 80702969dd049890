/** What the reader of a body needs at hand: styles, lists, notes and comments, and the fields that are open. */
import { newId } from '../../../shared/lib/id.ts'
import type { Change } from '../../../shared/document/types.ts'
import type { Remark } from '../../../shared/recognise/doubt.ts'
import type { Item } from '../../../shared/recognise/items.ts'
import type { XmlNode } from '../../ooxml/xml.ts'
import type { Numbering } from './numbering.ts'
import type { Pictures } from './pictures.ts'
import type { Styles } from './styles.ts'

export interface Story {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly comments: ReadonlyMap<string, Remark>
  /** Those of the body; null where pictures are not taken in (notes and comments, whose relationships are others). */
  readonly pictures: Pictures | null
  /** Contents by "footnote 2". */
  readonly notes: ReadonlyMap<string, XmlNode>
  /** Fields begin in one paragraph and may end in another; true while a field's code stands, which is no text. */
  readonly fields: boolean[]
  /** Notes that are being read: one could name itself. */
  readonly reading: Set<string>
}

/** Reads blocks inside a paragraph (notes, text boxes). */
export type ReadBlocks = (nodes: readonly XmlNode[], story: Story) => readonly Item[]

/** The tracked changes in force at a place. */
export interface Tracks {
  readonly ins?: Change
  readonly del?: Change
}

/** A paragraph while it is read: what could not be read, and what stands behind it (notes, text boxes). */
export interface Findings {
  readonly doubts: string[]
  readonly comments: Remark[]
  readonly after: Item[]
}

/** Author and date of a change, as written. */
export function changeOf({ attributes }: XmlNode): Change {
  return { id: newId(), author: attributes.author ?? '', date: attributes.date ?? '' }
}

/** The one alternative that is read of several: the first choice, else the fallback. */
export function alternative(node: XmlNode): readonly XmlNode[] {
  const named = (name: string): XmlNode | undefined => node.children.find((one): one is XmlNode => typeof one !== 'string' && one.name === name)
  const chosen = named('mc:Choice') ?? named('mc:Fallback')
  return chosen ? chosen.children.filter((one): one is XmlNode => typeof one !== 'string') : []
}
