/** import and import-issue: files of one notice, or of a whole gazette issue. */
import { basename, resolve } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { JobRequest } from '../../shared/api/job-types.ts'
import type { ImportedFile } from '../../shared/api/types.ts'
import { readSourceFile } from '../files/read-source.ts'
import { issueIn } from '../services/import-issue.ts'
import { refusedFile } from '../services/import.ts'
import { recogniseWord } from '../services/recognise-word.ts'
import { createStore } from '../store/sqlite-store.ts'
import { decodeText } from '../text/decode.ts'
import type { Call, Command } from './command.ts'
import type { Terminal } from './terminal.ts'

export const importFiles: Command = {
  name: 'import',
  usage: '文件… [--json]',
  does: '导入公文：Word 文档（.docx），或文本文件（UTF-8、UTF-16、GB18030）；一个文件一份，文本文件也可以是一期公报（有目录的）；带文号的成为“已发（导入）”，不带的成为拟稿',
  flags: ['json'],
  words: [1, 500],
  async run(call) {
    const files = await importWords(call)
    if (call.flags.json) call.terminal.result(JSON.stringify(files.map(asJson), null, 2))
    for (const file of files) tell(call.terminal, file, call.flags.json !== true)
    return files.every(({ ok }) => ok)
  },
}

/** Imports the files that the command names, as `as` says; the lines bear the names as they were typed. */
export async function importWords(call: Call, as?: ImportRequest['as']): Promise<readonly ImportedFile[]> {
  const { terminal, words } = call
  const paths = words.map((word) => resolve(terminal.folder, word))
  const session = await call.open(call.libraryFile)
  const { kind } = await session.client.call('library.status', {})
  const refused = kind === 'none' ? await refusedFiles(paths, as) : []
  // A mistyped name must not leave an empty library behind.
  if (refused.length === paths.length) return named(refused, words)
  if (kind === 'none') await makeLibrary(call)
  const sources = paths.map((path) => ({ kind: 'file' as const, path }))
  return named((await session.run({ kind: 'import', sources, ...(as ? { as } : {}) })).files, words)
}

type ImportRequest = Extract<JobRequest, { kind: 'import' }>

/** The first import makes the library, without an office, which the program asks for later. */
async function makeLibrary({ terminal, libraryFile }: Call): Promise<void> {
  await createStore(libraryFile, { office: '', user: '', gazetteName: '' }, []).close()
  terminal.note(`已建立资料库：${libraryFile}`)
}

/** A file gives one line, a whole issue one for itself and one for each of its documents. */
function named(files: readonly ImportedFile[], words: readonly string[]): readonly ImportedFile[] {
  let word = -1
  let more = 0
  return files.map((file) => {
    if (more > 0) more -= 1
    else word += 1
    if (file.issue) more = file.issue.sections.reduce((sum, { documents }) => sum + documents.length, 0)
    return { ...file, file: words[word] ?? file.file }
  })
}

/** Those of the files that cannot be read, or not as an issue where they must be one. */
async function refusedFiles(paths: readonly string[], as: ImportRequest['as']): Promise<readonly ImportedFile[]> {
  const refused: ImportedFile[] = []
  for (const path of paths) {
    try {
      const bytes = await readSourceFile(path)
      if (!recogniseWord(bytes, as)) issueIn(decodeText(bytes).text, as)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(refusedFile(basename(path), error))
    }
  }
  return refused
}

/** One line as it is printed with --json; of a whole issue what it says of itself is with its own line. */
export function asJson({ file, ok, id, documentNumber, title, doubts, message, issue }: ImportedFile): object {
  const found = { file, id: id ?? null, documentNumber: documentNumber ?? null, title: title ?? null, doubts, ...(issue ? { issue: issue.id } : {}) }
  return ok ? found : { ...found, error: message ?? '' }
}

/** What became of one file, for the person; `all`: also what went well. */
export function tell(terminal: Terminal, { file, ok, id, documentNumber, title, doubts, remarks, message, issue }: ImportedFile, all: boolean): void {
  if (!ok) terminal.note(`没有导入 ${file}：${message ?? ''}`)
  if (!ok || !all) return
  const name = title === '' ? '（无标题）' : title
  if (issue) terminal.note(`${name}　存为 ${issue.id}`)
  else terminal.result([id, documentNumber ?? '（无文号）', name].join('\t'))
  terminal.note(`已导入 ${file}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`)
  for (const { where, what } of doubts) terminal.note(`  存疑　${where}：${what}`)
}
