/** What comes back from a call: a value, or an error that a person can act on. */

/** The closed list of refusals. Each has a Chinese message made where it happens; the code is what programs and tests look at. */
export const ERROR_CODES = [
  'badRequest', // the request is not what the channel takes
  'notFound', // no such document, series, template, job
  'noLibrary', // no library is open
  'libraryExists', // a library is there already
  'libraryDamaged', // the file is no library or fails its integrity check
  'libraryNewer', // made by a newer version of the program
  'readOnly', // the folder or file cannot be written
  'diskFull',
  'busy', // another program holds the library or the target file
  'stale', // the draft was saved elsewhere since it was read
  'locked', // the document is signed, numbered or issued and cannot be changed
  'notReady', // a part is missing; details list them
  'wrongState', // the step is not possible in the document's state
  'unknownSeries',
  'numberTaken',
  'notText', // a file that is no text file
  'fileMissing',
  'tooLarge',
  'exportFailed', // the written file did not pass its own checks
  'cancelled',
  'internal', // a fault of the program
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * A refusal. `message` says what did not happen and why; `safe` what is untouched; `next` what to do.
 * `details` are the single faults (missing parts, a path). All in Chinese, for the person in front of it.
 */
export interface ApiError {
  readonly code: ErrorCode
  readonly message: string
  readonly safe?: string
  readonly next?: string
  readonly details?: readonly string[]
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError }

/** The error for a fault of the program itself, which nobody expected. */
export function internalError(fault: unknown): ApiError {
  return {
    code: 'internal',
    message: '程序出错，这一步没有完成',
    safe: '已保存的文稿不受影响',
    next: '请再试一次；仍然如此，请把出错时间告诉维护人员',
    details: [fault instanceof Error ? fault.message : String(fault)],
  }
}

/** An expected refusal on its way to the person; the transports turn it into a reply and back. */
export class Refusal extends Error {
  readonly error: ApiError
  constructor(error: ApiError, cause?: unknown) {
    super(error.message, cause === undefined ? undefined : { cause })
    this.name = 'Refusal'
    this.error = error
  }
}
