/** The relationships of a package: which part is for what. Targets outside the package are never followed. */
import { readTrees, type Vocabulary } from './xml.ts'
import type { Zip } from './zip.ts'

/** One part that another names. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: styles, worksheet. */
  readonly kind: string
  /** Name of the part in the package. */
  readonly target: string
}

/** Relationships and content types: the same in every kind of file. */
const PACKAGE: Vocabulary = {
  prefixes: {},
  texts: new Set(),
  passes: () => false,
  cell: 'none',
  mostCells: Infinity,
  mostElements: 1_500_000,
}

/** The main part, by the package's own relationships; `usual` where they name none. */
export function mainPart(zip: Zip, usual: string): string {
  return readRelationships(zip, '_rels/.rels', '').find(({ kind }) => kind === 'officeDocument')?.target ?? usual
}

/** What the part `name` is related to, in the file's order. */
export function relationshipsOf(zip: Zip, name: string): readonly Relationship[] {
  const slash = name.lastIndexOf('/')
  const folder = name.slice(0, slash + 1)
  return readRelationships(zip, `${folder}_rels/${name.slice(slash + 1)}.rels`, folder)
}

/** True where the package says that it holds a part of a type that fits. */
export function hasContentType(zip: Zip, type: RegExp): boolean {
  let found = false
  readTrees(zip, '[Content_Types].xml', { vocabulary: PACKAGE, within: ['Types'] }, ({ attributes }) => {
    found ||= type.test(attributes.ContentType ?? '')
  })
  return found
}

function readRelationships(zip: Zip, part: string, folder: string): readonly Relationship[] {
  const found: Relationship[] = []
  readTrees(zip, part, { vocabulary: PACKAGE, within: ['Relationships'] }, ({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
    if (TargetMode !== 'External') found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(Target, folder) })
  })
  return found
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
