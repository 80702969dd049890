/** The real issue's notices in every encoding that offices have: each comes back character for character. */
import { expect, test } from 'vitest'
import { decodeText } from '../../electron/text/decode.ts'
import { encode } from '../text/encode.ts'
import { describeSeed } from './seed.ts'

describeSeed('encodings of the real issue', (notices) => {
  test.each(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030'] as const)('%s', (encoding) => {
    for (const { text } of notices) expect(decodeText(encode(text, encoding))).toEqual({ text, encoding })
  })
})
