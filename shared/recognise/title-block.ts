/** The lines of a title block: whose document it is, and what it is about. */
import { GENRES } from '../document/types.ts'
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'
import { isOrgan } from './organs.ts'

export interface SplitTitle {
  readonly issuers: readonly string[]
  readonly title: string
}

/** What an organ does in its title without 关于: 印发《…》, 转发县财政局关于…. */
const ACTS = /印发|转发|批转|公布|发布|下达|表彰|授予|命名/gu

/**
 * Splits a title block into organs and title. Organs are what stands before 关于, or before what they do (转发…); without
 * either, what ends like an organ before the last words. Spaces are where a printed line ended, so they go.
 */
export function splitTitle(lines: readonly string[]): SplitTitle {
  const words = lines.flatMap((line) => line.split(/[\s\u3000]+/)).flatMap(listed).filter((word) => word !== '')
  const acting = splitAtAct(words)
  if (acting) return acting
  const at = words.findIndex((word) => word.includes('关于'))
  if (at < 0) return withoutAbout(words)
  const word = words[at] ?? ''
  const cut = word.indexOf('关于')
  // 印发《县政府关于…》: 关于 stands inside a name, behind words that are no organ.
  const before = word.slice(0, cut)
  if (before !== '' && !isOrgan(before)) return withoutAbout(words)
  const organs = [...words.slice(0, at), before].filter((one) => one !== '')
  return { issuers: joinOrgans(organs), title: word.slice(cut) + joinWords(words.slice(at + 1)) }
}

/** 县财政局、县教育局关于…: the words of a list of organs in front; any other word as it is. */
function listed(word: string): readonly string[] {
  const [, front = '', last = ''] = /^([^《“]*)、([^、]*)$/u.exec(word.slice(0, frontEnd(word))) ?? []
  const organs = front.split('、')
  const isList = front !== '' && organs.every((organ) => isOrgan(organ) && !isPlace(organ)) && (last === '' || isOrgan(last))
  return isList ? [...organs, word.slice(front.length + 1)] : [word]
}

/** Where organs end: before 关于 or what they do. */
function frontEnd(word: string): number {
  const ends = [word.indexOf('关于'), word.search(/印发|转发|批转|公布|发布|下达/u)].filter((at) => at >= 0)
  return ends.length === 0 ? word.length : Math.min(...ends)
}

/** Organs, and a title that begins with what they do; null where 关于 comes first. */
function splitAtAct(words: readonly string[]): SplitTitle | null {
  for (const [index, word] of words.entries()) {
    const about = word.indexOf('关于')
    for (const { index: cut } of word.matchAll(ACTS)) {
      const organs = joinOrgans([...words.slice(0, index), word.slice(0, cut)].filter((one) => one !== ''))
      if (about >= 0 && about < cut) break
      if (organs.length > 0 && organs.every((organ) => isOrgan(organ) && !isPlace(organ))) return { issuers: organs, title: word.slice(cut) + joinWords(words.slice(index + 1)) }
    }
    if (about >= 0) return null
  }
  return null
}

/** 河湾县 alone is a place, not yet an organ. */
function isPlace(text: string): boolean {
  return /[县市区镇乡村]$/u.test(text)
}

/** 河湾县人民政府 通告; 河湾县人民政府令第3号; 河湾县2024年政府工作报告. */
function withoutAbout(words: readonly string[]): SplitTitle {
  const organs: string[] = []
  while (organs.length < words.length - 1 && isOrgan(words[organs.length] ?? '')) organs.push(words[organs.length] ?? '')
  if (organs.length > 0) return { issuers: joinOrgans(organs), title: joinWords(words.slice(organs.length)) }
  const whole = joinWords(words)
  const [, named = '', number = ''] = /^(.*?(?:令|公告|通告))((?:\d{4}年|[〔[（(［][^〔〕]{1,8}[〕\]）)］])?第?[\d０-９〇零一二三四五六七八九十百]+号)$/u.exec(whole) ?? [whole, whole]
  for (const kind of [...GENRES, '令']) {
    const organ = named.slice(0, -kind.length)
    if (named.endsWith(kind) && isOrgan(organ)) return { issuers: [organ], title: kind + number }
  }
  return { issuers: [], title: whole }
}

/** Words up to one that ends like an organ are one organ: 河湾县 人民政府 is one, 河湾县财政局 河湾县教育局 are two. */
function joinOrgans(words: readonly string[]): readonly string[] {
  const organs: string[] = []
  let open = ''
  for (const word of words) {
    open += word
    if (!isOrgan(open) || isPlace(open)) continue
    organs.push(...ofOnePlace(open))
    open = ''
  }
  return open === '' ? organs : [...organs, open]
}

/** 河湾县财政局河湾县教育局: where the place comes again, another organ begins. */
function ofOnePlace(organ: string): readonly string[] {
  const place = /^(?:中共)?(\p{Script=Han}{1,8}?(?:省|市|县|区|州|旗|乡|镇))/u.exec(organ)
  const at = place ? organ.indexOf(place[1] ?? '', place[0].length) : -1
  const [before, rest] = [organ.slice(0, at), organ.slice(at)]
  return at > 0 && isOrgan(before) && !isPlace(before) && isOrgan(rest) ? [before, ...ofOnePlace(rest)] : [organ]
}

function joinWords(words: readonly string[]): string {
  return words.join('')
}

/** The organs of a red head (河湾县人民政府文件); 文件 and what else an original prints there is left out. */
export function withoutRedHead(lines: readonly Line[], notes: Notes): readonly Line[] {
  return lines.flatMap((line) => {
    const organ = line.text.replace(/[\s\u3000]*文[\s\u3000]*件$/, '')
    if (isOrgan(organ)) {
      if (organ !== line.text) notes.leaveOut('redHead', line.text.slice(organ.length))
      return [{ ...line, text: organ }]
    }
    notes.leaveOut('redHead', line.text)
    notes.doubt('版头', `“${line.text}”没有收入文稿`)
    return []
  })
}
