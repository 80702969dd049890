/** Leaving keys out. */

/** The object without some of its keys. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  // All other keys are there with their values.
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.some((one) => one === key))) as Omit<T, K>
}
