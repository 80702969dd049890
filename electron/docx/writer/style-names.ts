/** Names of the styles as Word's list shows them: 公报正文 in the gazette, 公文正文 in an official document. Word's own are named in English. */
import type { LineKind } from '../../../shared/layout/flow.ts'
import type { Furniture } from '../../../shared/layout/print.ts'

/** What the names of a layout's styles begin with. */
export const STYLE_PREFIXES: Readonly<Record<Furniture['kind'], string>> = { gazette: '公报', official: '公文' }

/** Names of the kinds of line, without the layout's prefix; Word's own stand in `WORD_NAMES`. */
export const LINE_NAMES = {
  copyNumber: '份号',
  secrecy: '密级和保密期限',
  urgency: '紧急程度',
  mark: '发文机关标志',
  signers: '签发人',
  signedNumber: '上行文发文字号',
  issuer: '发文机关',
  documentNumber: '发文字号',
  recipients: '主送机关',
  body: '正文',
  chapter: '章',
  article: '条',
  attachmentList: '附件说明',
  signatureOrgan: '署名',
  signatureDate: '成文日期',
  note: '附注',
  innerTitle: '文中标题',
  attachmentLabel: '附件标识',
  tableCaption: '表题',
  tableUnit: '表单位',
  tableNote: '表注',
  formula: '公式',
  contact: '联系方式',
  roster: '名单',
  image: '图片',
  gap: '表格间隔',
} as const satisfies Partial<Record<LineKind, string>>

/** Kinds of line that have one of Word's own styles, which bring their place in the outline. */
export const WORD_NAMES: Readonly<Record<Exclude<LineKind, keyof typeof LINE_NAMES>, string>> = {
  title: 'Title', heading1: 'heading 1', heading2: 'heading 2', heading3: 'heading 3', heading4: 'heading 4',
}

/** The name of a kind's style in a layout. */
export function lineStyleName(kind: LineKind, layout: Furniture['kind']): string {
  return kind in WORD_NAMES ? WORD_NAMES[kind as keyof typeof WORD_NAMES] : STYLE_PREFIXES[layout] + LINE_NAMES[kind as keyof typeof LINE_NAMES]
}

/** Names of 版记's rows. */
export const END_NAMES = { copies: '抄送机关', printedBy: '印发机关' } as const

/** Names of the rules between and around them. */
export const RULE_NAMES = { thick: '版记粗线', thin: '版记细线' } as const

/** Name of the style of a title's line break that nobody chose. */
export const PROPOSED_BREAK_NAME = '建议换行'

/** Names of a signature's lines where it is not made with a seal. */
export const SIGNATURE_NAMES = { plainOrgan: '署名（不盖章）', plainDate: '成文日期（不盖章）', stampOrgan: '职务（签名章）', stampDate: '成文日期（签名章）' } as const

/** Names of the styles that say what a paragraph is, without the layout's prefix. */
export const ROLE_NAMES: Readonly<Partial<Record<LineKind | keyof typeof END_NAMES | keyof typeof SIGNATURE_NAMES, string>>> = { ...LINE_NAMES, ...END_NAMES, ...SIGNATURE_NAMES }
