/** The entries of a zip file, read by its directory. Sizes are held against limits before and while inflating. */
import { Inflate } from 'fflate'
import type { Faults } from './fault.ts'

/** One file in the zip. */
export interface Entry {
  readonly method: number
  readonly packed: number
  /** As declared; not believed while inflating. */
  readonly size: number
  readonly offset: number
}

const MOST_ENTRIES = 10_000
/** Bytes of one part, and of all parts that are read. The longest real document has about five million. */
const LARGEST_PART = 60_000_000
const LARGEST_TOTAL = 90_000_000

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50

/** A zip file whose entries are inflated one by one, all on one budget. */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries: ReadonlyMap<string, Entry>
  /** What is said of a file that cannot be read. */
  readonly faults: Faults
  /** What has been read of the XML of all parts: many small ones take as long as a large one. */
  readonly spent = { elements: 0, cells: 0 }
  #budget = LARGEST_TOTAL

  constructor(bytes: Uint8Array, faults: Faults) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.faults = faults
    this.#entries = readEntries(bytes, this.#view, faults)
  }

  /** True where there is an entry of this name, whatever its case. */
  has(name: string): boolean {
    return this.#entries.has(plain(name))
  }

  /** Hands the contents of an entry to `push`, piece by piece; false where there is none of this name. */
  read(name: string, push: (piece: Uint8Array) => void): boolean {
    const entry = this.#entries.get(plain(name))
    if (!entry) return false
    if (entry.size > LARGEST_PART) throw this.faults.oversized('解压后太大')
    let length = 0
    this.#inflate(entry, (piece) => {
      length += piece.length
      this.#budget -= piece.length
      if (length > LARGEST_PART || this.#budget < 0) throw this.faults.oversized('解压后太大')
      push(piece)
    })
    return true
  }

  #inflate({ method, packed, offset }: Entry, push: (piece: Uint8Array) => void): void {
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL) throw this.faults.damaged('压缩包目录有错')
    const start = offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true)
    if (start + packed > this.#bytes.length) throw this.faults.damaged('文件不完整')
    const data = this.#bytes.subarray(start, start + packed)
    if (method === 0) push(data)
    else if (method === 8) inflate(data, push, this.faults)
    else throw this.faults.damaged('压缩方法不认得')
  }
}

/** Small pieces in, so that what comes out is counted before there is much of it. */
const PIECE = 16_384

function inflate(data: Uint8Array, push: (piece: Uint8Array) => void, faults: Faults): void {
  const stream = new Inflate(push)
  for (let at = 0; at < data.length || at === 0; at += PIECE) {
    try {
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length)
    } catch (error) {
      // fflate's errors have a number; all others are from `push`.
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') throw faults.damaged('压缩数据有错')
      throw error
    }
  }
}

function readEntries(bytes: Uint8Array, view: DataView, faults: Faults): ReadonlyMap<string, Entry> {
  const end = findEnd(view, faults)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw faults.oversized('里面的文件太多')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let one = 0; one < count; one++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) throw faults.damaged('压缩包目录有错')
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    if (at + 46 + name + extra + comment > bytes.length) throw faults.damaged('压缩包目录有错')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw faults.otherFile('加了密码的压缩文件')
    const key = plain(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)))
    const sizes = { packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) }
    if (!entries.has(key)) entries.set(key, { method: view.getUint16(at + 10, true), ...sizes64(view, at + 46 + name, extra, sizes) })
    at += 46 + name + extra + comment
  }
  return entries
}

function findEnd(view: DataView, faults: Faults): number {
  const least = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at
  throw faults.damaged('文件不完整')
}

/** Some programs write sizes as 64 bits (zip64) however small they are. */
function sizes64(view: DataView, from: number, length: number, sizes: Omit<Entry, 'method'>): Omit<Entry, 'method'> {
  const wide = { ...sizes }
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let value = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > from + length) continue
      wide[key] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
  return wide
}

/** Names are compared as packages compare them: no case, no leading slash. */
function plain(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}
