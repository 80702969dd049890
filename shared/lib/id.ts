/**
 * Identifiers are UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits,
 * so that ids sort by time and the libraries of two desks can be merged without collisions.
 */
export type Id = string

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A new UUIDv7. `now` is Unix milliseconds; two calls in one millisecond differ in their random bits. */
export function newId(now: number = Date.now()): Id {
  const bytes = new Uint8Array(16)
  crypto.getRandomValues(bytes)
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => HEX[byte] ?? '').join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
