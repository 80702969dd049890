/** The few things that the styles of pasted HTML tell: headings, lists, alignment, what is hidden. Never how anything looks. */

/** Declarations by property, both as they are written but in lower case and without the space around. */
export type Style = ReadonlyMap<string, string>

/** Attributes and classes of an element, as far as styles go. */
export interface Styled {
  readonly attributes: Readonly<Partial<Record<string, string>>>
}

const NONE: Style = new Map()

/** Rules of classes (`.xl65`, `p.MsoListParagraph`), with the styles of elements laid over them. */
export class StyleSheet {
  readonly #classes = new Map<string, Map<string, string>>()
  /** Word repeats the same few styles thousands of times. */
  readonly #read = new Map<string, Style>()

  /** Takes the text of a `style` element. */
  add(css: string): void {
    for (let from = 0; ; ) {
      const open = css.indexOf('{', from)
      const close = open < 0 ? -1 : css.indexOf('}', open)
      if (close < 0) return
      this.#rule(css.slice(from, open), css.slice(open + 1, close))
      from = close + 1
    }
  }

  /** What applies to an element: the rules of its classes, then its own style. */
  of({ attributes }: Styled): Style {
    const { class: classes, style } = attributes
    if (classes === undefined && style === undefined) return NONE
    const key = `${classes ?? ''}|${style ?? ''}`
    const known = this.#read.get(key)
    if (known) return known
    const merged = new Map<string, string>()
    for (const name of (classes ?? '').split(/\s+/)) for (const [property, value] of this.#classes.get(name) ?? NONE) merged.set(property, value)
    for (const [property, value] of declarations(style ?? '')) merged.set(property, value)
    this.#read.set(key, merged)
    return merged
  }

  #rule(selectors: string, body: string): void {
    if (!selectors.includes('.')) return
    const rule = declarations(body)
    for (const selector of selectors.split(',')) {
      const [, name] = /^[^\s.]*\.([^\s.:>+~[\]]+)$/.exec(selector.trim().replace(/^<!--\s*/, '')) ?? []
      if (name === undefined) continue
      const own = this.#classes.get(name) ?? new Map<string, string>()
      for (const [property, value] of rule) own.set(property, value)
      this.#classes.set(name, own)
    }
  }
}

function declarations(text: string): Style {
  if (text === '') return NONE
  const read = new Map<string, string>()
  for (const one of text.split(';')) {
    const colon = one.indexOf(':')
    if (colon > 0) read.set(one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim().replace(/^(["'])(.*)\1$/, '$2').toLowerCase())
  }
  return read
}
