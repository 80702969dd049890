/** The machine's end of the contract: one call in, one reply out, whatever happens. */
import type { Channel, Handlers } from './contract.ts'
import { Refusal, type Reply } from './reply.ts'

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
    return {
      ok: false,
      error: {
        code: 'internal',
        message: '程序出错，这一步没有完成',
        safe: '已保存的文稿不受影响',
        next: '请再试一次；仍然如此，请把出错时间告诉维护人员',
        details: [error instanceof Error ? error.message : String(error)],
      },
    }
  }
}
