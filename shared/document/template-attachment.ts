/** Attachment templates (附件模板): an attachment as a data file, in the grammar of document templates. See docs/templates.md. */
import * as z from 'zod'
import { attachmentFromSection, contentSection, type TemplateSection } from './template-content.ts'
import { idField, parseTemplateFile, TEMPLATE_VERSION } from './template.ts'
import type { TemplateValues } from './template-spans.ts'
import type { AttachmentPart } from './types.ts'

export interface AttachmentTemplate {
  readonly id: string
  readonly name: string // 任务分解表
  readonly content: TemplateSection
}

const attachmentTemplate = z.strictObject({
  version: z.literal(TEMPLATE_VERSION),
  id: idField,
  name: z.string().min(1),
  ...contentSection,
})

/** Reads an attachment template file's value. Throws `TemplateFault` with the path to the first fault. */
export function parseAttachmentTemplate(value: unknown): AttachmentTemplate {
  const { id, name, title, body } = parseTemplateFile(attachmentTemplate, value)
  return { id, name, content: { title, body } }
}

/** An attachment of the template, with fresh ids. */
export function attachmentFromTemplate(from: AttachmentTemplate, values: TemplateValues): AttachmentPart {
  return attachmentFromSection(from.content, values)
}
