/** What a command of the terminal is. */
import type { Session } from './session.ts'
import type { Terminal } from './terminal.ts'

/** All flags of all commands, as `parseArgs` wants them. A flag means the same wherever it stands. */
export const FLAGS = {
  library: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
  signer: { type: 'string' },
  series: { type: 'string' },
  year: { type: 'string' },
  'new-series': { type: 'boolean' },
  document: { type: 'string' },
  reason: { type: 'string' },
  title: { type: 'string' },
  number: { type: 'string' },
  count: { type: 'string' },
  until: { type: 'string' },
  free: { type: 'boolean' },
  layout: { type: 'string' },
  format: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const

export type FlagName = keyof typeof FLAGS
export type Flags = { readonly [F in FlagName]?: ((typeof FLAGS)[F]['type'] extends 'string' ? string : boolean) | undefined }

export interface Call {
  readonly terminal: Terminal
  /** What stands after the command. */
  readonly words: readonly string[]
  readonly flags: Flags
  /** Absolute path: the library that was named, or the person's own. */
  readonly libraryFile: string
  /** Opens the services on a library; closed when the command has ended. */
  readonly open: (libraryFile: string) => Promise<Session>
}

export interface Command {
  /** One word, or two where several commands are of one kind: number allocate. */
  readonly name: string
  /** The words and flags after the name, for the help. */
  readonly usage: string
  readonly does: string
  readonly flags: readonly FlagName[]
  /** How many words it takes. */
  readonly words: readonly [least: number, most: number]
  /** True when all of it was done. Throws `Refusal`. */
  run(call: Call): Promise<boolean>
}
