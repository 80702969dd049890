import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { openServiceLink, type ServiceChild, type ServiceLinkOptions } from '../../electron/service-link.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import { Refusal } from '../../shared/api/reply.ts'

/** A service process in the test's hands: what it is sent is listed, what it answers is said by the test. */
class Child extends EventEmitter implements ServiceChild {
  readonly sent: unknown[] = []
  killed = false
  postMessage(message: unknown): void {
    this.sent.push(message)
  }
  kill(): boolean {
    this.killed = true
    return this.emit('exit', 137)
  }
}

function open(more: Partial<ServiceLinkOptions> = {}) {
  const children: Child[] = []
  const lost: string[] = []
  const link = openServiceLink({
    start() {
      const child = new Child()
      children.push(child)
      return child
    },
    event: () => undefined,
    ask: () => Promise.resolve(null),
    pageReady: () => undefined,
    gaveUp: () => lost.push('gave up'),
    ...more,
  })
  return { link, children, lost }
}

test('replies find their calls in any order', async () => {
  const { link, children } = open()
  const [first, second] = [link.call('a', 1), link.call('b', 2)]
  children[0]?.emit('message', { kind: 'reply', id: 2, reply: { ok: true, value: 'second' } })
  children[0]?.emit('message', { kind: 'reply', id: 1, reply: { ok: true, value: 'first' } })
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ])
})

test('a break answers what was under way, starts the services once more, and then gives up', async () => {
  const { link, children, lost } = open()
  const underWay = link.call('a', 1)
  children[0]?.emit('exit', 1)
  expect(await underWay).toMatchObject({ ok: false, error: { code: 'internal' } })
  const again = link.call('a', 1)
  expect(children[1]?.sent).toHaveLength(1)
  expect(lost).toEqual([])
  children[1]?.emit('exit', 1)
  expect(await again).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(lost).toEqual(['gave up'])
  expect(await link.call('a', 1)).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(children).toHaveLength(2)
})

test('a task that a break cuts off is told as failed, one that has ended is not', () => {
  const events: ApiEvent[] = []
  const { children } = open({ event: (event) => void events.push(event) })
  const tell = (event: ApiEvent): unknown => children[0]?.emit('message', { kind: 'event', event })
  for (const job of ['ended', 'cut off']) tell({ kind: 'job.progress', job, done: 0, total: 3, note: '' })
  tell({ kind: 'job.done', job: 'ended', result: { kind: 'import', files: [] } })
  events.length = 0
  children[0]?.emit('exit', 1)
  expect(events).toMatchObject([{ kind: 'job.failed', job: 'cut off', error: { code: 'internal' } }])
  children[1]?.emit('exit', 1)
  expect(events).toHaveLength(1)
})

test.each([
  ['a refusal', new Refusal({ code: 'fileMissing', message: '文件不在了' }), { code: 'fileMissing', message: '文件不在了' }],
  ['a fault', new Error('disk'), { code: 'internal', details: ['disk'] }],
])('an ask that ends in %s is answered with an error', async (_name, error, expected) => {
  const { children } = open({ ask: () => Promise.reject(error) })
  const [child] = children
  const answered = new Promise((resolve) => {
    child!.postMessage = resolve
  })
  child!.emit('message', { kind: 'ask', id: 5, ask: { kind: 'chooseSources' } })
  expect(await answered).toMatchObject({ kind: 'answer', id: 5, answer: { ok: false, error: expected } })
})

test('closing asks first and kills after the limit', async () => {
  const { link, children } = open()
  const closed = link.close(50)
  expect(children[0]?.sent).toEqual([{ kind: 'close' }])
  await closed
  expect(children[0]?.killed).toBe(true)
  expect(children).toHaveLength(1)
})
