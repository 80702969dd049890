/** The terminal as a command sees it: results on one stream, everything said about them on the other. */
import type { ApiError } from '../../shared/api/reply.ts'

export interface Terminal {
  /** One line of results, on stdout. */
  result(line: string): void
  /** One line of results that is out when this returns: what is done next may be the last thing. */
  committed(line: string): void
  /** One line for the person, on stderr. */
  note(line: string): void
  /** Folder that relative paths are looked up from (absolute). */
  readonly folder: string
  /** Folder that holds `templates/`. */
  readonly resources: string
  readonly version: string
}

/** A refusal as lines for the person: what happened, what is safe, what to do, then the single faults. */
export function refusalLines({ message, safe, next, details = [] }: ApiError): readonly string[] {
  const first = [message, safe, next].filter((part) => part !== undefined && part !== '').join('。')
  return [first, ...details.filter((detail) => !first.includes(detail)).map((detail) => `  · ${detail}`)]
}
