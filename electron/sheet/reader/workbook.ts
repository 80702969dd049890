/** The workbook: its sheets in their order, where its days begin, and which rows are printed again. */
import { mainPart, relationshipsOf } from '../../ooxml/relationships.ts'
import { child, elements, textBelow, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import type { Zip } from '../../ooxml/zip.ts'
import { tidy } from './text.ts'
import { isYes, readPart } from './xml.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Name of its part; null for what is no sheet of cells (a chart). */
  readonly part: string | null
  /** The last row that is printed again on each page, counted from 1; null where there is none. */
  readonly printedAgain: number | null
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean
  readonly strings: string | null
  readonly styles: string | null
}

/** Why there is no workbook to read: another kind of package, or the binary form of one. */
export type NoWorkbook = 'other' | 'binary'

/** Reads the workbook's own part. */
export function readWorkbook(zip: Zip): Workbook | NoWorkbook {
  const part = mainPart(zip, 'xl/workbook.xml')
  if (!zip.has(part)) return 'other'
  if (/\.bin$/i.test(part)) return 'binary'
  const nodes = new Map<string, XmlNode>()
  readPart(zip, part, ['x:workbook'], (node) => nodes.set(node.name, node))
  if (!nodes.has('x:sheets')) return 'other'
  const related = relationshipsOf(zip, part)
  const printed = printedAgain(nodes.get('x:definedNames'))
  const sheets = elements(nodes.get('x:sheets')).map(({ attributes }, at): SheetEntry => {
    const found = related.find(({ id }) => id === attributes.id)
    return {
      name: attributes.name ?? '',
      hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      part: found?.kind === 'worksheet' ? found.target : null,
      printedAgain: printed.get(String(at)) ?? null,
    }
  })
  const partOf = (kind: string): string | null => related.find((one) => one.kind === kind)?.target ?? null
  return { sheets, from1904: isYes(nodes.get('x:workbookPr')?.attributes.date1904), strings: partOf('sharedStrings'), styles: partOf('styles') }
}

/** The last row of 打印标题 by the sheet's place in the workbook: 'Sheet1'!$A:$B,'Sheet1'!$1:$3. */
function printedAgain(names: XmlNode | undefined): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const node of elements(names)) {
    const { name, localSheetId } = node.attributes
    const last = wholeNumber(/\$\d+:\$(\d+)\s*$/.exec(textBelow(node))?.[1], 1, 100)
    if (name === '_xlnm.Print_Titles' && localSheetId !== undefined && last !== undefined) found.set(localSheetId, last)
  }
  return found
}

/** The workbook's strings (xl/sharedStrings.xml), tidied: without the readings that stand above Japanese words. */
export function readStrings(zip: Zip, part: string | null): readonly string[] {
  const strings: string[] = []
  if (part !== null) readPart(zip, part, ['x:sst'], (node) => strings.push(tidy(stringOf(node))))
  return strings
}

/** The text of a string: its own, or that of its runs. */
export function stringOf(node: XmlNode | undefined): string {
  const whole = child(node, 'x:t')
  const runs = elements(node).filter(({ name }) => name === 'x:r')
  return [...(whole ? [whole] : []), ...runs.flatMap((run) => child(run, 'x:t') ?? [])].map(textBelow).join('')
}
