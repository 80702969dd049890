/** The XML of Word files: its names, what of it is read, and how its properties say yes and no. */
import { child, readTrees, type Vocabulary, type XmlNode } from '../../ooxml/xml.ts'
import type { Zip } from '../../ooxml/zip.ts'

/** Looks of text are most of a file; of them only these tell anything. */
const PASSED = new Set(['w:pBdr', 'w:tcMar', 'w:tblCellMar', 'w:shd', 'w:tabs', 'w:sectPr', 'w:rPrChange', 'w:pPrChange', 'w:tcPrChange', 'w:trPrChange', 'w:tblPrChange', 'w:lang', 'w:latentStyles'])
const IN_RUN_PROPERTIES = new Set(['w:vanish', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rFonts', 'w:rStyle'])

/** Names of WordprocessingML, of markup compatibility and of formulas begin with w:, mc: and m:. */
const WORD: Vocabulary = {
  prefixes: {
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
    // Strict files.
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  },
  texts: new Set(['w:t', 'w:delText', 'm:t']),
  // Of a cell's rules, one tells that it has any.
  passes: (name, parent) => PASSED.has(name) || (parent === 'w:tcBorders' && name !== 'w:bottom') || (parent === 'w:rPr' && !IN_RUN_PROPERTIES.has(name)),
  cell: 'w:tc',
  mostCells: 60_000,
  mostElements: 1_200_000,
}

/** Reads the part `name`: every child of an element `within` goes to `take`. False where there is no such part. */
export function readPart(zip: Zip, name: string, within: string, take: (node: XmlNode) => void): boolean {
  return readTrees(zip, name, { vocabulary: WORD, within: [within] }, take)
}

/** The attribute w:val of a child element. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes.val
}

/** A property that is on by being there: w:tblHeader, but w:val="0" turns it off. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = child(node, name)
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes.val ?? '1')
}
