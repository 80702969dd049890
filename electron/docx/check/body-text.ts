/** The text of a Word file's body, paragraph by paragraph, as it prints with all tracked changes accepted. */

export interface BodyText {
  readonly open: (name: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
  /** The paragraphs that hold any words, in order; text of table cells among them. */
  readonly paragraphs: readonly string[]
}

/** A reader of word/document.xml. Line breaks are left out: titles are broken by the layout. */
export function bodyText(): BodyText {
  const paragraphs: string[] = []
  /** Texts of the paragraphs that are open: a text box has paragraphs inside one. */
  const open: string[] = []
  let inText = false
  /** In w:tabs, w:tab is a place and no character. */
  let inStops = false
  const add = (text: string): void => {
    if (open.length > 0) open.push((open.pop() ?? '') + text)
  }
  return {
    paragraphs,
    open(name) {
      if (name === 'w:p') open.push('')
      else if (name === 'w:t') inText = true
      else if (name === 'w:tabs') inStops = true
      else if (name === 'w:tab' && !inStops) add('\t')
      else if (name === 'w:noBreakHyphen') add('-')
    },
    text(text) {
      if (inText) add(text)
    },
    close(name) {
      if (name === 'w:t') inText = false
      if (name === 'w:tabs') inStops = false
      if (name !== 'w:p') return
      const text = open.pop() ?? ''
      if (text.trim() !== '') paragraphs.push(text)
    },
  }
}
