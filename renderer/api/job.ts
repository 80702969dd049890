/** Running a long task of the machine: start, progress, end, cancel. */
import type { Client } from '../../shared/api/client.ts'
import type { ApiEvent } from '../../shared/api/events.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest, JobResult } from '../../shared/api/job-types.ts'

export interface Progress {
  readonly done: number
  readonly total: number
  readonly note: string
}

export interface RunningJob {
  /** Rejects with `Refusal` when the task failed or was cancelled. */
  readonly result: Promise<JobResult>
  cancel(): void
}

/** Starts a task. Events that come before the answer with the task's id are kept, so that a quick task's end is not missed. */
export function startJob(client: Client, request: JobRequest, onProgress: (progress: Progress) => void): RunningJob {
  let id: string | null = null
  let cancelled = false
  const early: ApiEvent[] = []
  let settle: (event: ApiEvent) => void = () => undefined
  const ended = new Promise<JobResult>((resolve, reject) => {
    settle = (event) => {
      if (!('job' in event) || event.job !== id) return
      if (event.kind === 'job.progress') onProgress(event)
      else if (event.kind === 'job.done') resolve(event.result)
      else reject(new Refusal(event.error))
    }
  })
  const stop = client.transport.subscribe((event) => (id === null ? early.push(event) : settle(event)))
  const cancel = (): void => {
    cancelled = true
    if (id !== null) void client.call('jobs.cancel', { job: id }).catch(() => undefined)
  }
  const result = client
    .call('jobs.start', request)
    .then(({ job }) => {
      id = job
      early.splice(0).forEach(settle)
      if (cancelled) cancel()
      return ended
    })
    .finally(stop)
  return { result, cancel }
}
