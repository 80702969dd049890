/** measure: the pages of a Word or PDF file, with a ruler. */
import { extname, join, resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import { readSourceFile } from '../files/read-source.ts'
import type { MeasuredPage } from '../pdf/measure.ts'
import type { Command } from './command.ts'
import { pageLines } from './measure-table.ts'

export const measure: Command = {
  name: 'measure',
  usage: '文件.docx|文件.pdf [--json]',
  does: '量一个 Word 或 PDF 文件的页面：页边距、行数、每行字数、字号，红头、红线、文号、版记线、页码的位置；Word 文件先由 LibreOffice 排版',
  flags: ['json'],
  words: [1, 1],
  async run({ terminal, flags, words: [word = ''] }) {
    const bytes = await readSourceFile(resolve(terminal.folder, word))
    const { kind, pages } = await measured(bytes, word, join(terminal.resources, 'pdfjs'))
    if (flags.json) terminal.result(JSON.stringify({ file: word, renderer: kind === 'word' ? 'LibreOffice' : null, pages }, null, 1))
    else for (const line of pageLines(pages)) terminal.result(line)
    return true
  },
}

interface Measured {
  readonly kind: 'word' | 'pdf'
  readonly pages: readonly MeasuredPage[]
}

async function measured(bytes: Uint8Array, name: string, data: string): Promise<Measured> {
  // Reading PDF files takes a large library, which no other command needs.
  const [{ convertWord, OfficeFault }, { readPdf }, { measurePages }] = await Promise.all([import('../pdf/office.ts'), import('../pdf/read-pdf.ts'), import('../pdf/measure.ts')])
  const begin = String.fromCharCode(...bytes.subarray(0, 5))
  const kind = begin === '%PDF-' ? 'pdf' : begin.startsWith('PK') && extname(name).toLowerCase() !== '.pdf' ? 'word' : null
  if (kind === null) throw new Refusal({ code: 'badRequest', message: `量不了这个文件：${name}`, next: '请给一个 Word 文件（.docx）或 PDF 文件' })
  try {
    const pdf = kind === 'pdf' ? bytes : await convertWord(bytes)
    return { kind, pages: measurePages(await readPdf(pdf, data)) }
  } catch (error) {
    if (error instanceof OfficeFault) throw new Refusal({ code: 'notReady', message: '没有量', next: error.message }, error)
    throw new Refusal({ code: 'badRequest', message: `读不了这个 PDF 文件：${name}`, next: '它可能已经损坏或加了密码；请重新存一份再量' }, error)
  }
}
