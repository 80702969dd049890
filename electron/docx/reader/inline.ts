/** The text of a paragraph: runs, fields, links, tracked changes, symbols; beside it what is no text. */
import type { Leaf } from '../../../shared/document/types.ts'
import { sameTracks } from '../../../shared/recognise/items.ts'
import { child, elements, textBelow, type XmlNode } from '../../ooxml/xml.ts'
import { readDrawing } from './drawings.ts'
import { alternative, changeOf, type Findings, type ReadBlocks, type Story, type Tracks } from './story.ts'
import { symbolText } from '../../../shared/recognise/symbols.ts'
import { childValue, isOn } from './xml.ts'

/** Collects the leaves of one paragraph. */
export class InlineReader {
  readonly leaves: Leaf[] = []
  readonly #story: Story
  readonly #findings: Findings
  readonly #readBlocks: ReadBlocks

  constructor(story: Story, findings: Findings, readBlocks: ReadBlocks) {
    this.#story = story
    this.#findings = findings
    this.#readBlocks = readBlocks
  }

  /** Reads the children of a paragraph or of what stands in one. */
  read(nodes: readonly XmlNode[], tracks: Tracks): void {
    for (const node of nodes) this.#element(node, tracks)
  }

  #element(node: XmlNode, tracks: Tracks): void {
    switch (node.name) {
      case 'w:r':
        { this.#run(node, tracks); return; }
      case 'w:ins':
      case 'w:moveTo':
        { this.read(elements(node), { ...tracks, ins: changeOf(node) }); return; }
      case 'w:del':
      case 'w:moveFrom':
        { this.read(elements(node), { ...tracks, del: changeOf(node) }); return; }
      case 'mc:AlternateContent':
        { this.read(alternative(node), tracks); return; }
      case 'm:oMath':
        this.#findings.doubts.push('公式只收入了文字，上下标和分式请对照原件')
        { this.#add(textBelow(node), tracks); return; }
      case 'w:subDoc':
        this.#findings.doubts.push('此处插入了另一个文件（子文档），没有收入')
        return
      default:
        // Links, content controls, smart tags, simple fields: what stands in them is text. Properties hold none.
        if (!node.name.endsWith('Pr')) this.read(elements(node), tracks)
    }
  }

  #run(run: XmlNode, tracks: Tracks): void {
    const properties = child(run, 'w:rPr')
    const before = this.leaves.length
    // Titles are broken anew wherever they are set; what a person chose stays.
    const isProposed = this.#story.styles.isProposedBreak(childValue(properties, 'w:rStyle'))
    for (const node of elements(run)) if (!isProposed || node.name !== 'w:br') this.#inRun(node, tracks)
    if (isOn(properties, 'w:vanish') && this.leaves.length > before) this.#findings.doubts.push('隐藏的文字也收入了')
  }

  #inRun(node: XmlNode, tracks: Tracks): void {
    const text = plainText(node)
    if (text !== null) { this.#add(text, tracks); return; }
    switch (node.name) {
      case 'w:t':
      case 'w:delText':
        { this.#add(this.#withoutPrivate(textBelow(node)), tracks); return; }
      case 'w:sym':
        { this.#symbol(node, tracks); return; }
      case 'w:fldChar':
        { this.#field(node.attributes.fldCharType); return; }
      case 'w:ruby':
        { this.read(elements(child(node, 'w:rubyBase')), tracks); return; }
      case 'w:footnoteReference':
        { this.#note('footnote', '脚注', node); return; }
      case 'w:endnoteReference':
        { this.#note('endnote', '尾注', node); return; }
      case 'w:commentReference':
        { this.#comment(node); return; }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        { this.#drawing(node, tracks); return; }
      case 'mc:AlternateContent':
        for (const one of alternative(node)) this.#inRun(one, tracks)
        return
      default:
        // A run in a run, as some programs write.
        if (node.name === 'w:r') this.#run(node, tracks)
    }
  }

  #add(text: string, { ins, del }: Tracks): void {
    if (text === '' || this.#story.fields.includes(true)) return
    const leaf: Leaf = { text, ...(ins ? { ins } : {}), ...(del ? { del } : {}) }
    const last = this.leaves.at(-1)
    if (last && sameTracks(last, leaf)) this.leaves[this.leaves.length - 1] = { ...last, text: last.text + text }
    else this.leaves.push(leaf)
  }

  #symbol({ attributes }: XmlNode, tracks: Tracks): void {
    const code = Number.parseInt(attributes.char ?? '', 16)
    if (!(code > 0 && code <= 0xffff)) return
    // Both E.g. F0FE and 00FE name the same sign of a symbol font.
    const char = String.fromCharCode(code < 0x100 && attributes.font !== undefined ? code + 0xf000 : code)
    const text = symbolText(char, attributes.font ?? '')
    if (text === null) this.#findings.doubts.push(`有一个符号（字体 ${attributes.font ?? '不详'}）认不出来，用“□”代替`)
    this.#add(text ?? '□', tracks)
  }

  /** Private characters that stand as text, without a font of their own: Word's symbols pasted as text. */
  #withoutPrivate(text: string): string {
    return text.replace(/[\uf000-\uf0ff]/g, (char) => symbolText(char, 'Wingdings') ?? char)
  }

  #drawing(node: XmlNode, tracks: Tracks): void {
    if (this.#story.fields.includes(true)) return
    readDrawing(node, { story: this.#story, findings: this.#findings, tracks, readBlocks: this.#readBlocks })
  }

  #field(type: string | undefined): void {
    const { fields } = this.#story
    if (type === 'begin') fields.push(true)
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false
    else if (type === 'end') fields.pop()
  }

  #note(kind: 'footnote' | 'endnote', name: string, { attributes }: XmlNode): void {
    const key = `${kind} ${attributes.id ?? ''}`
    const note = this.#story.notes.get(key)
    if (!note || this.#story.reading.has(key)) return
    this.#story.reading.add(key)
    this.#findings.doubts.push(`此处有${name}，它的文字收在后面，单成一段`)
    this.#findings.after.push(...this.#readBlocks(elements(note), { ...this.#story, pictures: null }))
    this.#story.reading.delete(key)
  }

  #comment({ attributes }: XmlNode): void {
    const comment = this.#story.comments.get(attributes.id ?? '')
    if (comment) this.#findings.comments.push(comment)
  }
}

/** What stands for itself; null for what does not. */
function plainText({ name, attributes }: XmlNode): string | null {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:cr':
      return '\n'
    case 'w:br':
      return attributes.type === undefined || attributes.type === 'textWrapping' ? '\n' : ''
    case 'w:noBreakHyphen':
      return '-'
    case 'w:softHyphen':
      return ''
    default:
      return null
  }
}
