import { expect, test } from 'vitest'
import { nextAct } from '../../renderer/workspaces/draft/next-act.ts'
import { versionsOf } from '../../renderer/workspaces/draft/versions.ts'
import { command } from '../../renderer/commands/commands.ts'
import type { HistoryEntry, SnapshotSummary } from '../../shared/api/types.ts'
import { DOCUMENT_STATES } from '../../shared/workflow/states.ts'

const entry = (what: HistoryEntry['what']): HistoryEntry => ({ at: 1, who: '林禾', what, detail: '' })
const frozen = (id: string, fingerprint: string, reason: SnapshotSummary['reason'], same = false): SnapshotSummary => ({ id, reason, at: Number(id), who: '林禾', detail: '', fingerprint, same })

test('the red button offers what the state allows', () => {
  const facts = { original: null, missing: () => [], canUndo: () => false, canRedo: () => false, places: () => 0, printedNumbers: () => 0, canRefer: () => false, targets: () => 0, mentions: () => 0, hasPrinted: () => false, canChangeTable: () => '', isTableActOn: () => false } as const
  for (const state of DOCUMENT_STATES) expect(command(nextAct({ state, history: [] }).id).enabled({ ...facts, state }), state).toBe(true)
})

test('a numbered document is exported or printed before it goes out, and once more after its number was corrected', () => {
  const after = (...history: HistoryEntry['what'][]): string => nextAct({ state: 'numbered', history: history.map(entry) }).id
  expect(after('signed', 'numbered')).toBe('document.export')
  // What was exported as a draft is not what goes out.
  expect(after('exported', 'signed', 'numbered')).toBe('document.export')
  expect(after('numbered', 'exported')).toBe('document.printed')
  expect(after('numbered', 'printedOut')).toBe('document.printed')
  expect(after('numbered', 'exported', 'corrected')).toBe('document.export')
})

test('versions are the different texts, numbered from the first, each with its events and its last moment', () => {
  const list = [frozen('5', 'b', 'printed', true), frozen('4', 'b', 'exported', true), frozen('3', 'b', 'exported', true), frozen('2', 'b', 'signed', true), frozen('1', 'a', 'submitted')]
  expect(versionsOf(list).map(({ number, id, reasons, same, ids }) => ({ number, id, reasons, same, ids: [...ids] }))).toEqual([
    { number: 2, id: '5', reasons: ['signed', 'exported', 'printed'], same: true, ids: ['2', '3', '4', '5'] },
    { number: 1, id: '1', reasons: ['submitted'], same: false, ids: ['1'] },
  ])
  // A text that comes back is the version that it was.
  expect(versionsOf([frozen('3', 'a', 'signed', true), frozen('2', 'b', 'submitted'), frozen('1', 'a', 'submitted', true)]).map(({ number, same }) => [number, same])).toEqual([
    [2, false],
    [1, true],
  ])
  expect(versionsOf([])).toEqual([])
})
