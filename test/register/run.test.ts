import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_BOOK } from '../../shared/register/book.ts'
import { NUMBER_STATUSES, type NumberStatus } from '../../shared/register/entry.ts'
import { refuseTaken } from '../../shared/register/holder.ts'
import { gapsOf, isConsumed, kindOf, lastSerial, nextBlock, nextSerial, sheetLines, slotAt, type Run, type Slot } from '../../shared/register/run.ts'
import { passedOver } from '../../shared/register/take.ts'
import { listed, warningsFor, type Intent } from '../../shared/register/warnings.ts'

const NOW = Date.UTC(2031, 4, 20, 4)

function slot(serial: number, status: NumberStatus, more: Partial<Slot> = {}): Slot {
  return { seriesId: 's', year: 2031, serial, status, holder: '林禾', reason: '', expires: null, at: Date.UTC(2031, 4, 8, 4), documentId: null, book: EMPTY_BOOK, ...more }
}

const runs = fc
  .record({ first: fc.integer({ min: 1, max: 5 }), slots: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...NUMBER_STATUSES), fc.constantFrom('', '说明')), { selector: ([serial]) => serial, maxLength: 25 }) })
  .map(({ first, slots }): Run => ({ first, slots: slots.sort((a, b) => a[0] - b[0]).map(([serial, status, reason]) => slot(serial, status, { reason })) }))

describe('a run', () => {
  it('its next serial is above every one given out, free, and nothing but reservations is passed over', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 4 }), (run, count) => {
        const from = nextBlock(run, count)
        for (let serial = from; serial < from + count; serial++) expect([undefined, 'free']).toContain(slotAt(run, serial)?.status)
        expect(from).toBeGreaterThan(lastSerial(run))
        expect(passedOver(run, nextSerial(run))).toBe(0)
      }),
    )
  })

  it('its lines are every serial from the first to the last, each once, and gaps are what nobody has and nobody explained', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const serials = sheetLines(run).map(({ serial }) => serial)
        expect(serials).toEqual([...new Set(serials)].sort((a, b) => a - b))
        for (let serial = run.first; serial <= lastSerial(run); serial++) expect(serials).toContain(serial)
        for (const one of run.slots) if (isConsumed(one)) expect(serials).toContain(one.serial)
        const open = (serial: number): boolean => {
          const one = slotAt(run, serial)
          return !one || (one.status === 'free' && one.reason === '')
        }
        expect(gapsOf(run)).toEqual(Array.from({ length: lastSerial(run) }, (_, at) => at + 1).filter((serial) => serial >= run.first && open(serial)))
      }),
    )
  })

  it('a reservation is over when its last day is', () => {
    const reserved = slot(3, 'reserved', { expires: '2031-06-15' })
    expect(['2031-06-15', '2031-06-16'].map((today) => kindOf(reserved, today))).toEqual(['reserved', 'expired'])
  })
})

describe('what is said', () => {
  it.each<[Slot, string | null]>([
    [slot(5, 'held', { reason: '机构改革配套文件' }), '河政发〔2031〕5号已由林禾占用（5月8日，机构改革配套文件）'],
    [slot(5, 'used', { book: { title: '关于防汛的通知' } }), '河政发〔2031〕5号已经给了《关于防汛的通知》（5月8日，林禾经手）'],
    [slot(5, 'paper', { book: { title: '关于保密的通知' } }), '河政发〔2031〕5号已在线下占用（5月8日，林禾，《关于保密的通知》）'],
    [slot(5, 'void', { reason: '重复', at: Date.UTC(2030, 4, 8, 4) }), '河政发〔2031〕5号已作废（2030年5月8日，林禾，重复），不能再用'],
    [slot(5, 'reserved'), null],
    [slot(5, 'free'), null],
  ])('of a number that somebody has: who, since when, for what', (one, text) => {
    expect(refuseTaken(one, { printed: '河政发〔2031〕5号', at: NOW })?.message ?? null).toBe(text)
  })

  const intent: Intent = { serial: 1, next: true, year: 2031, seriesId: 's', yearly: true, now: NOW, documentYear: 2031, codeOf: () => '河政函' }
  const doubts = (run: Run, more: Partial<Intent>, before: Run | null = null): readonly string[] => warningsFor(run, { ...intent, ...more }, before).filter(({ kind }) => kind === 'doubt').map(({ text }) => text)
  const used = (...serials: readonly number[]): Run => ({ first: 1, slots: serials.map((serial) => slot(serial, 'used')) })

  it.each<[string, Run, Partial<Intent>, Run | null, readonly string[]]>([
    ['the next one without more', used(1, 2), { serial: 3 }, null, []],
    ['a small jump', used(1), { serial: 4, next: false }, null, ['跳过2个号，中间会留下缺号']],
    ['a jump as by a slip', used(1), { serial: 2222, next: false }, null, ['2222号比当前的号大2220，请确认是不是多写了一位：中间会留下2220个缺号']],
    ['another year', used(1), { serial: 2, year: 2030 }, null, ['2030年不是今年', '成文日期在2031年，文号是2030年']],
    ['the turn of the year', used(), { serial: 1 }, used(2, 4), ['2031年的第一个号；2030年还有2个缺号没有说明：1、3']],
    ['gaps in front', used(1, 4), { serial: 5 }, null, ['前面有2个缺号没有说明：2、3']],
    ['a reservation', { first: 1, slots: [slot(1, 'reserved', { expires: '2031-06-15', reason: '防汛' })] }, { serial: 1, next: false }, null, ['1号由林禾预留至6月15日（防汛），还没有到期；请先告诉本人']],
    ['a number of another series of the run', { first: 1, slots: [slot(1, 'held', { seriesId: 't' })] }, { serial: 1, next: false }, null, ['1号（同一流水的河政函）已由林禾占用（5月8日）']],
  ])('before a number is taken: %s', (_name, run, more, before, expected) => {
    expect(doubts(run, more, before)).toEqual(expected)
  })

  it('serials are told in spans', () => {
    expect(listed([5, 6, 8, 9, 10, 11, 20])).toBe('5、6、8–11、20')
    expect(listed([1, 3, 5, 7], 2)).toBe('1、3…')
  })
})
