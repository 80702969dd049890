/** import-issue: a whole issue of a gazette from one text file. */
import type { ImportedFile, IssueRecord } from '../../shared/api/types.ts'
import { asJson, importWords, tell } from './import-command.ts'
import type { Command } from './command.ts'

export const importIssue: Command = {
  name: 'import-issue',
  usage: '文件 [--json]',
  does: '导入一个文本文件里的整期公报：各份公文成为“已发（导入）”，期次、栏目、编委会、简介一并收入；全部导入，或一份也不导入',
  flags: ['json'],
  words: [1, 1],
  async run(call) {
    const files = await importWords(call, 'issue')
    if (call.flags.json) call.terminal.result(JSON.stringify(wholeAsJson(files), null, 2))
    for (const file of files) tell(call.terminal, file, call.flags.json !== true)
    return files.every(({ ok }) => ok)
  },
}

function wholeAsJson(files: readonly ImportedFile[]): object {
  const issue = files.find((file) => file.issue)?.issue
  const refused = files.find(({ ok }) => !ok)
  const documents = files.filter((file) => file.ok && !file.issue)
  return {
    issue: issue ? issueAsJson(issue, documents) : null,
    documents: documents.map(asJson),
    ...(refused ? { error: refused.message ?? '' } : {}),
  }
}

/** `number` is the first of `numbers`; a section lists document numbers, and the title of a document without one. */
function issueAsJson({ id, sections, year, numbers, ...issue }: IssueRecord, documents: readonly ImportedFile[]): object {
  const names = new Map(documents.map((one) => [one.id, one.documentNumber ?? one.title ?? '']))
  return {
    id,
    year,
    number: numbers[0],
    numbers,
    ...issue,
    sections: sections.map(({ name, documents: those }) => ({ name, documents: those.map(({ documentId }) => names.get(documentId) ?? '') })),
  }
}
