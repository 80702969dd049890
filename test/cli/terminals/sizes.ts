export interface TerminalSize {
  /** Terminals that take numbers at once, and how many each; some are killed. So many rounds, each in a library of its own. */
  readonly terminals: number
  readonly numbers: number
  readonly rounds: number
  /** How many of the terminals are killed. */
  readonly kills: number
  /** Terminals that each give one command after another, each for one number. */
  readonly single: { readonly terminals: number; readonly commands: number }
}

/** `ci`: with `npm test`. `full`: `npm run terminals -- full`. */
export const SIZES = {
  ci: { terminals: 8, numbers: 25, rounds: 2, kills: 3, single: { terminals: 4, commands: 2 } },
  full: { terminals: 8, numbers: 200, rounds: 20, kills: 3, single: { terminals: 4, commands: 15 } },
} satisfies Record<string, TerminalSize>
