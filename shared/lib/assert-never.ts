/** Closes a switch over a union: a new member that no case handles fails to compile here. Throws if reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
