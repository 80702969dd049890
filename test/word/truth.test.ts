/** One page truth: our pages against LibreOffice's of our Word files, on invented documents and, where it is on this machine, the real issue. */
import { beforeAll, describe, expect, test } from 'vitest'
import { describeSeed } from '../acceptance/seed.ts'
import { SKIPPED } from './office.ts'
import { generated, seedDocuments, type TruthDocument } from './truth-documents.ts'
import { LAYOUTS, measureTruth, type TruthRow } from './truth-measure.ts'

/** As many as `npm run truth` takes without `full`. */
const INVENTED = 12
/** Of the lines of a document without tables. */
const SAME_LINES = 0.95

function compared(documents: readonly TruthDocument[]): void {
  let rows: readonly TruthRow[] = []
  beforeAll(async () => {
    rows = await measureTruth(documents)
  })

  describe.each(LAYOUTS.map(({ name }) => name))('%s', (layout) => {
    test.each(documents.map(({ name, tables }) => [name, tables] as const))('%s', (name, tables) => {
      const row = rows.find((one) => one.name === name && one.layout === layout)
      expect(row?.lines).toBeGreaterThan(5)
      if (tables) expect(Math.abs((row?.ours ?? 0) - (row?.theirs ?? 0))).toBeLessThanOrEqual(1)
      else {
        expect(row?.ours).toBe(row?.theirs)
        expect((row?.same ?? 0) / (row?.lines ?? 1)).toBeGreaterThanOrEqual(SAME_LINES)
      }
    })
  })
}

describe.skipIf(SKIPPED)('invented documents', () => compared(Array.from({ length: INVENTED }, (_, at) => generated(at + 1))))

if (!SKIPPED) describeSeed('the real issue', () => compared(seedDocuments()))
