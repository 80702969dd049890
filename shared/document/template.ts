/** Templates (模板): a document kind as a data file, with the places that the drafter fills. The grammar: docs/templates.md. */
import * as z from 'zod'
import { zhCN } from 'zod/v4/locales'
import { genreFaults, type GenreFaultKind } from './genre-rules.ts'
import { contentFields, documentFromContent, type TemplateContent } from './template-content.ts'
import type { Span, TemplateValues } from './template-spans.ts'
import { GENRES, type Document, type Genre } from './types.ts'

/** Version of the file format. */
export const TEMPLATE_VERSION = 1

/** What is wrong with a template file, and where: `body.3`, `printed.title`. */
export class TemplateFault extends Error {
  readonly path: string
  constructor(path: string, fault: string) {
    super(path === '' ? `模板不合格式：${fault}` : `模板不合格式（${path}）：${fault}`)
    this.name = 'TemplateFault'
    this.path = path
  }
}

export interface Template {
  /** Kept in every draft that was made of it, so it stays when the name changes. */
  readonly id: string
  readonly name: string // 通知·印发
  readonly genre: Genre
  readonly use: string // when to take it
  readonly content: TemplateContent
}

/** The `id` of a template file. */
export const idField = z.string().regex(/^[a-z][a-z0-9-]*$/, '只用小写字母、数字和“-”')

const template = z.strictObject({
  version: z.literal(TEMPLATE_VERSION),
  id: idField,
  name: z.string().min(1),
  genre: z.enum(GENRES),
  use: z.string().min(1),
  ...contentFields,
})

/** Reads a template file's value. Throws `TemplateFault` with the path to the first fault; unknown keys and parts that the kind forbids are faults. */
export function parseTemplate(value: unknown): Template {
  const file = parseTemplateFile(template, value)
  const { id, name, genre, use } = file
  assertGenre(genre, file)
  return { id, name, genre, use, content: file }
}

const FAULTY_PART: Readonly<Record<GenreFaultKind, string>> = {
  recipients: 'recipients',
  noRecipients: 'recipients',
  oneRecipient: 'recipients',
  contact: 'note',
  enclosure: 'printed',
}

/** A template is judged as the draft that a drafter makes of it by filling every place. */
function assertGenre(genre: Genre, { title, recipients = [], note = [], printed, attachments = [] }: TemplateContent): void {
  const [fault] = genreFaults({
    genre,
    title: filled(title),
    recipients: filled(recipients),
    note: filled(note),
    encloses: printed !== undefined || attachments.length > 0,
  })
  if (fault) throw new TemplateFault(FAULTY_PART[fault.kind], fault.text)
}

function filled(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'text' ? span.text : '某')).join('')
}

/** Parses a file of the template grammar by its schema; faults come as `TemplateFault`, in Chinese. */
export function parseTemplateFile<T>(schema: z.ZodType<T>, value: unknown): T {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'number' && version > TEMPLATE_VERSION) throw new TemplateFault('version', '由更新版本的程序写成')
  const parsed = schema.safeParse(value, { error: zhCN().localeError })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new TemplateFault(issue?.path.join('.') ?? '', issue?.message ?? '')
}

/** A draft of a template: fresh ids, the office's words filled in, every place between two leaves of text. */
export function draftFromTemplate(from: Template, values: TemplateValues): Document {
  return documentFromContent(from.content, from.genre, values)
}
