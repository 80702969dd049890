/**
 * The desk of the draft room: the list of documents, the one that is open, and every act on it. No React here.
 * Before anything that leaves the open draft or freezes it, the draft is saved; if that fails the act does not begin.
 */
import type { Client } from '../../../shared/api/client.ts'
import type { ApiEvent } from '../../../shared/api/events.ts'
import { Refusal } from '../../../shared/api/reply.ts'
import type { Allocation, AllocateRequest, DocumentRecord, DocumentSummary } from '../../../shared/api/types.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { ConnectionLost, toApiError } from '../../api/connection.ts'
import { createSession } from '../../editor/create-session.ts'
import type { EditorSession } from '../../editor/session.ts'
import { createAutosave, type Autosave } from './autosave.ts'

/** One open document. `autosave` is null where the document cannot be changed. */
export interface OpenDraft {
  readonly record: DocumentRecord
  readonly session: EditorSession
  readonly autosave: Autosave | null
}

export interface DeskState {
  /** Null until it was read for the first time. */
  readonly list: readonly DocumentSummary[] | null
  /** 废稿. */
  readonly discarded: readonly DocumentSummary[]
  readonly open: OpenDraft | null
  /** The open document was changed by another window or program since it was read. */
  readonly changedElsewhere: boolean
}

export interface Desk {
  state(): DeskState
  subscribe(listener: () => void): () => void
  /** Reads the list again and resolves with it. */
  refresh(): Promise<readonly DocumentSummary[]>
  /** Takes what the machine reports. */
  hear(event: ApiEvent): void
  /** Saves the open draft; throws `Refusal` with the reason when that failed. */
  save(): Promise<void>
  show(id: Id): Promise<void>
  /** Reads the open document anew and gives up what is not saved. */
  reload(): Promise<void>
  create(templateId: string): Promise<void>
  /** A new draft with the stored content, or with the open draft's own where that could not be stored. */
  copy(source: 'stored' | 'mine'): Promise<void>
  /** Returns the id, for taking it back. */
  discard(): Promise<Id>
  restore(id: Id): Promise<void>
  sign(signer: string): Promise<void>
  reopen(): Promise<void>
  allocate(request: Omit<AllocateRequest, 'documentId'>): Promise<Allocation>
}

/** Sets up the desk; nothing is read before `refresh`. */
export function createDesk(client: Client): Desk {
  let state: DeskState = { list: null, discarded: [], open: null, changedElsewhere: false }
  const listeners = new Set<() => void>()
  let asked = 0

  const update = (patch: Partial<DeskState>): void => {
    state = { ...state, ...patch }
    for (const listener of [...listeners]) listener()
  }
  const refresh = async (): Promise<readonly DocumentSummary[]> => {
    const mine = ++asked
    const [list, discarded] = await Promise.all([client.call('documents.list', {}), client.call('documents.listDiscarded', {})])
    if (mine === asked) update({ list, discarded })
    return list
  }
  const place = (record: DocumentRecord): void => {
    state.open?.autosave?.stop()
    update({ open: openRecord(client, record), changedElsewhere: false })
    // The list follows by itself; when it cannot be read now, the next event reads it.
    void refresh().catch(() => undefined)
  }
  const save = async (): Promise<void> => {
    const autosave = state.open?.autosave
    if (!autosave || (await autosave.flush())) return
    const now = autosave.state()
    throw new Refusal('error' in now ? now.error : toApiError(new Error('not saved')))
  }
  const opened = (): DocumentRecord => {
    if (state.open) return state.open.record
    throw new Refusal({ code: 'notFound', message: '没有打开的文稿', next: '请先在文稿列表里打开一份' })
  }
  const onSaved = async <T>(act: (id: Id) => Promise<T>): Promise<T> => {
    const { id } = opened()
    await save()
    return act(id)
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
    save,
    hear(event) {
      if (event.kind === 'documents.changed' || event.kind === 'draft.changed') void refresh().catch(() => undefined)
      void checkOpen(client, state.open, event).then((changed) => changed && update({ changedElsewhere: true }))
    },
    async show(id) {
      if (state.open?.record.id === id) return
      await save()
      place(await client.call('documents.get', { id }))
    },
    async reload() {
      place(await client.call('documents.get', { id: opened().id }))
    },
    async create(templateId) {
      await save()
      place(await client.call('documents.create', { templateId }))
    },
    async copy(source) {
      const { id } = opened()
      if (source === 'stored') await save()
      const mine = source === 'mine' ? state.open?.session.document() : undefined
      place(await client.call('documents.copy', mine ? { id, document: mine } : { id }))
    },
    discard: () =>
      onSaved(async (id) => {
        await client.call('documents.discard', { id })
        state.open?.autosave?.stop()
        update({ open: null, changedElsewhere: false })
        const [next] = await refresh()
        if (next) place(await client.call('documents.get', { id: next.id }))
        return id
      }),
    async restore(id) {
      await save()
      place(await client.call('documents.restore', { id }))
    },
    sign: (signer) => onSaved(async (id) => place(await client.call('documents.sign', { id, signer }))),
    reopen: () => onSaved(async (id) => place(await client.call('documents.reopen', { id }))),
    allocate: (request) =>
      onSaved(async (documentId) => {
        const allocation = await client.call('register.allocate', { ...request, documentId })
        place(allocation.record)
        return allocation
      }),
  }
}

