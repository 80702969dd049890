/** An issue of a gazette (一期公报): what its cover, contents and last pages say, and which documents it holds in which order. */
import * as z from 'zod'
import type { Id } from '../lib/id.ts'

/** A line of the editorial board (编委会): 主任, 委员 … and who they are. `role` is "" for a line without one. */
export interface BoardRole {
  readonly role: string
  readonly names: readonly string[]
}

/** What an issue says about itself. Texts are as printed, "" where the issue has none. */
export interface IssueFacts {
  readonly gazetteName: string // 河湾县人民政府公报
  readonly year: number
  /** One number, or those of a combined issue (第5、6期), rising. */
  readonly numbers: readonly number[]
  /** 增刊, which is counted by itself. */
  readonly supplement: boolean
  /** 总第4期; the first of a combined issue; null where it is not printed. */
  readonly total: number | null
  readonly date: string // 2024年6月30日
  readonly sponsor: string
  readonly board: readonly BoardRole[]
  readonly introduction: string
  /** The text of cover and title page, line by line. */
  readonly cover: string
}

/** One document's line in the contents (目录), as printed. */
export interface Listed {
  readonly title: string
  readonly documentNumber: string | null
  readonly page: number | null
}

/** A document of an issue; `listed` is null where the contents leave it out. */
export interface IssueEntry {
  readonly documentId: Id
  readonly listed: Listed | null
}

/** A section (栏目) with its documents in the order of the issue. `name` is "" in an issue without sections. */
export interface IssueSection {
  readonly name: string
  readonly documents: readonly IssueEntry[]
}

/** A whole issue. */
export interface Issue extends IssueFacts {
  readonly sections: readonly IssueSection[]
}

const listed = z.strictObject({ title: z.string(), documentNumber: z.string().min(1).nullable(), page: z.int().min(0).nullable() })
const issue = z.strictObject({
  gazetteName: z.string(),
  year: z.int().min(1900).max(2999),
  numbers: z.array(z.int().min(1)).min(1),
  supplement: z.boolean(),
  total: z.int().min(1).nullable(),
  date: z.string(),
  sponsor: z.string(),
  board: z.array(z.strictObject({ role: z.string(), names: z.array(z.string()) })),
  introduction: z.string(),
  cover: z.string(),
  sections: z.array(z.strictObject({ name: z.string(), documents: z.array(z.strictObject({ documentId: z.uuid(), listed: listed.nullable() })) })),
})

/** The door for issues from outside (rows of a library). Throws with the path to the first fault. */
export function parseIssue(value: unknown): Issue {
  const parsed = issue.safeParse(value)
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  throw new Error(`公报期次的内容不合格式（${fault?.path.join('.') ?? ''}）：${fault?.message ?? ''}`)
}

/** 《河湾县人民政府公报》2024年第5、6期 */
export function issueName({ gazetteName, year, numbers, supplement }: Pick<IssueFacts, 'gazetteName' | 'year' | 'numbers' | 'supplement'>): string {
  return `${gazetteName === '' ? '公报' : `《${gazetteName}》`}${year}年${supplement ? '增刊' : ''}第${numbers.join('、')}期`
}
