/** The measures of a written file against those that it was to have: paper, margins, columns, grid, and the faces of its styles. */
import type { FlowSection, LineKind } from '../../../shared/layout/flow.ts'
import type { PageLook } from '../../../shared/layout/look.ts'
import type { Print } from '../../../shared/layout/print.ts'
import { LINE_STYLES } from '../writer/styles.ts'
import type { Attributes, Check } from './check.ts'

/** How much stands on a full page, by what the file says: lines of so many characters in so many columns. */
export interface WordGrid {
  readonly columns: number
  readonly characters: number
  readonly lines: number
}

export interface Measures extends Check {
  /** Of the text's own style in the first section with the most columns; null where the file does not say. */
  grid(): WordGrid | null
}

/** Elements of a section, each with the attributes that are compared. */
const SECTION = ['w:pgSz', 'w:pgMar', 'w:cols', 'w:docGrid'] as const
type SectionPart = (typeof SECTION)[number]
type Section = Readonly<Record<SectionPart, Attributes>>

/** Elements of a style that its look is in. */
interface StyleFacts {
  size?: number
  family?: string
  line?: number
  spacing?: number
}

/** Reads sections and styles; what differs from `print` goes to `report`. */
export function measures(print: Print, report: (fault: string) => void): Measures {
  const sections: Record<string, Attributes>[] = []
  const styles = new Map<string, StyleFacts>()
  let style: StyleFacts | undefined
  let inParagraph = false
  let isBody = false
  return {
    startPart(part) {
      isBody = part === 'word/document.xml'
    },
    open(name, attributes) {
      if (isBody && name === 'w:sectPr') sections.push({})
      else if (isBody && (SECTION as readonly string[]).includes(name)) Object.assign(sections.at(-1) ?? {}, { [name]: attributes })
      else if (name === 'w:style') {
        style = {}
        styles.set(attributes['w:styleId'] ?? '', style)
      } else if (name === 'w:pPr') inParagraph = true
      else if (style) readStyle(style, name, attributes, inParagraph)
    },
    close(name) {
      if (name === 'w:style') style = undefined
      else if (name === 'w:pPr') inParagraph = false
    },
    end() {
      if (sections.length !== print.sections.length) report(`文件有${sections.length}节，应有${print.sections.length}节`)
      for (const [at, wanted] of print.sections.entries()) for (const fault of sectionFaults(sections[at] ?? {}, wanted, print.look)) report(`第${at + 1}节${fault}`)
      for (const fault of styleFaults(styles, print)) report(fault)
    },
    grid: () => gridOf(sections.map(whole), styles.get(LINE_STYLES.body)),
  }
}

function readStyle(style: StyleFacts, name: string, attributes: Attributes, inParagraph: boolean): void {
  if (name === 'w:sz') style.size = Number(attributes['w:val']) / 2
  else if (name === 'w:rFonts') style.family = attributes['w:eastAsia'] ?? ''
  else if (name === 'w:spacing' && inParagraph) style.line = attributes['w:lineRule'] === 'exact' ? Number(attributes['w:line']) : 0
  else if (name === 'w:spacing') style.spacing = Number(attributes['w:val'])
}

/** A landscape page is the portrait page turned a quarter to the right: what was its top is its right side. */
function sectionFaults(found: Readonly<Record<string, Attributes>>, { landscape, columns }: FlowSection, { page, columns: { gap }, linePitch }: PageLook): readonly string[] {
  const { width, height, top, bottom, left, right } = page
  const margins = landscape ? { top: left, right: top, bottom: right, left: bottom } : { top, right, bottom, left }
  const value = (part: SectionPart, name: string): number | undefined => {
    const text = found[part]?.[`w:${name}`]
    return text === undefined ? undefined : Number(text)
  }
  const compare = (what: string, part: SectionPart, name: string, wanted: number, otherwise?: number): readonly string[] => {
    const is = value(part, name) ?? otherwise
    return is === wanted ? [] : [`${what}应为${wanted}，文件里是${is ?? '（没有）'}`]
  }
  return [
    ...compare('纸宽', 'w:pgSz', 'w', landscape ? height : width),
    ...compare('纸高', 'w:pgSz', 'h', landscape ? width : height),
    ...compare('上边距', 'w:pgMar', 'top', margins.top),
    ...compare('下边距', 'w:pgMar', 'bottom', margins.bottom),
    ...compare('左边距', 'w:pgMar', 'left', margins.left),
    ...compare('右边距', 'w:pgMar', 'right', margins.right),
    ...compare('栏数', 'w:cols', 'num', columns, 1),
    ...(columns > 1 ? compare('栏距', 'w:cols', 'space', gap) : []),
    ...compare('行网格', 'w:docGrid', 'linePitch', linePitch),
  ]
}

/** Only styles that the file has: one layout has kinds of line that another does not. */
function styleFaults(styles: ReadonlyMap<string, StyleFacts>, { styles: looks, look }: Print): readonly string[] {
  return (Object.keys(LINE_STYLES) as LineKind[]).flatMap((kind) => {
    const found = styles.get(LINE_STYLES[kind])
    const { size, slot, line = 0, spacing = 0 } = looks[kind]
    if (!found) return []
    const faults: string[] = []
    if (found.size !== size) faults.push(`字号应为${size}磅，文件里是${found.size ?? '（没有）'}磅`)
    if (found.family !== look.fonts[slot]) faults.push(`字体应为${look.fonts[slot]}，文件里是${found.family ?? '（没有）'}`)
    if ((found.line ?? 0) !== line) faults.push(`行距应为${line}，文件里是${found.line ?? '（没有）'}`)
    if ((found.spacing ?? 0) !== spacing) faults.push(`字距应为${spacing}，文件里是${found.spacing ?? 0}`)
    return faults.map((fault) => `样式${LINE_STYLES[kind]}：${fault}`)
  })
}

function whole(section: Readonly<Record<string, Attributes>>): Section {
  return { 'w:pgSz': section['w:pgSz'] ?? {}, 'w:pgMar': section['w:pgMar'] ?? {}, 'w:cols': section['w:cols'] ?? {}, 'w:docGrid': section['w:docGrid'] ?? {} }
}

function gridOf(sections: readonly Section[], text: StyleFacts | undefined): WordGrid | null {
  const columnsOf = (section: Section): number => Number(section['w:cols']['w:num'] ?? 1)
  const upright = sections.filter(({ 'w:pgSz': size }) => size['w:orient'] !== 'landscape')
  const section = upright.reduce<Section | undefined>((most, one) => (most && columnsOf(most) >= columnsOf(one) ? most : one), undefined)
  const { size = 0, line = 0, spacing = 0 } = text ?? {}
  if (!section || size === 0 || line === 0) return null
  const { 'w:pgSz': paper, 'w:pgMar': margin, 'w:cols': cols } = section
  const of = (attributes: Attributes, name: string): number => Number(attributes[`w:${name}`] ?? 0)
  const columns = columnsOf(section)
  const width = (of(paper, 'w') - of(margin, 'left') - of(margin, 'right') - (columns - 1) * of(cols, 'space')) / columns
  const height = of(paper, 'h') - of(margin, 'top') - of(margin, 'bottom')
  // The last character's own spacing may reach out of the line.
  return { columns, characters: Math.floor((width + Math.max(0, spacing)) / (size * 20 + spacing)), lines: Math.floor(height / line) }
}
