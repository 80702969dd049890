/**
 * Reads a Word file (.docx) into paragraphs and tables. The file is not trusted: sizes, depth and number of elements are limited,
 * no document type, entity or path outside the file is ever followed, and what is no Word file ends in a `WordFault`.
 */
import type { Item } from '../../../shared/recognise/items.ts'
import { liveText } from '../../../shared/recognise/tracked.ts'
import { readBlocks } from './blocks.ts'
import { otherFile } from './fault.ts'
import { Numbering } from './numbering.ts'
import { partsOf } from './parts.ts'
import type { Comment, Story } from './story.ts'
import { Styles } from './styles.ts'
import { elements, readPart, type XmlNode } from './xml.ts'
import { Zip } from './zip.ts'

/** True for bytes that begin like a zip file, as every .docx does. */
export function isZipped(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])
}

/** Throws the fault of an old or locked Word or WPS file and of an RTF file; other bytes pass. */
export function refuseOldFile(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw otherFile(hasName(bytes, 'EncryptedPackage') ? '加了打开密码的 Word 文件' : '旧版的 Word 或 WPS 文件（.doc、.wps）')
  }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) throw otherFile('RTF 文件')
}

/** What the file holds, in reading order. Headers, footers and the contents of linked files are not read. */
export function readWordFile(bytes: Uint8Array): readonly Item[] {
  const zip = new Zip(bytes)
  const parts = partsOf(zip)
  if (!parts) throw otherFile('别的压缩文件或表格、演示文稿，不是 Word 文档')
  const styles = new Styles()
  if (parts.styles !== undefined) readPart(zip, parts.styles, 'w:styles', (node) => styles.read(node))
  const numbering = new Numbering()
  if (parts.numbering !== undefined) readPart(zip, parts.numbering, 'w:numbering', (node) => numbering.read(node))
  const notes = new Map<string, XmlNode>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts[`${kind}s`]
    if (part !== undefined) readPart(zip, part, `w:${kind}s`, (node) => isNote(node) && notes.set(`${kind} ${node.attributes.id ?? ''}`, node))
  }
  const comments = new Map<string, Comment>()
  const story: Story = { styles, numbering, comments, notes, fields: [], reading: new Set() }
  const { comments: part } = parts
  if (part !== undefined) readPart(zip, part, 'w:comments', (node) => comments.set(node.attributes.id ?? '', readComment(node, story)))
  const items: Item[] = []
  readPart(zip, parts.document, 'w:body', (node) => items.push(...readBlocks([node], story)))
  return items
}

/** Separators are notes of the file's own. */
function isNote({ attributes }: XmlNode): boolean {
  return attributes.type === undefined || attributes.type === 'normal'
}

function readComment(node: XmlNode, story: Story): Comment {
  const lines = readBlocks(elements(node), story).map((item) => (item.kind === 'paragraph' ? liveText(item.content) : ''))
  return { author: node.attributes.author ?? '', text: lines.filter((line) => line !== '').join(' ') }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

/** Names in such files are UTF-16. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from(Array.from(name).flatMap((char) => [char.charCodeAt(0), 0]))
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((one, index) => bytes[at + index] === one))
}
