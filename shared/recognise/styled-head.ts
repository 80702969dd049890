/** What the program's own files in the official layout have and those of the gazette do not: 版头, how a document is signed, 版记. */
import type { Distribution, Header, SignatureKind } from '../document/types.ts'
import type { ItemRole, ParagraphItem } from './items.ts'
import type { Notes } from './notes.ts'
import { splitNames } from './red-head.ts'
import { liveText } from './tracked.ts'

export type OfficialFacts = Pick<Header, 'copyNumber' | 'secrecy' | 'urgency' | 'signers' | 'signatureKind' | 'distribution'>

/** Collects the fields of the header. */
export class StyledHead {
  readonly #notes: Notes
  #facts: OfficialFacts = {}
  #organ: string | null = null
  #number: string | null = null

  constructor(notes: Notes) {
    this.#notes = notes
  }

  /** 发文字号 that stands beside signers. */
  get number(): string | null {
    return this.#number
  }

  get facts(): OfficialFacts {
    return this.#facts
  }

  /** Takes a line of 版头 or 版记; false for another line. */
  take({ role, content }: ParagraphItem): boolean {
    const text = liveText(content).replaceAll('\n', '')
    switch (role) {
      case 'copyNumber':
        this.#facts = { ...this.#facts, copyNumber: text }
        return true
      case 'secrecy':
      case 'urgency':
        this.#classify(role, text)
        return true
      case 'mark':
        this.#organ = text.replace(/文\s*件$/u, '').trim()
        this.#notes.leaveOut('redHead', text.slice(this.#organ.length))
        return true
      case 'signers':
        this.#sign(text)
        return true
      case 'signedNumber': {
        const [number = '', ...names] = text.split('\t')
        this.#number ??= number.trim() || null
        this.#sign(names.join(' '))
        return true
      }
      case 'copies':
        this.#distribute({ copies: (this.#facts.distribution?.copies ?? '') + text.replace(/^抄\s*送\s*[：:]\s*/u, '') })
        return true
      case 'printedBy':
        this.#distribute(printedOf(text))
        return true
      default:
        return false
    }
  }

  /** The role of a line of the signature, whose style may also say how it is signed. */
  signed(role: ItemRole | null): ItemRole | null {
    const [, kind, part] = /^(plain|stamp)(Organ|Date)$/.exec(role ?? '') ?? []
    if (kind === undefined) return role
    // The pattern has these two.
    this.#facts = { ...this.#facts, signatureKind: kind as SignatureKind }
    return part === 'Organ' ? 'signatureOrgan' : 'signatureDate'
  }

  /** The issuing organs: those of the title block, or the one of the red head where that names none. */
  issuers(named: readonly string[]): readonly string[] {
    const organ = this.#organ
    if (organ === null || organ === '') return named
    if (named.length === 0) return [organ]
    this.#notes.leaveOut('redHead', organ)
    if (organ !== named[0]) this.#notes.doubt('发文机关', `版头上是“${organ}”，与标题不同，按标题收入`)
    return named
  }

  #classify(role: 'secrecy' | 'urgency', text: string): void {
    const [, level, period] = /^(绝密|机密|秘密)(?:★([^]+))?$/u.exec(text) ?? []
    if (role === 'urgency' && (text === '特急' || text === '加急')) this.#facts = { ...this.#facts, urgency: text }
    else if (role === 'secrecy' && level !== undefined) this.#facts = { ...this.#facts, secrecy: { level: level as '绝密' | '机密' | '秘密', ...(period === undefined ? {} : { period }) } }
    else {
      this.#notes.leaveOut('redHead', text)
      this.#notes.doubt(role === 'secrecy' ? '密级' : '紧急程度', `“${text}”认不出来，没有收入`)
    }
  }

  #sign(text: string): void {
    const names = splitNames(text.replace(/签\s*发\s*人\s*[：:]/u, (label) => (this.#notes.leaveOut('redHead', label), '')))
    if (names.length > 0) this.#facts = { ...this.#facts, signers: [...(this.#facts.signers ?? []), ...names] }
  }

  #distribute(more: Distribution): void {
    this.#facts = { ...this.#facts, distribution: { ...this.#facts.distribution, ...more } }
  }
}

/** 河湾县人民政府办公室, a tab, 2024年5月9日印发. */
function printedOf(text: string): Distribution {
  const [by = '', ...rest] = text.split('\t')
  const on = rest.join('').replace(/印\s*发$/u, '').trim()
  return { ...(by.trim() === '' ? {} : { printedBy: by.trim() }), ...(on === '' ? {} : { printedOn: on }) }
}
