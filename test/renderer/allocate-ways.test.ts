import { expect, test } from 'vitest'
import { needsReason, takenBy, wayTo, waysOf } from '../../renderer/frame/allocate/ways.ts'
import type { NumberRow, NumberSheet, Series } from '../../shared/api/register-types.ts'
import type { NumberEntry } from '../../shared/register/entry.ts'

const SERIES: Series = { id: 's', code: '河政办发', name: '', form: 'bracket', runId: 's', yearly: true, start: 1, startYear: null, year: 2024, used: 3, last: 24, next: 25, gaps: 2, reserved: 1, sharedWith: [], years: [2024] }
const BOOK = { date: '', title: '关于春耕的通知', secrecy: '', sentTo: '', copies: '', signer: '', drafter: '', filed: '', remarks: '' }

function row(serial: number, kind: NumberRow['kind'], more: Partial<NumberEntry> = {}): NumberRow {
  const entry: NumberEntry = { id: String(serial), seriesId: 's', year: 2024, serial, status: 'used', documentId: null, holder: '林禾', reason: '', expires: null, fingerprint: null, book: BOOK, at: 1, ...more }
  return { serial, printed: `河政办发〔2024〕${serial}号`, kind, entry: kind === 'gap' ? null : entry, code: '河政办发', state: null, same: true, issue: '' }
}

const SHEET: NumberSheet = {
  series: SERIES,
  rows: [row(15, 'used'), row(16, 'gap'), row(18, 'paper'), row(19, 'explained', { reason: '跳号' }), row(21, 'void'), row(22, 'reserved', { holder: '邵一帆', reason: '机构改革', expires: '2024-06-15' }), row(23, 'expired', { expires: '2024-05-01' }), row(24, 'held', { holder: '邵一帆', reason: '防汛文件' })],
}

test('the ways that there are, each with its numbers; numbers that are held are offered to documents only', () => {
  const shown = (withHeld: boolean): unknown => waysOf(SERIES, SHEET, withHeld).map(({ name, rows }) => [name, rows.map(({ serial }) => serial)])
  expect(shown(true)).toEqual([['顺号', []], ['补缺号', [16, 19]], ['用预留', [22, 23]], ['用占号', [24]], ['手写', []]])
  expect(shown(false)).not.toContainEqual(['用占号', [24]])
  // While the numbers are not read, there is the next and what is written by hand.
  expect(waysOf(SERIES, null, true).map(({ id }) => id)).toEqual(['next', 'typed'])
})

test('each way says what a person should know', () => {
  const ways = waysOf(SERIES, SHEET, true)
  const note = (id: string, serial: number | null): string | undefined => ways.find((way) => way.id === id)?.note(SHEET.rows.find((one) => one.serial === serial) ?? null)
  expect(note('next', null)).toBe('接 24 号，24 号由邵一帆占用')
  expect(waysOf({ ...SERIES, last: 0, next: 1 }, null, true)[0]?.note(null)).toBe('2024年第一个号')
  expect(note('gap', 19)).toBe('原说明：跳号；补号须写明原因，登记簿注明')
  expect(note('kept', 22)).toBe('邵一帆预留至6月15日：机构改革')
  expect(note('kept', 23)).toBe('林禾预留至5月1日，已过期')
  expect(note('held', 24)).toBe('邵一帆占号：防汛文件')
})

test('a serial that is given leads to its way; a gap asks why, and what somebody has cannot be taken', () => {
  const ways = waysOf(SERIES, SHEET, true)
  expect([16, 22, 24, 25, 40].map((serial) => wayTo(serial, ways))).toEqual(['gap', 'kept', 'held', 'typed', 'typed'])
  expect([16, 19, 22, 25, null].map((serial) => needsReason(serial, SHEET))).toEqual([true, true, false, false, false])
  expect([15, 18, 21, 24].map((serial) => takenBy(serial, SHEET))).toEqual(['15 号已给《关于春耕的通知》', '18 号已在线下占用：《关于春耕的通知》', '21 号已作废，不再使用', '24 号由邵一帆占用：防汛文件'])
  expect([16, 19, 22, 23, 25].map((serial) => takenBy(serial, SHEET))).toEqual([null, null, null, null, null])
})
