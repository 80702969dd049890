/**
 * What an official document (公文) is. Plain JSON, shaped as Slate wants it (elements with `children`, text leaves
 * with `text`), so that editor and library hold the same value.
 *
 * A document has a header of typed fields and one tree of parts in the order in which the gazette prints them:
 * title, recipients, body, signature, note, then the text that a notice prints (印发), then the attachments.
 * Title, recipients, signature and note are parts of the tree and not header fields, because they are written text:
 * one history undoes them together with the body, and tracked changes mark them character by character.
 */
import type { Id } from '../lib/id.ts'

/** Version of the stored format. Goes up with every change of this file that old rows do not satisfy. */
export const DOCUMENT_VERSION = 1

/** The 15 kinds (文种) of the 2012 regulation, article 8. */
export const GENRES = [
  '决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要',
] as const
export type Genre = (typeof GENRES)[number]

/** Who changed what and when, as written (dates from Word stay strings). */
export interface Change {
  readonly id: Id
  readonly author: string
  readonly date: string
}

/** A run of text. `ins` and `del` are tracked insertions and deletions (修订). Deleted text is in no printed or counted text. */
export interface Leaf {
  readonly text: string
  readonly ins?: Change
  readonly del?: Change
}

/**
 * A cross reference (见附件2, 本办法第三条): a label of the block or attachment `target`, held as text so that whoever reads the line
 * reads it. The editor keeps the text true when things move (`referenceText` in shared/numbering/references.ts); a reference whose target is gone
 * keeps its last text. It is one thing to the caret: typed over, never typed into.
 */
export interface Reference {
  readonly type: 'reference'
  readonly id: Id
  readonly target: Id
  readonly children: readonly [Leaf]
}

/** A blank that a template leaves for the drafter: shows `hint`, prints nothing, blocks signing until it is filled. */
export interface Place {
  readonly type: 'place'
  readonly id: Id
  readonly hint: string
  readonly children: readonly [Leaf]
}

export type Inline = Leaf | Place | Reference

/** What every block carries. `change` marks a block whose insertion or deletion is tracked. */
interface BlockBase {
  readonly id: Id
  readonly change?: { readonly kind: 'ins' | 'del'; readonly by: Change }
}

/** What a paragraph is where it is no running text: a formula (centred), a line of contacts (联系人：), a note below a table (注：). */
export const PARAGRAPH_ROLES = ['formula', 'contact', 'note'] as const
export type ParagraphRole = (typeof PARAGRAPH_ROLES)[number]

/** 正文: indented two characters. A form's blanks (____, 年  月  日) are text as it is typed. */
export interface Paragraph extends BlockBase {
  readonly type: 'paragraph'
  readonly role?: ParagraphRole
  readonly children: readonly Inline[]
}

/**
 * A heading of level 1–4: 一、 （一） 1. （1）. `printed` is the number as printed in an import ("(五)", "1、");
 * without it the number is derived from the position. Children never hold the number.
 * A heading whose text goes on after its first 。 is a run-in heading; one that is a whole sentence is an item (see `runIn` in text.ts).
 */
export interface Heading extends BlockBase {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly printed?: string
  readonly children: readonly Inline[]
}

/** 第一章 总则: `printed` as in Heading. */
export interface Chapter extends BlockBase {
  readonly type: 'chapter'
  readonly printed?: string
  readonly children: readonly Inline[]
}

/** 第一条 …: an article; its number runs on through the chapters. `printed` as in Heading. */
export interface Article extends BlockBase {
  readonly type: 'article'
  readonly printed?: string
  readonly children: readonly Inline[]
}

/** What stands in front of an item: ——, ①, 一是. */
export const ITEM_MARKERS = ['dash', 'circled', 'ordinal'] as const
export type ItemMarker = (typeof ITEM_MARKERS)[number]

/** An item of a list below the headings. ① and 一是 are counted from the last heading on; `printed` as in Heading. */
export interface Item extends BlockBase {
  readonly type: 'item'
  readonly marker: ItemMarker
  readonly printed?: string
  readonly children: readonly Inline[]
}

/** Kinds of image that Word, the page and the browser all show. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/**
 * An image between paragraphs, centred. Its bytes are a blob of the library, found by `sha256` (lower-case hexadecimal). Width and height in pt
 * as it was placed; a page that is narrower makes it smaller. `alt` says what it shows. The child is there for Slate and empty.
 */
export interface Image extends BlockBase {
  readonly type: 'image'
  readonly sha256: string
  readonly mediaType: ImageType
  readonly width: number
  readonly height: number
  readonly alt?: string
  readonly children: readonly [Leaf]
}

export type CellAlign = 'left' | 'center' | 'right'

/** A table cell. Spans count grid columns and rows and default to 1; a cell covered by a span is absent from its row. */
export interface Cell extends BlockBase {
  readonly type: 'cell'
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: CellAlign
  readonly children: readonly Paragraph[]
}

export interface Row extends BlockBase {
  readonly type: 'row'
  readonly children: readonly Cell[]
}

/**
 * A table. The first `headerRows` rows repeat on each page. `unit` is the line above its right end (单位：万元). `widths` has a weight for each
 * grid column; without it columns are fitted to their text. With `totalRow` the last row is a total (合计). `landscape` wishes a page on its side.
 *
 * A roster (名单) is a table with `look: 'roster'`: three columns for role (without its colon), name (without the space that pads 李　毅) and
 * post, no spans, no header; an empty role is that of the row above. It is printed as aligned lines without rules.
 */
