/**
 * The desk of the draft room: the list of documents, the one that is open, and every act on it. No React here.
 * Before anything that leaves the open draft or freezes it, the draft is saved; if that fails the act does not begin.
 */
import type { Client } from '../../../shared/api/client.ts'
import type { ApiEvent } from '../../../shared/api/events.ts'
import { Refusal } from '../../../shared/api/reply.ts'
import type { ActRequest, DocumentRecord, DocumentSummary, Snapshot } from '../../../shared/api/types.ts'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { isEditable } from '../../../shared/workflow/states.ts'
import { ConnectionLost, toApiError } from '../../api/connection.ts'
import { createObservable, type Observable } from '../../api/observable.ts'
import { createSession } from '../../editor/create-session.ts'
import type { EditorSession } from '../../editor/session.ts'
import { createAutosave, type Autosave } from './autosave.ts'

/** One document on the desk. `autosave` is null where its text cannot be changed. */
export interface OpenDraft {
  readonly record: DocumentRecord
  readonly session: EditorSession
  readonly autosave: Autosave | null
  /** The text is one that was frozen, not what the document says now. */
  readonly frozen: Snapshot | null
}

/** What is looked at: a frozen text of the open document, or the document. */
export function shownDraft({ open, frozen }: Pick<DeskState, 'open' | 'frozen'>): OpenDraft | null {
  return frozen ?? open
}

/** Another one for each text that is put on the desk, so that what is drawn of one is not taken for the other. */
export function draftKey({ record, frozen }: OpenDraft): string {
  return record.id + record.state + (frozen?.id ?? '')
}

export interface DeskState {
  /** Null until it was read for the first time. */
  readonly list: readonly DocumentSummary[] | null
  /** 废稿. */
  readonly discarded: readonly DocumentSummary[]
  readonly open: OpenDraft | null
  /** A text of the open document that was frozen, and is looked at in its place. */
  readonly frozen: OpenDraft | null
  /** The open document was changed by another window or program since it was read. */
  readonly changedElsewhere: boolean
}

export interface Desk {
  readonly state: () => DeskState
  readonly subscribe: (listener: () => void) => () => void
  /** Reads the list again and resolves with it. */
  readonly refresh: () => Promise<readonly DocumentSummary[]>
  /** Takes what the machine reports. */
  readonly hear: (event: ApiEvent) => void
  /** Saves the open draft; throws `Refusal` with the reason when that failed. */
  readonly save: () => Promise<void>
  readonly show: (id: Id) => Promise<void>
  /** Reads what has happened to the open document since; its text stays as it is here. */
  readonly readHistory: () => Promise<void>
  /** Reads the open document anew and gives up what is not saved. */
  readonly reload: () => Promise<void>
  readonly create: (templateId: string) => Promise<void>
  /** A new draft with the stored content, or with the open draft's own where that could not be stored. */
  readonly copy: (source: 'stored' | 'mine') => Promise<void>
  /** Returns the id, for taking it back. */
  readonly discard: () => Promise<Id>
  readonly restore: (id: Id) => Promise<void>
  readonly sign: (signer: string) => Promise<void>
  /** Any other step on the way. */
  readonly act: (request: Omit<ActRequest, 'id' | 'revision'>) => Promise<void>
  /** Shows what was frozen. */
  readonly showFrozen: (snapshot: Id) => Promise<void>
  readonly closeFrozen: () => void
  /** Puts the open document in its new state, as the machine gave it: its number was taken. */
  readonly take: (record: DocumentRecord) => void
}

/** Sets up the desk; nothing is read before `refresh`. */
export function createDesk(client: Client): Desk {
  const shown = createObservable<DeskState>({ list: null, discarded: [], open: null, frozen: null, changedElsewhere: false })
  const update = (patch: Partial<DeskState>): void => shown.set({ ...shown.get(), ...patch })
  let asked = 0

  const refresh = async (): Promise<readonly DocumentSummary[]> => {
    const mine = ++asked
    const [list, discarded] = await Promise.all([client.call('documents.list', {}), client.call('documents.listDiscarded', {})])
    if (mine !== asked) return list
    update({ list, discarded })
    // Discarded from another room: what is typed in it from now on would be missed.
    const { open } = shown.get()
    if (open && discarded.some(({ id }) => id === open.record.id)) await leave(open, list[0])
    return list
  }
  /** Takes a draft off the desk, as far as it is stored, and puts another in its place. */
  const leave = async (open: OpenDraft, next: DocumentSummary | undefined): Promise<void> => {
    await save()
    const record = next && (await client.call('documents.get', { id: next.id }))
    if (shown.get().open !== open) return
    if (record) place(record)
    else {
      open.autosave?.stop()
      update({ open: null, frozen: null, changedElsewhere: false })
    }
  }
  const place = (record: DocumentRecord): void => {
    shown.get().open?.autosave?.stop()
    update({ open: openRecord(client, record), frozen: null, changedElsewhere: false })
    // The list follows by itself; when it cannot be read now, the next event reads it.
    void refresh().catch(() => undefined)
  }
  const save = async (): Promise<void> => {
    const autosave = shown.get().open?.autosave
    if (!autosave || (await autosave.flush())) return
    const now = autosave.state()
    throw new Refusal('error' in now ? now.error : toApiError(new Error('not saved')))
  }
  /** After a restore. What is not stored yet meets its refusal when it is saved, and is offered as a second draft. */
  const readAnew = async (): Promise<void> => {
    const { open } = shown.get()
    const [first] = await refresh()
    if (!open || open.autosave?.pending()) return
    const record = await client.call('documents.get', { id: open.record.id }).catch(() => null)
    const next = record ?? (first ? await client.call('documents.get', { id: first.id }) : null)
    if (shown.get().open !== open) return
    if (next) place(next)
    else {
      open.autosave?.stop()
      update({ open: null, changedElsewhere: false })
    }
  }
  return {
    state: shown.get,
    subscribe: shown.subscribe,
    refresh,
    save,
    hear(event) {
      if (event.kind === 'documents.changed' || event.kind === 'draft.changed') void refresh().catch(() => undefined)
      if (event.kind === 'library.replaced') void readAnew().catch(() => undefined)
      const { open } = shown.get()
      void checkOpen(client, open, event).then((changed) => changed && shown.get().open === open && update({ changedElsewhere: true }))
    },
    ...actsOf(client, { shown, update, refresh, place, save }),
  }
}

