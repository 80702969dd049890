/** Which parts of the package are the document, its styles, lists, notes and comments. */
import { readPart } from './xml.ts'
import type { Zip } from './zip.ts'

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const
type Kind = (typeof KINDS)[number]

export type Parts = { readonly document: string } & Readonly<Partial<Record<Kind, string>>>

/** The parts by the package's relationships; null where it holds no Word document. Targets outside the package are never followed. */
export function partsOf(zip: Zip): Parts | null {
  const document = relationships(zip, '_rels/.rels', '').get('officeDocument') ?? 'word/document.xml'
  if (!zip.has(document) || /\.(?:bin|rels)$/i.test(document) || !isWord(zip)) return null
  const slash = document.lastIndexOf('/')
  const folder = document.slice(0, slash + 1)
  const found = relationships(zip, `${folder}_rels/${document.slice(slash + 1)}.rels`, folder)
  const parts = KINDS.flatMap((kind) => {
    const name = found.get(kind)
    return name !== undefined && zip.has(name) ? [[kind, name] as const] : []
  })
  return { document, ...Object.fromEntries(parts) }
}

/** Workbooks and presentations are packages too, with other contents. */
function isWord(zip: Zip): boolean {
  let other = false
  readPart(zip, '[Content_Types].xml', 'Types', ({ attributes }) => {
    other ||= /(?:spreadsheetml|presentationml|ms-excel|ms-powerpoint)\S*\.main\+xml$/i.test(attributes.ContentType ?? '')
  })
  return !other
}

/** Target by the last word of its type. */
function relationships(zip: Zip, part: string, folder: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  readPart(zip, part, 'Relationships', ({ attributes: { Type = '', Target = '', TargetMode } }) => {
    const kind = Type.slice(Type.lastIndexOf('/') + 1)
    if (TargetMode === 'External' || targets.has(kind)) return
    targets.set(kind, resolved(Target, folder))
  })
  return targets
}

function resolved(target: string, folder: string): string {
  const whole = target.startsWith('/') ? target : folder + target
  const steps: string[] = []
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
