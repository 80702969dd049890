/**
 * Font files as containers (OpenType, "Organization of an OpenType Font"): the faces of a file with their names, and one face as a
 * file of its own. What the tables hold is left to fontkit; but it reads whole files, and here hundreds are looked through.
 */
import { open, type FileHandle } from 'node:fs/promises'
import { weightOf, type FontFace } from './face.ts'

interface Table {
  readonly tag: string
  readonly offset: number
  readonly length: number
}

const COLLECTION = 'ttcf'
/** TrueType, OpenType with CFF outlines, TrueType as Apple writes it. */
const SINGLE: readonly number[] = [0x00010000, 0x4f54544f, 0x74727565]
/** More faces or tables than any font has: the file is broken. */
const MOST = 512

/** The upright faces of a font file; none where it is no font that can be measured. */
export async function readFaces(path: string): Promise<readonly FontFace[]> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const found: FontFace[] = []
    for (const [index, offset] of (await faceOffsets(file)).entries()) {
      const face = await readFace(file, offset)
      if (face) found.push({ path, index, ...face })
    }
    return found
  } catch {
    // Unreadable, cut off, or no font: this machine draws nothing with it.
    return []
  } finally {
    await file?.close()
  }
}

/** Advance of every glyph in the font's own units, by glyph id: the last one that is written down goes for all that follow. Of a file with one face. */
export function advanceReader(file: Uint8Array): (glyph: number) => number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const at = (tag: string): number => tablesAt(view, 0).find((one) => one.tag === tag)?.offset ?? NaN
  const written = view.getUint16(at('hhea') + 34)
  const hmtx = at('hmtx')
  return (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, written - 1))
}

/** One face of a font file as a file of its own; a file with one face stays as it is. Throws for what is no font. */
export function faceBytes(file: Uint8Array, index: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (tagAt(view, 0) !== COLLECTION) return file
  const start = view.getUint32(12 + 4 * index)
  const count = view.getUint16(start + 4)
  const tables = tablesAt(view, start)
  const head = 12 + 16 * count
  const size = tables.reduce((sum, { length }) => sum + padded(length), head)
  const bytes = new Uint8Array(size)
  bytes.set(file.subarray(start, start + head))
  const written = new DataView(bytes.buffer)
  let at = head
  for (const [row, { offset, length }] of tables.entries()) {
    bytes.set(file.subarray(offset, offset + length), at)
    written.setUint32(12 + 16 * row + 8, at)
    at += padded(length)
  }
  return bytes
}

async function faceOffsets(file: FileHandle): Promise<readonly number[]> {
  const head = await read(file, 0, 12)
  if (tagAt(head, 0) !== COLLECTION) return SINGLE.includes(head.getUint32(0)) ? [0] : []
  const count = Math.min(head.getUint32(8), MOST)
  const offsets = await read(file, 12, 4 * count)
  return Array.from({ length: count }, (_, at) => offsets.getUint32(4 * at))
}

async function readFace(file: FileHandle, offset: number): Promise<Pick<FontFace, 'families' | 'weight'> | null> {
  const head = await read(file, offset, 12)
  const count = Math.min(head.getUint16(4), MOST)
  const tables = tablesAt(await read(file, offset, 12 + 16 * count), 0)
  const table = async (tag: string): Promise<DataView | null> => {
    const found = tables.find((one) => one.tag === tag)
    return found ? await read(file, found.offset, found.length) : null
  }
  const [names, os2] = [await table('name'), await table('OS/2')]
  const italic = os2 !== null && (os2.getUint16(62) & 1) !== 0
  // A family of more than four faces has its whole name as 16.
  const families = names ? [...new Set([...namesOf(names, 16), ...namesOf(names, 1)])] : []
  if (italic || families.length === 0 || !names) return null
  return { families, weight: weightOf(namesOf(names, 6)[0] ?? '', os2?.getUint16(4) ?? 400) }
}

/** What one kind of name is in every language that is written in Unicode. */
function namesOf(names: DataView, kind: number): readonly string[] {
  const storage = names.getUint16(4)
  const found: string[] = []
  for (let at = 0; at < names.getUint16(2); at++) {
    const row = 6 + 12 * at
    const platform = names.getUint16(row)
    if ((platform !== 3 && platform !== 0) || names.getUint16(row + 6) !== kind) continue
    const [length, offset] = [names.getUint16(row + 8), storage + names.getUint16(row + 10)]
    let name = ''
    for (let unit = 0; unit + 1 < length; unit += 2) name += String.fromCharCode(names.getUint16(offset + unit))
    found.push(name)
  }
  return found
}

function tablesAt(view: DataView, start: number): readonly Table[] {
  return Array.from({ length: view.getUint16(start + 4) }, (_, at) => {
    const row = start + 12 + 16 * at
    return { tag: tagAt(view, row), offset: view.getUint32(row + 8), length: view.getUint32(row + 12) }
  })
}

async function read(file: FileHandle, position: number, length: number): Promise<DataView> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return new DataView(bytes.buffer, 0, bytesRead)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3
}
