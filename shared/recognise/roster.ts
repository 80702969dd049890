/**
 * Rosters (名单): lines of a role with its colon, a name, a post. Told by their form: roles and posts are words of offices, names have
 * two to four characters. Where one line does not fit, or a second entry is missing, all stay paragraphs.
 */
import type { RosterEntry } from '../document/build.ts'
import { isContact } from './roles.ts'
import { readMark } from './marks.ts'

export interface FoundRoster {
  readonly entries: readonly RosterEntry[]
  /** How many of the lines it takes. */
  readonly lines: number
}

const ROLE = /^(\p{Script=Han}(?:[\s\u3000]*\p{Script=Han}){1,7})[\s\u3000]*[：:][\s\u3000]*([^]*)$/u
/** Roles that a group or a board has. */
const OFFICE = /(?:组长|组员|成员|主任|委员|指挥长?|召集人|顾问|秘书长?|联络员|主席|政委|队长|队员|专家|总监|理事长?|会长|编辑|校对|主编|编委|书记|林长|河长|负责人)$/u
/** 李　毅; 张三; 欧阳文远; 买买提·艾山. A space or a bracket ends it. */
const NAME = /^(\p{Script=Han}[ \u00a0\u3000]+\p{Script=Han}|\p{Script=Han}{2,4}|\p{Script=Han}{1,12}(?:[·•]\p{Script=Han}{1,12})+)(?=[\s\u3000（(]|$)[\s\u3000]*([^]*)$/u
const ORGAN = /^(?:各|县|市委|省)|^\p{Script=Han}{2,3}(?:局|办|部|厅|委|院|镇|乡|县|区|公司|中心|学校|政府)$/u
const POST = /(?:长|主任|书记|主席|经理|负责人|委员|董事|监事|理事|秘书|专员|人员|干部|干事|科员|调研员|研究员|教授|工程师|农艺师|医师|教师|律师|会计师?|代表|助理|顾问|编辑|职员|队员|员|兼)$/u
/** A line that names posts and nobody: 各乡镇乡镇长. */
const POSTS_ALONE = /^(?=.*(?:各|有关|相关|主要|全体))[^，。；：！？\s]{4,80}(?:长|主任|书记|负责人|负责同志|主席|经理)$/u

/** No group has more; a text that goes on so is read piece by piece. */
const LONGEST = 300

/** The roster whose lines `lineAt` gives from 0 on, undefined behind the last; null where it is not clear that there is one. */
export function readRoster(lineAt: (at: number) => string | undefined): FoundRoster | null {
  const entries: RosterEntry[] = []
  let role = ''
  let at = 0
  for (let line = lineAt(0); line !== undefined && at < LONGEST; at++, line = lineAt(at)) {
    const last = entries.at(-1)
    if (role === '' && last && goesOn(last, line)) {
      entries[entries.length - 1] = { ...last, post: last.post + line }
      continue
    }
    const entry = readEntry(line, role, entries.length > 0)
    if (!entry) break
    role = entry.name === '' && entry.post === '' ? entry.role : ''
    if (role === '') entries.push(entry)
  }
  // A role whose name did not come is no line of it.
  const found = { entries, lines: role === '' ? at : at - 1 }
  // One more role that does not fit makes all of it lines of text: half a roster would be none.
  const isHalf = at < LONGEST && startsRoster(lineAt(found.lines) ?? '')
  return isClear(entries) && !isHalf ? found : null
}

/** The roster that the cells of a table without rules are, row by row; null for another table. */
export function rosterOfRows(rows: readonly (readonly string[])[]): readonly RosterEntry[] | null {
  const entries: RosterEntry[] = []
  for (const [role = '', name = '', post = '', ...more] of rows) {
    const label = role === '' ? '' : `${role.replace(/[：:]$/u, '')}：`
    const entry = readEntry(`${label}${name}\u3000${post}`, '', entries.length > 0)
    // A role without its colon would be printed with one.
    if (more.length > 0 || (role !== '' && !/[：:]$/u.test(role)) || !entry || entry.name === '') return null
    entries.push(entry)
  }
  return isClear(entries) ? entries : null
}

/** True for a line that begins with the role of a group, as a line of a roster does. */
export function startsRoster(text: string): boolean {
  const role = bare(ROLE.exec(text)?.[1] ?? '')
  return /(?:组长|组员|成员|指挥长?)$/u.test(role) && text.length <= 60 && !/[。；]/u.test(text)
}

/** One line. `role` is one that stood alone on the line above. */
function readEntry(line: string, role: string, isInside: boolean): RosterEntry | null {
  if (readMark(line) || isContact(line) || line.length > 120) return null
  const [, label, rest = ''] = ROLE.exec(line) ?? []
  const own = label === undefined ? role : bare(label)
  const text = label === undefined ? line : rest
  if (label !== undefined && role !== '') return null
  if (text === '') return OFFICE.test(own) ? { role: own, name: '', post: '' } : null
  if (!isInside && own === '') return null
  const [, name = '', post = ''] = NAME.exec(text) ?? []
  if (name !== '' && !ORGAN.test(bare(name))) {
    if (post === '' ? own !== '' && OFFICE.test(own) : fitsPost(post)) return { role: own, name: bare(name), post }
  }
  const posts = own === '' ? text : text.replace(/。$/u, '')
  return isInside && POSTS_ALONE.test(posts) ? { role: own, name: '', post: text } : null
}

/** Words of a post; not a second name with a post of its own, not a list of names. */
function fitsPost(post: string): boolean {
  if (/[。；：:！？;=]/u.test(post) || post.length > 80 || !/\p{Script=Han}{2}/u.test(post)) return false
  const words = post.split(/[\s\u3000]+/)
  const isName = (word: string): boolean => /^\p{Script=Han}{2,4}$/u.test(word) && !isPost(word)
  if (words.length === 1) return !isName(post) || post.length === 4
  return !words.every(isName) && !words.some((word, at) => at > 0 && isName(word) && isPost(words[at - 1] ?? ''))
}

function isPost(text: string): boolean {
  const inside = /^[（(]([^]*)[）)]$/u.exec(text)?.[1]
  return POST.test(inside ?? text.replace(/[（(][^（）()]*[）)]$/u, ''))
}

/** The rest of a post that a line end has cut: a short line of nothing but the words of a post, behind one that is none yet. */
function goesOn({ post }: RosterEntry, line: string): boolean {
  return post !== '' && !isPost(post) && !/[）)]$/u.test(post) && /^[\p{Script=Han}、（）()]{1,24}$/u.test(line) && isPost(line)
}

function isClear(entries: readonly RosterEntry[]): boolean {
  const named = entries.filter(({ name }) => name !== '')
  const posts = entries.filter(({ post }) => post !== '')
  const offices = entries.every(({ role }) => role === '' || OFFICE.test(role))
  if (named.length < 2) return false
  const known = posts.filter(({ post }) => isPost(post)).length
  return offices ? known * 2 >= posts.length : posts.length === entries.length && known === posts.length
}

function bare(text: string): string {
  return text.replace(/[\s\u3000]/g, '')
}
