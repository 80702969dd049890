/** What a gazette prints at the head of each page, where it came into the text: 河湾县人民政府公报 2024年第2期. */
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'

const NAME = '\\p{Script=Han}{2,20}公报'
const ISSUE = '\\d{4}\\s*年?\\s*第?\\s*\\d{1,2}(?:[、—\\-～~]\\d{1,2})?\\s*[期号](?:\\s*[（(]?总第?\\s*\\d+\\s*期[）)]?)?'
const HEAD = new RegExp(`^(?:${NAME}\\s*[·•|｜]?\\s*${ISSUE}|${ISSUE}\\s*[·•|｜]?\\s*${NAME})$`, 'u')
const TOP_NAME = new RegExp(`^${NAME}$`, 'u')
const TOP_ISSUE = new RegExp(`^${ISSUE}$`, 'u')

/** The lines without running heads: the whole of one on a line, or name and issue on two at the top of the text. */
export function withoutRunningHeads(lines: readonly Line[], notes: Notes): readonly Line[] {
  const [first, second] = lines
  const onTop = first && second && !first.cells && !second.cells && TOP_NAME.test(first.text) && TOP_ISSUE.test(second.text) ? 2 : 0
  const isHead = (line: Line, at: number): boolean => at < onTop || (line.cells === null && HEAD.test(line.text))
  for (const line of lines.filter(isHead)) notes.leaveOut('runningHead', line.text)
  const kept: Line[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (!isHead(line, at)) kept.push(before && at > onTop && isHead(before, at - 1) ? { ...line, afterPage: true } : line)
  })
  return kept
}
