/**
 * Recognition of a whole issue: its text in; out what it says about itself, and the text of each document in its section, to be
 * read by `recogniseNotice`. What the contents say otherwise than the text is a doubt; the text counts.
 */
import type { IssueFacts, Listed } from '../gazette/issue.ts'
import type { Document } from '../document/types.ts'
import { partText } from '../document/text.ts'
import type { Doubt } from './doubt.ts'
import type { Contents, ListedDocument } from './issue-contents.ts'
import { cutIssue, type CutIssue, type IssuePiece } from './issue-cut.ts'
import { isBoardHeading, isIntroductionHeading, readBoard, readFront } from './issue-facts.ts'
import { bracketedName, numberKey, plainLine, titleKey } from './issue-lines.ts'

/** How much the contents print: nothing, titles, or titles with document numbers. */
export type ContentsPrint = 'none' | 'titles' | 'numbers'

/** One document of an issue before it is read. */
export interface IssueDocumentText {
  readonly text: string
  /** Its line in the contents; null where they leave it out. */
  readonly listed: Listed | null
}

export interface IssueText {
  readonly facts: IssueFacts
  readonly sections: readonly { readonly name: string; readonly documents: readonly IssueDocumentText[] }[]
  /** What the contents print of each document; `none`: there are no contents. */
  readonly contents: ContentsPrint
  /** Of the issue as a whole. */
  readonly doubts: readonly Doubt[]
  /** Contents that list several documents with numbers say by themselves that this is an issue; else a person has to say so. */
  readonly evident: boolean
}

/** Reads a text as an issue. Null where it is none: no document in it, or no year and number in front of them. */
export function readIssue(text: string): IssueText | null {
  const cut = cutIssue(text)
  const { year, ...front } = readFront(linesOf(cut, 'front'))
  const documents = cut.pieces.filter(({ kind }) => kind === 'document')
  if (year === null || front.numbers.length === 0 || documents.length === 0) return null
  const listed = matchContents(documents, cut.contents)
  const board = readBoard(linesOf(cut, 'board').filter((line) => !isBoardHeading(line)))
  const introduction = shown(linesOf(cut, 'introduction').filter((line) => !isIntroductionHeading(line)))
  const numbered = documents.filter((piece) => listed.has(piece) && piece.start?.number)
  return {
    facts: { ...front, year, board, introduction, cover: shown(linesOf(cut, 'front')) },
    sections: sectionsOf(cut, listed),
    doubts: [...frontDoubts(front), ...missing(cut.contents, listed)],
    contents: printOf(cut.contents),
    evident: numbered.length > 1,
  }
}

function printOf(contents: Contents | null): ContentsPrint {
  if (!contents) return 'none'
  return contents.documents.some(({ documentNumber }) => documentNumber !== null) ? 'numbers' : 'titles'
}

/** What the contents say of a document otherwise than its text, character for character but for the issuing organ and spaces. */
export function contentsDoubts(contents: ContentsPrint, listed: Listed | null, document: Document): readonly Doubt[] {
  const bare = (text: string): string => text.replace(/[\s\u3000]/g, '')
  if (contents === 'none') return []
  if (!listed) return [{ where: '目录', what: '目录里没有这一份' }]
  const doubts: Doubt[] = []
  const title = bare(partText(document, 'title'))
  const organs = document.header.issuers.map(bare).join('')
  if (bare(listed.title) !== title && bare(listed.title) !== organs + title) doubts.push({ where: '目录', what: `目录里的标题是“${listed.title}”，与正文不同，照正文收入` })
  const number = document.header.documentNumber
  if (contents === 'numbers' && listed.documentNumber !== number) doubts.push({ where: '目录', what: `目录里${listed.documentNumber === null ? '没有文号' : `的文号是“${listed.documentNumber}”`}，正文是“${number ?? '（无文号）'}”，照正文收入` })
  return doubts
}

function linesOf({ pieces }: CutIssue, kind: IssuePiece['kind']): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === kind ? piece.lines : []))
}

function shown(lines: readonly string[]): string {
  return lines.map(plainLine).filter((line) => line !== '').join('\n')
}

/** The contents' line of each document: that of its number, else of its title. */
function matchContents(documents: readonly IssuePiece[], contents: Contents | null): ReadonlyMap<IssuePiece, ListedDocument> {
  const found = new Map<IssuePiece, ListedDocument>()
  const open = new Set(contents?.documents)
  const match = (fits: (one: ListedDocument, piece: IssuePiece) => boolean): void => {
    for (const piece of documents) {
      const one = found.has(piece) ? undefined : [...open].find((line) => fits(line, piece))
      if (!one) continue
      open.delete(one)
      found.set(piece, one)
    }
  }
  const sameNumber = (one: ListedDocument, { start }: IssuePiece): boolean => one.documentNumber !== null && numberKey(one.documentNumber) === start?.number
  const sameTitle = (one: ListedDocument, { start }: IssuePiece): boolean => titleKey([one.title]) === start?.title
  match((one, piece) => sameNumber(one, piece) && sameTitle(one, piece))
  match(sameNumber)
  match(sameTitle)
  return found
}

/** A document belongs to the section that the contents put it in, else to that of a name above it or of the document before. */
function sectionsOf({ pieces, contents }: CutIssue, listed: ReadonlyMap<IssuePiece, ListedDocument>): IssueText['sections'] {
  const sections = new Map<string, IssueDocumentText[]>((contents?.sections ?? []).map((name) => [name, []]))
  let name = contents?.sections[0] ?? ''
  for (const piece of pieces) {
    if (piece.kind === 'section') name = bracketedName(piece.lines[0] ?? '') ?? plainLine(piece.lines[0] ?? '')
    if (piece.kind !== 'document') continue
    const line = listed.get(piece)
    name = line?.section ?? name
    const printed = line ? { title: line.title, documentNumber: line.documentNumber, page: line.page } : null
    const document = { text: piece.lines.join('\n'), listed: printed }
    const those = sections.get(name)
    if (those) those.push(document)
    else sections.set(name, [document])
  }
  return [...sections].map(([section, documents]) => ({ name: section, documents }))
}

function frontDoubts({ gazetteName, total, date, sponsor }: Pick<IssueFacts, 'gazetteName' | 'total' | 'date' | 'sponsor'>): readonly Doubt[] {
  const lacks = [gazetteName === '' && '公报名称', total === null && '总期数', date === '' && '出版日期', sponsor === '' && '主办单位']
  return lacks.flatMap((what) => (what === false ? [] : [{ where: '封面', what: `没有找到${what}` }]))
}

function missing(contents: Contents | null, listed: ReadonlyMap<IssuePiece, ListedDocument>): readonly Doubt[] {
  if (!contents) return [{ where: '目录', what: '没有找到目录，各份公文按文号和标题分开' }]
  const found = new Set(listed.values())
  return contents.documents
    .filter((line) => !found.has(line))
    .map(({ title, documentNumber, page }) => ({
      where: '目录',
      what: `列有“${title}”${documentNumber ?? ''}${page === null ? '' : `（第${page}页）`}，文中没有找到，它的文字可能在前一份里`,
    }))
}
