/** The one door for documents from outside: database rows, the interface, files. Inside, the types are trusted. */
import { z } from 'zod'
import { DOCUMENT_VERSION, GENRES, type Document } from './types.ts'

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
const inlines = z.array(z.union([leaf, place])).min(1)
const base = { id, change: z.strictObject({ kind: z.enum(['ins', 'del']), by: change }).optional() }
const printed = z.string().min(1).optional()

const paragraph = z.strictObject({ ...base, type: z.literal('paragraph'), children: inlines })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const heading = z.strictObject({ ...base, type: z.literal('heading'), level, printed, children: inlines })
const chapter = z.strictObject({ ...base, type: z.literal('chapter'), printed, children: inlines })
const article = z.strictObject({ ...base, type: z.literal('article'), printed, children: inlines })
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
  headerRows: z.int().min(0).max(10),
  caption: z.string().optional(),
  unit: z.string().optional(),
  children: z.array(row).min(1),
})
const block = z.discriminatedUnion('type', [paragraph, heading, chapter, article, table])

const line = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), id, children: inlines })
const withTitle = z.tuple([line('innerTitle')], block)
const part = z.discriminatedUnion('type', [
  line('title'),
  line('recipients'),
  z.strictObject({ type: z.literal('body'), id, children: z.array(block).min(1) }),
  line('signatureOrgan'),
  line('signatureDate'),
  line('note'),
  z.strictObject({ type: z.literal('printed'), id, children: withTitle }),
  z.strictObject({ type: z.literal('attachment'), id, printed, children: withTitle }),
])

const document = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  header: z.strictObject({
    issuers: z.array(z.string()),
    genre: z.enum(GENRES).nullable(),
    documentNumber: z.string().min(1).nullable(),
  }),
  parts: z.array(part),
})

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
