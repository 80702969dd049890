/** Reads from a browser's trace how long scripts ran, and how long each key took to its frame. */
import { z } from 'zod'

const events = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.object({ data: z.object({ type: z.unknown(), timeStamp: z.unknown(), duration: z.unknown(), commitFinishTime: z.unknown() }).partial().optional() }).loose(),
    }),
  ),
})

type TraceEvent = z.infer<typeof events>['traceEvents'][number]

/** What is recorded: events of the page's main thread, and its scripts. */
export const CATEGORIES = ['devtools.timeline', 'v8']

/** One key, from the moment the system had it, in milliseconds. */
export interface KeyTime {
  /** To the frame with its effect on the screen, as far as a browser without one knows. */
  readonly shown: number
  /** To the end of the page's own work on that frame. */
  readonly committed: number
  /** Of that, what the processor did for the page: all that is left of it when other programs are busy, too. */
  readonly busy: number
}

export interface Recorded {
  /** Milliseconds of the processor for scripts, with all that they did later; layout that they forced is not theirs. */
  readonly script: number
  /** In the order in which they were pressed. */
  readonly keys: readonly KeyTime[]
}

/** Reads a trace in which keys were pressed on one page only. */
export function readTrace(json: string): Recorded {
  const { traceEvents } = events.parse(JSON.parse(json))
  const pressed = traceEvents.filter(({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && args.data?.type === 'keydown')
  const [first] = pressed
  if (!first) throw new Error('no key in the trace')
  const own = traceEvents.filter(({ ph, pid, tid, dur }) => ph === 'X' && pid === first.pid && tid === first.tid && dur !== undefined)
  const sorted = own.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const work = outermost(sorted)
  return { script: scriptTime(sorted), keys: pressed.sort((a, b) => a.ts - b.ts).map((key) => keyTime(key, work)) }
}

function keyTime({ ts, args }: TraceEvent, work: readonly TraceEvent[]): KeyTime {
  const { timeStamp, duration, commitFinishTime } = args.data ?? {}
  // A key without a frame of its own has no commit.
  const committed = commitFinishTime === undefined ? Number(duration) : Number(commitFinishTime) - Number(timeStamp)
  const own = work.filter((span) => span.ts >= ts && span.ts < ts + committed * 1000)
  return { shown: Number(duration), committed, busy: own.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000 }
}

/** Spans that lie in no other. */
function outermost(sorted: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false
    end = ts + dur
    return true
  })
}

/** The outermost spans of script, without the outermost spans of layout within them. */
function scriptTime(sorted: readonly TraceEvent[]): number {
  let microseconds = 0
  let scriptEnd = 0
  let layoutEnd = 0
  for (const { name, ts, dur = 0, tdur = dur } of sorted) {
    if (SCRIPT.has(name) && ts >= scriptEnd) {
      microseconds += tdur
      scriptEnd = ts + dur
    }
    if (LAYOUT.has(name) && ts < scriptEnd && ts >= layoutEnd) {
      microseconds -= tdur
      layoutEnd = ts + dur
    }
  }
  return microseconds / 1000
}

/** Microtasks that end a call run within its span; those that nothing called have their own. */
const SCRIPT: ReadonlySet<string> = new Set(['v8.callFunction', 'FunctionCall', 'RunMicrotasks', 'EvaluateScript'])
const LAYOUT: ReadonlySet<string> = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'HitTest'])
