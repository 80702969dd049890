/**
 * The styles of a gazette file. Every kind of line has one of its own, so that text and styles alone say what a line is; the
 * headings are Word's. Written as XML, because the package's options lack character-unit indents, kinsoku and grid settings.
 */
import { emOf, type FontSlot, type GazetteTemplate } from '../../../shared/layout/gazette.ts'
import type { LineKind } from '../../../shared/layout/gazette-flow.ts'
import { cellMargin } from '../../../shared/layout/flow-table.ts'
import { el, WORD_NAMESPACE, xmlPart } from '../package/xml.ts'

/** Style id of every kind of line. */
export const LINE_STYLES: Readonly<Record<LineKind, string>> = {
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
}

/** Style ids of what is no line of text: cells, running head, page number, the gap beside a table, the end of a section, the table itself. */
export const STYLE = {
  cell: 'GazetteCell',
  headCell: 'GazetteHeadCell',
  smallCell: 'GazetteSmallCell',
  smallHeadCell: 'GazetteSmallHeadCell',
  head: 'Header',
  foot: 'Footer',
  gap: 'GazetteGap',
  end: 'GazetteEnd',
  table: 'GazetteTable',
} as const

/** Twips of the gap that stands between a table and its neighbours. */
const GAP = 280

interface ParagraphStyle {
  readonly id: string
  readonly name: string
  readonly slot: FontSlot
  readonly size: number
  /** Exact line pitch, twips; single-spaced lines where it is absent. */
  readonly line?: number
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly before?: number
  readonly after?: number
  /** First line indent, in characters. */
  readonly indent?: number
  readonly keepNext?: boolean
  readonly outline?: number
  readonly border?: string
  readonly tabs?: string
}

/** `word/styles.xml` of a file in this template. */
export function stylesPart(template: GazetteTemplate): string {
  return xmlPart(
    el('w:styles', { 'xmlns:w': WORD_NAMESPACE }, [
      defaults(template),
      normal(template),
      el('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, [
        el('w:name', { 'w:val': 'Default Paragraph Font' }), el('w:uiPriority', { 'w:val': 1 }), el('w:semiHidden'),
      ]),
      // The package's footnote parts, empty as they are, name these two.
      ...['footnote', 'endnote'].map(referenceStyle),
      tableNormal(),
      ...lineStyles(template).map((style) => paragraphStyle(style, template)),
      ...tableTextStyles(template).map((style) => paragraphStyle(style, template)),
      ...marginStyles(template).map((style) => paragraphStyle(style, template)),
      tableStyle(template),
    ]),
  )
}

function lineStyles({ faces, linePitch: pitch, tables }: GazetteTemplate): readonly ParagraphStyle[] {
  const text = { ...faces.body, line: pitch, align: 'both', indent: 2 } as const
  const across = { line: pitch, align: 'center', keepNext: true } as const
  const heading = { line: pitch, align: 'both', indent: 2 } as const
  const title = { slot: faces.title.slot, size: faces.title.size, line: faces.title.line, align: 'center', keepNext: true } as const
  return [
    { id: LINE_STYLES.issuer, name: '公报发文机关', ...title },
    { id: LINE_STYLES.title, name: 'Title', ...title },
    { id: LINE_STYLES.documentNumber, name: '公报发文字号', ...faces.documentNumber, line: pitch, align: 'center' },
    { id: LINE_STYLES.recipients, name: '公报主送机关', ...faces.body, line: pitch, align: 'both' },
    { id: LINE_STYLES.body, name: '公报正文', ...text },
    { id: LINE_STYLES.heading1, name: 'heading 1', ...faces.heading1, ...heading, outline: 0 },
    { id: LINE_STYLES.heading2, name: 'heading 2', ...faces.heading2, ...heading, outline: 1 },
    { id: LINE_STYLES.heading3, name: 'heading 3', ...faces.heading3, ...heading, outline: 2 },
    { id: LINE_STYLES.heading4, name: 'heading 4', ...faces.heading4, ...heading, outline: 3 },
    { id: LINE_STYLES.chapter, name: '公报章', ...faces.chapter, ...across, before: pitch / 2, after: pitch / 2, outline: 0 },
    { id: LINE_STYLES.article, name: '公报条', ...text },
    { id: LINE_STYLES.attachmentList, name: '公报附件说明', ...faces.body, line: pitch, align: 'left' },
    { id: LINE_STYLES.signatureOrgan, name: '公报署名', ...faces.body, line: pitch, align: 'right' },
    { id: LINE_STYLES.signatureDate, name: '公报成文日期', ...faces.body, line: pitch, align: 'right' },
    { id: LINE_STYLES.note, name: '公报附注', ...text },
    {
      id: LINE_STYLES.innerTitle, name: '公报文中标题', slot: faces.innerTitle.slot, size: faces.innerTitle.size,
      line: faces.innerTitle.line, align: 'center', keepNext: true, before: pitch * 2, after: pitch,
    },
    { id: LINE_STYLES.attachmentLabel, name: '公报附件标识', ...faces.attachmentLabel, ...across, align: 'left' },
    { id: LINE_STYLES.tableCaption, name: '公报表题', ...faces.tableCaption, ...across, before: 200 },
    { id: LINE_STYLES.tableUnit, name: '公报表单位', slot: faces.tableText.slot, size: tables.size, line: pitch, align: 'right', keepNext: true },
    { id: LINE_STYLES.tableNote, name: '公报表注', slot: faces.tableText.slot, size: tables.size, line: cellLine(tables.size), align: 'both', before: 60 },
    { id: LINE_STYLES.formula, name: '公报公式', ...faces.body, line: pitch, align: 'center' },
    { id: LINE_STYLES.contact, name: '公报联系方式', ...text },
    { id: LINE_STYLES.roster, name: '公报名单', ...faces.body, line: pitch, align: 'left' },
    // An image is as high as it is: an exact line would cut it.
    { id: LINE_STYLES.image, name: '公报图片', ...faces.body, align: 'center', before: 100, after: 100 },
  ]
}

