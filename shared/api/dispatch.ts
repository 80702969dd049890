/** The machine's end of the contract: one call in, one reply out, whatever happens. */
import type { Channel, Handlers } from './contract.ts'
import { internalError, Refusal, type Reply } from './reply.ts'

/**
 * Runs one call. Requests are checked by `parse` at this door; unknown channels and faults of the program
 * become error replies too, so that no transport ever has to carry an exception. `report` receives such faults.
 */
export async function dispatch(
  handlers: Handlers,
  parse: (channel: string, request: unknown) => { channel: Channel; request: unknown },
  channel: string,
  request: unknown,
  report: (error: unknown) => void,
): Promise<Reply<unknown>> {
  try {
    const checked = parse(channel, request)
    // `parse` has checked the request against the channel's own schema.
    const handler = handlers[checked.channel] as (request: unknown) => unknown
    return { ok: true, value: await handler(checked.request) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error }
    report(error)
    return { ok: false, error: internalError(error) }
  }
}
