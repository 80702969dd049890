/**
 * Titles over several lines (GB/T 9704-2012, 7.3.1): centred, as few lines as fit, of like length, words kept whole. The
 * breaks that a person chose ("\n") stand in every layout; those between them are proposed for the width of each.
 */
import type { KeptTitle } from '../document/types.ts'
import { rememberText } from '../lib/remember.ts'
import { charWidth, gapBetween, textWidth } from './text-width.ts'

/** Compounds of official titles that a dictionary of words takes apart. */
const COMPOUNDS = [
  /[省市县区乡镇]?人民政府(?:办公室)?|领导小组|委员会|指挥部|办公室/g,
  /实施(?:方案|意见|办法|细则)|工作(?:方案|要点|规则|报告)|管理(?:办法|规定)|行动(?:计划|方案)|应急预案|“?十[一二三四五]五”?规划/g,
  /安全生产|农业生产|生产托管|农村(?:公路|住房|危房|饮水)|乡村振兴|(?:入河)?排污口|防疫员|[禁轮休]牧|外来物种|非物质文化遗产|特殊教育|义务教育|健康促进县?|海绵城市|超限超载|秸秆能源化/g,
  /森林(?:草原)?防火|防汛抗旱|应急物资|地质灾害|污染防治|食品安全|生态环境|人居环境|营商环境|自然资源|市场监管|公共卫生|医疗保障|社会保障|涉农资金|文化遗产|行政执法|专项整治|困境儿童|残疾人|高质量发展|经济普查/g,
  /[的]?(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$/g,
]
const NOT_AT_START = /[、，。；：？！）》」』】〕”’…—%％℃的]/u
const NOT_AT_END = /[（《「『【〔“‘]/u
const PLACE = /[省市县区乡镇村]/u

/**
 * The place that an organ's name begins with: 河湾县, or three characters before 县 where the first of them ends no word that often stands before a name
 * (印发河湾县).
 */
const OF_PLACE = String.raw`(?:(?![发于立达报转送对向由给和及在的将把为与同整定强好实开做施布复请])\p{Script=Han})?\p{Script=Han}{2}[省市县区旗乡镇]`
/** What the name of an organ ends with; 局 neither in 布局 nor in 局部. */
const ORGAN = String.raw`(?:人民政府|委员会|指挥部|领导小组|办公室|管理处|服务中心|人民法院|人民检察院|(?<![布格结])局(?![部面势限]))`
const UNIT = '(?:年度|周年|年|季度|月|日|天|小时|号|个|项|件|条|款|期|届|次|批|级|类|处|座|所|家|名|户|人|辆|台|套|万元|亿元|元|万亩|亩|公顷|立方米|平方米|平方公里|公里|千米|米|万千瓦|千瓦|兆瓦|万吨|吨|万|亿|倍|％|%|‰|℃)'

/** What is never cut where it fits into a line: organs, numbers with their units, what is done with a text. */
const WHOLE = [
  new RegExp(`(?:${OF_PLACE})?人民政府(?:办公室)?`, 'gu'),
  new RegExp(`(?:${OF_PLACE}|[省市县区乡镇])\\p{Script=Han}{0,10}?${ORGAN}(?:办公室)?`, 'gu'),
  new RegExp(`(?:第?[0-9][0-9.,]*(?:[—～~-][0-9.,]+)?${UNIT}?)+`, 'gu'),
  /第[一二三四五六七八九十百]+(?:届|次|批|期|季度|个)?/gu,
  /[“"]?十[一二三四五]五[”"]?(?:规划|时期)?/gu,
  /印发|转发|批转|废止|修订/gu,
]

const NEVER = 1e6
const SPLITS_WORD = 60
const SPLITS_NAME = 40

/** Where a title stands: at most so many characters (em) in a line, `gap` em between Chinese and Latin; how it was set before, where that was kept. */
export interface TitlePlace {
  readonly characters: number
  readonly gap?: number
  readonly kept?: readonly KeptTitle[] | undefined
}

/** A title with "\n" at all its breaks, and which of these nobody chose (the first is 0). Without them it is the title again, but for empty lines. */
export interface SetTitle {
  readonly text: string
  readonly proposed: readonly number[]
}

/** What stands at a proposed break in a kept title. */
const PROPOSED = '\u2028'

/** Sets a title: as it was kept, where that still holds, else as proposed now. Breaks that a person chose are kept, also where a line between them has to be broken further. */
export function setTitle(title: string, place: TitlePlace): SetTitle {
  const kept = keptText(title, place)
  if (kept === undefined) return proposedTitle(title, place)
  const breaks = kept.match(BREAK) ?? []
  return { text: kept.replaceAll(PROPOSED, '\n'), proposed: [...breaks.keys()].filter((at) => breaks[at] === PROPOSED) }
}

/** Sets a title anew. */
export function proposedTitle(title: string, { characters, gap = 0 }: Omit<TitlePlace, 'kept'>): SetTitle {
  const lines: string[] = []
  const proposed: number[] = []
  for (const piece of chosenLines(title)) {
    const broken = known(`${characters} ${gap} ${piece}`)
    proposed.push(...broken.slice(1).map((_, at) => lines.length + at))
    lines.push(...broken)
  }
  return { text: lines.join('\n'), proposed }
}

/** A title as it is kept; undefined where nothing was proposed, and for a title that has a `PROPOSED` of its own. */
export function toKeep(title: string, { text, proposed }: SetTitle): string | undefined {
  if (proposed.length === 0 || title.includes(PROPOSED)) return undefined
  let at = 0
  return text.replaceAll('\n', () => (proposed.includes(at++) ? PROPOSED : '\n'))
}

/** What was kept for this width, where the title still says it and every line still fits. */
function keptText(title: string, { characters, gap = 0, kept = [] }: TitlePlace): string | undefined {
  const found = kept.find((one) => one.characters === characters)
  if (found?.text.replaceAll(PROPOSED, '') !== chosenLines(title).join('\n')) return undefined
  return found.text.split(BREAK).every((line) => line !== '' && textWidth(line, gap) <= characters) ? found.text : undefined
}

const BREAK = /[\n\u2028]/g

/** The lines that a person made of a title; an empty one is none. */
function chosenLines(title: string): readonly string[] {
  return title.split('\n').filter((line) => line !== '')
}

/** Titles are set again at each change of a document, and hardly ever change themselves. */
const known = rememberText((key) => {
  const [limit, gap, ...piece] = key.split(' ')
  return balanced(piece.join(' '), Number(limit), Number(gap))
}, 400)

function balanced(text: string, limit: number, gap: number): readonly string[] {
  const width = textWidth(text, gap)
  if (width <= limit) return [text]
  const chars = Array.from(text)
  const costs = breakCosts(text, chars, limit)
  for (let count = Math.ceil(width / limit); count < chars.length; count++) {
    const lines = fewestCosts(chars, costs, count, { limit, gap })
    // One line more is better than a broken number or mark, but not better than a broken word.
    if (lines.cost < NEVER || count > Math.ceil(width / limit) + 1) return lines.text
  }
  return chars
}

/** Three lines: the one in the middle is the longest. */
const DIAMOND = [0.94, 1.12, 0.94]

interface Fit {
  readonly cost: number
  readonly text: readonly string[]
}

/** The cheapest way to set `chars` in exactly `count` lines: squares of what lines miss from the mean, and what the breaks cost. */
function fewestCosts(chars: readonly string[], costs: readonly number[], count: number, { limit, gap }: { limit: number; gap: number }): Fit {
  const mean = chars.reduce((sum, char) => sum + charWidth(char), 0) / count
  const shape = count === 3 ? DIAMOND : undefined
  // best[i]: cheapest way to set the first i characters in the lines so far.
  let best: (Fit | undefined)[] = [{ cost: 0, text: [] }]
  for (let line = 1; line <= count; line++) {
    const next: (Fit | undefined)[] = []
    for (let start = 0; start < chars.length; start++) {
      const before = best[start]
      if (!before) continue
      let width = 0
      for (let end = start + 1; end <= chars.length; end++) {
        const char = chars[end - 1] ?? ''
        width += charWidth(char) + (end - 1 > start ? gapBetween(chars[end - 2] ?? '', char, gap) : 0)
        if (width > limit) break
        const cost = before.cost + (width - mean * (shape?.[line - 1] ?? 1)) ** 2 + (end < chars.length ? (costs[end] ?? 0) : 0)
        if (cost < (next[end]?.cost ?? Infinity)) next[end] = { cost, text: [...before.text, chars.slice(start, end).join('')] }
      }
    }
    best = next
  }
  return best[chars.length] ?? { cost: Infinity, text: [] }
}

/** What a break before each character costs; at 0 nothing. */
function breakCosts(text: string, chars: readonly string[], limit: number): readonly number[] {
  const costs = chars.map((char, at) => (at === 0 ? 0 : markCost(chars[at - 1] ?? '', char)))
  const inside = (from: number, length: number, cost: number): void => {
    for (let at = from + 1; at < from + length; at++) costs[at] = (costs[at] ?? 0) + cost
  }
  let at = 0
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const length = Array.from(segment).length
    inside(at, length, SPLITS_WORD)
    at += length
  }
  const cut = (pattern: RegExp, cost: number, tail = 0): void => {
    for (const match of text.matchAll(pattern)) {
      const name = match[0]
      if (textWidth(name) + tail <= limit) inside(Array.from(text.slice(0, match.index)).length, Array.from(name).length, cost)
    }
  }
  for (const pattern of COMPOUNDS) cut(pattern, SPLITS_NAME)
  for (const pattern of WHOLE) cut(pattern, NEVER)
  // The name of a text stands in one line with the 的通知 that cannot begin the next one; a longer one is cut between its words.
  cut(/《[^《》]*》/g, SPLITS_NAME)
  cut(/《[^《》]*》/g, NEVER, 3)
  return costs
}

/** What the two characters at a break say: kinsoku, numbers with their units, Latin words, 关于. */
function markCost(before: string, after: string): number {
  if (NOT_AT_START.test(after) || NOT_AT_END.test(before)) return NEVER
  if (/[0-9A-Za-z.]/.test(before) && /[0-9A-Za-z.%\p{Script=Han}]/u.test(after)) return NEVER
  if (PLACE.test(after) || before === '于' || before === '第') return SPLITS_WORD
  return 0
}
