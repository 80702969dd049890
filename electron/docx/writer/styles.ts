/**
 * The styles of a file. Every kind of line has one of its own, so that text and styles alone say what a line is; the
 * headings are Word's. Written as XML, because the package's options lack character-unit indents, kinsoku and grid settings.
 */
import { emOf } from '../../../shared/layout/gazette.ts'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { LineStyle, Print } from '../../../shared/layout/print.ts'
import type { FontSlot } from '../../../shared/layout/slots.ts'
import { HEAD_KINDS, type LineKind } from '../../../shared/layout/flow.ts'
import { cellMargin } from '../../../shared/layout/flow-table.ts'
import { el, WORD_NAMESPACE, xmlPart } from '../package/xml.ts'
import { END_NAMES, lineStyleName, PROPOSED_BREAK_NAME, RULE_NAMES, SIGNATURE_NAMES, STYLE_PREFIXES } from './style-names.ts'

/** Style id of every kind of line. */
export const LINE_STYLES: Readonly<Record<LineKind, string>> = {
  copyNumber: 'GazetteCopyNumber',
  secrecy: 'GazetteSecrecy',
  urgency: 'GazetteUrgency',
  mark: 'GazetteMark',
  signers: 'GazetteSigners',
  signedNumber: 'GazetteSignedNumber',
  issuer: 'GazetteIssuer',
  title: 'Title',
  documentNumber: 'GazetteNumber',
  recipients: 'GazetteRecipients',
  body: 'GazetteText',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  chapter: 'GazetteChapter',
  article: 'GazetteArticle',
  attachmentList: 'GazetteAttachmentList',
  signatureOrgan: 'GazetteSignature',
  signatureDate: 'GazetteDate',
  note: 'GazetteNote',
  innerTitle: 'GazetteInnerTitle',
  attachmentLabel: 'GazetteAttachmentLabel',
  tableCaption: 'GazetteTableCaption',
  tableUnit: 'GazetteTableUnit',
  tableNote: 'GazetteTableNote',
  formula: 'GazetteFormula',
  contact: 'GazetteContact',
  roster: 'GazetteRoster',
  image: 'GazetteImage',
  gap: 'GazetteGap',
}

/** Style ids of what is no line of text: cells, running head, page number, the end of a section, 版记, the table itself. */
export const STYLE = {
  cell: 'GazetteCell',
  headCell: 'GazetteHeadCell',
  smallCell: 'GazetteSmallCell',
  smallHeadCell: 'GazetteSmallHeadCell',
  head: 'Header',
  foot: 'Footer',
  end: 'GazetteEnd',
  copies: 'GazetteCopies',
  printedBy: 'GazettePrintedBy',
  plainOrgan: 'GazettePlainSignature',
  plainDate: 'GazettePlainDate',
  stampOrgan: 'GazetteStampPost',
  stampDate: 'GazetteStampDate',
  thick: 'GazetteThickRule',
  thin: 'GazetteThinRule',
  proposedBreak: 'GazetteProposedBreak',
  table: 'GazetteTable',
} as const

/** Style id of a line, which also says how a document is signed. */
export function lineStyleId(kind: LineKind, { signature }: Pick<Print, 'signature'>): string {
  const part = kind === 'signatureOrgan' ? 'Organ' : kind === 'signatureDate' ? 'Date' : undefined
  return signature && part ? STYLE[`${signature}${part}`] : LINE_STYLES[kind]
}

/** CMYK 0/80/80/0 on a screen. */
export const RED = 'FF3333'

/** A style of a Word file: a look with its id and its name in the user's list. */
interface ParagraphStyle extends Partial<LineStyle> {
  readonly id: string
  readonly name: string
  readonly slot: FontSlot
  readonly size: number
  readonly tabs?: string
  /** Black all over: a rule. */
  readonly filled?: boolean
}

/** `word/styles.xml` of a file. */
export function stylesPart(print: Print): string {
  const { look } = print
  return xmlPart(
    el('w:styles', { 'xmlns:w': WORD_NAMESPACE }, [
      defaults(look),
      normal(look),
      el('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, [
        el('w:name', { 'w:val': 'Default Paragraph Font' }), el('w:uiPriority', { 'w:val': 1 }), el('w:semiHidden'),
      ]),
      // The package's footnote parts, empty as they are, name these two.
      ...['footnote', 'endnote'].map(referenceStyle),
      proposedBreak(print),
      tableNormal(),
      ...lineStyles(print).map((style) => paragraphStyle(style, look)),
      ...tableTextStyles(print).map((style) => paragraphStyle(style, look)),
      ...marginStyles(print).map((style) => paragraphStyle(style, look)),
      ...signatureStyles(print).map((style) => paragraphStyle(style, look)),
      ...endStyles(print).map((style) => paragraphStyle(style, look)),
      tableStyle(print),
    ]),
  )
}

