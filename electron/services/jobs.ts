/** Long tasks: started by a call, then progress and one end as events. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Handlers } from '../../shared/api/contract.ts'
import type { BookTarget } from '../../shared/api/register-types.ts'
import { internalError, Refusal, type ApiError } from '../../shared/api/reply.ts'
import type { JobRequest, JobResult } from '../../shared/api/job-types.ts'
import { assertNever } from '../../shared/lib/assert-never.ts'
import { newId, type Id } from '../../shared/lib/id.ts'
import type { ServiceContext } from './context.ts'
import { importBook } from './book-import.ts'
import { exportBook } from './book.ts'
import { exportDocument } from './export.ts'
import { printDocument } from './print.ts'
import { saveOriginal } from './original.ts'
import { rescueDocument } from './rescue.ts'
import { importSources } from './import.ts'
import { assertSources, wrongPlace } from './sources.ts'
import type { Task } from './task.ts'

type Group = Pick<Handlers, 'jobs.start' | 'jobs.cancel'>

export interface Jobs {
  readonly handlers: Group
  /** Cancels what is running and waits until nothing is. */
  close(): Promise<void>
}

/** The jobs of one host. */
export function openJobs(context: ServiceContext): Jobs {
  const running = new Map<Id, { readonly control: AbortController; readonly end: Promise<void> }>()

  async function run(job: Id, request: JobRequest, { signal }: AbortController): Promise<void> {
    const task: Task = {
      progress: (done, total, note) => context.emit({ kind: 'job.progress', job, done, total, note }),
      async cancelled() {
        await nextTurn()
        return signal.aborted
      },
    }
    try {
      // The answer with the job's id goes out before its first event.
      await nextTurn()
      const result = await perform(context, request, task)
      context.emit({ kind: 'job.done', job, result })
    } catch (error) {
      context.emit({ kind: 'job.failed', job, error: toApiError(error, context.report) })
    } finally {
      running.delete(job)
    }
  }

  return {
    handlers: {
      'jobs.start': (request) => {
        // Without a library there is nothing else to do; it is refused at once, not by an event.
        if (request.kind !== 'rescue') context.library.store()
        assertPlaces(context, request)
        const job = newId()
        const control = new AbortController()
        running.set(job, { control, end: run(job, request, control) })
        return { job }
      },
      'jobs.cancel': ({ job }) => {
        const found = running.get(job)
        if (!found) throw new Refusal({ code: 'notFound', message: '这项任务已经结束', next: '不必再取消' })
        found.control.abort()
        return {}
      },
    },
    async close() {
      const jobs = [...running.values()]
      for (const { control } of jobs) control.abort()
      await Promise.all(jobs.map(({ end }) => end))
    },
  }
}

function perform(context: ServiceContext, request: JobRequest, task: Task): Promise<JobResult> {
  switch (request.kind) {
    case 'export':
      return exportDocument(context, request, task)
    case 'print':
      return printDocument(context, request, task)
    case 'original':
      return saveOriginal(context, request, task)
    case 'rescue':
      return rescueDocument(context, request, task)
    case 'import':
      return importSources(context, request, task)
    case 'book':
      return exportBook(context, request, task)
    case 'bookImport':
      return importBook(context, request, task)
    default:
      return assertNever(request)
  }
}

/** A page in a browser sends and fetches its files; it has no business with paths of this machine. */
function assertPlaces({ shell }: ServiceContext, request: JobRequest): void {
  if (request.kind === 'import') assertSources(shell, request.sources)
  else if (request.kind === 'bookImport') assertSources(shell, [request.source])
  else assertTarget(shell, request.kind === 'print' ? { kind: 'show' } : request.target)
}

function assertTarget(shell: ServiceContext['shell'], target: BookTarget): void {
  // Only who has eyes can see a PDF.
  if (target.kind === 'show' ? shell.kind === 'terminal' : (shell.kind === 'browser') !== (target.kind === 'download')) throw wrongPlace()
}

function toApiError(error: unknown, report: (error: unknown) => void): ApiError {
  if (error instanceof Refusal) return error.error
  report(error)
  return internalError(error)
}
