/** import: text files of one notice each. */
import { basename, resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { ImportedFile } from '../../shared/api/types.ts'
import { readSourceFile } from '../files/read-source.ts'
import { refusedFile } from '../services/import.ts'
import { createStore } from '../store/sqlite-store.ts'
import { decodeText } from '../text/decode.ts'
import type { Call, Command } from './command.ts'
import type { Session } from './session.ts'
import type { Terminal } from './terminal.ts'

export const importFiles: Command = {
  name: 'import',
  usage: '文件… [--json]',
  does: '导入文本文件，一个文件一份公文（UTF-8、UTF-16 或 GB18030）；带文号的成为“已发（导入）”，不带的成为拟稿',
  flags: ['json'],
  words: [1, 500],
  async run(call) {
    const { terminal, words, flags } = call
    const paths = words.map((word) => resolve(terminal.folder, word))
    const session = await call.open(call.libraryFile)
    const { kind } = await session.client.call('library.status', {})
    const refused = kind === 'none' ? await refusedFiles(paths) : []
    // A mistyped name must not leave an empty library behind.
    const files = refused.length === paths.length ? refused : await take(call, session, kind, paths)
    const named = files.map((file, at) => ({ ...file, file: words[at] ?? file.file }))
    if (flags.json) terminal.result(JSON.stringify(named.map(asJson), null, 2))
    for (const file of named) tell(terminal, file, flags.json !== true)
    return named.every(({ ok }) => ok)
  },
}

/** The first import makes the library, without an office, which the program asks for later. */
async function take({ terminal, libraryFile }: Call, session: Session, kind: 'none' | 'open', paths: readonly string[]): Promise<readonly ImportedFile[]> {
  if (kind === 'none') {
    await createStore(libraryFile, { office: '', user: '', gazetteName: '' }, []).close()
    terminal.note(`已建立资料库：${libraryFile}`)
  }
  return (await session.run({ kind: 'import', sources: paths.map((path) => ({ kind: 'file', path })) })).files
}

/** Those of the files that cannot be read as text. */
async function refusedFiles(paths: readonly string[]): Promise<readonly ImportedFile[]> {
  const refused: ImportedFile[] = []
  for (const path of paths) {
    try {
      decodeText(await readSourceFile(path))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusedFile(basename(path), error))
    }
  }
  return refused
}

function asJson({ file, ok, id, documentNumber, title, doubts, message }: ImportedFile): object {
  const found = { file, id: id ?? null, documentNumber: documentNumber ?? null, title: title ?? null, doubts }
  return ok ? found : { ...found, error: message ?? '' }
}

function tell(terminal: Terminal, { file, ok, id, documentNumber, title, doubts, remarks, message }: ImportedFile, all: boolean): void {
  if (!ok) terminal.note(`没有导入 ${file}：${message ?? ''}`)
  if (!ok || !all) return
  terminal.result([id, documentNumber ?? '（无文号）', title === '' ? '（无标题）' : title].join('\t'))
  terminal.note(`已导入 ${file}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`)
  for (const { where, what } of doubts) terminal.note(`  存疑　${where}：${what}`)
}
