/** The door for requests: each channel's shape. Total over the contract, so a channel without a schema does not compile. */
import * as z from 'zod'
import type { Channel, RequestOf } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { SAVED_FILTERS } from '../../shared/api/search-types.ts'
import { DocumentFault, parseDocument } from '../../shared/document/parse.ts'
import { GENRES } from '../../shared/document/types.ts'
import { FONT_SLOTS } from '../../shared/layout/slots.ts'
import { BOOK_FIELDS } from '../../shared/register/entry.ts'
import { NUMBER_FORMS } from '../../shared/register/series.ts'
import { DOCUMENT_STATES } from '../../shared/workflow/states.ts'

const nothing = z.strictObject({})
const id = z.uuid()
const byId = z.strictObject({ id })
const line = z.string().trim().max(200)
const year = z.int().min(1900).max(2999)
const opinion = z.string().trim().max(2000)
const serial = z.int().min(1).max(99_999)
const code = z.string().trim().min(1).max(20)
const document = z.unknown().transform((value, context) => {
  try {
    return parseDocument(value)
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})
const key = { seriesId: id, year, serial }
const taking = { documentId: id.optional(), reason: line.optional(), serial: serial.optional() }
const families = z.record(z.enum(FONT_SLOTS), z.string().trim().max(100))
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('upload'), token: z.string().min(1), name: z.string().max(400) }),
])
const layout = z.enum(['gazette', 'official'])
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('download') }),
])
const bookTarget = z.union([target, z.strictObject({ kind: z.literal('show') })])

