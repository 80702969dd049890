/** The services of one library for one command, without a transport between. */
import { createClient, type Client } from '../../shared/api/client.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest, JobResult } from '../../shared/api/job-types.ts'
import type { Id } from '../../shared/lib/id.ts'
import { openHost, type Host } from '../host.ts'
import type { ShellPort } from '../shell-port.ts'
import type { Terminal } from './terminal.ts'

export interface Session {
  readonly libraryFile: string
  readonly client: Client
  /** Runs a task to its end. Rejects with `Refusal`. */
  run<K extends JobRequest['kind']>(request: Extract<JobRequest, { kind: K }>): Promise<Extract<JobResult, { kind: K }>>
  close(): Promise<void>
}

/** Opens the services on the library at `libraryFile` (absolute), which need not exist yet. */
export async function openSession(terminal: Terminal, libraryFile: string): Promise<Session> {
  const host = await openHost({ ...terminal, libraryFile, shell: SHELL, report: (error) => terminal.note(String(error)) })
  const client = createClient({
    call: (channel, request) => host.call(channel, request),
    subscribe: (listener) => host.subscribe(listener),
    sourceOf: () => Promise.reject(new Error('a terminal has paths')),
  })
  return {
    libraryFile,
    client,
    // A job ends with the result of its own kind.
    run: async (request) => (await runJob(host, client, request)) as never,
    close: () => host.close(),
  }
}

const SHELL: ShellPort = {
  kind: 'terminal',
  chooseTarget: () => Promise.resolve(null),
  chooseSources: () => Promise.resolve(null),
  chooseImage: () => Promise.resolve(null),
  chooseWorkbook: () => Promise.resolve(null),
  openPath: () => Promise.reject(new Refusal({ code: 'badRequest', message: '终端里不能打开文件' })),
  ready: () => undefined,
}

async function runJob(host: Host, client: Client, request: JobRequest): Promise<JobResult> {
  let id: Id | null = null
  return new Promise((resolve, reject) => {
    const stop = host.subscribe((event) => {
      if (event.kind !== 'job.done' && event.kind !== 'job.failed') return
      if (event.job !== id) return
      stop()
      if (event.kind === 'job.done') resolve(event.result)
      else reject(new Refusal(event.error))
    })
    // In one process the answer is there before the first event.
    client.call('jobs.start', request).then(
      ({ job }) => {
        id = job
      },
      (error: unknown) => {
        stop()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}
