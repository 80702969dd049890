/** Text as bytes of the encodings that offices' files have: Node writes UTF-8 and UTF-16LE only, so GB18030 comes from its table. */

export const GB18030 = tableOfGb18030()

/** GB18030 turned round: the two bytes that GBK has, and the four bytes of the other characters below U+10000. */
function tableOfGb18030(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const table = new Map<string, readonly number[]>()
  const add = (...bytes: readonly number[]): void => {
    try {
      const char = decoder.decode(new Uint8Array(bytes))
      if (Array.from(char).length === 1 && !table.has(char)) table.set(char, bytes)
    } catch {
      // No character there.
    }
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(lead, trail)
  for (let one = 0x81; one <= 0x84; one++) for (let two = 0x30; two <= 0x39; two++) for (let three = 0x81; three <= 0xfe; three++) for (let four = 0x30; four <= 0x39; four++) add(one, two, three, four)
  return table
}

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

/** The bytes of a text, without a byte order mark. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'UTF-8':
      return new Uint8Array(Buffer.from(text, 'utf8'))
    case 'UTF-16LE':
      return new Uint8Array(Buffer.from(text, 'utf16le'))
    case 'UTF-16BE':
      return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
    case 'GB18030':
      return new Uint8Array(Array.from(text).flatMap((char) => [...bytesOf(char)]))
  }
}

function bytesOf(char: string): readonly number[] {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  const bytes = GB18030.get(char)
  if (!bytes) throw new Error(`not in the table: ${char}`)
  return bytes
}