/** What the acts share. */
interface DeskCore extends Pick<Desk, 'refresh' | 'save'> {
  readonly shown: Observable<DeskState>
  readonly update: (patch: Partial<DeskState>) => void
  /** Puts a record on the desk in place of what lies there. */
  readonly place: (record: DocumentRecord) => void
}

/** The acts on the open document and those that open another. */
function actsOf(client: Client, { shown, update, refresh, place, save }: DeskCore): Omit<Desk, 'state' | 'subscribe' | 'refresh' | 'save' | 'hear'> {
  const opened = (): DocumentRecord => {
    const { open } = shown.get()
    if (open) return open.record
    throw new Refusal({ code: 'notFound', message: '没有打开的文稿', next: '请先在文稿列表里打开一份' })
  }
  const onSaved = async <T>(act: (id: Id) => Promise<T>): Promise<T> => {
    const { id } = opened()
    await save()
    return act(id)
  }
  return {
    async show(id) {
      if (shown.get().open?.record.id === id) {
        update({ frozen: null })
        return
      }
      await save()
      place(await client.call('documents.get', { id }))
    },
    async readHistory() {
      const { open } = shown.get()
      if (!open) return
      const { history } = await client.call('documents.get', { id: open.record.id })
      if (shown.get().open === open) update({ open: { ...open, record: { ...open.record, history } } })
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
      // Looked at is what is copied.
      const mine = source === 'mine' ? shown.get().open?.session.document() : shown.get().frozen?.record.document
      place(await client.call('documents.copy', mine ? { id, document: mine } : { id }))
    },
    discard: () =>
      onSaved(async (id) => {
        await client.call('documents.discard', { id })
        shown.get().open?.autosave?.stop()
        update({ open: null, frozen: null, changedElsewhere: false })
        const [next] = await refresh()
        if (next) place(await client.call('documents.get', { id: next.id }))
        return id
      }),
    async restore(id) {
      await save()
      place(await client.call('documents.restore', { id }))
    },
    sign: (signer) =>
      onSaved(async (id) => {
        place(await client.call('documents.sign', { id, signer, revision: revisionOf(opened(), shown.get().open) }))
      }),
    act: (request) =>
      onSaved(async (id) => {
        place(await client.call('documents.act', { ...request, id, revision: revisionOf(opened(), shown.get().open) }))
      }),
    showFrozen: (id) =>
      onSaved(async () => {
        const snapshot = await client.call('documents.snapshot', { id })
        const record = opened()
        if (record.id === snapshot.documentId) update({ frozen: frozenDraft(record, snapshot) })
      }),
    closeFrozen: () => update({ frozen: null }),
    take: place,
  }
}

/** Opens a record for editing, or for reading where its text is frozen. */
function openRecord(client: Client, record: DocumentRecord): OpenDraft {
  const readOnly = !isEditable(record.state)
  const session = createSession(record.document, { readOnly })
  if (readOnly) return { record, session, autosave: null, frozen: null }
  const autosave = createAutosave({ revision: record.revision, save: savingWith(client, record.id), explain: toApiError })
  let last = session.document()
  session.subscribe(() => {
    const now = session.document()
    if (now === last) return
    last = now
    autosave.change(now)
  })
  return { record, session, autosave, frozen: null }
}

/** A frozen text of a document, for reading. */
function frozenDraft(record: DocumentRecord, snapshot: Snapshot): OpenDraft {
  const { document } = snapshot
  return { record: { ...record, document }, session: createSession(document, { readOnly: true }), autosave: null, frozen: snapshot }
}

/** The revision that the person has before them. */
function revisionOf(record: DocumentRecord, open: OpenDraft | null): number {
  return open?.autosave?.revision() ?? record.revision
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
