/** 导入一期公报: its text becomes documents and the record of the issue, all together or not at all. */
import { join } from 'node:path'
import { Refusal } from '../../shared/api/reply.ts'
import type { ImportedFile } from '../../shared/api/types.ts'
import { partText } from '../../shared/document/text.ts'
import { issueName } from '../../shared/gazette/issue.ts'
import { contentsDoubts, readIssue, type IssueText } from '../../shared/recognise/issue.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import type { IssueDocument, NewIssue, NewIssueDocument, Settle } from '../store/store.ts'
import type { ServiceContext } from './context.ts'
import { settleTitles } from './settle-titles.ts'
import { cancelledRefusal, type Task } from './task.ts'

/** The file that an issue is read from. */
export interface IssueFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Worth knowing of it, e.g. its encoding. */
  readonly remarks: readonly string[]
}

/** The issue that a text is: where its contents say so, or, for `as` "issue", where a person does. Null for other texts. Refused: badRequest (no issue, though it must be one). */
export function issueIn(text: string, as: 'issue' | undefined): IssueText | null {
  const issue = readIssue(text)
  if (as === undefined) return issue?.evident ? issue : null
  if (issue) return issue
  throw new Refusal({
    code: 'badRequest',
    message: '这个文件里没有找到一期公报：前面没有年份和期号，或者没有一份公文',
    next: '请核对文件；一份公文请按一份公文导入',
  })
}

/** Takes the issue into the library. A line for the issue, then one for each document. Refused: numberTaken, cancelled. */
export async function importIssue(context: ServiceContext, issue: IssueText, file: IssueFile, task: Task): Promise<readonly ImportedFile[]> {
  const store = context.library.store()
  const { user } = await store.profile()
  const sections = await readDocuments(issue, file.name, task, settleTitles(join(context.resources, 'templates')))
  const kept = await store.importIssue({ facts: issue.facts, sections, doubts: issue.doubts, who: user, original: { name: file.name, bytes: file.bytes } })
  const whole: ImportedFile = {
    file: file.name,
    ok: true,
    title: issueName(issue.facts),
    doubts: kept.issue.doubts,
    remarks: [`整期公报，共${kept.documents.length}份公文`, ...file.remarks],
    issue: kept.issue,
  }
  return [whole, ...kept.documents.map((one) => lineOf(one, file.name))]
}

async function readDocuments({ sections, contents }: IssueText, file: string, task: Task, settle: Settle): Promise<NewIssue['sections']> {
  const total = sections.reduce((sum, { documents }) => sum + documents.length, 0)
  const read: { name: string; documents: NewIssueDocument[] }[] = []
  let done = 0
  for (const { name, documents } of sections) {
    const those: NewIssueDocument[] = []
    read.push({ name, documents: those })
    for (const { text, listed } of documents) {
      task.progress(done, total, `${file}　${listed?.title ?? `第${done + 1}份`}`)
      if (await task.cancelled()) throw cancelledRefusal('整期没有导入')
      const { document: read, doubts } = recogniseNotice(text)
      const document = settle(read)
      those.push({ document, doubts: [...doubts, ...contentsDoubts(contents, listed, document)], listed })
      done += 1
    }
  }
  return read
}

function lineOf({ record, doubts, linked }: IssueDocument, file: string): ImportedFile {
  return {
    file,
    ok: true,
    id: record.id,
    documentNumber: record.document.header.documentNumber,
    title: partText(record.document, 'title').replace(/\n/g, ''),
    doubts,
    remarks: linked ? ['资料库里已有这一份，没有再收'] : [],
  }
}
