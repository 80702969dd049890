import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import type { Document } from '../../shared/document/types.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { contentsDoubts, readIssue, type IssueText } from '../../shared/recognise/issue.ts'
import { cutIssue } from '../../shared/recognise/issue-cut.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import { notice, prose } from './arbitrary.ts'
import { FACTS, inventedIssue, issueText, LEADERS } from './issue-text.ts'

function read(text: string): IssueText {
  const issue = readIssue(text)
  if (!issue) throw new Error('no issue')
  return issue
}

/** What is compared of a document's text: blank lines at its end belong to no one. */
const texts = ({ sections }: IssueText): readonly (readonly string[])[] => sections.map(({ documents }) => documents.map(({ text }) => text.trim()))

describe('an invented issue', () => {
  it('comes apart into its documents, and says of itself what it printed', () => {
    fc.assert(
      fc.property(inventedIssue, ({ text, facts, sections }) => {
        const issue = read(text)
        expect(texts(issue)).toEqual(sections.map(({ documents }) => documents.map((document) => plainTextOf(document).trim())))
        expect(issue.sections.map(({ name }) => name)).toEqual(sections.map(({ name }) => name))
        const { cover, ...found } = issue.facts
        expect(found).toEqual(facts)
        expect(cover).toContain('HEWANXIAN')
        expect(issue.doubts).toEqual([])
        for (const { text: one, listed } of issue.sections.flatMap(({ documents }) => documents)) expect(contentsDoubts(issue.contents, listed, recogniseNotice(one).document)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('is evident where its contents list two documents with numbers', () => {
    fc.assert(
      fc.property(inventedIssue, ({ text, sections }) => {
        expect(read(text).evident).toBe(sections.flatMap(({ documents }) => documents).length > 1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('no character is lost', () => {
  it('of an issue: its parts put together are its text', () => {
    fc.assert(
      fc.property(inventedIssue, ({ text }) => {
        expect(joined(text)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('of any text', () => {
    const line = fc.oneof(
      prose,
      fc.constantFrom(
        ...['目 录', '目录', '【人事任免】', '河湾县人民政府公报', '2024年第3期', '总第9期', '《河湾县人民政府公报》编委会', '主任：林禾', '本刊简介', '', ' ', '\t'],
        ...['河政发〔2024〕3号', '关于做好防汛工作的通知', '河湾县人民政府', '河湾县人民政府关于做好防汛工作的通知', '关于做好防汛工作的通知 河政发〔2024〕3号\t12', '12', '**', '序号\t乡镇'],
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        expect(joined(text)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  const joined = (text: string): string => cutIssue(text).pieces.flatMap(({ lines }) => lines).join('\n')
})

describe('what is no issue', () => {
  it('one notice is none that goes by itself', () => {
    fc.assert(
      fc.property(notice, (document) => {
        expect(readIssue(plainTextOf(document))?.evident ?? false).toBe(false)
      }),
    )
  })

  test('a plan with contents of its own is none', () => {
    const text = `${plainTextOf(numbered(1))}\n\n目 录\n\n一、总体要求……1\n\n二、重点任务……3\n\n一、总体要求\n\n二、重点任务`
    expect(readIssue(text)).toBeNull()
  })
})

/** A short notice with its number. */
function numbered(serial: number, title = `关于做好第${serial}批水库检修工作的通知`, code = '河政发'): Document {
  return makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: `${code}〔2024〕${serial}号` }, [
    makeLine('title', title),
    makeLine('recipients', '各乡镇人民政府'),
    makeBody([makeParagraph('请于十月底前完成检修。')]),
    makeLine('signatureOrgan', '河湾县人民政府'),
    makeLine('signatureDate', '2024年9月2日'),
  ])
}

const THREE = [numbered(1), numbered(2), numbered(4)]

function issueOf(documents: readonly Document[] = THREE, leader = LEADERS.tab!): string {
  return issueText(FACTS, [{ name: '河湾县人民政府文件', documents }], { leader, between: 2 })
}

const doubtsOf = (issue: IssueText): readonly string[] => issue.sections.flatMap(({ documents }) => documents).flatMap(({ text, listed }) => contentsDoubts(issue.contents, listed, recogniseNotice(text).document)).map(({ what }) => what)

describe('contents and text', () => {
  test('a title that differs is a doubt, and the text counts', () => {
    const issue = read(issueOf().replace('关于做好第2批水库检修工作的通知 河政发', '关于做好第2批水库巡修工作的通知 河政发'))
    expect(doubtsOf(issue)).toEqual(['目录里的标题是“关于做好第2批水库巡修工作的通知”，与正文不同，照正文收入'])
    expect(texts(issue)[0]?.[1]).toContain('水库检修')
  })

  test.each([0, 1, 2])('a number that differs is a doubt, in the document %i', (at) => {
    const number = THREE[at]?.header.documentNumber ?? ''
    const issue = read(issueOf().replace(number, '河政发〔2024〕9号'))
    expect(doubtsOf(issue)).toEqual([`目录里的文号是“河政发〔2024〕9号”，正文是“${number}”，照正文收入`])
    expect(texts(issue)[0]).toHaveLength(3)
  })

  test('a document that the contents leave out is there, with a doubt', () => {
    const issue = read(issueOf().replace(/^.*2号\t.*\n\n/m, ''))
    expect(doubtsOf(issue)).toEqual(['目录里没有这一份'])
    expect(texts(issue)[0]).toHaveLength(3)
  })

  test('a document that only the contents have is a doubt of the issue', () => {
    const issue = read(issueOf().replace(/(?=^关于做好第4批)/m, '关于开展秋季植树的通知 河政发〔2024〕3号\t8\n\n'))
    expect(issue.doubts.map(({ what }) => what)).toEqual(['列有“关于开展秋季植树的通知”河政发〔2024〕3号（第8页），文中没有找到，它的文字可能在前一份里'])
    expect(doubtsOf(issue)).toEqual([])
  })

  test('a title with its organ in front is the same title', () => {
    expect(doubtsOf(read(issueOf(THREE, (title, number, page) => `河湾县人民政府${title} ${number}\t${page}`)))).toEqual([])
  })

  test('without contents the numbers tell the documents, and a doubt says so', () => {
    const issue = read(issueOf().replace(/目 录[^]*?(?=河湾县人民政府\n)/, ''))
    expect(texts(issue)).toEqual([THREE.map((document) => plainTextOf(document).trim())])
    expect(issue.evident).toBe(false)
    expect(issue.doubts.map(({ where }) => where)).toEqual(['目录'])
    expect(doubtsOf(issue)).toEqual([])
  })
})

describe('contents as other counties print them', () => {
  /** The issue with its contents rewritten. */
  const rewritten = (rewrite: (contents: string) => string): IssueText => read(issueOf().replace(/目 录[^]*?(?=\n\n\n)/, rewrite))
  const whole = [THREE.map((document) => plainTextOf(document).trim())]

  test.each([
    ['titles alone', (contents: string) => contents.replace(/ 河政发\S+/g, '')],
    ['called 目次', (contents: string) => contents.replace('目 录', '目　次')],
    ['sections without brackets', (contents: string) => contents.replace(/[【】]/g, '')],
    ['a number broken by the end of a line', (contents: string) => contents.replace(/〔/g, '\n〔')],
    ['a code broken by the end of a line', (contents: string) => contents.replace(/河政发/g, '河政\n发')],
    ['no blank lines', (contents: string) => contents.replace(/\n+/g, '\n')],
  ])('%s', (_name, rewrite) => {
    const issue = rewritten(rewrite)
    expect(texts(issue)).toEqual(whole)
    expect([doubtsOf(issue), issue.doubts, issue.evident]).toEqual([[], [], true])
    expect(issue.sections.map(({ name }) => name)).toEqual(['河湾县人民政府文件'])
  })

  test('numbers above the titles', () => {
    const above = (text: string): string => text.replace(/^(河湾县人民政府\n关于.*)\n(河政发〔2024〕\d+号)$/gm, '$2\n$1')
    const issue = read(above(issueOf()))
    expect(texts(issue)).toEqual([whole[0]?.map(above)])
    expect([doubtsOf(issue), issue.doubts, issue.evident]).toEqual([[], [], true])
  })
})

describe('documents', () => {
  test('one without a number begins at its title', () => {
    const report = '河湾县2024年政府工作报告'
    const text = issueOf([THREE[0]!, THREE[1]!]).replace(/(?=\n\n\n河湾县人民政府\n)/, `\n\n${report}\t9`).replace(/(?=\n\n\n《河湾县人民政府公报》编委会)/, `\n\n\n${report}\n\n各位代表：\n\n现在，我向大会报告工作。`)
    const issue = read(text)
    expect(texts(issue)[0]?.map((one) => one.split('\n')[0])).toEqual(['河湾县人民政府', '河湾县人民政府', report])
    expect(issue.sections[0]?.documents[2]?.listed).toEqual({ title: report, documentNumber: null, page: 9 })
  })

  test('one that another forwards stays in it', () => {
    const inner = '\n\n云河市人民政府\n\n关于开展植树的通知\n\n云政发〔2024〕7号\n\n各县人民政府：\n\n请认真组织实施。'
    const issue = read(issueOf().replace(/(?=\n\n\n河湾县人民政府\n关于做好第4批)/, inner))
    expect(texts(issue)[0]).toHaveLength(3)
    expect(texts(issue)[0]?.[1]).toContain('云政发〔2024〕7号')
  })

  test('the signature of the one before is no organ of the next', () => {
    const unsigned = plainTextOf(THREE[1]!).trim().replace(/\n+2024年9月2日/, '')
    const text = issueOf().replace(plainTextOf(THREE[1]!).trim(), unsigned).replaceAll(/\n{3,}/g, '\n\n')
    expect(texts(read(text))[0]?.[1]).toBe(unsigned.replaceAll(/\n{3,}/g, '\n\n'))
  })

  test('a name of a section above its first document is in none', () => {
    const issue = read(issueOf().replace(/\n\n(?=河湾县人民政府\n关于做好第1批)/, '\n\n【河湾县人民政府文件】\n\n'))
    expect(texts(issue)).toEqual([THREE.map((document) => plainTextOf(document).trim())])
    expect(issue.sections).toHaveLength(1)
  })
})

describe('front and back', () => {
  test.each([
    ['2024年第5、6期', [5, 6]],
    ['2024年第5-7期', [5, 6, 7]],
    ['2024年第十一期', [11]],
    ['2024年第12号', [12]],
  ])('%s', (printed, numbers) => {
    const text = issueOf().replace('2024 第3期', printed).replace('2024年 第 3 期', printed)
    expect(read(text).facts).toMatchObject({ year: 2024, numbers, total: 15 })
  })

  test('what is not printed is a doubt', () => {
    const issue = read(issueOf().replace('总第15期', '').replace('2024年9月30日出版', ''))
    expect(issue.facts).toMatchObject({ total: null, date: '' })
    expect(issue.doubts.map(({ what }) => what)).toEqual(['没有找到总期数', '没有找到出版日期'])
  })

  test('without year and number it is no issue', () => {
    expect(readIssue(issueOf().replace('2024 第3期', '').replace('2024年 第 3 期', ''))).toBeNull()
  })

  test('the editorial board may stand in front', () => {
    const text = issueOf()
    const [board = ''] = /《河湾县人民政府公报》编委会[^]*?(?=\n\n\n《)/.exec(text) ?? []
    const moved = text.replace(board, '').replace('目 录', `${board}\n\n目 录`)
    expect(read(moved).facts).toMatchObject({ board: FACTS.board, date: FACTS.date, introduction: FACTS.introduction })
  })
})
