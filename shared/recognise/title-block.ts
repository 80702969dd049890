/** The lines of a title block: whose document it is, and what it is about. */
import { GENRES } from '../document/types.ts'
import type { Line } from './lines.ts'
import type { Notes } from './notes.ts'
import { isOrgan } from './organs.ts'

export interface SplitTitle {
  readonly issuers: readonly string[]
  readonly title: string
}

/**
 * Splits a title block into organs and title. Organs are what stands before 关于; without it, what ends like an organ
 * before the last words. Spaces are where a printed line ended, so they go.
 */
export function splitTitle(lines: readonly string[]): SplitTitle {
  const words = lines.flatMap((line) => line.split(/[\s\u3000]+/)).filter((word) => word !== '')
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

/** 河湾县人民政府 通告; 河湾县人民政府令第3号; 河湾县2024年政府工作报告. */
function withoutAbout(words: readonly string[]): SplitTitle {
  const organs: string[] = []
  while (organs.length < words.length - 1 && isOrgan(words[organs.length] ?? '')) organs.push(words[organs.length] ?? '')
  if (organs.length > 0) return { issuers: joinOrgans(organs), title: joinWords(words.slice(organs.length)) }
  const whole = joinWords(words)
  const [, named = '', number = ''] = /^(.*?)(第\d+号)?$/u.exec(whole) ?? []
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
    // 河湾县 alone is a place, not yet an organ.
    if (!isOrgan(open) || /[县市区镇乡村]$/.test(open)) continue
    organs.push(open)
    open = ''
  }
  return open === '' ? organs : [...organs, open]
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
