/** What kind of Office file bytes are, by how they begin. */

/** A zip package (.docx, .xlsx); an old file (.doc, .xls, .wps, .et); one that a password locks; RTF; null for others. */
export type Signature = 'zip' | 'old' | 'locked' | 'rtf' | null

/** Reads the first bytes; of an old file also the names inside. */
export function signatureOf(bytes: Uint8Array): Signature {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return hasName(bytes, 'EncryptedPackage') ? 'locked' : 'old'
  return startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]) ? 'rtf' : null
}

/** True where an old file has a stream of this name: old workbooks have one called Workbook. */
export function hasName(bytes: Uint8Array, name: string): boolean {
  // Names in such files are UTF-16.
  const wanted = Uint8Array.from(Array.from(name).flatMap((char) => [char.charCodeAt(0), 0]))
  return bytes.some((byte, at) => byte === wanted[0] && wanted.every((one, index) => bytes[at + index] === one))
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
