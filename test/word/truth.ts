/**
 * `npm run truth [-- ci|full] [名称…]`: our pages held against LibreOffice's of our Word files. Prints a table and the first differences
 * of each document, and writes out/truth-<size>.json. With names only the documents whose names have one of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SEED_FOLDER } from '../acceptance/seed.ts'
import { generated, seedDocuments } from './truth-documents.ts'
import { measureTruth } from './truth-measure.ts'
import { differenceLines, printedLines, sumLines, tableLines } from './truth-report.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** How many invented documents, and which. Those of the full size were made when nothing about the page was changed any more. */
const SIZES = { ci: { from: 1, count: 12 }, full: { from: 1001, count: 200 } } as const

const [size = 'ci', ...names] = process.argv.slice(2)
if (size === 'ci' || size === 'full') await run(size, names)
else {
  process.stderr.write(`看不懂“${size}”：规模用 ci 或 full，后面可以写文稿的名称\n`)
  process.exitCode = 1
}

async function run(chosen: keyof typeof SIZES, wanted: readonly string[]): Promise<void> {
  const seed = seedDocuments()
  if (seed.length === 0) process.stderr.write(`真实公报不在 ${SEED_FOLDER}，只比虚构的文稿\n`)
  const all = [...seed, ...Array.from({ length: SIZES[chosen].count }, (_, at) => generated(SIZES[chosen].from + at))]
  const documents = wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((part) => name.includes(part)))
  const rows = await measureTruth(documents, (line) => void process.stderr.write(`${line}\n`))
  const lines = [...tableLines(rows), '', ...sumLines(rows), '', ...printedLines(rows), '', ...differenceLines(rows)]
  process.stdout.write(`${lines.join('\n')}\n`)
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(join(ROOT, 'out', `truth-${chosen}.json`), `${JSON.stringify(rows, null, 1)}\n`)
}
