/** Small pieces of XML, for the parts of a Word file that the docx package does not write as they must be. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for between tags or in an attribute's double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
}

/** One element: `el('w:sz', {'w:val': 24})` is `<w:sz w:val="24"/>`. `undefined` leaves an attribute out; children are XML. */
export function el(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, children: readonly string[] = []): string {
  let tag = name
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${escapeXml(String(value))}"`
  }
  return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.join('')}</${name}>`
}

/** A whole part: declaration and root element. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
}

/** Namespace of WordprocessingML, for the root element of a part. */
export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
