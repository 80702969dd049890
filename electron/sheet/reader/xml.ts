/** The XML of workbooks: its names, and what of it is read. */
import { readTrees, type Vocabulary, type XmlNode } from '../../ooxml/xml.ts'
import type { Zip } from '../../ooxml/zip.ts'

/** Much of a workbook is looks and machinery. Formulas count by being there; their results are stored beside them. */
const PASSED = new Set([
  'x:extLst', 'x:rPr', 'x:rPh', 'x:phoneticPr', 'x:fonts', 'x:fills', 'x:cellStyleXfs', 'x:cellStyles', 'x:dxfs', 'x:tableStyles', 'x:colors', 'x:protection',
  'x:conditionalFormatting', 'x:dataValidations', 'x:hyperlinks', 'x:sheetPr', 'x:sheetProtection', 'x:protectedRanges', 'x:scenarios', 'x:autoFilter',
  'x:sortState', 'x:ignoredErrors', 'x:oleObjects', 'x:controls', 'x:customSheetViews', 'x:rowBreaks', 'x:colBreaks', 'x:bookViews', 'x:externalReferences',
])

const SHEET: Vocabulary = {
  prefixes: {
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x:',
    // Strict files.
    'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x:',
  },
  texts: new Set(['x:t', 'x:v', 'x:definedName']),
  passes: (name) => PASSED.has(name),
  cell: 'x:c',
  mostCells: 300_000,
  mostElements: 1_200_000,
}

/** Reads the part `name`: what stands in an element of `within` goes to `take`. False where there is no such part. */
export function readPart(zip: Zip, name: string, within: readonly string[], take: (node: XmlNode) => void): boolean {
  return readTrees(zip, name, { vocabulary: SHEET, within }, take)
}

/** An attribute that says yes. */
export function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
