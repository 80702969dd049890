/** Reads a written Word file back and says what is wrong with it, before the program says that it is done. */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { Document } from '../../../shared/document/types.ts'
import type { Print } from '../../../shared/layout/print.ts'
import { bodyText } from './body-text.ts'
import type { Check, MakeCheck } from './check.ts'
import { expectedText } from './expected-text.ts'
import { bookmarkEnds, bookmarkNames, deletedText, fieldEnds, revisionIds } from './marks.ts'
import { measures, type WordGrid } from './measures.ts'
import { pictureFault, pictures, targets } from './pictures.ts'
import { knownStyles } from './styles.ts'
import { cellParagraphs, gridSpans } from './tables.ts'

/** The eight faults that the Open XML SDK's validator misses. */
const CHECKS: readonly MakeCheck[] = [cellParagraphs, bookmarkNames, revisionIds, bookmarkEnds, fieldEnds, deletedText, gridSpans, knownStyles]

const BODY = 'word/document.xml'
const BODY_TARGETS = 'word/_rels/document.xml.rels'
/** Parts that hold text or styles, and what the body's pictures are. */
const PARTS = /^word\/(?:_rels\/document\.xml\.rels|(?:document|styles|header\d*|footer\d*|footnotes|endnotes|comments)\.xml)$/

export interface WordReading {
  /** In Chinese, each once; none when the file is sound and says what the document says, nothing more and nothing less. */
  readonly faults: readonly string[]
  /** What the file says of a full page; null where it could not be read. */
  readonly grid: WordGrid | null
}

/** Faults of a file. */
export function checkWordFile(bytes: Uint8Array, expected: Document): readonly string[] {
  return readBack(bytes, expected).faults
}

/** Reads a file back; with `print`, also its measures are held against those that it was made of. */
export function readBack(bytes: Uint8Array, expected: Document, print?: Print): WordReading {
  const faults = new Set<string>()
  const measured = print && measures(print, (fault) => faults.add(fault))
  const body = bodyText()
  const shown = pictures()
  const related = targets()
  const sizes = new Map<string, number>()
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        sizes.set(name, originalSize)
        return PARTS.test(name)
      },
    })
    if (!files[BODY]) return { faults: ['不是 Word 文件：缺少正文'], grid: null }
    const checks = [...CHECKS.map((make) => make((fault) => faults.add(fault))), ...(measured ? [measured] : [])]
    for (const [name, content] of Object.entries(files)) {
      const readers = name === BODY ? [...checks, body, shown] : name === BODY_TARGETS ? [related] : checks
      readPart(name, strFromU8(content), readers)
    }
    for (const check of checks) check.end?.()
  } catch (error) {
    return { faults: [`文件读不回来：${error instanceof Error ? error.message : String(error)}`], grid: null }
  }
  const difference = firstDifference(expectedText(expected, print?.furniture.kind), body.paragraphs)
  if (difference !== undefined) faults.add(difference)
  const picture = pictureFault(expected, shown, related.byId, (part) => sizes.get(part) ?? null)
  if (picture !== undefined) faults.add(picture)
  return { faults: [...faults], grid: measured?.grid() ?? null }
}

interface Reader extends Check {
  readonly text?: (text: string) => void
}

function readPart(name: string, xml: string, readers: readonly Reader[]): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    for (const reader of readers) reader.open?.(tag.name, tag.attributes)
  })
  parser.on('text', (text) => {
    for (const reader of readers) reader.text?.(text)
  })
  parser.on('closetag', (tag) => {
    for (const reader of readers) reader.close?.(tag.name)
  })
  for (const reader of readers) reader.startPart?.(name)
  parser.write(xml).close()
  for (const reader of readers) reader.endPart?.()
}

/** The first paragraph in which the file and the document part, in words; undefined where they agree. */
function firstDifference(expected: readonly string[], actual: readonly string[]): string | undefined {
  const at = expected.findIndex((text, index) => text !== actual[index])
  if (at < 0) {
    const more = actual[expected.length]
    return more === undefined ? undefined : `文件比文稿多出文字：“${short(more)}”`
  }
  const want = expected[at] ?? ''
  const found = actual[at]
  if (found === undefined) return `文件缺少文字：“${short(want)}”以后`
  return `文件与文稿不一致（第${at + 1}段）：应为“${short(want)}”，文件里是“${short(found)}”`
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}
