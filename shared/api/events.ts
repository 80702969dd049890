/** What the machine tells the interface unasked. */
import type { Id } from '../lib/id.ts'
import type { ApiError } from './reply.ts'
import type { JobResult } from './job-types.ts'

export type ApiEvent =
  | { readonly kind: 'job.progress'; readonly job: Id; readonly done: number; readonly total: number; readonly note: string }
  | { readonly kind: 'job.done'; readonly job: Id; readonly result: JobResult }
  | { readonly kind: 'job.failed'; readonly job: Id; readonly error: ApiError }
  | { readonly kind: 'draft.changed'; readonly id: Id; readonly revision: number }
  /** Documents came, went or changed state; `origin` "elsewhere" when another process wrote to the library. */
  | { readonly kind: 'documents.changed'; readonly origin: 'here' | 'elsewhere' }
  | { readonly kind: 'register.changed' }
  /** The library was replaced by a backup: everything is to be read anew. */
  | { readonly kind: 'library.replaced' }
  /** A backup was made, or the day's backup could not be. */
  | { readonly kind: 'backups.changed' }
  /** The office's own families were set: pages are to be laid out anew. */
  | { readonly kind: 'fonts.changed' }
  /** A menu item was chosen or the window is about to close: the id of a command of the interface. */
  | { readonly kind: 'shell.command'; readonly command: string }
