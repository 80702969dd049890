/** A long task as its work sees it. */
import { Refusal } from '../../shared/api/reply.ts'

/** What a running task knows of its job. */
export interface Task {
  progress(done: number, total: number, note: string): void
  /** Lets waiting calls in; then true when the person has cancelled. A task looks here before each step that changes something. */
  cancelled(): Promise<boolean>
}

/** The refusal of a task that the person has cancelled. `what` says what did not happen. */
export function cancelledRefusal(what: string): Refusal {
  return new Refusal({ code: 'cancelled', message: `已取消，${what}`, safe: '没有改动' })
}
