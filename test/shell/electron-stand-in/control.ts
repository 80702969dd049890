/**
 * The test's hand on the stand-in: requests come over the process's own IPC channel, marked `standIn`, beside the
 * program's own messages to its launcher.
 */
import type { EventEmitter } from 'node:events'

type Operation = (argument: never) => unknown

const operations = new Map<string, Operation>()

/** Lets the test do something: a person's act, or a look at what the program has done. */
export function operation(name: string, run: Operation): void {
  operations.set(name, run)
}

/** Tells the test what happened. */
export function push(kind: string, value: unknown): void {
  process.send?.({ standInPush: kind, value })
}

/** Emits an event as Electron does; true when a listener has prevented what goes with it. */
export function emitPreventable(emitter: EventEmitter, name: string, detail: object = {}): boolean {
  const event = { prevented: false, preventDefault: () => void (event.prevented = true), ...detail }
  emitter.emit(name, event)
  return event.prevented
}

process.on('message', (message: { standIn?: number; name?: string; argument?: unknown }) => {
  const { standIn, name = '', argument } = message
  if (standIn === undefined) return
  void perform(name, argument).then(
    (value) => process.send?.({ standIn, value }),
    (error: unknown) => process.send?.({ standIn, error: error instanceof Error ? error.message : String(error) }),
  )
})

async function perform(name: string, argument: unknown): Promise<unknown> {
  const run = operations.get(name)
  if (!run) throw new Error(`the stand-in knows no ${name}`)
  return (await run(argument as never)) ?? null
}
