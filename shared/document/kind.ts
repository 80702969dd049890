/** The kind (文种) that a title names with its last words. */
import { GENRES, type Genre } from './types.ts'

/** Kinds that are none of the 15 but end real titles; 方案, 办法 and the like are printed by a 通知 as a rule. */
const OTHER_KINDS = ['令', '方案', '预案', '办法', '细则', '规定', '规划', '计划', '要点', '总结', '规则', '章程', '条例', '标准', '制度']
/** What may stand before a kind and belongs to its name: 实施方案, 指导意见, 管理办法. */
const QUALIFIERS = ['实施', '指导', '管理', '暂行', '工作', '行动', '总体', '应急', '若干', '会议', '补充']

/** 第3号, 2024年第5号, 〔十七届〕第6号: what counts orders and announcements, behind their kind. */
const OWN_NUMBER = /(?:\d{4}年|[〔[（(［][^〔〕]{1,8}[〕\]）)］])?第?[\d０-９〇零一二三四五六七八九十百]+号$/u

/**
 * The kind as printed: 通知, 实施意见, 实施方案. After the last 的 of the title where what follows is a kind, else the
 * longest known ending. A bracket or a number (令第3号) at the end does not count. Null where the title names none.
 */
export function titleKind(title: string): string | null {
  const plain = title.replace(/\s/g, '').replace(/[（(][^（）()]*[）)]$/, '').replace(OWN_NUMBER, '')
  const last = plain.slice(plain.lastIndexOf('的') + 1)
  const base = [...GENRES, ...OTHER_KINDS].filter((kind) => plain.endsWith(kind)).sort((a, b) => b.length - a.length)[0]
  if (base === undefined) return null
  if (last !== plain && last.length <= 6 && last.endsWith(base)) return last
  const qualifier = QUALIFIERS.find((one) => plain.endsWith(one + base))
  return (qualifier ?? '') + base
}

/** Which of the 15 kinds a printed kind is: 实施意见 is an 意见, 令 a 命令. Null where it is none of them. */
export function genreOf(kind: string | null): Genre | null {
  if (kind === null) return null
  if (kind.endsWith('令')) return '命令'
  return GENRES.find((genre) => kind.endsWith(genre)) ?? null
}
