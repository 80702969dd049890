import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { decodeText, LARGEST_TEXT } from '../../electron/text/decode.ts'
import { Refusal, type ErrorCode } from '../../shared/api/reply.ts'
import { encode, GB18030, type Encoding } from './encode.ts'

const ENCODINGS: readonly Encoding[] = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030']
const MARKS: Record<Encoding, readonly number[]> = {
  'UTF-8': [0xef, 0xbb, 0xbf],
  'UTF-16LE': [0xff, 0xfe],
  'UTF-16BE': [0xfe, 0xff],
  GB18030: [0x84, 0x31, 0x95, 0x33],
}

/** The characters of GB 2312, common (rows B0–D7) and others, as documents mix them. */
const rows = (from: number, to: number): string[] => [...GB18030].filter(([, bytes]) => bytes.length === 2 && bytes[0]! >= from && bytes[0]! <= to && bytes[1]! >= 0xa1).map(([char]) => char)
const common = fc.constantFrom(...rows(0xb0, 0xd7))
const other = fc.constantFrom(...rows(0xd8, 0xf7))
const marks = fc.constantFrom(...Array.from('，。、；：“”《》（）〔〕—…·①㎡‰×0123456789 .%abcXYZ'))
const character = fc.oneof({ weight: 16, arbitrary: common }, { weight: 1, arbitrary: other }, { weight: 4, arbitrary: marks })
const line = fc.array(character, { minLength: 12, maxLength: 60 }).map((chars) => chars.join(''))
const chinese = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))

function refusalOf(bytes: Uint8Array): { code: ErrorCode; message: string; next?: string } {
  try {
    decodeText(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  throw new Error('was read as text')
}

describe('any Chinese text comes back as it was written', () => {
  it.each(ENCODINGS)('in %s, without a byte order mark', (encoding) => {
    fc.assert(
      fc.property(chinese, (text) => {
        expect(decodeText(encode(text, encoding))).toEqual({ text, encoding })
      }),
      { numRuns: 300 },
    )
  })

  it.each(ENCODINGS)('in %s, with a byte order mark, however short', (encoding) => {
    fc.assert(
      fc.property(fc.array(common, { minLength: 1, maxLength: 4 }), (chars) => {
        const text = chars.join('')
        expect(decodeText(new Uint8Array([...MARKS[encoding], ...encode(text, encoding)]))).toEqual({ text, encoding })
      }),
    )
  })
})

it('reads characters outside the basic plane, in UTF-8 and in four bytes of GB18030', () => {
  const name = '河湾县人民政府任命𠮷小明同志为石桥镇林业站站长。'
  expect(decodeText(encode(name, 'UTF-8')).text).toBe(name)
  const [before = '', after = ''] = name.split('𠮷')
  // 𠮷 U+20BB7 is 95 34 B2 35 (GB18030, four-byte area).
  const bytes = [...encode(before, 'GB18030'), 0x95, 0x34, 0xb2, 0x35, ...encode(after, 'GB18030')]
  expect(decodeText(new Uint8Array(bytes))).toEqual({ text: before + '𠮷' + after, encoding: 'GB18030' })
})

it('line ends of every system and page ends become "\\n"; the DOS end mark goes', () => {
  expect(decodeText(encode('第一行\r\n第二行\r第三行\f第四行\u2028第五行\v第六行\n\u001a', 'UTF-8')).text).toBe('第一行\n第二行\n第三行\n第四行\n第五行\n第六行\n')
})

it('text without any Chinese is UTF-8', () => {
  expect(decodeText(encode('Gongbao 2024\n', 'UTF-8'))).toEqual({ text: 'Gongbao 2024\n', encoding: 'UTF-8' })
  expect(decodeText(encode('Привет, мир', 'UTF-8')).text).toBe('Привет, мир')
})

describe('what is no text is refused, and the refusal says what to do', () => {
  const docx = zipSync({ 'word/document.xml': strToU8('<w:document/>'), '[Content_Types].xml': strToU8('<Types/>') })
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 1, 0])
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(64).fill(0)])

  it.each([
    ['a Word file', docx, 'Word'],
    ['an old Word file', old, '旧版 Word'],
    ['a PDF file', encode('%PDF-1.7\n', 'UTF-8'), 'PDF'],
    ['an RTF file', encode('{\\rtf1\\ansi 河湾县}', 'UTF-8'), 'RTF'],
    ['a picture', png, '不是文本文件'],
    ['an empty file', new Uint8Array(), '空的'],
    ['blank lines only', encode(' \r\n\u3000\n', 'UTF-8'), '空的'],
  ])('%s', (_, bytes, words) => {
    const refusal = refusalOf(bytes)
    expect(refusal.code).toBe('notText')
    expect(refusal.message).toContain(words)
    expect(refusal.next).toContain('纯文本')
  })

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 200, maxLength: 600 }), (bytes) => {
        // Shrunk or lucky bytes may be plain letters, which are text.
        fc.pre(new Set(bytes).size > 60)
        expect(refusalOf(bytes).code).toBe('notText')
      }),
      { numRuns: 300 },
    )
  })

  it('a mark that promises what the bytes do not hold', () => {
    expect(refusalOf(new Uint8Array([0xef, 0xbb, 0xbf, 0xb0, 0xa1])).code).toBe('notText')
    expect(refusalOf(new Uint8Array([0xff, 0xfe, 0x00, 0xd8])).code).toBe('notText')
  })

  it('a file that is too large', () => {
    const refusal = refusalOf(new Uint8Array(LARGEST_TEXT + 1).fill(0x61))
    expect(refusal.code).toBe('tooLarge')
    expect(refusal.message).toContain('20 MB')
  })
})
