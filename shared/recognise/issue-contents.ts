/** The contents of an issue (目录): sections, and for each document its title, number and page. */
import type { Listed } from '../gazette/issue.ts'
import { bracketedName, plainLine } from './issue-lines.ts'

/** A document's line, the name of its section, and the index of the line that ends it. */
export interface ListedDocument extends Listed {
  readonly section: string
  readonly line: number
}

export interface Contents {
  /** In the order of the contents, those without documents too. */
  readonly sections: readonly string[]
  readonly documents: readonly ListedDocument[]
}

/** True for the heading of the contents. */
export function isContentsHeading(line: string): boolean {
  return /^(?:本期)?目[\s\u3000]*[录次]$/.test(plainLine(line))
}

/** Dots, space or a tab, then the page; a page in brackets; a page alone on its line. */
const PAGE = /(?:[\s\u3000.．…·•﹒⋯-]+|^)(\d{1,4})$|[.．…·•⋯\s\u3000]*[（(](\d{1,4})[）)]$/u
const NUMBER = /[\s\u3000（(]*(\p{Script=Han}{2,12}[〔[（(【［﹝]\s*\d{4}\s*[〕\]）)】］﹞]\s*第?\d{1,5}\s*号)[）)]?$/u
const TITLE_END = /^.*(?:通知|意见|通告|公告|决定|通报|报告|批复|办法|方案|规划|命令|议案|纪要)(?=\p{Script=Han}{2,}[〔[（(【［﹝])/u
/** A section's name where no brackets mark it. */
const SECTION = /^(?!.*关于)[^\d，。；：]{2,20}(?:文件|人事任免|人事|任免|选登|解读|大事记|专栏)$/u

/** Reads the contents from `lines` between `from` (below the heading) and `to`. `codes`: 机关代字 of the numbers in the text. */
export function readContents(lines: readonly string[], { from, to }: { from: number; to: number }, codes: ReadonlySet<string>): Contents {
  const sections: string[] = []
  const documents: ListedDocument[] = []
  let open: string[] = []
  const close = (at: number): void => {
    if (open.length > 0) documents.push({ ...readEntry(open, codes), section: sections.at(-1) ?? '', line: at })
    open = []
  }
  for (let at = from; at < to; at++) {
    const line = plainLine(lines[at] ?? '')
    if (line === '' || /^[-—–]\s*\d+\s*[-—–]$/.test(line) || isContentsHeading(line)) continue
    const section = bracketedName(line) ?? (open.length === 0 && SECTION.test(line) ? line : null)
    if (section !== null) {
      close(at - 1)
      sections.push(section)
      continue
    }
    open.push(line)
    if (PAGE.test(line) || (NUMBER.test(line) && !isRest(lines, at + 1, to))) close(at)
  }
  close(to - 1)
  return { sections, documents }
}

/** True where the next line that holds something is only the page. */
function isRest(lines: readonly string[], from: number, to: number): boolean {
  const next = lines.slice(from, to).find((line) => line.trim() !== '')
  return next !== undefined && /^[.．…·•⋯\s\u3000]*[（(]?\d{1,4}[）)]?$/u.test(plainLine(next))
}

/** A title that runs over several lines is one; the number ends it, and seldom a line ends inside the number. */
function readEntry(lines: readonly string[], codes: ReadonlySet<string>): Listed {
  const spaced = lines.join(' ')
  const page = PAGE.exec(spaced)
  const cut = (text: string): string => (page ? text.slice(0, text.length - page[0].length) : text)
  const readings = [cut(spaced), cut(lines.join(''))].map((text) => ({ text, number: findNumber(text, codes) }))
  const known = readings.find(({ number }) => number && codes.has(number.printed.replace(/\P{Script=Han}.*$/u, '')))
  const { text: rest, number } = known ?? readings.find((one) => one.number) ?? { text: cut(spaced), number: null }
  return {
    title: (number ? rest.slice(0, number.at) : rest).replace(/[\s\u3000.．…·•⋯（(]+$/u, '').replace(/[\s\u3000]+/g, ''),
    documentNumber: number?.printed ?? null,
    page: page ? Number(page[1] ?? page[2]) : null,
  }
}

function findNumber(text: string, codes: ReadonlySet<string>): { printed: string; at: number } | null {
  const match = NUMBER.exec(text.trimEnd())
  if (!match) return null
  const run = match[1] ?? ''
  const cut = endOfTitle(run, codes)
  return { printed: run.slice(cut).replace(/\s/g, ''), at: match.index + match[0].indexOf(run) + cut }
}

/** Without a space between them the words of the title run into the 机关代字: that is one which the text has, else it begins behind the last word of a title. */
function endOfTitle(run: string, codes: ReadonlySet<string>): number {
  const [word = ''] = /^\p{Script=Han}+/u.exec(run) ?? []
  const code = [...codes].filter((one) => word.endsWith(one)).sort((a, b) => b.length - a.length)[0]
  return code === undefined ? (TITLE_END.exec(run)?.[0].length ?? 0) : word.length - code.length
}
