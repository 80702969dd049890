/** A long task of the machine under its dialog (`JobDialog`). */
import { useCallback, useState } from 'react'
import type { JobRequest, JobResult } from '../../shared/api/job-types.ts'
import { useMachine } from '../api/client-context.tsx'
import { startJob } from '../api/job.ts'
import type { JobDialogProps } from './job-dialog.tsx'

export interface TaskRunner {
  /** What the dialog shows; null while nothing runs. */
  readonly running: JobDialogProps | null
  /** Rejects with `Refusal` when the task failed or was cancelled. */
  readonly run: (title: string, request: JobRequest) => Promise<JobResult>
}

/** One task at a time. */
export function useTask(): TaskRunner {
  const { client } = useMachine()
  const [running, setRunning] = useState<JobDialogProps | null>(null)
  const run = useCallback<TaskRunner['run']>(
    (title, request) => {
      const job = startJob(client, request, (progress) => setRunning((now) => now && { ...now, progress }))
      const cancel = (): void => {
        job.cancel()
        setRunning(null)
      }
      setRunning({ title, progress: null, cancel })
      return job.result.finally(() => setRunning(null))
    },
    [client],
  )
  return { running, run }
}
