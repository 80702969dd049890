/** 示例: an invented county, made through the same steps that a person takes, so that its history and register are true. */
import { join } from 'node:path'
import * as z from 'zod'
import type { Profile } from '../../shared/api/types.ts'
import { parseDate } from '../../shared/document/date.ts'
import { contentFields, documentFromContent } from '../../shared/document/template-content.ts'
import { parseTemplateFile, TEMPLATE_VERSION } from '../../shared/document/template.ts'
import { partText } from '../../shared/document/text.ts'
import { GENRES, type Document } from '../../shared/document/types.ts'
import type { Id } from '../../shared/lib/id.ts'
import type { Store } from '../store/store.ts'
import { settleTitles } from './settle-titles.ts'
import { parsed, readJson, readTemplates } from './templates.ts'

/** The county's office, as a person would have set it up. */
export const SAMPLE_PROFILE: Profile = { office: '河湾县人民政府办公室', user: '林禾', gazetteName: '河湾县人民政府公报' }

/** The county's series. */
export const SAMPLE_CODES: readonly string[] = ['河政发', '河政办发', '河政任']

/** One document of the sample. Without `numbered` it stays a draft. */
export interface Sample {
  readonly document: Document
  /** Id of the template that it was begun from. */
  readonly template?: string | undefined
  readonly numbered?: { readonly series: string; readonly signer: string } | undefined
}

const sampleFile = z.strictObject({
  version: z.literal(TEMPLATE_VERSION),
  template: z.string().min(1).optional(),
  genre: z.enum(GENRES),
  numbered: z.strictObject({ series: z.string().min(1), signer: z.string().min(1) }).optional(),
  ...contentFields,
})

/** The sample's documents from `templates/sample`, in the order of their file names, which is that of their numbers. Throws, naming the file, when one does not parse. */
export function readSamples(templatesFolder: string): readonly Sample[] {
  return readJson(join(templatesFolder, 'sample')).map(({ file, value }) => {
    const sample = parsed(file, () => parseTemplateFile(sampleFile, value))
    const { genre, template, numbered } = sample
    const document = documentFromContent(sample, genre, { office: SAMPLE_PROFILE.office, date: '' })
    return { document, template, numbered }
  })
}

/** Fills a new library that has `SAMPLE_PROFILE` and `SAMPLE_CODES`: drafts, then signed, then numbered in the year of their dates. */
export async function fillSample(store: Store, templatesFolder: string): Promise<void> {
  const settle = settleTitles(templatesFolder)
  const names = new Map(readTemplates(templatesFolder).map(({ id, name }) => [id, name]))
  // One after another: the numbers follow the order of the files.
  for (const { document, template, numbered } of readSamples(templatesFolder)) {
    const who = SAMPLE_PROFILE.user
    const from = template === undefined ? { detail: '' } : { templateId: template, detail: names.get(template) ?? '' }
    const { id } = await store.createDraft({ document, who, what: 'created', ...from })
    if (!numbered) continue
    await store.signDocument(id, numbered.signer, who, undefined, settle)
    const year = yearOf(document)
    await store.allocateNumber({ documentId: id, seriesId: await seriesId(store, numbered.series, year), year, who })
  }
}

async function seriesId(store: Store, code: string, year: number): Promise<Id> {
  const found = (await store.listSeries(year)).find((series) => series.code === code)
  if (!found) throw new Error(`示例里没有这个系列：${code}`)
  return found.id
}

function yearOf(document: Document): number {
  const date = parseDate(partText(document, 'signatureDate'))
  if (typeof date !== 'string') throw new Error(`示例里有已编号的文件没有完整的成文日期：${date.printed}`)
  return Number(date.slice(0, 4))
}
