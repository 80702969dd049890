/** Styles of a Word file (word/styles.xml): what a paragraph is by its style. */
import type { CellAlign, Heading } from '../../../shared/document/types.ts'
import { ITEM_ROLES, type ItemRole } from '../../../shared/recognise/items.ts'
import { PROPOSED_BREAK_NAME, ROLE_NAMES, STYLE_PREFIXES } from '../writer/style-names.ts'
import { LINE_STYLES, STYLE } from '../writer/styles.ts'
import { child, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import { childValue } from './xml.ts'

/** What styles say of a paragraph; undefined where they say nothing. */
export interface StyleFacts {
  readonly role: ItemRole | undefined
  readonly level: Heading['level'] | undefined
  readonly align: CellAlign | undefined
  readonly numId: string | undefined
  readonly numLevel: number | undefined
}

interface Style extends Omit<StyleFacts, 'role'> {
  readonly name: string
  readonly basedOn: string | undefined
}

const NOTHING: StyleFacts = { role: undefined, level: undefined, align: undefined, numId: undefined, numLevel: undefined }

/** Own styles by what other programs may keep of them: id and name. Heading and title are Word's own: they count beside these only. */
const OWN_IDS: ReadonlyMap<string, ItemRole> = new Map(
  ITEM_ROLES.map((role) => [(role in LINE_STYLES ? LINE_STYLES[role as keyof typeof LINE_STYLES] : STYLE[role as keyof typeof STYLE]).toLowerCase(), role]),
)
const OWN_NAMES: ReadonlyMap<string, ItemRole> = new Map(
  Object.values(STYLE_PREFIXES).flatMap((prefix) => ITEM_ROLES.filter((role) => role in ROLE_NAMES).map((role) => [`${prefix}${ROLE_NAMES[role] ?? ''}`, role] as const)),
)

const HEAD_CELLS: ReadonlySet<string> = new Set([STYLE.headCell.toLowerCase(), STYLE.smallHeadCell.toLowerCase(), ...Object.values(STYLE_PREFIXES).flatMap((prefix) => [`${prefix}表头`, `${prefix}小表头`])])

const PROPOSED_BREAKS: ReadonlySet<string> = new Set(Object.values(STYLE_PREFIXES).map((prefix) => prefix + PROPOSED_BREAK_NAME))

const LONGEST_CHAIN = 20

/** The styles of a file. `read` takes the children of w:styles. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #proposedBreaks = new Set<string>()
  #default: string | undefined
  /** The file has a style of the gazette layout. */
  #isOwn = false

  /** True for a file in the gazette layout. */
  get isOwn(): boolean {
    return this.#isOwn
  }

  /** True for the style of a header cell in a file of ours. */
  isHeadCell(id: string | undefined): boolean {
    const name = this.#styles.get(id ?? '')?.name ?? ''
    return this.#isOwn && (HEAD_CELLS.has((id ?? '').toLowerCase()) || HEAD_CELLS.has(name))
  }

  /** True for the style of a line break that nobody chose, in a title of ours. */
  isProposedBreak(id: string | undefined): boolean {
    return this.#proposedBreaks.has(id ?? '')
  }

  read(node: XmlNode): void {
    if (PROPOSED_BREAKS.has(childValue(node, 'w:name') ?? '')) this.#proposedBreaks.add(node.attributes.styleId ?? '')
    if (node.name !== 'w:style' || (node.attributes.type ?? 'paragraph') !== 'paragraph') return
    const id = node.attributes.styleId ?? ''
    if (node.attributes.default === '1' || node.attributes.default === 'true') this.#default = id
    this.#isOwn ||= OWN_NAMES.has(childValue(node, 'w:name') ?? '')
    this.#styles.set(id, { name: childValue(node, 'w:name') ?? '', basedOn: childValue(node, 'w:basedOn'), ...factsOf(child(node, 'w:pPr')) })
  }

  /** The facts of a style with those that it inherits. */
  facts(id: string | undefined): StyleFacts {
    const own = id === undefined ? undefined : this.#styles.get(id)
    let facts = { ...NOTHING, role: this.#isOwn ? roleOf(id, own?.name) : undefined, level: own && levelByName(own.name) }
    let at = id ?? this.#default
    for (let count = 0; at !== undefined && count < LONGEST_CHAIN; count++) {
      const style = this.#styles.get(at)
      if (!style) break
      facts = {
        role: facts.role,
        level: facts.level ?? style.level,
        align: facts.align ?? style.align,
        numId: facts.numId ?? style.numId,
        numLevel: facts.numLevel ?? style.numLevel,
      }
      at = style.basedOn
    }
    return facts
  }
}

/** What paragraph properties say themselves, without a style. */
export function factsOf(properties: XmlNode | undefined): Omit<StyleFacts, 'role'> {
  const number = child(properties, 'w:numPr')
  const outline = wholeNumber(childValue(properties, 'w:outlineLvl'), 0, 9)
  return {
    level: outline === undefined ? undefined : headingLevel(outline + 1),
    align: alignOf(childValue(properties, 'w:jc')),
    numId: childValue(number, 'w:numId'),
    numLevel: wholeNumber(childValue(number, 'w:ilvl'), 0, 8),
  }
}

function roleOf(id: string | undefined, name: string | undefined): ItemRole | undefined {
  return OWN_IDS.get((id ?? '').toLowerCase()) ?? OWN_NAMES.get(name ?? '') ?? ownHeading(name)
}

function ownHeading(name: string | undefined): ItemRole | undefined {
  const level = levelByName(name ?? '')
  if (level !== undefined) return `heading${level}`
  return name?.toLowerCase() === 'title' ? 'title' : undefined
}

/** heading 1, 标题 1, 标题1. */
function levelByName(name: string): Heading['level'] | undefined {
  const digit = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]
  return digit === undefined ? undefined : headingLevel(Number(digit))
}

function headingLevel(level: number): Heading['level'] | undefined {
  // Checked right here; deeper levels are text.
  return level >= 1 && level <= 4 ? (level as Heading['level']) : undefined
}

function alignOf(jc: string | undefined): CellAlign | undefined {
  if (jc === 'center') return 'center'
  if (jc === 'right' || jc === 'end') return 'right'
  return jc === 'left' || jc === 'start' ? 'left' : undefined
}