function tableTextStyles({ faces, tables }: GazetteTemplate): readonly ParagraphStyle[] {
  const cell = (id: string, name: string, slot: FontSlot, size: number): ParagraphStyle => ({ id, name, slot, size, line: cellLine(size), align: 'center' })
  return [
    cell(STYLE.cell, '公报表文', faces.tableText.slot, tables.size),
    cell(STYLE.headCell, '公报表头', faces.tableHead.slot, tables.size),
    cell(STYLE.smallCell, '公报小表文', faces.tableText.slot, tables.smallSize),
    cell(STYLE.smallHeadCell, '公报小表头', faces.tableHead.slot, tables.smallSize),
    { id: STYLE.gap, name: '公报表格间隔', slot: faces.body.slot, size: 5, line: GAP },
    { id: STYLE.end, name: '公报分节', slot: faces.body.slot, size: 5, line: 20 },
  ]
}

function marginStyles({ faces, page }: GazetteTemplate): readonly ParagraphStyle[] {
  const width = page.width - page.left - page.right
  const tabs = el('w:tabs', {}, [
    el('w:tab', { 'w:val': 'center', 'w:pos': Math.round(width / 2) }),
    el('w:tab', { 'w:val': 'right', 'w:pos': width }),
  ])
  return [
    { id: STYLE.head, name: 'header', ...faces.runningHead, line: 300, tabs },
    { id: STYLE.foot, name: 'footer', ...faces.pageNumber, line: 300 },
  ]
}

/** Line pitch in cells: no grid there, a third more than the text. */
function cellLine(size: number): number {
  return Math.round((size * 8) / 3) * 10
}

function paragraphStyle(style: ParagraphStyle, template: GazetteTemplate): string {
  const children = [el('w:name', { 'w:val': style.name }), el('w:basedOn', { 'w:val': 'Normal' })]
  if (style.outline !== undefined || style.id === 'Title') children.push(el('w:next', { 'w:val': LINE_STYLES.body }))
  children.push(el('w:qFormat'), el('w:pPr', {}, paragraphProperties(style)))
  children.push(el('w:rPr', {}, [fonts(style.slot, template), ...sizes(style.size)]))
  return el('w:style', { 'w:type': 'paragraph', 'w:styleId': style.id, ...(isBuiltIn(style.id) ? {} : { 'w:customStyle': 1 }) }, children)
}

function isBuiltIn(id: string): boolean {
  return !id.startsWith('Gazette')
}

/** In the order of the schema. */
function paragraphProperties({ keepNext, tabs, line, before, after, indent, align, outline, size }: ParagraphStyle): readonly string[] {
  // Said also where it is off: LibreOffice's own headings have it on.
  const properties = [el('w:keepNext', { 'w:val': keepNext === true ? 1 : 0 })]
  if (tabs !== undefined) properties.push(tabs)
  properties.push(el('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line ?? 240, 'w:lineRule': line === undefined ? 'auto' : 'exact' }))
  // Word goes by the characters; programs that know only twips get the same in twips.
  if (indent !== undefined) properties.push(el('w:ind', { 'w:firstLineChars': indent * 100, 'w:firstLine': indent * emOf(size) }))
  if (align !== undefined) properties.push(el('w:jc', { 'w:val': align }))
  if (outline !== undefined) properties.push(el('w:outlineLvl', { 'w:val': outline }))
  return properties
}

function defaults(template: GazetteTemplate): string {
  return el('w:docDefaults', {}, [
    el('w:rPrDefault', {}, [
      el('w:rPr', {}, [
        fonts(template.faces.body.slot, template),
        ...sizes(template.faces.body.size),
        el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    el('w:pPrDefault', {}, [el('w:pPr', {}, [el('w:widowControl', { 'w:val': 0 })])]),
  ])
}

/** Strict line breaking, marks hang, no grid: a line is as many squares as the column has. */
function normal({ linePitch, latinGap }: GazetteTemplate): string {
  const gap = { 'w:val': latinGap ? 1 : 0 }
  return el('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    el('w:name', { 'w:val': 'Normal' }),
    el('w:qFormat'),
    el('w:pPr', {}, [
      el('w:widowControl', { 'w:val': 0 }),
      el('w:kinsoku', { 'w:val': 1 }),
      el('w:overflowPunct', { 'w:val': 1 }),
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

function tableStyle(template: GazetteTemplate): string {
  const rule = (name: string): string => el(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })
  const margin = cellMargin(template, 1)
  return el('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': STYLE.table }, [
    el('w:name', { 'w:val': '公报表格' }),
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

function fonts(slot: FontSlot, { fonts: families }: GazetteTemplate): string {
  // Page numbers are set in 宋体, and beside the heavy strokes of 小标宋 the digits of Times New Roman look faint: these two
  // bring their own.
  const latin = slot === 'song' || slot === 'smallSong' ? families[slot] : families.latin
  return el('w:rFonts', { 'w:ascii': latin, 'w:eastAsia': families[slot], 'w:hAnsi': latin, 'w:cs': families.latin })
}

function sizes(size: number): readonly string[] {
  return [el('w:sz', { 'w:val': size * 2 }), el('w:szCs', { 'w:val': size * 2 })]
}