const SCHEMAS: { readonly [C in Channel]: z.ZodType<RequestOf<C>> } = {
  'library.status': nothing,
  'library.create': z.strictObject({ office: line.min(1), codes: z.array(code).min(1).max(40), user: line.min(1) }),
  'library.createSample': nothing,
  'library.setProfile': z.strictObject({ office: line, user: line, gazetteName: line }),
  'library.log': nothing,
  'templates.list': nothing,
  'templates.attachment': z.strictObject({ templateId: z.string().min(1) }),
  'documents.list': nothing,
  'documents.listDiscarded': nothing,
  'documents.get': byId,
  'documents.create': z.strictObject({ templateId: z.string().min(1) }),
  'documents.copy': z.strictObject({ id, document: document.optional() }) as z.ZodType<RequestOf<'documents.copy'>>,
  'documents.save': z.strictObject({ id, revision: z.int().min(1), document }),
  'documents.discard': byId,
  'documents.restore': byId,
  'documents.sign': z.strictObject({ id, signer: line, revision: z.int().min(1).optional() }) as z.ZodType<RequestOf<'documents.sign'>>,
  'documents.act': z.strictObject({
    id,
    act: z.enum(['submit', 'withdraw', 'return', 'approve', 'print', 'archive', 'void']),
    opinion,
    handler: line.optional(),
    copies: z.int().min(1).max(1_000_000).optional(),
    filed: line.optional(),
    revision: z.int().min(1).optional(),
  }) as z.ZodType<RequestOf<'documents.act'>>,
  'documents.snapshots': byId,
  'documents.snapshot': byId,
  'documents.people': nothing,
  'search.query': z.strictObject({
    words: z.string().max(200),
    filter: z.enum(SAVED_FILTERS),
    states: z.array(z.enum(DOCUMENT_STATES)).max(20),
    genres: z.array(z.enum(GENRES)).max(20),
    organs: z.array(line).max(100),
    years: z.array(year).max(200),
    order: z.enum(['relevance', 'date', 'number', 'title', 'updated']),
    reversed: z.boolean().optional(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }) as z.ZodType<RequestOf<'search.query'>>,
  'search.places': z.strictObject({ id, words: z.string().max(200) }),
  'layout.setting': byId,
  'fonts.metrics': z.strictObject({ families: families.optional() }) as z.ZodType<RequestOf<'fonts.metrics'>>,
  'fonts.setFamilies': z.strictObject({ families }),
  'fonts.installed': nothing,
  'images.add': z.strictObject({ source }),
  'tables.read': z.strictObject({ source }),
  'register.series': z.strictObject({ year }),
  'register.addSeries': z.strictObject({
    code,
    name: line.optional(),
    form: z.enum(NUMBER_FORMS).optional(),
    yearly: z.boolean().optional(),
    start: serial.optional(),
    startYear: year.nullable().optional(),
    sharesWith: id.optional(),
  }) as z.ZodType<RequestOf<'register.addSeries'>>,
  'register.changeSeries': z.strictObject({ id, name: line.optional(), start: serial.optional(), startYear: year.nullable().optional() }) as z.ZodType<RequestOf<'register.changeSeries'>>,
  'register.numbers': z.strictObject({ seriesId: id, year }),
  'register.number': z.strictObject(key),
  'register.advice': z.strictObject({ seriesId: id, year, ...taking }) as z.ZodType<RequestOf<'register.advice'>>,
  'register.allocate': z.strictObject({ seriesId: id, year, ...taking, expected: serial.optional() }) as z.ZodType<RequestOf<'register.allocate'>>,
  'register.reserve': z.strictObject({ seriesId: id, year, from: serial.optional(), count: z.int().min(1).max(500), purpose: line.min(1), expires: z.iso.date().nullable() }) as z.ZodType<RequestOf<'register.reserve'>>,
  'register.takeOnPaper': z.strictObject({ ...key, title: line, reason: line }),
  'register.release': z.strictObject({ ...key, reason: line }),
  'register.void': z.strictObject({ ...key, reason: line.min(1) }),
  'register.explain': z.strictObject({ ...key, reason: line.min(1) }),
  'register.bind': z.strictObject({ ...key, documentId: id }),
  'register.correct': z.strictObject({ seriesId: id, year, ...taking, documentId: id, expected: serial.optional(), reason: line.min(1), old: z.enum(['void', 'free']) }) as z.ZodType<RequestOf<'register.correct'>>,
  'register.amend': z.strictObject({ ...key, field: z.enum(BOOK_FIELDS), value: z.string().trim().max(1000) }),
  'backups.list': nothing,
  'backups.make': nothing,
  'backups.restore': z.strictObject({ file: z.string().min(1) }),
  'jobs.start': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('export'), id, layout, format: z.enum(['docx', 'pdf']).optional(), target, snapshot: id.optional() }),
    z.strictObject({ kind: z.literal('print'), id, layout, snapshot: id.optional() }),
    z.strictObject({ kind: z.literal('original'), id, target }),
    z.strictObject({ kind: z.literal('rescue'), document, format: z.enum(['docx', 'txt']), target }),
    z.strictObject({ kind: z.literal('book'), seriesId: id.nullable(), year: year.nullable(), format: z.enum(['xlsx', 'pdf']), target: bookTarget }),
    z.strictObject({ kind: z.literal('bookImport'), source, dryRun: z.boolean() }),
    z.strictObject({ kind: z.literal('import'), sources: z.array(source).min(1).max(500), as: z.literal('issue').optional() }),
  ]) as z.ZodType<RequestOf<'jobs.start'>>,
  'jobs.cancel': z.strictObject({ job: id }),
  'shell.chooseTarget': z.strictObject({ suggestedName: z.string().min(1).max(400) }),
  'shell.chooseSources': nothing,
  'shell.chooseImage': nothing,
  'shell.chooseWorkbook': nothing,
  'shell.openPath': z.strictObject({ path: z.string().min(1), how: z.enum(['open', 'reveal']) }),
  'shell.ready': nothing,
}

/** Checks one request. Refused: badRequest, with the path to the fault. */
export function parseRequest(channel: string, request: unknown): { channel: Channel; request: unknown } {
  if (!Object.hasOwn(SCHEMAS, channel)) {
    throw new Refusal({ code: 'badRequest', message: `没有这个功能：${channel}`, next: '请更新程序后再试' })
  }
  const known = channel as Channel
  const parsed = SCHEMAS[known].safeParse(request)
  if (parsed.success) return { channel: known, request: parsed.data }
  throw new Refusal({
    code: 'badRequest',
    message: '填写的内容不合要求',
    safe: '没有改动',
    next: '请检查后再试',
    details: parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`),
  })
}
