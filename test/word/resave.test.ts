/** Files of the gazette layout that LibreOffice has saved again: what it changes of text and styles, and that they are read all the same. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findOffice, OFFICE_HINT } from '../../build/office.ts'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import type { Document } from '../../shared/document/types.ts'
import { recogniseItems, recogniseNotice } from '../../shared/recognise/notice.ts'
import { seedNotices } from '../acceptance/seed.ts'
import { SAMPLES } from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { printedOf, stripped } from '../docx-reader/printed.ts'

const office = findOffice()
if (office === null && process.env.CI !== 'true') process.stderr.write(`另存没有试：${OFFICE_HINT}\n`)

const seed = seedNotices().map(({ expected, text }): [string, Document] => [expected.documentNumber, recogniseNotice(text).document])
const documents = new Map<string, Document>([...Object.entries(SAMPLES), ...seed])

describe.skipIf(office === null && process.env.CI !== 'true')('saved again by LibreOffice', async () => {
  const saved = office === null ? new Map<string, Uint8Array>() : await savedAgain(office)

  test.each([...documents.keys()])('%s is the same on paper', (name) => {
    const document = documents.get(name)
    const bytes = saved.get(name)
    if (!document || !bytes) throw new Error(OFFICE_HINT)
    const { document: back } = recogniseItems(readWordFile(stripped(bytes)))
    expect(differences(printedOf(back), printedOf(document))).toEqual([])
  })
})

/** Each difference as a line: what was written, what came back. */
function differences(back: readonly unknown[], written: readonly unknown[]): readonly string[] {
  const lines = Array.from({ length: Math.max(back.length, written.length) }, (_, at) => [JSON.stringify(written[at]), JSON.stringify(back[at])] as const)
  return lines.filter(([before, after]) => before !== after).map(([before, after]) => `${before} → ${after}`)
}

/** All documents written, and saved again in one run. */
async function savedAgain(program: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-resave-'))
  try {
    const out = join(folder, 'out')
    mkdirSync(out)
    const names = [...documents.keys()]
    for (const [at, document] of [...documents.values()].entries()) {
      writeFileSync(join(folder, `${at}.docx`), await writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报' }))
    }
    const files = names.map((_, at) => join(folder, `${at}.docx`))
    const profile = pathToFileURL(join(folder, 'profile')).href
    execFileSync(program, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'docx', '--outdir', out, ...files], { stdio: 'pipe' })
    return new Map(names.map((name, at) => [name, new Uint8Array(readFileSync(join(out, `${at}.docx`)))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
