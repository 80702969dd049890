/** Whether the machine can be reached. In Electron always; over HTTP the service may stop or be started anew. */
import { internalError, Refusal, type ApiError } from '../../shared/api/reply.ts'
import type { Transport } from '../../shared/api/client.ts'

/** `refused`: the service runs but does not know this page's token, so only a new address helps. */
export type ConnectionState = 'open' | 'lost' | 'refused'

export interface Connection {
  readonly state: () => ConnectionState
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void
}

/** A transport that can say whether it is connected. */
export interface ConnectedTransport extends Transport {
  readonly connection: Connection
}

/** A call did not reach the machine, or its answer did not come back: the caller does not know whether it was done. */
export class ConnectionLost extends Error {
  constructor(cause?: unknown) {
    super('与本机服务的连接断了', { cause })
    this.name = 'ConnectionLost'
  }
}

/** A connection that is always open: Electron's message port lives as long as the window. */
export const ALWAYS_OPEN: Connection = {
  state: () => 'open',
  subscribe: () => () => undefined,
}

/** Anything caught, as an error that a person can act on. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof Refusal) return error.error
  if (error instanceof ConnectionLost) {
    return {
      code: 'internal',
      message: '与本机服务的连接断了',
      safe: '已输入的内容还在这个窗口里',
      next: '正在自动重连，连上后会接着存',
    }
  }
  return internalError(error)
}
