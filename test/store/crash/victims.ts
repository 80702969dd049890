/** Processes that are killed at a moment that nobody chose, and what they had said to be done by then. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { z } from 'zod'

/** A line of a child: an operation that is done. */
const line = z.union([
  z.object({ saved: z.string(), n: z.number() }),
  z.object({ allocated: z.string(), number: z.number(), printed: z.string() }),
  z.object({ backup: z.string(), documents: z.number(), numbers: z.number() }),
  z.object({ opened: z.literal(true) }),
  z.object({ drafted: z.string(), n: z.number() }),
  z.object({ restored: z.string() }),
  z.object({ damaged: z.literal(true) }),
])
export type Done = z.infer<typeof line>

export interface Victim {
  readonly role: 'save' | 'allocate' | 'backup' | 'migrate' | 'restore' | 'replace'
  readonly library: string
  readonly more?: readonly string[]
  /** Killed at any moment up to so many milliseconds after it is ready. */
  readonly within: number
}

/** Starts it, kills it, and tells all that it said was done. Rejects when it ended by itself: nothing that it does may fail. */
export function killed({ role, library, more = [], within }: Victim): Promise<readonly Done[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), role, library, ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Done[] = []
    let errors = ''
    let timer: NodeJS.Timeout | undefined
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text === 'ready') timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * within)
      else said.push(line.parse(JSON.parse(text)))
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`${role} ended by itself (${String(code)}): ${errors}`))
    })
  })
}
