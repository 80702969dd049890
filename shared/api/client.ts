/** The interface's end of the contract, over any transport. */
import type { Channel, RequestOf, ValueOf } from './contract.ts'
import type { ApiEvent } from './events.ts'
import { Refusal, type Reply } from './reply.ts'
import type { Source } from './types.ts'

/** What a transport must do; it knows no channel by name. */
export interface Transport {
  call(channel: string, request: unknown): Promise<Reply<unknown>>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: ApiEvent) => void): () => void
  /**
   * Turns a file that the person chose or dropped in the page (a DOM `File`) into a source: in Electron its path,
   * in a browser an upload, whose bytes travel beside the contract.
   */
  sourceOf(file: { readonly name: string }): Promise<Source>
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
