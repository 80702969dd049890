import { join } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import type { Profile } from '../../shared/api/types.ts'
import { attachmentFromTemplate } from '../../shared/document/template-attachment.ts'
import type { TemplateValues } from '../../shared/document/template-spans.ts'
import type { ServiceContext } from './context.ts'
import { readTemplates, requireAttachmentTemplate } from './templates.ts'

type Group = Pick<Handlers, 'templates.list' | 'templates.attachment'>

/** The templates that come with the program. */
export function templateHandlers({ library, resources }: ServiceContext): Group {
  const folder = join(resources, 'templates')
  return {
    'templates.list': () => readTemplates(folder).map(({ id, name, genre, use }) => ({ id, name, genre, use })),
    'templates.attachment': async ({ templateId }) =>
      attachmentFromTemplate(requireAttachmentTemplate(folder, templateId), templateValues(await library.store().profile())),
  }
}

/** What the words of a template stand for today: the profile's office and the local calendar day. */
export function templateValues({ office }: Profile): TemplateValues {
  const now = new Date()
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return { office, date }
}
