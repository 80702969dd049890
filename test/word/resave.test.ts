/** Files of both layouts that LibreOffice has saved again: what it changes of text and styles, and that they are read all the same. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findOffice, OFFICE_HINT } from '../../build/office.ts'
import { readWordFile } from '../../electron/docx/reader/read-word-file.ts'
import { writeGazetteNotice } from '../../electron/docx/writer/gazette-notice.ts'
import { writeOfficialDocument } from '../../electron/docx/writer/official-document.ts'
import type { Document } from '../../shared/document/types.ts'
import { recogniseItems, recogniseNotice } from '../../shared/recognise/notice.ts'
import { seedNotices } from '../acceptance/seed.ts'
import { rules } from '../docx/official-rules.ts'
import { SAMPLES } from '../docx/samples.ts'
import { template } from '../docx/template.ts'
import { officiallyPrinted, printedOf, stripped } from '../docx-reader/printed.ts'

const office = findOffice()
if (office === null && process.env.CI !== 'true') process.stderr.write(`另存没有试：${OFFICE_HINT}\n`)

const seed = seedNotices().map(({ expected, text }): [string, Document] => [expected.documentNumber, recogniseNotice(text).document])
const documents: readonly (readonly [string, Document])[] = [...Object.entries(SAMPLES), ...seed]
const distribution = { copies: '县委办公室，县人大常委会办公室。', printedBy: '河湾县人民政府办公室', printedOn: '2024年5月9日' }
/** An original says more than the gazette keeps. */
const originals = documents.map(([name, document]): readonly [string, Document] => [
  name,
  { ...document, header: { ...document.header, copyNumber: '000012', secrecy: { level: '机密', period: '1年' }, urgency: '特急', signers: ['李明', '王建国', '赵禾'], signatureKind: 'plain', distribution } },
])

interface Written {
  readonly name: string
  readonly document: Document
  readonly write: (document: Document) => Promise<Uint8Array>
  readonly printed: (document: Document) => readonly unknown[]
}

const gazette = { write: (document: Document) => writeGazetteNotice(document, { template, gazetteName: '河湾县人民政府公报' }), printed: printedOf }
const official = { write: (document: Document) => writeOfficialDocument(document, { rules }), printed: officiallyPrinted }
const files: readonly Written[] = [
  ...documents.map(([name, document]) => ({ name: `公报 ${name}`, document, ...gazette })),
  ...originals.map(([name, document]) => ({ name: `公文 ${name}`, document, ...official })),
]

describe.skipIf(office === null && process.env.CI !== 'true')('saved again by LibreOffice', async () => {
  const saved = office === null ? [] : await savedAgain(office)

  test.each(files.map((file, at) => [file.name, file, at] as const))('%s is the same on paper', (_name, { document, printed }, at) => {
    const bytes = saved[at]
    if (!bytes) throw new Error(OFFICE_HINT)
    const { document: back } = recogniseItems(readWordFile(stripped(bytes)))
    expect(differences(printed(back), printed(document))).toEqual([])
  })
})

/** Each difference as a line: what was written, what came back. */
function differences(back: readonly unknown[], written: readonly unknown[]): readonly string[] {
  const lines = Array.from({ length: Math.max(back.length, written.length) }, (_, at) => [JSON.stringify(written[at]), JSON.stringify(back[at])] as const)
  return lines.filter(([before, after]) => before !== after).map(([before, after]) => `${before} → ${after}`)
}

/** All files written, and saved again in one run. */
async function savedAgain(program: string): Promise<readonly Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-resave-'))
  try {
    const out = join(folder, 'out')
    mkdirSync(out)
    for (const [at, { document, write }] of files.entries()) writeFileSync(join(folder, `${at}.docx`), await write(document))
    const profile = pathToFileURL(join(folder, 'profile')).href
    const paths = files.map((_, at) => join(folder, `${at}.docx`))
    execFileSync(program, [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'docx', '--outdir', out, ...paths], { stdio: 'pipe' })
    return files.map((_, at) => new Uint8Array(readFileSync(join(out, `${at}.docx`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
