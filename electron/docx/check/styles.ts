/** Every style that a part names must be in word/styles.xml; Word shows text of an unknown style as it likes. */
import type { MakeCheck } from './check.ts'

const NAMES_STYLE = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'])

/** Compares after the last part, because styles may be named before they are defined. */
export const knownStyles: MakeCheck = (report) => {
  const known = new Set<string>()
  const named = new Set<string>()
  return {
    open(name, attributes) {
      if (name === 'w:style') known.add(attributes['w:styleId'] ?? '')
      else if (NAMES_STYLE.has(name)) named.add(attributes['w:val'] ?? '')
    },
    end() {
      for (const style of named) if (!known.has(style)) report(`没有定义的样式：${style}`)
    },
  }
}
