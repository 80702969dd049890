/** The one door for documents from outside: database rows, the interface, files. Inside, the types are trusted. */
import * as z from 'zod'
import { DOCUMENT_VERSION, GENRES, IMAGE_TYPES, ITEM_MARKERS, PARAGRAPH_ROLES, SIGNATURE_KINDS, type Document } from './types.ts'

/** What is wrong with a value that should be a document, and where: `parts.2.children.0.level`. */
export class DocumentFault extends Error {
  readonly path: string
  constructor(path: string, fault: string) {
    super(path === '' ? `文稿内容不合格式：${fault}` : `文稿内容不合格式（${path}）：${fault}`)
    this.name = 'DocumentFault'
    this.path = path
  }
}

const id = z.uuid()
const change = z.strictObject({ id, author: z.string(), date: z.string() })
const leaf = z.strictObject({ text: z.string(), ins: change.optional(), del: change.optional() })
const place = z.strictObject({ type: z.literal('place'), id, hint: z.string(), children: z.tuple([leaf]) })
const reference = z.strictObject({ type: z.literal('reference'), id, target: id, children: z.tuple([leaf]) })
const inlines = z.array(z.union([leaf, place, reference])).min(1)
const base = { id, change: z.strictObject({ kind: z.enum(['ins', 'del']), by: change }).optional() }
const printed = z.string().min(1).optional()

const paragraph = z.strictObject({ ...base, type: z.literal('paragraph'), role: z.enum(PARAGRAPH_ROLES).optional(), children: inlines })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const heading = z.strictObject({ ...base, type: z.literal('heading'), level, printed, children: inlines })
const chapter = z.strictObject({ ...base, type: z.literal('chapter'), printed, children: inlines })
const article = z.strictObject({ ...base, type: z.literal('article'), printed, children: inlines })
const item = z.strictObject({ ...base, type: z.literal('item'), marker: z.enum(ITEM_MARKERS), printed, children: inlines })
/** Up to the largest page that Word has (22 inches); images beyond it are made smaller where they come in. */
const length = z.number().positive().max(1584)
const image = z.strictObject({
  ...base,
  type: z.literal('image'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(IMAGE_TYPES),
  width: length,
  height: length,
  alt: z.string().min(1).optional(),
  children: z.tuple([z.strictObject({ text: z.literal('') })]),
})
const span = z.int().min(2).max(1000).optional()
const cell = z.strictObject({
  ...base,
  type: z.literal('cell'),
  colSpan: span,
  rowSpan: span,
  align: z.enum(['left', 'center', 'right']).optional(),
  children: z.array(paragraph).min(1),
})
const row = z.strictObject({ ...base, type: z.literal('row'), children: z.array(cell) })
const table = z.strictObject({
  ...base,
  type: z.literal('table'),
  look: z.literal('roster').optional(),
  headerRows: z.int().min(0).max(10),
  caption: z.string().optional(),
  unit: z.string().optional(),
  widths: z.array(z.number().positive()).min(1).optional(),
  totalRow: z.literal(true).optional(),
  landscape: z.literal(true).optional(),
  children: z.array(row).min(1),
})
const block = z.discriminatedUnion('type', [paragraph, heading, chapter, article, item, table.refine(isRosterInForm, '名单要有三栏，没有合并的单元格'), image])

const line = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), id, children: inlines })
/** As many widths as layouts may ask for, with room. */
const kept = z.array(z.strictObject({ characters: z.int().min(1).max(200), text: z.string().min(1) })).min(1).max(12).optional()
const title = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), id, kept, children: inlines })
const withTitle = z.tuple([title('innerTitle')], block)
const part = z.discriminatedUnion('type', [
  title('title'),
  line('recipients'),
  z.strictObject({ type: z.literal('body'), id, children: z.array(block).min(1) }),
  line('signatureOrgan'),
  line('signatureDate'),
  line('note'),
  z.strictObject({ type: z.literal('printed'), id, children: withTitle }),
  z.strictObject({ type: z.literal('attachment'), id, printed, orientation: z.literal('landscape').optional(), children: withTitle }),
])

const some = z.string().min(1).optional()
const document = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  header: z.strictObject({
    issuers: z.array(z.string()),
    genre: z.enum(GENRES).nullable(),
    documentNumber: z.string().min(1).nullable(),
    secrecy: z.strictObject({ level: z.enum(['绝密', '机密', '秘密']), period: some }).optional(),
    urgency: z.enum(['特急', '加急']).optional(),
    copyNumber: some,
    signers: z.array(z.string().min(1)).min(1).optional(),
    signatureKind: z.enum(SIGNATURE_KINDS).optional(),
    distribution: z.strictObject({ copies: some, printedBy: some, printedOn: some }).optional(),
  }),
  parts: z.array(part),
})

function isRosterInForm({ look, headerRows, children }: z.infer<typeof table>): boolean {
  if (look !== 'roster') return true
  const isPlain = children.every((one) => one.children.length === 3 && one.children.every((cell) => cell.colSpan === undefined && cell.rowSpan === undefined))
  return headerRows === 0 && isPlain
}

/** Parts in the order in which they must stand; `attachment` may repeat, the others may not. */
const ORDER = ['title', 'recipients', 'body', 'signatureOrgan', 'signatureDate', 'note', 'printed', 'attachment'] as const

/** Reads a document of the current format. Throws `DocumentFault` with the path to the first fault. */
export function parseDocument(value: unknown): Document {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'number' && version > DOCUMENT_VERSION) throw new DocumentFault('version', '由更新版本的程序写成')
  const parsed = document.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DocumentFault(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  // Optional keys that are absent stay absent in JSON, so the parsed value has the exact type.
  const read = parsed.data as Document
  assertOrder(read)
  assertDistinctIds(read)
  return read
}

function assertOrder({ parts }: Document): void {
  let reached = -1
  parts.forEach((one, at) => {
    const rank = ORDER.indexOf(one.type)
    if (rank < reached || (rank === reached && one.type !== 'attachment')) throw new DocumentFault(`parts.${at}`, '位置不对')
    reached = rank
  })
  for (const type of ['title', 'body'] as const) {
    if (!parts.some((one) => one.type === type)) throw new DocumentFault('parts', `缺少 ${type}`)
  }
}

/** Nothing refers by position, so an id that stands twice would make comments and changes point to two places. */
function assertDistinctIds(read: Document): void {
  const seen = new Set<string>()
  const visit = (node: object, path: string): void => {
    if ('id' in node && typeof node.id === 'string') {
      if (seen.has(node.id)) throw new DocumentFault(path, '编号重复')
      seen.add(node.id)
    }
    if ('children' in node && Array.isArray(node.children)) {
      node.children.forEach((child: object, at) => visit(child, `${path}.children.${at}`))
    }
  }
  read.parts.forEach((one, at) => visit(one, `parts.${at}`))
}
