/**
 * A process of its own that lays out and exports, so that every run begins cold: `node layout-work.ts <layout>` prints its times as JSON.
 * It is measured with the measuring fonts where they are there, else with built-in measures and no PDF.
 */
import { measuringFontconfig } from '../../build/measuring-fonts.ts'
import { readMetrics } from '../../electron/fonts/metrics.ts'
import { pdfFile } from '../../electron/services/export-pdf.ts'
import { wordFile } from '../../electron/services/export-word.ts'
import { blocksOf, leaf } from '../../shared/document/text.ts'
import type { Document, Paragraph, Part } from '../../shared/document/types.ts'
import { layOut } from '../../shared/layout/engine/lay-out.ts'
import type { Print } from '../../shared/layout/print.ts'
import { template } from '../docx/template.ts'
import { LAYOUTS } from '../word/truth-measure.ts'
import { PDFJS } from '../word/truth-office.ts'
import { benchDocuments, longestOf } from './layout-documents.ts'

/** Milliseconds. */
export interface LayoutTimes {
  readonly pages: number
  /** The longest document, laid out by a process that has laid out nothing before. */
  readonly first: number
  /** The same text as another document, after that. */
  readonly again: number
  /** A character more in its middle, once for each key. */
  readonly keys: readonly number[]
  /** All documents, laid out, written and read back; `pdf` is null where no font is there for it. */
  readonly word: number
  readonly pdf: number | null
}

/** Keys that are pressed one after the other. */
const KEYS = 15

process.stdout.write(JSON.stringify(await work(process.argv[2] ?? '')))

async function work(name: string): Promise<LayoutTimes> {
  const layout = LAYOUTS.find((one) => one.name === name)
  if (!layout) throw new Error(`no layout ${name}`)
  const fontconfig = measuringFontconfig()
  if (fontconfig !== undefined) process.env.FONTCONFIG_FILE = fontconfig
  const { metrics, faces } = await readMetrics(template.fonts)
  const print = (document: Document): Print => layout.print(document, metrics)
  const documents = benchDocuments()
  const longest = longestOf(documents)
  const [first, pages] = await timed(() => layOut(print(longest), metrics).pages)
  const [again] = await timed(() => layOut(print(structuredClone(longest)), metrics))
  const keys: number[] = []
  let edited = longest
  for (let key = 0; key < KEYS; key++) {
    edited = withOneMore(edited)
    const now = edited
    keys.push((await timed(() => layOut(print(now), metrics)))[0])
  }
  const laid = (document: Document) => {
    const description = print(document)
    return { print: description, pages: layOut(description, metrics).pages, faces, substitutes: [] }
  }
  const step = (): Promise<void> => Promise.resolve()
  const each = async (write: (document: Document) => Promise<unknown>): Promise<number> => (await timed(async () => { for (const document of documents) await write(structuredClone(document)) }))[0]
  const word = await each((document) => wordFile(document, laid(document), new Map(), step))
  const drawable = Object.values(faces).every((files) => files.length > 0)
  const pdf = drawable ? await each((document) => pdfFile(document, laid(document), new Map(), { data: PDFJS, step })) : null
  return { pages: pages.length, first, again, keys, word, pdf }
}

async function timed<T>(act: () => T | Promise<T>): Promise<readonly [number, T]> {
  const began = performance.now()
  const value = await act()
  return [performance.now() - began, value]
}

/** The document with one character more in the paragraph in its middle; everything else is the same object, as an editor leaves it. */
function withOneMore(document: Document): Document {
  const paragraphs = document.parts.flatMap((part) => blocksOf(part)).filter((block) => block.type === 'paragraph')
  const middle = paragraphs[Math.floor(paragraphs.length / 2)]
  if (!middle) throw new Error('no paragraph')
  const longer: Paragraph = { ...middle, children: [...middle.children, leaf('字')] }
  const parts = document.parts.map((part) => {
    const children: readonly unknown[] = part.children
    // A paragraph stands where a paragraph stood.
    return children.includes(middle) ? ({ ...part, children: children.map((child) => (child === middle ? longer : child)) } as unknown as Part) : part
  })
  return { ...document, parts }
}
