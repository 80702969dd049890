/** The real gazette issue, which stays outside the project: GONGBAO_SEED, or a folder beside the project's own. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
/** Where the issue lies, if it is there. */
export const SEED_FOLDER = resolve(ROOT, process.env.GONGBAO_SEED ?? '../shared/seed')

/** What a person reads in one notice of the issue. Counts are of lines of the text, not of blocks. */
export interface Expected {
  readonly documentNumber: string
  readonly kind: string
  readonly issuer: string
  readonly title: string
  readonly recipients: string | null
  readonly signatureOrgan: string | null
  readonly signatureDate: string | null
  readonly note: string | null
  readonly attachments: readonly string[]
  readonly tableRows: number
  readonly tableCells: number
  readonly headings1: number
  readonly headings2: number
  readonly chapters: number
  readonly articles: number
  /** How many pages the printed issue gives it. */
  readonly pages: number
}

export interface SeedNotice {
  readonly expected: Expected
  readonly text: string
}

/** The notices of the issue, or none where the issue is not on this machine. */
export function seedNotices(): readonly SeedNotice[] {
  const list = join(SEED_FOLDER, 'expected.json')
  if (!existsSync(list)) return []
  // The file is the issue's own and has this shape.
  const expected = JSON.parse(readFileSync(list, 'utf8')) as readonly Expected[]
  return expected.map((one) => ({ expected: one, text: readFileSync(join(SEED_FOLDER, 'notices', `${one.documentNumber}.txt`), 'utf8') }))
}

/** Tests over the real issue; where it is absent one skipped test says so and how to have it. */
export function describeSeed(name: string, tests: (notices: readonly SeedNotice[]) => void): void {
  const notices = seedNotices()
  if (notices.length > 0) describe(name, () => tests(notices))
  else {
    describe(name, () => {
      test.skip(`真实公报不在 ${SEED_FOLDER}，没有试；放到那里，或用环境变量 GONGBAO_SEED 指出它的文件夹`, () => undefined)
    })
  }
}
