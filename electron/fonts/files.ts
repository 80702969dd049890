/** Font files for those who draw: the PDF by their bytes, the screen by their address. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { FontFace } from './face.ts'
import { faceBytes } from './sfnt.ts'

/** A font as it is given out: one face, never a collection. */
export interface FontFile {
  readonly mediaType: 'font/otf' | 'font/ttf'
  readonly bytes: Uint8Array
}

/** Faces that have an address. Nothing else is given out, whatever is asked for. */
const given = new Map<string, FontFace>()

/** Reads a face as a file of its own. Throws where the file is gone or no font. */
export async function readFontFile({ path, index }: FontFace): Promise<FontFile> {
  const bytes = faceBytes(await readFile(path), index)
  // "OTTO": outlines in CFF.
  return { mediaType: bytes[0] === 0x4f ? 'font/otf' : 'font/ttf', bytes }
}

/** Gives a face an id, from which its address is made: the same as long as the file stays as it is, so that a page may keep what it got. */
export async function fontId(face: FontFace): Promise<string> {
  const { mtimeMs, size } = await stat(face.path)
  const id = createHash('sha256').update(JSON.stringify([face.path, mtimeMs, size, face.index])).digest('hex')
  given.set(id, face)
  return id
}

/** The font with an id that `fontId` gave in this process; null for any other, and where its file has gone. */
export async function fontById(id: string): Promise<FontFile | null> {
  const face = given.get(id)
  return face ? await readFontFile(face).catch(() => null) : null
}
