import type { ApiEvent } from '../../shared/api/events.ts'
import type { ShellPort } from '../shell-port.ts'
import type { LibraryHolder } from './library-holder.ts'

/** What a program starts the services with. */
export interface HostOptions {
  /** Absolute path of the SQLite file; need not exist yet (first start). */
  readonly libraryFile: string
  readonly shell: ShellPort
  /** The folder that holds `templates/`. */
  readonly resources: string
  /** Program version, as shown to the person. */
  readonly version: string
  /** Faults of the program, for the log; expected refusals do not come here. */
  readonly report?: (error: unknown) => void
}

/** What every group of handlers works with. */
export interface ServiceContext extends HostOptions {
  readonly library: LibraryHolder
  readonly emit: (event: ApiEvent) => void
  readonly report: (error: unknown) => void
}