/** Opens a record for editing, or for reading where its text is frozen. */
function openRecord(client: Client, record: DocumentRecord): OpenDraft {
  const readOnly = record.state !== 'draft'
  const session = createSession(record.document, { readOnly })
  if (readOnly) return { record, session, autosave: null }
  const autosave = createAutosave({ revision: record.revision, save: savingWith(client, record.id), explain: toApiError })
  let last = session.document()
  session.subscribe(() => {
    const now = session.document()
    if (now === last) return
    last = now
    autosave.change(now)
  })
  return { record, session, autosave }
}

/**
 * Saves a draft. When the answer to a save was lost, that save may have been done: the next one is then refused as
 * stale although nobody else wrote. So the stored draft is compared with what was sent before a conflict is reported.
 */
function savingWith(client: Client, id: Id) {
  let unanswered: { readonly json: string; readonly revision: number } | null = null
  return async (document: Document, revision: number): Promise<{ revision: number; savedAt: number }> => {
    try {
      const saved = await client.call('documents.save', { id, revision, document })
      unanswered = null
      return saved
    } catch (error) {
      if (error instanceof ConnectionLost) unanswered = { json: JSON.stringify(document), revision }
      const lost = unanswered
      if (!lost || !(error instanceof Refusal) || error.error.code !== 'stale') throw error
      const stored = await client.call('documents.get', { id })
      if (stored.revision !== lost.revision + 1 || JSON.stringify(stored.document) !== lost.json) throw error
      unanswered = null
      return client.call('documents.save', { id, revision: stored.revision, document })
    }
  }
}

/** True when `event` tells of a change of the open document that did not come from this window. */
async function checkOpen(client: Client, open: OpenDraft | null, event: ApiEvent): Promise<boolean> {
  if (!open) return false
  const { id } = open.record
  if (event.kind === 'draft.changed') {
    if (event.id !== id) return false
    // The event of an own save may overtake its answer: wait for the save before looking at the revision.
    if (open.autosave?.state().kind === 'saving') await open.autosave.flush()
    return event.revision > (open.autosave?.revision() ?? open.record.revision)
  }
  if (event.kind !== 'documents.changed' || event.origin !== 'elsewhere') return false
  if (open.autosave?.state().kind === 'saving') await open.autosave.flush()
  const stored = await client.call('documents.get', { id }).catch(() => null)
  if (!stored) return false
  return stored.state !== open.record.state || stored.revision > (open.autosave?.revision() ?? open.record.revision)
}
