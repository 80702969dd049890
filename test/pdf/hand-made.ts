/** PDF files written by hand, a few operators a page: what stands where is known to the point. */

/** Fonts that a page may name: F1 is Helvetica, F2 an unembedded Chinese font whose strings are GBK. */
const FONTS = `<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 << /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >> >>`

/** A file with one page for each stream of operators. `box` is the size of its pages in points; `rotate` how they are shown. */
export function handMadePdf(streams: readonly string[], { box = [595.28, 841.89], rotate = 0 }: { box?: readonly [number, number]; rotate?: number } = {}): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${streams.map((_, at) => `${3 + at * 2} 0 R`).join(' ')}] /Count ${streams.length} >>`,
    ...streams.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box.join(' ')}] /Rotate ${rotate} /Resources << /Font ${FONTS} >> /Contents ${4 + at * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

/** Text in GBK, as a PDF string; the few characters that the tests need. */
export function gbk(text: string): string {
  return `<${Array.from(text, (char) => CODES[char] ?? '').join('')}>`
}

const CODES: Readonly<Record<string, string>> = { 国: 'b9fa', 河: 'bad3', 湾: 'cde5', 县: 'cfd8', 文: 'cec4', 件: 'bcfe', '。': 'a1a3', '、': 'a1a2', '—': 'a1aa', 印: 'd3a1', 发: 'b7a2', 抄: 'b3ad', 送: 'cbcd', '：': 'a3ba' }
