/** Text files from outside: which encoding they have, and what they say. Nothing is guessed silently into mojibake. */
import { Refusal } from '../../shared/api/reply.ts'
import { hasControls, plausibility } from './plausible.ts'

/** As it is told to the person. */
export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
}

/** Largest file that is decoded, in bytes. */
export const LARGEST_TEXT = 20_000_000

/** Below this the best reading is no text. Wrong readings of Chinese text and random bytes reach about 0.5. */
const LEAST = 0.6
/** Bytes that happen to be correct UTF-8 are seldom anything else, whatever language they hold. */
const UTF8_FLOOR = 0.9

/** In the order in which equal evidence decides. */
const ENCODINGS: readonly TextEncodingName[] = ['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE']

const BYTE_ORDER_MARKS: readonly (readonly [TextEncodingName, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
  ['GB18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Files that people pick by mistake, by their first bytes. */
const OTHER_FILES: readonly (readonly [string, readonly number[]])[] = [
  ['Word、WPS 或压缩文件', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Word 或 WPS 文件', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['RTF 文件', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/**
 * The text of a file, with line ends as "\n" and without byte order mark, and the encoding it was read in.
 * Refused: notText (binary, undecodable, empty), tooLarge.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > LARGEST_TEXT) {
    throw new Refusal({
      code: 'tooLarge',
      message: `文件太大（超过 ${LARGEST_TEXT / 1_000_000} MB），没有读入`,
      next: '请确认选的是公文的文本文件；很长的可以拆成几个文件',
    })
  }
  const other = OTHER_FILES.find(([, start]) => startsWith(bytes, start))
  if (other) throw notText(`这是${other[0]}，不是文本文件，没有读入`)
  const decoded = byMark(bytes) ?? byEvidence(bytes)
  if (!decoded) throw notText('这个文件不是文本文件，或者文字编码不是 UTF-8、UTF-16、GB18030，没有读入')
  const text = normaliseLineEnds(decoded.text)
  if (text.trim() === '') throw notText('这个文件是空的，没有文字')
  return { ...decoded, text }
}

/** A byte order mark is a statement of the file: then it is that encoding, or no text at all. */
function byMark(bytes: Uint8Array): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([, start]) => startsWith(bytes, start))
  if (!marked) return null
  const [encoding, mark] = marked
  const text = read(bytes.subarray(mark.length), encoding)
  return text === null || hasControls(text) ? null : { text, encoding }
}

/** Every encoding that can read the bytes is tried; the reading that looks most like prose wins. */
function byEvidence(bytes: Uint8Array): DecodedText | null {
  let best: DecodedText | null = null
  let most = LEAST
  for (const encoding of ENCODINGS) {
    const text = read(bytes, encoding)
    if (text === null || hasControls(text)) continue
    const score = Math.max(plausibility(text), encoding === 'UTF-8' ? UTF8_FLOOR : 0)
    if (score <= most) continue
    most = score
    best = { text, encoding }
  }
  return best
}

function read(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  if (encoding.startsWith('UTF-16') && bytes.length % 2 !== 0) return null
  try {
    // The mark is cut already; one inside the text is part of it.
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.endsWith('\u001a') ? text.slice(0, -1) : text
  } catch {
    return null
  }
}

/** Word's line breaks (vertical tab), form feeds (a page end in extracted text) and Unicode's line and paragraph separators end a line too. */
function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function notText(message: string): Refusal {
  return new Refusal({ code: 'notText', message, next: '请在 Word 或 WPS 里打开原文，另存为“纯文本（.txt）”再导入' })
}
