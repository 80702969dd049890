/** Whatever the type allows is what the library gives back: as it was made, and after a save, to whoever opens it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../shared/document/types.ts'
import { documents } from '../document/arbitrary.ts'
import { newLibrary, openLibrary } from './library.ts'

/** Only the register gives numbers. */
const drafts = documents.map((document): Document => ({ ...document, header: { ...document.header, documentNumber: null } }))

test('any document survives the library, closed and opened again', async () => {
  const store = newLibrary()
  const kept: { readonly id: string; readonly document: Document }[] = []
  await fc.assert(
    fc.asyncProperty(drafts, drafts, async (first, second) => {
      const { id, revision } = await store.createDraft({ document: first, who: '林禾', what: 'created', detail: '' })
      expect((await store.getDocument(id)).document).toEqual(first)
      await store.saveDraft({ id, revision, document: second, now: 1 })
      kept.push({ id, document: second })
    }),
    { numRuns: 60 },
  )
  const again = openLibrary(store.file)
  for (const { id, document } of kept) expect((await again.getDocument(id)).document).toEqual(document)
})
