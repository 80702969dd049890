import { writeSync } from 'node:fs'

/** How long to wait for a reader that is slower than the writer, in milliseconds. */
const WAIT_MS = 5

/**
 * Writes all of it before it returns, unlike a stream, which may keep some for later: whoever is killed after this has said it. Ends the
 * program where nobody reads any more (`| head`).
 */
export function writeNow(descriptor: number, text: string): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') process.exit(1)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
  }
}
