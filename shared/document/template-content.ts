/** What a template and a sample document have in common: the parts of a document, written as lines. */
import * as z from 'zod'
import { makeAttachment, makeBody, makeDocument, makeLine, makePrinted } from './build.ts'
import { readLine, toBlock, type TemplateLine } from './template-lines.ts'
import { hasPlace, readSpans, toInlines, toText, type Read, type Span, type TemplateValues } from './template-spans.ts'
import { readRoster, toRoster, type TemplateRoster } from './template-roster.ts'
import { readTable, toTable, type TemplateTable } from './template-table.ts'
import type { AttachmentPart, Block, Document, Genre, Part } from './types.ts'

export type TemplateBlock = TemplateLine | TemplateTable | TemplateRoster

export interface TemplateSection {
  readonly title: readonly Span[]
  readonly body: readonly TemplateBlock[]
}

export interface TemplateContent {
  readonly issuers: readonly (readonly Span[])[]
  readonly title: readonly Span[]
  readonly recipients?: readonly Span[] | undefined
  readonly body: readonly TemplateBlock[]
  readonly signatureOrgan: readonly Span[]
  readonly signatureDate: readonly Span[]
  readonly note?: readonly Span[] | undefined
  readonly printed?: TemplateSection | undefined
  readonly attachments?: readonly TemplateSection[] | undefined
}

/** A string that one of the readers understands. */
function readBy<T>(reader: (source: string) => Read<T>) {
  return z.string().transform((source, context) => {
    const read = reader(source)
    if ('value' in read) return read.value
    context.addIssue({ code: 'custom', message: read.fault })
    return z.NEVER
  })
}

/** A line part. `wrong`: what must not be typed because the page adds it. */
function linePart(wrong: RegExp | null = null) {
  return readBy((source) => {
    if (source.trim() === '') return { fault: '不能为空' }
    if (wrong?.test(source)) return { fault: '标点由程序加上，请删去' }
    return readSpans(source)
  })
}

const issuer = linePart().refine((spans) => !hasPlace(spans), '发文机关里不能有待填处')
const line = readBy(readLine)
const tableSource = z.strictObject({
  table: z.array(z.string()).min(1),
  headerRows: z.int().min(0).max(10).default(1),
  caption: z.string().min(1).optional(),
  unit: z.string().min(1).optional(),
  align: z.array(z.enum(['left', 'center', 'right'])).optional(),
})
const table = tableSource.transform(({ table: rows, ...options }, context) => {
  const read = readTable(rows, options)
  if ('value' in read) return read.value
  context.addIssue({ code: 'custom', path: ['table'], message: read.fault })
  return z.NEVER
})
const roster = z.strictObject({ roster: z.array(z.string()).min(1) }).transform(({ roster: entries }, context) => {
  const read = readRoster(entries)
  if ('value' in read) return read.value
  context.addIssue({ code: 'custom', path: ['roster'], message: read.fault })
  return z.NEVER
})
/** A line, a table or a roster. Not `z.union`, whose faults do not say which of them went wrong. */
const block = z.unknown().transform((value, context): TemplateBlock => {
  const isRoster = typeof value === 'object' && value !== null && 'roster' in value
  const read = typeof value === 'string' ? line.safeParse(value) : isRoster ? roster.safeParse(value) : table.safeParse(value)
  if (read.success) return read.data
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path: [...path] })
  return z.NEVER
})
const blocks = z.array(block).min(1)

/** The fields of a text with a title of its own, to be spread into the schema of a file. Yields `TemplateSection`. */
export const contentSection = { title: linePart(), body: blocks }
const section = z.strictObject(contentSection)

/** The fields of the content, to be spread into the schema of a file. Yields `TemplateContent`. */
export const contentFields = {
  issuers: z.array(issuer).min(1),
  title: linePart(/[。：]$/),
  recipients: linePart(/[：:]$/).optional(),
  body: blocks,
  signatureOrgan: linePart(),
  signatureDate: linePart(),
  note: linePart(/^[（(]/).optional(),
  printed: section.optional(),
  attachments: z.array(section).optional(),
}

/** A document of the content, with fresh ids and without a number. An office that is not set leaves its lines empty. */
export function documentFromContent(content: TemplateContent, genre: Genre, values: TemplateValues): Document {
  const inlines = (spans: readonly Span[]) => toInlines(spans, values)
  const { recipients, note, printed, attachments = [] } = content
  const parts: Part[] = [makeLine('title', inlines(content.title))]
  if (recipients) parts.push(makeLine('recipients', inlines(recipients)))
  parts.push(makeBody(toBlocks(content.body, values)))
  parts.push(makeLine('signatureOrgan', inlines(content.signatureOrgan)))
  parts.push(makeLine('signatureDate', inlines(content.signatureDate)))
  if (note) parts.push(makeLine('note', inlines(note)))
  if (printed) parts.push(makePrinted(inlines(printed.title), toBlocks(printed.body, values)))
  parts.push(...attachments.map((one) => attachmentFromSection(one, values)))
  const issuers = content.issuers.map((spans) => toText(spans, values)).filter((name) => name !== '')
  return makeDocument({ issuers, genre, documentNumber: null }, parts)
}

/** An attachment of the section, with fresh ids. */
export function attachmentFromSection({ title, body }: TemplateSection, values: TemplateValues): AttachmentPart {
  return makeAttachment(toInlines(title, values), toBlocks(body, values))
}

function toBlocks(body: readonly TemplateBlock[], values: TemplateValues): readonly Block[] {
  return body.map((one) => (one.kind === 'table' ? toTable(one, values) : one.kind === 'roster' ? toRoster(one, values) : toBlock(one, values)))
}
