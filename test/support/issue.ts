/** An invented issue of the county's gazette as one text, for tests that bring it in. */
import { notice } from '../cli/harness.ts'

/** The notices of the issue. */
export const ISSUED = [
  { number: '河政办发〔2024〕9号', title: '关于做好2024年防汛工作的通知' },
  { number: '河政办发〔2024〕11号', title: '关于开展河道清淤的通知' },
  { number: '河政办发〔2024〕12号', title: '关于做好秋季植树的通知' },
] as const

/** What the issue is called. */
export const ISSUE_NAME = '《河湾县人民政府公报》2024年第5、6期'

/** The text of the issue; the contents give the last title with a slip. */
export function issueText(): string {
  const contents = ISSUED.map(({ number, title }, at) => `${title.replace('秋季植树', '秋冬植树')} ${number}\t${at * 2 + 1}`)
  return [
    '河湾县人民政府公报',
    '2024年 第5、6期',
    '总第18期',
    '河湾县人民政府办公室主办',
    '2024年6月30日出版',
    '目 录',
    '【河湾县人民政府办公室文件】',
    ...contents,
    ...ISSUED.map(({ number, title }) => notice({ number, title })),
    '《河湾县人民政府公报》编委会',
    '主任：陈望秋',
    '委员：林　禾 周知远',
    '《河湾县人民政府公报》简介',
    '本刊刊登县人民政府及其办公室公布的文件。',
  ].join('\n\n')
}
