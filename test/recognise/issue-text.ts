/** Invented issues of 《河湾县人民政府公报》, as publishers give their text. */
import fc from 'fast-check'
import { partText } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import type { IssueFacts } from '../../shared/gazette/issue.ts'
import { notice } from './arbitrary.ts'

export interface InventedIssue {
  readonly text: string
  readonly facts: Omit<IssueFacts, 'cover'>
  readonly sections: readonly { readonly name: string; readonly documents: readonly Document[] }[]
}

/** A line of the contents: title, number, page. `wrap` breaks the title over two lines. */
export type Leader = (title: string, number: string, page: number) => string

export const LEADERS: Readonly<Record<string, Leader>> = {
  tab: (title, number, page) => `${title} ${number}\t${page}`,
  dots: (title, number, page) => `${title}　${number}……………${page}`,
  brackets: (title, number, page) => `${title}（${number}）（${page}）`,
  'no page': (title, number) => `${title} ${number}`,
  close: (title, number, page) => `${title}${number}…… ${page}`,
  wrapped: (title, number, page) => `${title.slice(0, 9)}\n${title.slice(9)} ${number}\t${page}`,
  'three lines': (title, number, page) => `${title}\n\n${number}\n\n${page}`,
}

/** What the pages in front print. */
function front({ gazetteName, year, numbers, total, date, sponsor }: Omit<IssueFacts, 'cover'>): string {
  const number = numbers.join('、')
  return [gazetteName, 'HEWANXIAN RENMIN ZHENGFU GONGBAO', `${year} 第${number}期`, `总第${total ?? ''}期`, gazetteName, `${year}年 第 ${number} 期`, `${sponsor}主办`, `${date}出版`].join('\n\n')
}

function back({ gazetteName, board, introduction }: Omit<IssueFacts, 'cover'>): string {
  const lines = board.map(({ role, names }) => `${role}：${names.map((name) => (name.length === 2 ? `${name.slice(0, 1)}　${name.slice(1)}` : name)).join(' ')}`)
  return `《${gazetteName}》编委会\n\n${lines.join('\n\n')}\n\n\n《${gazetteName}》简介\n\n${introduction}\n`
}

/** The text of an issue of these documents. `between`: blank lines between two documents. */
export function issueText(facts: Omit<IssueFacts, 'cover'>, sections: InventedIssue['sections'], { leader, between }: { leader: Leader; between: number }): string {
  let page = 1
  const contents = sections.flatMap(({ name, documents }) => [
    `【${name}】`,
    ...documents.map((document) => leader(partText(document, 'title'), document.header.documentNumber ?? '', (page += 3))),
  ])
  const texts = sections.flatMap(({ documents }) => documents.map((document) => plainTextOf(document)))
  const gap = '\n'.repeat(between + 1)
  return `\n\n${front(facts)}\n\n目 录\n\n${contents.join('\n\n')}${gap}${texts.join(gap)}${gap}${back(facts)}`
}

export const FACTS: Omit<IssueFacts, 'cover'> = {
  gazetteName: '河湾县人民政府公报',
  year: 2024,
  numbers: [3],
  supplement: false,
  total: 15,
  date: '2024年9月30日',
  sponsor: '河湾县人民政府办公室',
  board: [
    { role: '主任', names: ['陈望秋'] },
    { role: '委员', names: ['林禾', '周知远', '沈青', '许平安'] },
    { role: '校对', names: ['苏晚'] },
  ],
  introduction: '本刊刊登县人民政府及其办公室公布的文件。\n所刊公文与正式文本具有同等效力。',
}

const numbers = fc.oneof(
  fc.integer({ min: 1, max: 24 }).map((one) => [one]),
  fc.integer({ min: 1, max: 23 }).map((one) => [one, one + 1]),
)
const facts = fc.record({ numbers, year: fc.integer({ min: 2000, max: 2030 }), total: fc.integer({ min: 1, max: 300 }) }).map((some) => ({ ...FACTS, ...some }))
const CODES = ['河政发', '河政办发', '河政任']

/** Issues with one to three sections; every document has a number of its own. */
export const inventedIssue: fc.Arbitrary<InventedIssue & { readonly leader: string }> = fc
  .record({
    facts,
    sections: fc.array(fc.array(notice, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    leader: fc.constantFrom(...Object.keys(LEADERS)),
    between: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ facts: some, sections: drawn, leader, between }) => {
    const sections = drawn.map((documents, at) => ({
      name: ['河湾县人民政府文件', '河湾县人民政府办公室文件', '人事任免'][at] ?? '',
      documents: documents.map((document, index) => ({ ...document, header: { ...document.header, documentNumber: `${CODES[at] ?? ''}〔${some.year}〕${index * 2 + 1}号` } })),
    }))
    return { leader, facts: some, sections, text: issueText(some, sections, { leader: LEADERS[leader]!, between }) }
  })