export interface Table extends BlockBase {
  readonly type: 'table'
  readonly look?: 'roster'
  readonly headerRows: number
  readonly caption?: string
  readonly unit?: string
  readonly widths?: readonly number[]
  readonly totalRow?: true
  readonly landscape?: true
  readonly children: readonly Row[]
}

export type Block = Paragraph | Heading | Chapter | Article | Item | Table | Image

/** Blocks that are a line of text. */
export type TextBlock = Exclude<Block, Table | Image>

/**
 * A title as it was set where so many `characters` stand in a line, kept so that neither another program nor another dictionary moves a break
 * of a text that was signed. `text` is the title as it is printed, with a U+2028 at each break that nobody chose: without these it has to be what the
 * title says, or it holds no longer.
 */
export interface KeptTitle {
  readonly characters: number
  readonly text: string
}

/** 标题, without the issuing organ; a line break that a person chose is "\n" in the text, `kept` has those that were proposed. */
export interface TitlePart {
  readonly type: 'title'
  readonly id: Id
  readonly kept?: readonly KeptTitle[]
  readonly children: readonly Inline[]
}

/** 主送机关, without the colon that ends the line. Absent in a 通告. */
export interface RecipientsPart {
  readonly type: 'recipients'
  readonly id: Id
  readonly children: readonly Inline[]
}

/** 正文 as a whole: at least one block. */
export interface BodyPart {
  readonly type: 'body'
  readonly id: Id
  readonly children: readonly Block[]
}

/** 发文机关署名; organs that issue together have a line each ("\n"). */
export interface SignatureOrganPart {
  readonly type: 'signatureOrgan'
  readonly id: Id
  readonly children: readonly Inline[]
}

/** 成文日期 as text: "2024年5月8日", or as printed when incomplete. `parseDate` in date.ts reads it. */
export interface SignatureDatePart {
  readonly type: 'signatureDate'
  readonly id: Id
  readonly children: readonly Inline[]
}

/** 附注, without its brackets: "此件公开发布". */
export interface NotePart {
  readonly type: 'note'
  readonly id: Id
  readonly children: readonly Inline[]
}

/** Title of a printed text or of an attachment, a single line of text; "\n" and `kept` as in a title. */
export interface InnerTitle {
  readonly type: 'innerTitle'
  readonly id: Id
  readonly kept?: readonly KeptTitle[]
  readonly children: readonly Inline[]
}

/** The text that a notice prints (印发的《方案》《办法》): follows the note with its own title. */
export interface PrintedPart {
  readonly type: 'printed'
  readonly id: Id
  readonly children: readonly [InnerTitle, ...Block[]]
}

/** 附件: label derived (附件, 附件1) unless `printed` keeps it as imported ("附件1："). On pages of its own orientation, portrait unless it says so. */
export interface AttachmentPart {
  readonly type: 'attachment'
  readonly id: Id
  readonly printed?: string
  readonly orientation?: 'landscape'
  readonly children: readonly [InnerTitle, ...Block[]]
}

/** In this order: one title, at most one recipients, one body, at most one each of organ, date, note and printed text, any number of attachments. */
export type Part =
  | TitlePart
  | RecipientsPart
  | BodyPart
  | SignatureOrganPart
  | SignatureDatePart
  | NotePart
  | PrintedPart
  | AttachmentPart

/** 密级 and, where there is one, its period ("1年"): 机密★1年 (GB/T 9704-2012, 7.2.2). */
export interface Secrecy {
  readonly level: '绝密' | '机密' | '秘密'
  readonly period?: string
}

/** 版记 (7.4): 抄送机关 as written, 印发机关, 印发日期 as text. */
export interface Distribution {
  readonly copies?: string
  readonly printedBy?: string
  readonly printedOn?: string
}

/** How the signature is made (7.3.5): with a seal, without, or with the signer's stamp (签名章). Only its place is kept, no image of any. */
export const SIGNATURE_KINDS = ['seal', 'plain', 'stamp'] as const
export type SignatureKind = (typeof SIGNATURE_KINDS)[number]

/**
 * Typed fields that are not running text. What the gazette leaves out (份号, 密级, 紧急程度, 签发人, 版记) is optional and absent where the document
 * has none of it.
 */
export interface Header {
  /** 发文机关, full names, the main organ first. Printed on the first line of the title block. May be empty in a draft. */
  readonly issuers: readonly string[]
  /** One of the 15 kinds, or null where the document names none of them. */
  readonly genre: Genre | null
  /** 发文字号 as printed ("河政办发〔2024〕9号"); null until a number is taken. Set by the register only. */
  readonly documentNumber: string | null
  readonly secrecy?: Secrecy
  readonly urgency?: '特急' | '加急'
  /** 份号: six digits as a rule ("000012"). */
  readonly copyNumber?: string
  /** 签发人, on documents to a superior organ: names in the order of the organs. At least one. */
  readonly signers?: readonly string[]
  readonly signatureKind?: SignatureKind
  readonly distribution?: Distribution
}

export interface Document {
  readonly version: typeof DOCUMENT_VERSION
  readonly header: Header
  readonly parts: readonly Part[]
}