function lineStyles({ styles, furniture: { kind: layout } }: Print): readonly ParagraphStyle[] {
  // The order of the table of ids is the order of the styles in the file.
  const kinds = (Object.keys(LINE_STYLES) as LineKind[]).filter((kind) => layout === 'official' || !HEAD.has(kind))
  return kinds.map((kind) => ({ id: LINE_STYLES[kind], name: lineStyleName(kind, layout), ...styles[kind] }))
}

const HEAD: ReadonlySet<LineKind> = new Set(HEAD_KINDS)

function tableTextStyles({ cells, look, furniture }: Print): readonly ParagraphStyle[] {
  const prefix = STYLE_PREFIXES[furniture.kind]
  return [
    { id: STYLE.cell, name: `${prefix}表文`, ...cells.text },
    { id: STYLE.headCell, name: `${prefix}表头`, ...cells.head },
    { id: STYLE.smallCell, name: `${prefix}小表文`, ...cells.smallText },
    { id: STYLE.smallHeadCell, name: `${prefix}小表头`, ...cells.smallHead },
    { id: STYLE.end, name: `${prefix}分节`, slot: look.faces.body.slot, size: 5, line: 20 },
  ]
}

function marginStyles({ look: { page }, furniture }: Print): readonly ParagraphStyle[] {
  const width = page.width - page.left - page.right
  const tabs = el('w:tabs', {}, [
    el('w:tab', { 'w:val': 'center', 'w:pos': Math.round(width / 2) }),
    el('w:tab', { 'w:val': 'right', 'w:pos': width }),
  ])
  if (furniture.kind === 'official') return [{ id: STYLE.foot, name: 'footer', ...furniture.pageNumber, line: NUMBER_LINE }]
  const { runningHead: head, pageNumber: number } = furniture.faces
  return [
    { id: STYLE.head, name: 'header', slot: head.slot, size: head.size, line: NUMBER_LINE, tabs },
    { id: STYLE.foot, name: 'footer', slot: number.slot, size: number.size, line: NUMBER_LINE },
  ]
}

/** Line pitch of running heads and page numbers, in twips. */
const NUMBER_LINE = 300

function signatureStyles({ signature, styles, furniture }: Print): readonly ParagraphStyle[] {
  if (!signature) return []
  const named = (id: keyof typeof SIGNATURE_NAMES): Pick<ParagraphStyle, 'id' | 'name'> => ({ id: STYLE[id], name: STYLE_PREFIXES[furniture.kind] + SIGNATURE_NAMES[id] })
  return [{ ...styles.signatureOrgan, ...named(`${signature}Organ`) }, { ...styles.signatureDate, ...named(`${signature}Date`) }]
}

/** 版记, where there is one. */
function endStyles({ end, furniture }: Print): readonly ParagraphStyle[] {
  if (!end) return []
  const prefix = STYLE_PREFIXES[furniture.kind]
  return [
    { id: STYLE.copies, name: prefix + END_NAMES.copies, ...end.style },
    { id: STYLE.printedBy, name: prefix + END_NAMES.printedBy, ...end.style },
    ...(['thick', 'thin'] as const).map((rule) => ({ id: STYLE[rule], name: prefix + RULE_NAMES[rule], slot: end.style.slot, size: 1, line: end[rule], filled: true })),
  ]
}

function paragraphStyle(style: ParagraphStyle, look: PageLook): string {
  const children = [el('w:name', { 'w:val': style.name }), el('w:basedOn', { 'w:val': 'Normal' })]
  if (style.outline !== undefined || style.id === 'Title') children.push(el('w:next', { 'w:val': LINE_STYLES.body }))
  children.push(el('w:qFormat'), el('w:pPr', {}, paragraphProperties(style)))
  children.push(el('w:rPr', {}, [fonts(style.slot, look), ...inks(style), ...sizes(style.size)]))
  return el('w:style', { 'w:type': 'paragraph', 'w:styleId': style.id, ...(isBuiltIn(style.id) ? {} : { 'w:customStyle': 1 }) }, children)
}

function isBuiltIn(id: string): boolean {
  return !id.startsWith('Gazette')
}

