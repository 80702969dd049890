/**
 * slate-react hands every element down as a React context. Where such a value becomes another, React looks for its readers
 * through all that is drawn below, and the element that holds the whole text is another at each key: in a notice of 60,000
 * characters that was half of all script. No option leaves it out, so the library's text is changed while it is bundled:
 * only elements of text are handed down. Below an element that holds others (a part, a table, a row), but in no line,
 * `useSelected` is false and `useElement` throws.
 */

/** The file of the library that bundlers take. */
export const SLATE_REACT = /[\\/]slate-react[\\/]dist[\\/]index\.es\.js$/

const HANDED_DOWN = /(React\.createElement\(ElementContext\.Provider, \{\s*key: `provider-\$\{key\.id\}`,\s*value: )n\b/g

/** The library's text with the change; throws when it is not the text that is known. */
export function handingDownLines(code: string): string {
  if (code.match(HANDED_DOWN)?.length !== 1) throw new Error('slate-react is another: see build/slate-react.ts')
  return code.replace(HANDED_DOWN, '$1(Node.isText(n.children[0]) ? n : null)')
}
