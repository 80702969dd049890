/** The contract over loopback HTTP, for a plain browser: calls by POST, events by a stream, files by upload. */
import type { ApiEvent } from '../../shared/api/events.ts'
import { Refusal, type Reply } from '../../shared/api/reply.ts'
import type { Source } from '../../shared/api/types.ts'
import { ConnectionLost, type ConnectedTransport, type ConnectionState } from './connection.ts'
import { readEvents } from './event-stream.ts'
import { createObservable } from './observable.ts'

export interface HttpOptions {
  /** Address that the paths are added to; "" for the page's own origin. */
  readonly base?: string
  /** Milliseconds before the nth attempt to connect again. */
  readonly retryAfter?: (attempt: number) => number
}

/** Browsers refuse `keepalive` bodies from 64 KiB on; with it a save survives the closing of the page. */
const KEEPALIVE_LIMIT = 60_000

/** Opens the transport; events are read from the first subscription on. */
export function createHttpTransport(options: HttpOptions = {}): ConnectedTransport {
  const base = options.base ?? ''
  const retryAfter = options.retryAfter ?? ((attempt) => Math.min(500 * 2 ** attempt, 5000))
  const connection = createObservable<ConnectionState>('open')
  const events = createEventSource(`${base}/api/events`, retryAfter, connection.set)

  async function send(path: string, init: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await fetch(base + path, { ...init, method: 'POST', cache: 'no-store' })
    } catch (error) {
      if (connection.get() === 'open') connection.set('lost')
      events.reconnect()
      throw new ConnectionLost(error)
    }
    if (response.status === 401) {
      connection.set('refused')
      throw new ConnectionLost()
    }
    return response
  }

  return {
    connection: { state: connection.get, subscribe: connection.subscribe },
    async call(channel, request) {
      const body = JSON.stringify(request)
      const response = await send(`/api/${channel}`, {
        body,
        headers: { 'content-type': 'application/json' },
        keepalive: body.length * 3 < KEEPALIVE_LIMIT,
      })
      return readReply(response)
    },
    subscribe: events.subscribe,
    async sourceOf(file): Promise<Source> {
      // The interface only ever passes the File objects that the page's own input or a drop gave it.
      const bytes = file as File
      const response = await send(`/upload?name=${encodeURIComponent(file.name)}`, { body: bytes })
      const reply = await readReply(response)
      if (!reply.ok) throw new Refusal(reply.error)
      const { token } = reply.value as { token: string }
      return { kind: 'upload', token, name: file.name }
    },
  }
}

async function readReply(response: Response): Promise<Reply<unknown>> {
  try {
    return (await response.json()) as Reply<unknown>
  } catch (error) {
    // A proxy's page or a cut answer: whether the call was done is not known.
    throw new ConnectionLost(error)
  }
}

interface EventSourceLike {
  readonly subscribe: (listener: (event: ApiEvent) => void) => () => void
  /** Tries at once instead of waiting for the next attempt. */
  readonly reconnect: () => void
}

/** Keeps one stream open while anyone listens, and opens it again when it breaks. */
function createEventSource(
  url: string,
  retryAfter: (attempt: number) => number,
  setState: (state: ConnectionState) => void,
): EventSourceLike {
  const listeners = new Set<(event: ApiEvent) => void>()
  let abort: AbortController | null = null
  let wake: () => void = () => undefined

  async function run(control: AbortController): Promise<void> {
    let attempt = 0
    const opened = (): void => {
      attempt = 0
      setState('open')
    }
    const received = (data: string): void => {
      const event = JSON.parse(data) as ApiEvent
      for (const listener of listeners) listener(event)
    }
    while (!control.signal.aborted) {
      const end = await readEvents(url, control.signal, opened, received)
      if (end === 'aborted') return
      setState(end)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, retryAfter(attempt))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      attempt += 1
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      if (!abort) {
        abort = new AbortController()
        void run(abort)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        abort?.abort()
        wake()
        abort = null
      }
    },
    reconnect: () => wake(),
  }
}
