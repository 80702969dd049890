/** The notices of test/recognise written in the gazette layout and read again: what was printed comes back. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { recogniseItems, recogniseNotice } from '../../shared/recognise/notice.ts'
import { template } from '../docx/template.ts'
import { shapeOf } from '../recognise/compare.ts'
import { printedOf, stripped } from './printed.ts'

const FOLDER = new URL('../recognise/notices/', import.meta.url)
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

test.each(names)('%s', async (name) => {
  const { document } = recogniseNotice(readFileSync(new URL(name, FOLDER), 'utf8'))
  const bytes = await writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报' })
  const { document: back } = recogniseItems(readWordFile(stripped(bytes)))
  expect(printedOf(back)).toEqual(printedOf(document))
  // Blocks are the same, with their numbers: a heading is a heading again.
  expect(numbersOf(shapeOf(back))).toEqual(numbersOf(shapeOf(document)))
})

/** The kind and number of each block. */
function numbersOf(shape: unknown): readonly unknown[] {
  const { parts } = shape as { readonly parts: readonly { readonly blocks?: readonly { readonly type: string; readonly number?: string }[] }[] }
  return parts.flatMap(({ blocks = [] }) => blocks.map(({ type, number = '' }) => type + number))
}
