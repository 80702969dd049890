/** Takes the chosen number by the call that its way needs. */
import type { Client } from '../../../shared/api/client.ts'
import type { Allocation } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import type { WayId } from './ways.ts'

export interface Taking {
  readonly seriesId: Id
  readonly year: number
  readonly way: WayId
  readonly serial: number
  readonly documentId: Id | undefined
  /** The document has another number already. */
  readonly corrects: boolean
  /** "" where none is asked. */
  readonly reason: string
  /** What becomes of the number that is corrected. */
  readonly old: 'void' | 'free'
}

/** Refused: as register.allocate, register.bind and register.correct are. */
export function takeNumber(client: Client, { seriesId, year, way, serial, documentId, corrects, reason, old }: Taking): Promise<Allocation> {
  if (way === 'held' && documentId !== undefined) return client.call('register.bind', { seriesId, year, serial, documentId })
  // The next number is named as the one that was shown; any other is asked for on purpose.
  const which = way === 'next' ? { expected: serial } : { serial }
  if (corrects && documentId !== undefined) return client.call('register.correct', { seriesId, year, documentId, ...which, reason, old })
  return client.call('register.allocate', { seriesId, year, ...which, ...(documentId === undefined ? {} : { documentId }), ...(reason === '' ? {} : { reason }) })
}
