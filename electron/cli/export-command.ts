/** export: a document as a Word file or a PDF, in either layout. */
import { extname, resolve } from 'node:path'
import type { ExportResult, FileFormat, Layout } from '../../shared/api/types.ts'
import { checkedText, substitutesText } from '../../shared/layout/checked-text.ts'
import { unusable } from './arguments.ts'
import type { Command } from './command.ts'
import { openDocument } from './document-commands.ts'
import type { Terminal } from './terminal.ts'

export const exportFile: Command = {
  name: 'export',
  usage: 'ID [--layout official|gazette] [--format docx|pdf] --out 文件',
  does: '把一份文稿写成文件，任何状态都可以：公文版式（official）或公报版式（gazette，默认），Word 文件或 PDF（不写 --format 时看文件名，默认 Word）；写好后读回核对',
  flags: ['layout', 'format', 'out'],
  words: [1, 1],
  async run(call) {
    const { terminal, flags } = call
    const layout = layoutOf(flags.layout)
    if (flags.out === undefined) throw unusable('请写明写到哪里', '例如 --out 通知.docx')
    const format = formatOf(flags.format, flags.out)
    const { session, record } = await openDocument(call)
    const target = { kind: 'file', path: resolve(terminal.folder, flags.out) } as const
    tell(terminal, await session.run({ kind: 'export', id: record.id, layout, format, target }), format)
    terminal.result(target.path)
    return true
  },
}

function layoutOf(given = 'gazette'): Layout {
  if (given === 'gazette' || given === 'official') return given
  throw unusable(`没有这个版式：${given}`, '公文版式写 --layout official，公报版式写 --layout gazette')
}

function formatOf(given: string | undefined, out: string): FileFormat {
  const byName = extname(out).toLowerCase()
  if (given === undefined) return byName === '.pdf' ? 'pdf' : 'docx'
  if (given !== 'docx' && given !== 'pdf') throw unusable(`写不成这种文件：${given}`, 'Word 文件写 --format docx，PDF 写 --format pdf')
  if ((byName === '.pdf' || byName === '.docx') && byName !== `.${given}`) throw unusable(`--format ${given} 和文件名 ${out} 不是一种文件`, '请改其中一个')
  return given
}

/** What was checked, then what of it depends on this machine's fonts. */
function tell(terminal: Terminal, { checked, missingFonts, substitutes, missingCharacters }: ExportResult, format: FileFormat): void {
  terminal.note(checkedText(checked))
  if (missingCharacters.length > 0) terminal.note(`本机的字体里没有这些字，PDF 里是空框：${missingCharacters.join('')}`)
  if (format === 'docx' && missingFonts.length > 0) terminal.note(`本机缺 ${missingFonts.join('、')}；文件里仍写这些字体，在有它们的机器上打开时换行才准`)
  if (format === 'pdf' && substitutes.length > 0) terminal.note(substitutesText(substitutes))
}
