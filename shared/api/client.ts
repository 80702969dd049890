/** The interface's end of the contract, over any transport. */
import type { Channel, RequestOf, ValueOf } from './contract.ts'
import type { ApiEvent } from './events.ts'
import { Refusal, type Reply } from './reply.ts'

/** What a transport must do; it knows no channel by name. `upload` sends one file in a browser and returns its token. */
export interface Transport {
  call(channel: string, request: unknown): Promise<Reply<unknown>>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: ApiEvent) => void): () => void
  /** Sends a file's bytes beside the contract; only where the page and the machine are not one program. */
  upload?(name: string, bytes: Blob): Promise<string>
  /** Absent in Electron; the path of a file that was dropped on the window. */
  pathOf?(file: unknown): string
}

/** Typed calls: resolves with the value, rejects with `Refusal`. */
export interface Client {
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>>
  readonly transport: Transport
}

/** Binds the contract to a transport. */
export function createClient(transport: Transport): Client {
  return {
    transport,
    async call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ValueOf<C>> {
      const reply = await transport.call(channel, request)
      if (!reply.ok) throw new Refusal(reply.error)
      // The machine's handlers are total over the same contract, so the value has the channel's type.
      return reply.value as ValueOf<C>
    },
  }
}
