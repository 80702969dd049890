import type { ApiEvent } from '../../shared/api/events.ts'
import type { HostOptions } from '../host.ts'
import type { LibraryHolder } from './library-holder.ts'

/** What every group of handlers works with. */
export interface ServiceContext extends HostOptions {
  readonly library: LibraryHolder
  readonly emit: (event: ApiEvent) => void
  readonly report: (error: unknown) => void
}
