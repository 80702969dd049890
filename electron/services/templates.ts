/** Templates are data files beside the program: dropping a file into `templates/kinds` adds one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import { parseAttachmentTemplate, type AttachmentTemplate } from '../../shared/document/template-attachment.ts'
import { parseTemplate, type Template } from '../../shared/document/template.ts'
import { parseGazetteTemplate, type GazetteTemplate } from '../../shared/layout/gazette.ts'
import { parseOfficialRules, type OfficialRules } from '../../shared/layout/official.ts'

/** All templates of `folder`, in the order of their file names. Throws, naming the file, when one does not parse. */
export function readTemplates(folder: string): readonly Template[] {
  return readJson(join(folder, 'kinds')).map(({ file, value }) => parsed(file, () => parseTemplate(value)))
}

/** One template by id. Refused: notFound. */
export function requireTemplate(folder: string, id: string): Template {
  const found = readTemplates(folder).find((template) => template.id === id)
  if (found) return found
  throw new Refusal({ code: 'notFound', message: `没有这个模板：${id}`, next: '请从模板列表里重新选择' })
}

/** All attachment templates of `folder`, in the order of their file names. Throws, naming the file, when one does not parse. */
export function readAttachmentTemplates(folder: string): readonly AttachmentTemplate[] {
  return readJson(join(folder, 'attachments')).map(({ file, value }) => parsed(file, () => parseAttachmentTemplate(value)))
}

/** One attachment template by id. Refused: notFound. */
export function requireAttachmentTemplate(folder: string, id: string): AttachmentTemplate {
  const found = readAttachmentTemplates(folder).find((template) => template.id === id)
  if (found) return found
  throw new Refusal({ code: 'notFound', message: `没有这个附件模板：${id}`, next: '可以插入空白附件，自己写' })
}

/** The gazette template that comes first by file name. Throws, naming the file, when it does not parse. */
export function readGazetteTemplate(folder: string): GazetteTemplate {
  const [first] = readJson(join(folder, 'gazette'))
  if (!first) throw new Error(`${folder}: no gazette template`)
  return parsed(first.file, () => parseGazetteTemplate(first.value))
}

/** The rule set of official documents that comes first by file name. Throws, naming the file, when it does not parse. */
export function readOfficialRules(folder: string): OfficialRules {
  const [first] = readJson(join(folder, 'official'))
  if (!first) throw new Error(`${folder}: no rule set of official documents`)
  return parsed(first.file, () => parseOfficialRules(first.value))
}

/** What `parse` gives for a file's value; its faults come out with the file's name. */
export function parsed<T>(file: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** The JSON files of a folder, by name. */
export function readJson(folder: string): readonly { file: string; value: unknown }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ file: name, value: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown }))
}
