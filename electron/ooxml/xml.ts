/** The XML of a part as small trees, handed over one by one, so that a long file never stands in memory as a whole. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { OfficeFault, type Faults } from './fault.ts'
import type { Zip } from './zip.ts'

/** An element. Its prefix is the one that the vocabulary gives its namespace, whatever the file's own; others have none. */
export interface XmlNode {
  readonly name: string
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>
  /** Text only where an element may hold any. */
  readonly children: readonly (XmlNode | string)[]
}

/** What a kind of file says in XML, and how much of it is read. */
export interface Vocabulary {
  /** Prefix by namespace, with its colon: "w:". */
  readonly prefixes: Readonly<Record<string, string>>
  /** Elements whose text counts. */
  readonly texts: ReadonlySet<string>
  /** True for an element that is left out with all that is in it. `parent` is the element around it within a tree. */
  readonly passes: (name: string, parent: string | undefined) => boolean
  /** The element that is a table's cell. A tree of a table stands in memory as a whole, so cells are counted. */
  readonly cell: string
  /** Of all parts of a file together. */
  readonly mostCells: number
  readonly mostElements: number
}

/** Where the trees are: below an element of one of these names. One that is itself of these names is gone into. */
export interface Within {
  readonly vocabulary: Vocabulary
  readonly within: readonly string[]
}

const DEEPEST = 300

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[]
}

/** Reads the part `name` and hands each tree to `take`. False where there is no such part. */
export function readTrees(zip: Zip, name: string, where: Within, take: (node: XmlNode) => void): boolean {
  const reader = new PartReader(where, zip, take)
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
  readonly #vocabulary: Vocabulary
  readonly #within: readonly string[]
  readonly #faults: Faults
  readonly #spent: Zip['spent']
  readonly #take: (node: XmlNode) => void
  /** Names of the open elements outside any tree. */
  readonly #outside: string[] = []
  readonly #open: OpenNode[] = []
  /** For each open element that declares namespaces, its depth and what prefixes mean from there on. */
  readonly #scopes: { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> }[] = []
  #depth = 0
  /** Depth of the element that is passed over with all that is in it; 0 for none. */
  #passed = 0

  constructor({ vocabulary, within }: Within, { faults, spent }: Zip, take: (node: XmlNode) => void) {
    this.#vocabulary = vocabulary
    this.#within = within
    this.#faults = faults
    this.#spent = spent
    this.#take = take
    const parser = this.#parser
    parser.on('error', (error) => {
      throw error
    })
    // Entities could stand for other files, or for each other without end.
    parser.on('doctype', () => {
      throw faults.damaged('里面有不允许的文档类型声明')
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
      throw error instanceof OfficeFault ? error : faultIn(part, error, this.#faults)
    }
  }

  end(text: string, part: string): void {
    this.write(text, part)
    try {
      this.#parser.close()
    } catch (error) {
      throw error instanceof OfficeFault ? error : faultIn(part, error, this.#faults)
    }
  }

  #start(tag: SaxesTagPlain): void {
    this.#spent.elements += 1
    this.#depth += 1
    const { mostElements, mostCells, cell } = this.#vocabulary
    if (this.#spent.elements > mostElements) throw this.#faults.oversized('内容太多')
    if (this.#depth > DEEPEST) throw this.#faults.oversized('里面的内容嵌套太深')
    if (this.#passed > 0) return
    this.#declare(tag)
    const name = this.#nameOf(tag.name)
    if (name === cell) this.#spent.cells += 1
    if (this.#spent.cells > mostCells) throw this.#faults.oversized('表格太大')
    if (this.#vocabulary.passes(name, this.#open.at(-1)?.name)) {
      this.#passed = this.#depth
      return
    }
    if (this.#open.length === 0 && (!this.#within.includes(this.#outside.at(-1) ?? '') || this.#within.includes(name))) {
      this.#outside.push(name)
      return
    }
    const node: OpenNode = { name, attributes: attributesOf(tag), children: [] }
    this.#open.at(-1)?.children.push(node)
    this.#open.push(node)
  }

  #text(text: string): void {
    const node = this.#open.at(-1)
    if (node && this.#vocabulary.texts.has(node.name)) node.children.push(text)
  }

  #declare({ attributes }: SaxesTagPlain): void {
    let prefixes: Map<string, string> | null = null
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue
      prefixes ??= new Map(this.#scopes.at(-1)?.prefixes)
      prefixes.set(key.slice(6), this.#vocabulary.prefixes[attributes[key] ?? ''] ?? '')
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
    if (this.#scopes.at(-1)?.depth === depth) this.#scopes.pop()
    if (this.#passed > 0) {
      if (this.#passed === depth) this.#passed = 0
      return
    }
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

function faultIn(part: string, error: unknown, { damaged }: Faults): Error {
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
