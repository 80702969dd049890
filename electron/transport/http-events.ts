/** Events of the machine as server-sent events (WHATWG HTML, 9.2), to every page that listens. */
import type { ServerResponse } from 'node:http'
import type { ApiEvent } from '../../shared/api/events.ts'

/** A comment this often, in milliseconds, so that both ends notice a connection that is no more. */
const HEARTBEAT_MS = 15_000

/** A page that has not taken this many bytes is given up; it connects again and reads the lists anew. */
const LARGEST_BACKLOG = 8_000_000

export interface EventStreams {
  /** Turns a response into a stream of events. */
  open(response: ServerResponse): void
  send(event: ApiEvent): void
  close(): void
}

export function createEventStreams(): EventStreams {
  const streams = new Set<ServerResponse>()
  const write = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > LARGEST_BACKLOG) stream.destroy()
      else stream.write(text)
    }
  }
  const heartbeat = setInterval(() => write(': \n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      response.write(': \n\n')
      streams.add(response)
      response.once('close', () => streams.delete(response))
    },
    // JSON has no line breaks, so one data line holds it.
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const stream of streams) stream.end()
    },
  }
}