/** In the order of the schema. */
function paragraphProperties({ keepNext, rule, filled, tabs, line, before, after, indent, align, outline, size, spacing = 0 }: ParagraphStyle): readonly string[] {
  // Said also where it is off: LibreOffice's own headings have it on.
  const properties = [el('w:keepNext', { 'w:val': keepNext === true ? 1 : 0 })]
  if (keepNext === true) properties.push(el('w:keepLines'))
  if (rule) properties.push(el('w:pBdr', {}, [el('w:bottom', { 'w:val': 'single', 'w:sz': eighths(rule.width), 'w:space': Math.round(rule.space / 20), 'w:color': rule.color ? RED : 'auto' })]))
  if (filled === true) properties.push(el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': '000000' }))
  if (tabs !== undefined) properties.push(tabs)
  properties.push(el('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line ?? 240, 'w:lineRule': line === undefined ? 'auto' : 'exact' }))
  // Word goes by the characters; programs that know only twips get the same in twips.
  if (indent !== undefined && indent > 0) properties.push(el('w:ind', { 'w:firstLineChars': indent * 100, 'w:firstLine': indent * (emOf(size) + spacing) }))
  if (align !== undefined) properties.push(el('w:jc', { 'w:val': align }))
  if (outline !== undefined) properties.push(el('w:outlineLvl', { 'w:val': outline }))
  return properties
}

/** Widths of borders are in eighths of a point. */
function eighths(twips: number): number {
  return Math.max(2, Math.round((twips / 20) * 8))
}

function defaults(look: PageLook): string {
  return el('w:docDefaults', {}, [
    el('w:rPrDefault', {}, [
      el('w:rPr', {}, [
        fonts(look.faces.body.slot, look),
        ...sizes(look.faces.body.size),
        el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    el('w:pPrDefault', {}, [el('w:pPr', {}, [el('w:widowControl', { 'w:val': 0 })])]),
  ])
}

/** Strict line breaking, marks hang, no grid: a line is as many squares as the column has. */
function normal({ linePitch, latinGap, hanging }: PageLook): string {
  const gap = { 'w:val': latinGap ? 1 : 0 }
  return el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    el('w:name', { 'w:val': 'Normal' }),
    el('w:qFormat'),
    el('w:pPr', {}, [
      el('w:widowControl', { 'w:val': 0 }),
      el('w:kinsoku', { 'w:val': 1 }),
      // Where nothing is said of it, marks hang in Word and in LibreOffice. Said to hang, they do in Word alone: LibreOffice 7.4 takes
      // yes for no. That is as well, because of a justified line it draws no mark that hangs.
      ...(hanging === true ? [] : [el('w:overflowPunct', { 'w:val': 1 })]),
      el('w:autoSpaceDE', gap),
      el('w:autoSpaceDN', gap),
      el('w:adjustRightInd', { 'w:val': 0 }),
      el('w:snapToGrid', { 'w:val': 0 }),
      el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': linePitch, 'w:lineRule': 'exact' }),
    ]),
  ])
}

function referenceStyle(note: string): string {
  const id = `${note.charAt(0).toUpperCase()}${note.slice(1)}Reference`
  return el('w:style', { 'w:type': 'character', 'w:styleId': id }, [
    el('w:name', { 'w:val': `${note} reference` }),
    el('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
    el('w:rPr', {}, [el('w:vertAlign', { 'w:val': 'superscript' })]),
  ])
}

/** It looks like nothing: it only tells a break that was proposed from one that a person chose. */
function proposedBreak({ furniture }: Print): string {
  return el('w:style', { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': STYLE.proposedBreak }, [
    el('w:name', { 'w:val': STYLE_PREFIXES[furniture.kind] + PROPOSED_BREAK_NAME }),
    el('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
    el('w:semiHidden'),
  ])
}

function tableNormal(): string {
  const side = (name: string, width: number): string => el(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' })
  return el('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
    el('w:name', { 'w:val': 'Normal Table' }),
    el('w:uiPriority', { 'w:val': 99 }),
    el('w:semiHidden'),
    el('w:unhideWhenUsed'),
    el('w:tblPr', {}, [side('tblInd', 0), el('w:tblCellMar', {}, [side('top', 0), side('left', 108), side('bottom', 0), side('right', 108)])]),
  ])
}

function tableStyle({ look, furniture }: Print): string {
  const rule = (name: string): string => el(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })
  const margin = cellMargin(look, 1)
  return el('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': STYLE.table }, [
    el('w:name', { 'w:val': `${STYLE_PREFIXES[furniture.kind]}表格` }),
    el('w:basedOn', { 'w:val': 'TableNormal' }),
    el('w:tblPr', {}, [
      el('w:tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(rule)),
      el('w:tblCellMar', {}, [
        el('w:top', { 'w:w': 40, 'w:type': 'dxa' }), el('w:left', { 'w:w': margin, 'w:type': 'dxa' }),
        el('w:bottom', { 'w:w': 40, 'w:type': 'dxa' }), el('w:right', { 'w:w': margin, 'w:type': 'dxa' }),
      ]),
    ]),
  ])
}

function fonts(slot: FontSlot, { fonts: families }: PageLook): string {
  // Page numbers are set in 宋体, and beside the heavy strokes of 小标宋 the digits of Times New Roman look faint: these two
  // bring their own.
  const latin = slot === 'song' || slot === 'smallSong' ? families[slot] : families.latin
  return el('w:rFonts', { 'w:ascii': latin, 'w:eastAsia': families[slot], 'w:hAnsi': latin, 'w:cs': families.latin })
}

/** Colour and character spacing, where a look has any. The red is the standard's (CMYK 0/80/80/0). */
function inks({ color, spacing }: ParagraphStyle): readonly string[] {
  return [...(color === 'red' ? [el('w:color', { 'w:val': RED })] : []), ...(spacing !== undefined && spacing !== 0 ? [el('w:spacing', { 'w:val': spacing })] : [])]
}

function sizes(size: number): readonly string[] {
  return [el('w:sz', { 'w:val': size * 2 }), el('w:szCs', { 'w:val': size * 2 })]
}
