/**
 * Reads a Word file (.docx) into paragraphs and tables. The file is not trusted: sizes, depth and number of elements are limited,
 * no document type, entity or path outside the file is ever followed, and what is no Word file ends in an `OfficeFault`.
 */
import type { Remark } from '../../../shared/recognise/doubt.ts'
import type { Item } from '../../../shared/recognise/items.ts'
import { liveText } from '../../../shared/recognise/tracked.ts'
import { hasName, signatureOf } from '../../ooxml/signature.ts'
import { elements, type XmlNode } from '../../ooxml/xml.ts'
import { Zip } from '../../ooxml/zip.ts'
import { readBlocks } from './blocks.ts'
import { WORD_FAULTS, workbookFault } from './fault.ts'
import { Numbering } from './numbering.ts'
import { withMargins } from './margins.ts'
import { isWorkbook, partsOf } from './parts.ts'
import { Pictures, type KeepImage } from './pictures.ts'
import type { Story } from './story.ts'
import { Styles } from './styles.ts'
import { readPart } from './xml.ts'

/** True for bytes that begin like a zip file, as every .docx does. */
export function isZipped(bytes: Uint8Array): boolean {
  return signatureOf(bytes) === 'zip'
}

/** Throws the fault of an old or locked Word, Excel or WPS file and of an RTF file; other bytes pass. */
export function refuseOldFile(bytes: Uint8Array): void {
  const { otherFile } = WORD_FAULTS
  switch (signatureOf(bytes)) {
    case 'locked':
      throw otherFile('加了打开密码的文件')
    case 'old':
      throw hasName(bytes, 'Workbook') ? workbookFault('旧版的 Excel 或 WPS 工作簿（.xls、.et）') : otherFile('旧版的 Word 或 WPS 文件（.doc、.wps）')
    case 'rtf':
      throw otherFile('RTF 文件')
    default:
  }
}

/**
 * What the file holds, in reading order. Of headers and footers only a red head is text (of files in the layout, nothing is); the contents
 * of linked files are not read. `keep` takes the bytes of the
 * pictures; without it pictures are left out.
 */
export function readWordFile(bytes: Uint8Array, keep?: KeepImage): readonly Item[] {
  const zip = new Zip(bytes, WORD_FAULTS)
  const parts = partsOf(zip)
  if (!parts) throw isWorkbook(zip) ? workbookFault('一个 Excel 工作簿') : WORD_FAULTS.otherFile('别的压缩文件或演示文稿，不是 Word 文档')
  const styles = new Styles()
  if (parts.styles !== undefined) readPart(zip, parts.styles, 'w:styles', (node) => styles.read(node))
  const numbering = new Numbering()
  if (parts.numbering !== undefined) readPart(zip, parts.numbering, 'w:numbering', (node) => numbering.read(node))
  const notes = new Map<string, XmlNode>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts[`${kind}s`]
    if (part !== undefined) readPart(zip, part, `w:${kind}s`, (node) => isNote(node) && notes.set(`${kind} ${node.attributes.id ?? ''}`, node))
  }
  const comments = new Map<string, Remark>()
  const pictures = keep ? new Pictures(zip, parts.document, keep) : null
  const story: Story = { styles, numbering, comments, pictures, notes, fields: [], reading: new Set() }
  const { comments: part } = parts
  if (part !== undefined) readPart(zip, part, 'w:comments', (node) => comments.set(node.attributes.id ?? '', readComment(node, { ...story, pictures: null })))
  const items: Item[] = []
  readPart(zip, parts.document, 'w:body', (node) => items.push(...readBlocks([node], story)))
  return styles.isOwn ? items : withMargins(items, parts.margins, zip, { ...story, pictures: null })
}

/** Separators are notes of the file's own. */
function isNote({ attributes }: XmlNode): boolean {
  return attributes.type === undefined || attributes.type === 'normal'
}

function readComment(node: XmlNode, story: Story): Remark {
  const lines = readBlocks(elements(node), story).map((item) => (item.kind === 'paragraph' ? liveText(item.content) : ''))
  return { author: node.attributes.author ?? '', date: node.attributes.date ?? '', text: lines.filter((line) => line !== '').join(' ') }
}
