/** The door for requests: each channel's shape. Total over the contract, so a channel without a schema does not compile. */
import { z } from 'zod'
import type { Channel, RequestOf } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { DocumentFault, parseDocument } from '../../shared/document/parse.ts'
import { FONT_SLOTS } from '../../shared/layout/slots.ts'

const nothing = z.strictObject({})
const id = z.uuid()
const byId = z.strictObject({ id })
const line = z.string().trim().max(200)
const year = z.int().min(1900).max(2999)
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

const SCHEMAS: { readonly [C in Channel]: z.ZodType<RequestOf<C>> } = {
  'library.status': nothing,
  'library.create': z.strictObject({ office: line.min(1), codes: z.array(code).min(1).max(40), user: line.min(1) }),
  'library.createSample': nothing,
  'library.setProfile': z.strictObject({ office: line, user: line, gazetteName: line }),
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
  'documents.reopen': byId,
  'layout.setting': byId,
  'fonts.metrics': z.strictObject({ families: families.optional() }) as z.ZodType<RequestOf<'fonts.metrics'>>,
  'fonts.setFamilies': z.strictObject({ families }),
  'fonts.installed': nothing,
  'images.add': z.strictObject({ source }),
  'tables.read': z.strictObject({ source }),
  'register.series': z.strictObject({ year }),
  'register.addSeries': z.strictObject({ code }),
  'register.allocate': z.strictObject({
    documentId: id,
    seriesId: id,
    year,
    expected: z.int().min(1).optional(),
  }) as z.ZodType<RequestOf<'register.allocate'>>,
  'jobs.start': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('export'), id, layout, format: z.enum(['docx', 'pdf']).optional(), target }),
    z.strictObject({ kind: z.literal('print'), id, layout }),
    z.strictObject({ kind: z.literal('original'), id, target }),
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
