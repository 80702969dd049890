/** The pictures of a Word file's body: their bytes out of the package, known by what they hold. Nothing outside the file is ever fetched. */
import { readImageFile, type ImageFacts, type ImageFault } from '../../../shared/document/image-file.ts'
import { OfficeFault } from '../../ooxml/fault.ts'
import { relationshipsOf } from '../../ooxml/relationships.ts'
import type { Zip } from '../../ooxml/zip.ts'

/** Takes the bytes of an image and gives back their SHA-256 (hex). */
export type KeepImage = (bytes: Uint8Array) => string

/** A picture's own facts, and by what it is kept. */
export interface Picture extends ImageFacts {
  readonly sha256: string
}

/** Bytes of one picture. */
const LARGEST_PICTURE = 20_000_000

export class Pictures {
  readonly #zip: Zip
  readonly #targets: ReadonlyMap<string, string>
  readonly #keep: KeepImage
  /** By part: one may stand in many places. */
  readonly #known = new Map<string, Picture | string>()

  /** Of the part `name`. */
  constructor(zip: Zip, name: string, keep: KeepImage) {
    this.#zip = zip
    this.#keep = keep
    this.#targets = new Map(relationshipsOf(zip, name).map(({ id, target }) => [id, target]))
  }

  /** The picture that a relationship names; else why there is none, in Chinese. */
  read(relationship: string | undefined): Picture | string {
    const part = relationship === undefined ? undefined : this.#targets.get(relationship)
    if (part === undefined || !this.#zip.has(part)) return '是链接来的，不在这个文件里'
    const known = this.#known.get(part) ?? this.#taken(part)
    this.#known.set(part, known)
    return known
  }

  #taken(part: string): Picture | string {
    const bytes = this.#bytes(part)
    if (typeof bytes === 'string') return bytes
    const facts = readImageFile(bytes)
    if (typeof facts !== 'string') return { ...facts, sha256: this.#keep(bytes) }
    const [, extension = ''] = /\.(\w{1,5})$/.exec(part) ?? []
    return facts === 'unknown' ? `是 ${extension.toUpperCase() || '别的'} 格式，公文里放不了` : FAULTS[facts]
  }

  #bytes(part: string): Uint8Array | string {
    const pieces: Uint8Array[] = []
    let length = 0
    try {
      this.#zip.read(part, (piece) => {
        length += piece.length
        if (length > LARGEST_PICTURE) throw new TooLarge()
        pieces.push(piece)
      })
    } catch (error) {
      if (error instanceof TooLarge) return FAULTS.tooLarge
      // One broken picture is no reason to refuse the text; what is beyond all measure is.
      if (error instanceof OfficeFault && error.code === 'notText') return FAULTS.damaged
      throw error
    }
    const bytes = new Uint8Array(length)
    let at = 0
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }
}

const FAULTS: Readonly<Record<Exclude<ImageFault, 'unknown'>, string>> = { damaged: '已损坏', tooLarge: '太大' }

class TooLarge extends Error {}
