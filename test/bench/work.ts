/** The fixed piece of work that all times are held against, so that a report from another machine can be read. */
import { createHash } from 'node:crypto'

/** Milliseconds of one piece: JSON written and read, then its bytes hashed; one thread, nothing of the project in it. */
export function fixedWork(): number {
  const began = performance.now()
  let hash = ''
  for (let round = 0; round < 12; round += 1) {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ id: at, name: `第${at}行`, value: (at * 7919) % 1009, last: hash }))
    const text = JSON.stringify(rows)
    const back = JSON.parse(text) as readonly object[]
    hash = createHash('sha256').update(`${text}${back.length}`).digest('hex')
  }
  return performance.now() - began
}

/** The middle one (the lower of two). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('no values')
  return middle
}
