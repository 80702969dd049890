/** The XML of a part as small trees, handed over one by one, so that a long document never stands in memory as a whole. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged, oversized, WordFault } from './fault.ts'
import type { Zip } from './zip.ts'

/** An element. Names of WordprocessingML, of markup compatibility and of formulas begin with w:, mc: and m:; others have no prefix. */
export interface XmlNode {
  readonly name: string
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Text only where an element may hold any. */
  readonly children: readonly (XmlNode | string)[]
}

const DEEPEST = 300
const MOST_ELEMENTS = 1_200_000
/** Cells of all tables: a tree of a table stands in memory as a whole. */
const MOST_CELLS = 60_000

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PREFIXES: Readonly<Record<string, string>> = {
  [WORD]: 'w:',
  // Strict files.
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
}
const TEXT = new Set(['w:t', 'w:delText', 'm:t'])
/** Looks of text are most of a file; of them only these tell anything. */
const PASSED = new Set(['w:tcBorders', 'w:tblBorders', 'w:pBdr', 'w:tcMar', 'w:tblCellMar', 'w:shd', 'w:tabs', 'w:sectPr', 'w:rPrChange', 'w:pPrChange', 'w:tcPrChange', 'w:trPrChange', 'w:tblPrChange', 'w:lang', 'w:latentStyles'])
const IN_RUN_PROPERTIES = new Set(['w:vanish', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rFonts'])

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[]
}

/** Reads the part `name`: every child of an element `within` goes to `take`. False where there is no such part. */
export function readPart(zip: Zip, name: string, within: string, take: (node: XmlNode) => void): boolean {
  const reader = new PartReader(within, take)
  let decoder: TextDecoder | undefined
  const found = zip.read(name, (piece) => {
    decoder ??= decoderFor(piece)
    reader.write(decoder.decode(piece, { stream: true }), name)
  })
  if (found) reader.end(decoder?.decode() ?? '', name)
  return found
}

/** UTF-8, or UTF-16 with a byte order mark; another encoding where the declaration says so. */
function decoderFor(piece: Uint8Array): TextDecoder {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le')
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be')
  const named = /^[^>]*\sencoding=["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(piece.subarray(0, 200)))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(/^utf-16/i.test(named) ? 'utf-8' : named)
  } catch {
    return new TextDecoder()
  }
}

class PartReader {
  readonly #parser = new SaxesParser()
  readonly #within: string
  readonly #take: (node: XmlNode) => void
  /** Names of the open elements outside any tree. */
  readonly #outside: string[] = []
  readonly #open: OpenNode[] = []
  /** For each open element that declares namespaces, its depth and what prefixes mean from there on. */
  readonly #scopes: { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> }[] = []
  #depth = 0
  /** Depth of the element that is passed over with all that is in it; 0 for none. */
  #passed = 0
  #elements = 0
  #cells = 0

  constructor(within: string, take: (node: XmlNode) => void) {
    this.#within = within
    this.#take = take
    const parser = this.#parser
    parser.on('error', (error) => {
      throw error
    })
    // Entities could stand for other files, or for each other without end.
    parser.on('doctype', () => {
      throw damaged('里面有不允许的文档类型声明')
    })
    parser.on('opentag', (tag) => this.#start(tag))
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
    parser.on('closetag', () => this.#close())
  }

  write(text: string, part: string): void {
    try {
      this.#parser.write(text)
    } catch (error) {
      throw error instanceof WordFault ? error : faultIn(part, error)
    }
  }

  end(text: string, part: string): void {
    this.write(text, part)
    try {
      this.#parser.close()
    } catch (error) {
      throw error instanceof WordFault ? error : faultIn(part, error)
    }
  }

  #start(tag: SaxesTagPlain): void {
    this.#elements += 1
    this.#depth += 1
    if (this.#elements > MOST_ELEMENTS) throw oversized('内容太多')
    if (this.#depth > DEEPEST) throw oversized('里面的内容嵌套太深')
    if (this.#passed > 0) return
    this.#declare(tag)
    const name = this.#nameOf(tag.name)
    if (name === 'w:tc') this.#cells += 1
    if (this.#cells > MOST_CELLS) throw oversized('表格太大')
    if (PASSED.has(name) || (this.#open.at(-1)?.name === 'w:rPr' && !IN_RUN_PROPERTIES.has(name))) {
      this.#passed = this.#depth
      return
    }
    if (this.#open.length === 0 && this.#outside.at(-1) !== this.#within) {
      this.#outside.push(name)
      return
    }
    const node: OpenNode = { name, attributes: attributesOf(tag), children: [] }
    this.#open.at(-1)?.children.push(node)
    this.#open.push(node)
  }

  #text(text: string): void {
    const node = this.#open.at(-1)
    if (node && TEXT.has(node.name)) node.children.push(text)
  }

  #declare({ attributes }: SaxesTagPlain): void {
    let prefixes: Map<string, string> | null = null
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue
      prefixes ??= new Map(this.#scopes.at(-1)?.prefixes)
      prefixes.set(key.slice(6), PREFIXES[attributes[key] ?? ''] ?? '')
    }
    if (prefixes) this.#scopes.push({ depth: this.#depth, prefixes })
  }

  #nameOf(name: string): string {
    const colon = name.indexOf(':')
    const prefix = this.#scopes.at(-1)?.prefixes.get(colon < 0 ? '' : name.slice(0, colon)) ?? ''
    return prefix + name.slice(colon + 1)
  }

  #close(): void {
    const depth = this.#depth
    this.#depth -= 1
    if (this.#passed > 0) {
      if (this.#passed === depth) this.#passed = 0
      return
    }
    if (this.#scopes.at(-1)?.depth === depth) this.#scopes.pop()
    const node = this.#open.pop()
    if (!node) this.#outside.pop()
    else if (this.#open.length === 0) this.#take(node)
  }
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

function attributesOf({ attributes }: SaxesTagPlain): Readonly<Record<string, string>> {
  let named: Record<string, string> | null = null
  for (const key in attributes) {
    const local = key.slice(key.indexOf(':') + 1)
    // Which editing session a paragraph is from: on every second element, and never of use.
    if (local.startsWith('rsid') || key.startsWith('xmlns')) continue
    named ??= {}
    named[local] ??= attributes[key] ?? ''
  }
  return named ?? NO_ATTRIBUTES
}

function faultIn(part: string, error: unknown): Error {
  // An error of the parser names the place; what else goes wrong is a fault of the program.
  const isXml = error instanceof Error && /^\d+:\d+: /.test(error.message)
  if (isXml) return damaged(`${part} 不是完整的 XML`)
  return error instanceof Error ? error : new Error(String(error))
}

/** The children of a node that are elements. */
export function elements(node: XmlNode | undefined): readonly XmlNode[] {
  return node ? node.children.filter((child): child is XmlNode => typeof child !== 'string') : []
}

/** The first child element of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return elements(node).find((one) => one.name === name)
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

/** A whole number from an attribute, within limits; undefined where it is none. */
export function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined
  return Math.min(most, Math.max(least, Number(text)))
}

/** All text below a node. */
export function textBelow(node: XmlNode): string {
  return node.children.map((one) => (typeof one === 'string' ? one : textBelow(one))).join('')
}

/** All elements below a node that fit, not looking inside those. */
export function below(node: XmlNode, fits: (node: XmlNode) => boolean): readonly XmlNode[] {
  return elements(node).flatMap((one) => (fits(one) ? [one] : below(one, fits)))
}
