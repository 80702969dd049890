/** Main's end of the service process: forwards calls, keeps what is under way, and starts it anew when it breaks. */
import type { ApiEvent } from '../shared/api/events.ts'
import { Refusal, type Reply } from '../shared/api/reply.ts'
import type { ServedFile, ServedFiles } from './transport/blob-answer.ts'
import { SERVICE_LOST, type FromService, type ShellAsk, type ToService } from './transport/messages.ts'

/** As much of Electron's UtilityProcess as is needed. */
export interface ServiceChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

export interface ServiceLinkOptions {
  readonly start: () => ServiceChild
  readonly event: (event: ApiEvent) => void
  /** Answers what only the shell can do; throws `Refusal` for expected refusals. */
  readonly ask: (ask: ShellAsk) => Promise<unknown>
  readonly pageReady: () => void
  /** The process broke a second time and is not started again. */
  readonly gaveUp: () => void
}

export interface ServiceLink extends ServedFiles {
  /** One call as the page made it; never rejects. */
  call(channel: string, request: unknown): Promise<Reply<unknown>>
  /** Bytes on their way to a call; replied to with `{token}`. Never rejects. */
  upload(name: string, bytes: Uint8Array): Promise<Reply<unknown>>
  /** Closes the library and ends the process; kills it when that takes longer than `limitMs`. */
  close(limitMs: number): Promise<void>
}

/** How often a broken service process is started again in one run of the program. */
const RESTARTS = 1

/** Starts the service process. Calls and tasks that are under way when it breaks end with `internal`. */
export function openServiceLink(options: ServiceLinkOptions): ServiceLink {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  // Tasks that have begun and not ended: after a break nobody else would tell the page of their end.
  const tasks = new Set<string>()
  let calls = 0
  let restarts = 0
  let closed: (() => void) | null = null
  let child: ServiceChild | null = null

  const receive = (message: FromService): void => {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply)
        waiting.delete(message.id)
        return
      case 'event':
        follow(tasks, message.event)
        options.event(message.event)
        return
      case 'ask':
        void answer(options.ask(message.ask)).then((reply) => send({ kind: 'answer', id: message.id, answer: reply }))
        return
      case 'pageReady':
        options.pageReady()
    }
  }
  const send = (message: ToService): void => child?.postMessage(message)
  const ended = (): void => {
    child = null
    for (const resolve of waiting.values()) resolve({ ok: false, error: SERVICE_LOST })
    waiting.clear()
    for (const job of tasks) options.event({ kind: 'job.failed', job, error: SERVICE_LOST })
    tasks.clear()
    if (closed) closed()
    else if (restarts >= RESTARTS) options.gaveUp()
    else {
      restarts += 1
      start()
    }
  }
  const start = (): void => {
    child = options.start()
    child.on('message', (message) => receive(message as FromService))
    child.on('exit', ended)
  }
  start()
  const replied = (message: (id: number) => ToService): Promise<Reply<unknown>> => {
    if (!child) return Promise.resolve({ ok: false, error: SERVICE_LOST })
    calls += 1
    const id = calls
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      send(message(id))
    })
  }
  const file = async (what: 'image' | 'font', name: string): Promise<ServedFile | null> => {
    const reply = await replied((id) => ({ kind: 'file', id, what, name }))
    // The services answer with the file or null; both ends are built together.
    return reply.ok ? (reply.value as ServedFile | null) : null
  }
  return {
    call: (channel, request) => replied((id) => ({ kind: 'call', id, channel, request })),
    upload: (name, bytes) => replied((id) => ({ kind: 'upload', id, name, bytes })),
    image: (sha256) => file('image', sha256),
    font: (id) => file('font', id),
    close: (limitMs) =>
      new Promise((resolve) => {
        const limit = setTimeout(() => child?.kill(), limitMs)
        closed = () => {
          clearTimeout(limit)
          resolve()
        }
        if (child) send({ kind: 'close' })
        else closed()
      }),
  }
}

function follow(tasks: Set<string>, event: ApiEvent): void {
  if (event.kind === 'job.progress') tasks.add(event.job)
  else if (event.kind === 'job.done' || event.kind === 'job.failed') tasks.delete(event.job)
}

/** Runs one ask; a refusal and a fault both become a reply that the service can hand on. */
async function answer(work: Promise<unknown>): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    const details = [error instanceof Error ? error.message : String(error)]
    return { ok: false, error: { code: 'internal', message: '这一步没有完成', next: '请再试一次', details } }
  }
}
