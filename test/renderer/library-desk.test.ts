/** The library room's desk: answers in any order, typing, pages that come into sight. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLibraryDesk, type LibraryDesk, type Later } from '../../renderer/workspaces/library/library-desk.ts'
import { rowAt } from '../../renderer/workspaces/library/library-state.ts'
import { PAGE } from '../../renderer/workspaces/library/query.ts'
import { createClient } from '../../shared/api/client.ts'
import type { Reply } from '../../shared/api/reply.ts'
import type { SearchAnswer, SearchRequest, SearchRow } from '../../shared/api/search-types.ts'

/** A machine that answers each question when it is told to; documents are named after the words and the order that found them. */
function handMachine(totalOf: (words: string) => number) {
  let waiting: { request: SearchRequest; answer: (reply: Reply<unknown>) => void }[] = []
  const asked: SearchRequest[] = []
  const call = (_channel: string, request: unknown): Promise<Reply<unknown>> =>
    new Promise((answer) => {
      // The desk asks one channel.
      asked.push(request as SearchRequest)
      waiting.push({ request: request as SearchRequest, answer })
    })
  const client = createClient({ call, subscribe: () => () => undefined, sourceOf: () => Promise.reject(new Error('no files')) })
  return {
    client,
    asked,
    waiting: () => waiting.length,
    /** Answers one of the open questions, or refuses it. */
    async answer(at = 0, refused = false): Promise<void> {
      const [one] = waiting.splice(at, 1)
      waiting = [...waiting]
      one?.answer(refused ? { ok: false, error: { code: 'busy', message: '资料库正忙' } } : { ok: true, value: answerTo(one.request, totalOf(one.request.words)) })
      await turns()
    },
  }
}

function answerTo({ words, order, offset, limit }: SearchRequest, total: number): SearchAnswer {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => rowNamed(`${words}/${order}/${offset + index}`))
  const filters = { all: total, mine: 0, waiting: 0, unprinted: 0, unpublished: 0, discarded: 0 }
  return { total, rows, facets: { states: [], genres: [], organs: [], years: [] }, filters, pending: 0, milliseconds: 1 }
}

function rowNamed(id: string): SearchRow {
  return { id, state: 'draft', genre: null, issuers: [], title: id, documentNumber: null, signatureDate: '', updatedAt: 0, drafter: '', handler: '', year: null, issue: '', hits: 0, contexts: [] }
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A clock that only moves when told to. */
function handClock() {
  let due: (() => void)[] = []
  const later: Later = (run) => {
    due.push(run)
    return () => (due = due.filter((one) => one !== run))
  }
  return { later, pass: () => due.splice(0).forEach((run) => run()) }
}

/** What the desk shows is of one question, and each row is in its place. */
function expectWhole(desk: LibraryDesk): void {
  const state = desk.state()
  const { words, foundOrder, listOrder } = state.answered
  for (const [page, rows] of state.pages) {
    for (const [index, row] of rows.entries()) expect(row.id).toBe(`${words}/${words === '' ? listOrder : foundOrder}/${page * PAGE + index}`)
  }
  const total = state.found?.total ?? 0
  expect(state.at === null || (state.at >= 0 && state.at < total)).toBe(true)
}

const LENGTHS: Readonly<Record<string, number>> = { '': 420, 防: 90, 防汛: 3, 没有: 0 }
const step = fc.oneof(
  fc.constantFrom(...Object.keys(LENGTHS)).map((words) => ({ kind: 'type' as const, words })),
  fc.constantFrom('date' as const, 'title' as const).map((order) => ({ kind: 'order' as const, order })),
  fc.constant({ kind: 'pass' as const }),
  fc.nat(9).map((at) => ({ kind: 'answer' as const, at })),
  fc.nat(9).map((at) => ({ kind: 'refuse' as const, at })),
  fc.tuple(fc.nat(430), fc.nat(120)).map(([first, more]) => ({ kind: 'see' as const, first, last: first + more })),
  fc.integer({ min: -5, max: 500 }).map((at) => ({ kind: 'choose' as const, at })),
  fc.constant({ kind: 'refresh' as const }),
)

test('whatever is typed, seen and answered in whichever order: rows are of one question, and the last question wins', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const machine = handMachine((words) => LENGTHS[words] ?? 0)
      const clock = handClock()
      const desk = createLibraryDesk(machine.client, clock.later)
      for (const one of steps) {
        if (one.kind === 'type') desk.type(one.words)
        else if (one.kind === 'order') desk.seek({ foundOrder: one.order, listOrder: one.order })
        else if (one.kind === 'pass') clock.pass()
        else if (one.kind === 'see') desk.see(one.first, one.last)
        else if (one.kind === 'choose') desk.choose(one.at)
        else if (one.kind === 'refresh') desk.refresh()
        else await machine.answer(one.at % Math.max(1, machine.waiting()), one.kind === 'refuse')
        expectWhole(desk)
      }
      clock.pass()
      desk.refresh()
      while (machine.waiting() > 0) await machine.answer(machine.waiting() - 1)
      expectWhole(desk)
      const { typed, answered, found, error, waiting } = desk.state()
      expect([answered.words, found?.total, error, waiting]).toEqual([typed, LENGTHS[typed], null, false])
    }),
  )
})

test('typing asks after a pause, once for all that was typed', async () => {
  const machine = handMachine(() => 3)
  const clock = handClock()
  const desk = createLibraryDesk(machine.client, clock.later)
  for (const text of ['防', '防汛', '防汛 ', '防汛  值班']) desk.type(text)
  expect(machine.asked).toEqual([])
  clock.pass()
  expect(machine.asked.map(({ words }) => words)).toEqual(['防汛 值班'])
  await machine.answer()
  // What an input method is still writing is shown and not looked for.
  desk.show('防汛 值班yu')
  clock.pass()
  expect([desk.state().typed, machine.asked.length]).toEqual(['防汛 值班yu', 1])
})

test('a row that was read once is not asked for again, and a page that failed is', async () => {
  const machine = handMachine(() => 200)
  const desk = createLibraryDesk(machine.client, handClock().later)
  desk.refresh()
  await machine.answer()
  desk.see(60, 110)
  desk.see(40, 110)
  expect(machine.asked.map(({ offset }) => offset)).toEqual([0, 50, 100])
  await machine.answer(0, true)
  expect(desk.state().error?.message).toBe('资料库正忙')
  await machine.answer()
  desk.see(40, 110)
  expect(machine.asked.map(({ offset }) => offset)).toEqual([0, 50, 100, 50])
  await machine.answer()
  expect(rowAt(desk.state(), 77)?.id).toBe('/updated/77')
})

test('the chosen document stays chosen when rows before it come or go, and a new search begins with its best', async () => {
  let total = 10
  const machine = handMachine(() => total)
  const desk = createLibraryDesk(machine.client, handClock().later)
  desk.refresh()
  await machine.answer()
  expect(desk.state().at).toBeNull()
  desk.choose(9)
  total = 4
  desk.refresh()
  await machine.answer()
  expect(desk.state().at).toBe(3)
  desk.seek({ words: '防汛' })
  await machine.answer()
  expect(desk.state().at).toBe(0)
  desk.seek({ words: '' })
  await machine.answer()
  expect(desk.state().at).toBeNull()
  // The index grows while one looks.
  total = 0
  desk.seek({ words: '值班' })
  await machine.answer()
  expect(desk.state().at).toBeNull()
  total = 2
  desk.refresh()
  await machine.answer()
  expect(desk.state().at).toBe(0)
})
