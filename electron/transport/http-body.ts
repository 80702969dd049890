/** Bodies of requests and answers of the loopback server. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from '../../shared/api/reply.ts'

/** One whole answer. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** On every answer: nothing is kept, guessed or lent to other pages. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/**
 * The whole body, or null where it is larger than `limit` bytes. It is read to its end even then: an answer that comes
 * before the end of an upload reaches no browser.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Without a type in Node; its chunks are buffers as long as no encoding is set.
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > limit ? null : Buffer.concat(chunks)
}

/** A reply of the contract. */
export function json(status: number, reply: Reply<unknown>): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(reply) }
}

/** A line for a person who opened the address by hand. */
export function text(status: number, line: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${line}\n` }
}

/** Sends an answer; its headers come on top of those that every answer has. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...HEADERS, ...headers }).end(body)
}
