/**
 * A process that works on a library until it is killed: `child.ts ROLE LIBRARY [more…]`. Each line that it prints is an operation that is done:
 * what it says there may never be lost.
 */
import { writeFileSync, writeSync } from 'node:fs'
import { restoreInto } from '../../../electron/store/backup-restore.ts'
import { openStore } from '../../../electron/store/sqlite-store.ts'
import type { Store } from '../../../electron/store/store.ts'
import { numberedText, numberOf } from './text.ts'

const [role = '', library = '', first = '', second = ''] = process.argv.slice(2)
const done = (what: object): void => void writeSync(1, `${JSON.stringify(what)}\n`)
const ready = (): void => void writeSync(1, 'ready\n')

const ROLES: Readonly<Record<string, () => Promise<never>>> = {
  save: async () => {
    const store = openStore(library)
    let { revision, document } = await store.getDocument(first)
    let n = numberOf(document)
    ready()
    for (;;) {
      n += 1
      document = numberedText(n)
      ;({ revision } = await store.saveDraft({ id: first, revision, document, now: Date.now() }))
      done({ saved: first, n })
    }
  },
  allocate: async () => {
    const store = openStore(library)
    ready()
    for (;;) {
      const id = await draft(store, 1)
      await store.signDocument(id, '陈望秋', '林禾')
      const { number, printed } = await store.allocateNumber({ documentId: id, seriesId: first, year: 2024, who: '林禾' })
      done({ allocated: id, number, printed })
    }
  },
  backup: async () => {
    const store = openStore(library)
    ready()
    for (;;) {
      const { file, documents, numbers } = await store.makeBackup('manual')
      done({ backup: file, documents, numbers })
    }
  },
  migrate: async () => {
    ready()
    const store = openStore(library)
    done({ opened: true })
    for (let n = 1; ; n++) done({ drafted: await draft(store, n), n })
  },
  restore: async () => {
    const store = openStore(library)
    ready()
    for (;;) {
      for (const from of [first, second]) {
        await store.restoreBackup(from, '林禾')
        done({ restored: from })
      }
    }
  },
  replace: async () => {
    ready()
    for (;;) {
      writeFileSync(library, '坏了'.repeat(20_000))
      done({ damaged: true })
      await restoreInto(library, first)
      done({ restored: first })
    }
  },
}

async function draft(store: Store, n: number): Promise<string> {
  return (await store.createDraft({ document: numberedText(n), who: '林禾', what: 'created', detail: '' })).id
}

await ROLES[role]?.()
