/** What a document's pages are laid out with, the same for screen, PDF and Word file. */
import { join } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import type { DocumentRecord, LayoutSetting, Profile } from '../../shared/api/types.ts'
import { withFamilies, type OwnFamilies } from '../../shared/layout/slots.ts'
import type { ServiceContext } from './context.ts'
import { gazetteNameOf } from './library.ts'
import { readGazetteTemplate, readOfficialRules } from './templates.ts'

/** The handler of `layout.setting`. */
export function layoutHandlers(context: ServiceContext): Pick<Handlers, 'layout.setting'> {
  return {
    'layout.setting': async ({ id }) => {
      const store = context.library.store()
      return layoutSetting(context, await store.getDocument(id), await store.profile(), await store.fontFamilies())
    },
  }
}

/** The setting of one document; `own` are the office's families, which go before the template's. Throws, naming the file, when a template does not parse. */
export function layoutSetting({ resources }: Pick<ServiceContext, 'resources'>, { document }: Pick<DocumentRecord, 'document'>, profile: Profile, own: OwnFamilies): LayoutSetting {
  const gazetteName = profile.gazetteName || gazetteNameOf(profile.office) || gazetteNameOf(document.header.issuers[0] ?? '')
  const templates = join(resources, 'templates')
  return {
    official: withFamilies(readOfficialRules(templates), own),
    gazette: withFamilies(readGazetteTemplate(templates), own),
    head: { gazetteName, issue: '', section: '' },
  }
}
