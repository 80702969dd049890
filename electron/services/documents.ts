import { join } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { ActRequest, DocumentRecord } from '../../shared/api/types.ts'
import { reidentify } from '../../shared/document/build.ts'
import { draftFromTemplate } from '../../shared/document/template.ts'
import type { ServiceContext } from './context.ts'
import { settleTitles } from './settle-titles.ts'
import { templateValues } from './template-handlers.ts'
import { requireTemplate } from './templates.ts'

type Group = Pick<
  Handlers,
  | 'documents.list'
  | 'documents.listDiscarded'
  | 'documents.get'
  | 'documents.create'
  | 'documents.copy'
  | 'documents.save'
  | 'documents.discard'
  | 'documents.restore'
  | 'documents.sign'
  | 'documents.act'
  | 'documents.snapshots'
  | 'documents.snapshot'
  | 'documents.people'
>

/** Steps that the register's book tells of, too. */
const BOOKED: ReadonlySet<ActRequest['act']> = new Set(['print', 'archive', 'void'])

/** Documents: from a template through drafts to signing. */
export function documentHandlers(context: ServiceContext): Group {
  const { library, resources, emit } = context
  const who = async (): Promise<string> => (await library.store().profile()).user
  const changed = (record: DocumentRecord): DocumentRecord => {
    emit({ kind: 'draft.changed', id: record.id, revision: record.revision })
    emit({ kind: 'documents.changed', origin: 'here' })
    return record
  }
  return {
    'documents.list': () => library.store().listDocuments(),
    'documents.listDiscarded': () => library.store().listDiscarded(),
    'documents.get': ({ id }) => library.store().getDocument(id),
    'documents.create': async ({ templateId }) => {
      const template = requireTemplate(join(resources, 'templates'), templateId)
      const store = library.store()
      const profile = await store.profile()
      const document = draftFromTemplate(template, templateValues(profile))
      return changed(await store.createDraft({ document, who: profile.user, what: 'created', detail: template.name, templateId }))
    },
    'documents.copy': async ({ id, document }) => {
      const store = library.store()
      // A text that is still in a window is kept though its document went with a restore.
      const stored = document ? await store.getDocument(id).catch(gone) : await store.getDocument(id)
      const source = document ?? stored?.document
      if (!source) throw new Error('neither a document nor a text')
      const copy = reidentify(source)
      const detail = stored?.document.header.documentNumber ?? ''
      return changed(await store.createDraft({ document: copy, who: await who(), what: 'copied', detail }))
    },
    'documents.save': async ({ id, revision, document }) => {
      const saved = await library.store().saveDraft({ id, revision, document, now: Date.now() })
      emit({ kind: 'draft.changed', id, revision: saved.revision })
      emit({ kind: 'documents.changed', origin: 'here' })
      return saved
    },
    'documents.discard': async ({ id }) => {
      await library.store().discardDraft(id, await who())
      emit({ kind: 'documents.changed', origin: 'here' })
      return {}
    },
    'documents.restore': async ({ id }) => changed(await library.store().restoreDraft(id, await who())),
    'documents.sign': async ({ id, signer, revision }) =>
      changed(await library.store().signDocument(id, signer, await who(), revision, settleTitles(join(resources, 'templates')))),
    'documents.act': async (request) => {
      const record = changed(await library.store().act({ ...request, who: await who() }))
      // The book has what was printed, filed, voided.
      if (BOOKED.has(request.act)) emit({ kind: 'register.changed' })
      return record
    },
    'documents.snapshots': ({ id }) => library.store().snapshots(id),
    'documents.snapshot': ({ id }) => library.store().snapshot(id),
    'documents.people': () => library.store().people(),
  }
}

function gone(error: unknown): null {
  if (error instanceof Refusal && error.error.code === 'notFound') return null
  throw error
}
