/** HTML as a tree without a browser, for what `readSource` leaves: end tags that may be left out, entities that office programs write. */
import type { HtmlElement, HtmlNode } from '../../renderer/editor/clipboard/html/tree.ts'

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: HtmlNode[]
}

const VOID = new Set(['br', 'hr', 'img', 'col', 'meta', 'link', 'base', 'input', 'wbr'])
/** What a start tag ends that is still open. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'table', 'hr', 'pre'].map((name) => [name, ['p']])),
  li: ['p', 'li'],
  td: ['p', 'td', 'th'],
  th: ['p', 'td', 'th'],
  tr: ['p', 'td', 'th', 'tr'],
  tbody: ['p', 'td', 'th', 'tr', 'thead', 'tbody', 'colgroup'],
  thead: ['colgroup'],
}
/** An end tag reaches no further than this. */
const WALLS = new Set(['table', 'td', 'th', 'ul', 'ol', 'body'])

/** The body of a page. */
export function parseTree(html: string): HtmlElement {
  const body: Open = { name: 'body', attributes: {}, children: [] }
  const stack: Open[] = [body]
  const top = (): Open => stack.at(-1) ?? body
  for (const [, end, name = '', attributes = '', text] of html.matchAll(/<(\/?)([a-z][^\s/>]*)((?:\s[^\s="]+="[^"]*")*)>|([^<]+)/g)) {
    if (text !== undefined) top().children.push(decode(text))
    else if (name === 'html' || name === 'body' || name === 'head') continue
    else if (end === '/') close(stack, name)
    else {
      for (const other of ENDS[name] ?? []) if (top().name === other) stack.pop()
      const element: Open = { name, attributes: attributesOf(attributes), children: [] }
      top().children.push(element)
      if (!VOID.has(name)) stack.push(element)
    }
  }
  return body
}

function close(stack: Open[], name: string): void {
  for (let at = stack.length - 1; at > 0; at--) {
    const here = stack[at]?.name ?? ''
    if (here === name) {
      stack.length = at
      return
    }
    if (WALLS.has(here) && !(name === 'tr' || name === 'table' || name === 'tbody' || name === 'thead')) return
  }
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/\s([^\s="]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name === 'data-style' ? 'style' : name, decode(value)]))
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', middot: '·', ldquo: '“', rdquo: '”', hellip: '…', sup2: '²' }

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
  })
}
