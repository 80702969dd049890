/** Pasted HTML as a tree of plain objects: the only place that touches the browser's parser. */

export interface HtmlElement {
  /** In lower case: p, o:p. */
  readonly name: string
  /** Of those that `readSource` keeps; `style` under its own name. */
  readonly attributes: Readonly<Partial<Record<string, string>>>
  readonly children: readonly HtmlNode[]
}

export type HtmlNode = HtmlElement | string

/** Parses HTML that went through `readSource`, in a document that no window shows: nothing runs and nothing is loaded. */
export function readTree(html: string): HtmlElement {
  return elementOf(new DOMParser().parseFromString(html, 'text/html').body)
}

/** Browsers nest elements 512 deep at most. */
function elementOf(element: Element): HtmlElement {
  const attributes: Partial<Record<string, string>> = {}
  for (const { name, value } of element.attributes) attributes[name === 'data-style' ? 'style' : name] = value
  const children: HtmlNode[] = []
  for (const child of element.childNodes) {
    if (child instanceof Element) children.push(elementOf(child))
    else if (child instanceof Text) children.push(child.data)
  }
  return { name: element.localName, attributes, children }
}
