/**
 * A short text and its signature on the first page (GB/T 9704-2012, 7.3.5.4). The first page must show text, and a signature is never alone on a
 * page; where a text of one paragraph cannot have both, the standard changes the distance of lines, and so do we, as little as it takes.
 */
import { layOut } from './engine/lay-out.ts'
import { HEAD_KINDS, type FlowItem, type FlowLine, type LineKind } from './flow.ts'
import type { Metrics } from './metrics.ts'
import type { OfficialFlow } from './official-flow.ts'
import type { OfficialRules } from './official.ts'
import type { LineRole } from './page.ts'
import type { Print } from './print.ts'

/** What is described, by which rules. */
export interface Description extends OfficialFlow {
  readonly rules: OfficialRules
}

/** The description that shows text on the first page and beside the signature; the first one where none does, or where it does not matter. */
export function fitted(rules: OfficialRules, metrics: Metrics, describe: (description: Description) => Print): Print {
  const plain = describe({ rules, whole: true, firstOnly: false })
  if (!isShort(plain) || isGood(plain, metrics)) return plain
  for (const [changed, whole] of changes(rules)) {
    const print = withFirstSheet(plain, describe({ rules: changed, whole, firstOnly: true }))
    if (isGood(print, metrics)) return print
  }
  return plain
}

/** The plain description with the text of the first sheet as another one sets it; its lines bring their distances along. */
function withFirstSheet(plain: Print, other: Print): Print {
  const own = firstSheet(plain)
  const sheet = firstSheet(other).map((section, at) => ({ ...section, items: section.items.map((item, index) => withDistances(item, own[at]?.items[index], [plain.styles, other.styles])) }))
  return { ...plain, sections: [...sheet, ...plain.sections.slice(own.length)] }
}

/** `own`: the same item in the plain description. Down to the title everything keeps its place; only the title's lines may be closer. */
function withDistances(item: FlowItem, own: FlowItem | undefined, [plain, other]: readonly [Print['styles'], Print['styles']]): FlowItem {
  if (item.kind === 'table') return item
  const [from, to] = [plain[item.line], other[item.line]]
  if (HEAD.has(item.line) && own?.kind === 'line') return item.line === 'title' || item.line === 'issuer' ? { ...own, ...changed('pitch', from.line, to.line) } : own
  return { ...item, ...changed('pitch', from.line, to.line), ...(item.before === undefined ? changed('before', from.before, to.before) : {}) }
}

function changed(key: 'pitch' | 'before', from: number | undefined, to: number | undefined): Pick<FlowLine, 'pitch' | 'before'> {
  return to === undefined || to === from ? {} : { [key]: to }
}

const HEAD: ReadonlySet<LineKind> = new Set<LineKind>([...HEAD_KINDS, 'documentNumber', 'issuer', 'title'])

/** From small changes to large ones: the paragraph parted, then lines closer, then lines so far apart that the paragraph parts. */
function changes(rules: OfficialRules): readonly (readonly [OfficialRules, boolean])[] {
  const { fit: { titleLine, closer, wider }, faces } = rules
  const close = { ...rules, faces: { ...faces, title: { ...faces.title, line: Math.min(faces.title.line, titleLine) } } }
  return [
    [rules, false],
    ...[rules.linePitch, ...closer].flatMap((linePitch) => [true, false].map((whole) => [{ ...close, linePitch }, whole] as const)),
    ...wider.map((linePitch) => [{ ...rules, linePitch }, false] as const),
  ]
}

/** What is no text of the document's body. */
const NO_TEXT: ReadonlySet<LineRole> = new Set<LineRole>([
  ...HEAD_KINDS, 'documentNumber', 'issuer', 'title', 'recipients', 'signatureOrgan', 'signatureDate', 'note', 'pageNumber', 'end', 'gap',
])

/** One paragraph above a signature: longer texts have text on either page by themselves. */
function isShort(print: Print): boolean {
  const items = firstSheet(print).flatMap((section) => section.items)
  const isText = (item: FlowItem): boolean => item.kind === 'table' || !NO_TEXT.has(item.line)
  const isSignature = (item: FlowItem): boolean => item.kind === 'line' && SIGNATURE.has(item.line)
  return items.some(isSignature) && items.filter((item) => isText(item) && !(item.kind === 'line' && item.line === 'attachmentList')).length === 1
}

const SIGNATURE: ReadonlySet<LineKind> = new Set<LineKind>(['signatureOrgan', 'signatureDate'])

/** The first page has text, and so has the page of each line of the signature. */
function isGood(print: Print, metrics: Metrics): boolean {
  const { name, look, styles, cells, furniture, firstPage } = print
  // 版记 takes a page of its own where it has to.
  const { pages } = layOut({ name, look, styles, cells, furniture, firstPage, sections: firstSheet(print) }, metrics)
  return pages.every(({ marks }, at) => {
    const roles = marks.flatMap((mark) => (mark.kind === 'line' ? [mark.role] : mark.kind === 'image' ? (['image'] as const) : []))
    const isSigned = roles.some((role) => role === 'signatureOrgan' || role === 'signatureDate')
    return !(at === 0 || isSigned) || roles.some((role) => !NO_TEXT.has(role) && (at > 0 || role !== 'attachmentList'))
  })
}

/** What stands before the first new page. */
function firstSheet({ sections }: Print): Print['sections'] {
  const next = sections.findIndex(({ newPage }, at) => at > 0 && newPage === true)
  return next < 0 ? sections : sections.slice(0, next)
}
