/** The machine behind the interface: services over one library, the same for app, loopback server and terminal. */
import type { Handlers } from '../shared/api/contract.ts'
import { dispatch } from '../shared/api/dispatch.ts'
import type { ApiEvent } from '../shared/api/events.ts'
import { Refusal, type Reply } from '../shared/api/reply.ts'
import type { HostOptions } from './services/context.ts'
import { readFont, type StoredFont } from './services/fonts.ts'
import { createHandlers } from './services/handlers.ts'
import { readImage, type StoredImage } from './services/images.ts'
import { openJobs } from './services/jobs.ts'
import { openLibraryHolder } from './services/library-holder.ts'
import { parseRequest } from './services/requests.ts'

export interface Host {
  readonly handlers: Handlers
  /** One call as a transport brings it: checked, run, answered; never throws. */
  call(channel: string, request: unknown): Promise<Reply<unknown>>
  /** An image of the library by its SHA-256; null where there is none, or no library that can be read. */
  image(sha256: string): Promise<StoredImage | null>
  /** A font that `fonts.metrics` gave an address; null for any other id. */
  font(id: string): Promise<StoredFont | null>
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: ApiEvent) => void): () => void
  /** Cancels running tasks, waits for their end and closes the library. */
  close(): Promise<void>
}

/** Opens the services. A missing library is no error (`library.status` says `none`); a damaged one is refused at each call. */
export function openHost(options: HostOptions): Promise<Host> {
  const listeners = new Set<(event: ApiEvent) => void>()
  const emit = (event: ApiEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const report = options.report ?? ((error: unknown) => console.error(error))
  const library = openLibraryHolder(options.libraryFile, { emit, report, daily: options.shell.kind !== 'terminal' })
  const context = { ...options, library, emit, report }
  const jobs = openJobs(context)
  const handlers = createHandlers(context, jobs)
  const host: Host = {
    handlers,
    call: (channel, request) => dispatch(handlers, parseRequest, channel, request, report),
    image: (sha256) =>
      readImage(context, sha256).catch((error: unknown) => {
        if (!(error instanceof Refusal)) report(error)
        return null
      }),
    font: readFont,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await jobs.close()
      await library.close()
    },
  }
  return Promise.resolve(host)
}
