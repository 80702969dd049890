import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAutosave, LONGEST, QUIET, RETRY, type Clock } from '../../renderer/workspaces/draft/autosave.ts'
import { toApiError } from '../../renderer/api/connection.ts'
import { Refusal, type ErrorCode } from '../../shared/api/reply.ts'
import { DOCUMENT_VERSION, type Document } from '../../shared/document/types.ts'

/** A document that is told apart by its title. */
function documentNamed(title: string): Document {
  const header = { issuers: [], genre: null, documentNumber: null }
  return { version: DOCUMENT_VERSION, header, parts: [{ type: 'title', id: 't', children: [{ text: title }] }] }
}

/** Time that only moves when told to. */
function handClock(): Clock & { advance(milliseconds: number): Promise<void> } {
  let now = 0
  let appointments: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(milliseconds, run) {
      const made = { at: now + milliseconds, run }
      appointments.push(made)
      return () => (appointments = appointments.filter((one) => one !== made))
    },
    async advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = appointments.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        now = next.at
        appointments = appointments.filter((one) => one !== next)
        next.run()
        await turns()
      }
      now = end
    },
  }
}

/** Lets all promises that are ready run. */
async function turns(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** A store of one draft that keeps revisions as the library does; saves end when told to. */
function handStore() {
  let stored = { revision: 1, document: documentNamed('') }
  let at: number | null = null
  let most = 0
  let open: { end: (outcome: 'well' | ErrorCode) => void }[] = []
  return {
    stored: () => stored,
    /** Highest number of saves that were under way at once. */
    most: () => most,
    saves: () => at,
    elsewhere: () => (stored = { revision: stored.revision + 1, document: documentNamed('别处') }),
    save: (document: Document, revision: number) =>
      new Promise<{ revision: number; savedAt: number }>((resolve, reject) => {
        const end = (outcome: 'well' | ErrorCode): void => {
          open = open.filter((one) => one.end !== end)
          if (outcome !== 'well') { reject(new Refusal({ code: outcome, message: '没有存上' })); return; }
          if (revision !== stored.revision) { reject(new Refusal({ code: 'stale', message: '别处改过' })); return; }
          stored = { revision: revision + 1, document }
          at = (at ?? 0) + 1
          resolve({ revision: stored.revision, savedAt: at })
        }
        open.push({ end })
        most = Math.max(most, open.length)
      }),
    async end(outcome: 'well' | ErrorCode) {
      open[0]?.end(outcome)
      await turns()
    },
    busy: () => open.length > 0,
  }
}

function start() {
  const clock = handClock()
  const store = handStore()
  const autosave = createAutosave({ revision: 1, save: store.save, explain: toApiError, clock })
  return { clock, store, autosave }
}

describe('when a change is saved', () => {
  it('waits for a short quiet, but never longer than the limit while typing goes on', async () => {
    const { clock, store, autosave } = start()
    autosave.change(documentNamed('甲'))
    await clock.advance(QUIET - 1)
    expect(store.busy()).toBe(false)
    await clock.advance(1)
    expect(store.busy()).toBe(true)
    await store.end('well')
    let waited = 0
    for (; !store.busy() && waited < 5000; waited += 50) {
      autosave.change(documentNamed(`乙${waited}`))
      await clock.advance(50)
    }
    expect(waited).toBeLessThanOrEqual(LONGEST)
    expect(QUIET).toBeLessThanOrEqual(400)
    expect(LONGEST).toBeLessThanOrEqual(900)
  })

  it('tries a failed save again by itself and says why it failed meanwhile', async () => {
    const { clock, store, autosave } = start()
    autosave.change(documentNamed('甲'))
    await clock.advance(QUIET)
    await store.end('diskFull')
    expect(autosave.state()).toMatchObject({ kind: 'failed', error: { code: 'diskFull' } })
    await clock.advance(RETRY)
    await store.end('well')
    expect(autosave.state().kind).toBe('saved')
    expect(store.stored().document).toEqual(documentNamed('甲'))
  })

  it('stops at a conflict, keeps the content and reports it unsaved', async () => {
    const { clock, store, autosave } = start()
    store.elsewhere()
    autosave.change(documentNamed('甲'))
    await clock.advance(QUIET)
    await store.end('well')
    autosave.change(documentNamed('乙'))
    await clock.advance(60_000)
    expect(autosave.state().kind).toBe('conflict')
    expect(store.busy()).toBe(false)
    expect(autosave.pending()).toEqual(documentNamed('乙'))
    expect(await autosave.flush()).toBe(false)
    expect(store.stored().document).toEqual(documentNamed('别处'))
  })

  it('saves at once on flush, also what was typed while a save was under way', async () => {
    const { store, autosave } = start()
    autosave.change(documentNamed('甲'))
    const flushed = autosave.flush()
    await turns()
    autosave.change(documentNamed('乙'))
    await store.end('well')
    await store.end('well')
    expect(await flushed).toBe(true)
    expect(store.stored().document).toEqual(documentNamed('乙'))
  })
})

describe('any sequence of changes, waiting, good and bad saves', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('change' as const) }),
    fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 0, max: 4000 }) }),
    fc.record({ do: fc.constant('flush' as const) }),
    fc.record({ do: fc.constant('end' as const), how: fc.constantFrom<'well' | ErrorCode>('well', 'diskFull', 'busy', 'internal') }),
  )

  it('never loses the last content and never runs two saves at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { clock, store, autosave } = start()
        let last = documentNamed('')
        let count = 0
        for (const one of steps) {
          if (one.do === 'change') autosave.change((last = documentNamed(String(++count))))
          else if (one.do === 'wait') await clock.advance(one.for)
          else if (one.do === 'flush') void autosave.flush()
          else await store.end(one.how)
          await turns()
          const held = autosave.pending() ?? store.stored().document
          expect(held).toEqual(last)
        }
        for (let round = 0; round < 4; round += 1) {
          await clock.advance(RETRY)
          await store.end('well')
        }
        expect(store.stored().document).toEqual(last)
        expect(store.most()).toBeLessThanOrEqual(1)
        expect(autosave.state().kind).toBe('saved')
      }),
      { numRuns: 300 },
    )
  })
})
