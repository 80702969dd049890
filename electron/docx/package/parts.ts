/** Parts of a Word file that the docx package cannot write as they must be, and the file put together again. */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { el, escapeXml, WORD_NAMESPACE, xmlPart } from './xml.ts'

/** What the file says about itself: title, who issued it. */
export interface Properties {
  readonly title: string
  readonly creator: string
}

/**
 * `word/settings.xml`. Punctuation is never compressed, or lines would hold other numbers of characters; a line ended by hand is
 * not stretched; Word's current layout rules (compatibility mode 15). With `mirrored` left margins are inner ones.
 */
export function settingsPart({ mirrored = false }: { readonly mirrored?: boolean | undefined } = {}): string {
  return xmlPart(
    el('w:settings', { 'xmlns:w': WORD_NAMESPACE }, [
      el('w:zoom', { 'w:percent': 100 }),
      ...(mirrored ? [el('w:mirrorMargins')] : []),
      el('w:bordersDoNotSurroundHeader'),
      el('w:bordersDoNotSurroundFooter'),
      el('w:defaultTabStop', { 'w:val': 480 }),
      el('w:evenAndOddHeaders'),
      el('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
      el('w:compat', {}, [
        el('w:doNotExpandShiftReturn'),
        el('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }),
      ]),
      el('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ]),
  )
}

/** The names under which Word finds another font of the same face where the named one is not installed. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  方正小标宋简体: '方正小标宋_GBK',
}

/** `word/fontTable.xml`: the families of a file, Chinese ones with what may stand for them. */
export function fontTablePart(families: readonly string[]): string {
  const font = (name: string): string => {
    const other = ALTERNATIVES[name]
    if (other === undefined) return el('w:font', { 'w:name': name }, [el('w:charset', { 'w:val': '00' }), el('w:family', { 'w:val': 'auto' })])
    return el('w:font', { 'w:name': name }, [el('w:altName', { 'w:val': other }), el('w:charset', { 'w:val': '86' }), el('w:family', { 'w:val': 'auto' })])
  }
  return xmlPart(el('w:fonts', { 'xmlns:w': WORD_NAMESPACE }, [...new Set(families)].map(font)))
}

/** `docProps/core.xml` without dates: the same document gives the same bytes whenever it is written. */
export function corePart({ title, creator }: Properties): string {
  return xmlPart(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [element('dc:title', title), element('dc:creator', creator), element('dc:language', 'zh-CN')],
    ),
  )
}

/** The file again with `parts` in place of its own of those names, every time stamp the same. */
export function replaceParts(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes))) files[name] = content
  for (const [name, content] of Object.entries(parts)) files[name] = strToU8(content)
  // Zip has no time zone; the first moment it can hold.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}

function element(name: string, text: string): string {
  return el(name, {}, [escapeXml(text)])
}
