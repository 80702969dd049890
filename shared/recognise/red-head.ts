/**
 * 版头, what an original prints above its red line (GB/T 9704-2012, 7.2): 份号, 密级, 紧急程度, 发文机关标志, 签发人. It is taken out of the lines,
 * and what has a field goes there.
 */
import type { Header } from '../document/types.ts'
import { parseNumber } from '../register/number.ts'
import type { Line } from './lines.ts'
import { readMark } from './marks.ts'
import type { Notes } from './notes.ts'
import { isOrgan } from './organs.ts'

type Facts = Pick<Header, 'copyNumber' | 'secrecy' | 'urgency' | 'signers'>

export interface RedHead {
  readonly facts: Facts
  /** 发文机关标志, without 文件. */
  readonly organs: readonly string[]
  /** The lines that stay. */
  readonly lines: readonly Line[]
}

/** How many lines a head has at most. */
const LONGEST = 18

const CLASSES = /^(?:(?:份号[：:]?|№|No\.?)?(\d{6}))?(?:(?:密级(?:和保密期限)?[：:])?(绝密|机密|秘密)(?:[★☆](\d{1,3}(?:年|个?月|天|日)|长期))?)?(?:(?:紧急程度|缓急)[：:])?(特急|加急)?$/u
const CLASS_LABELS = /份号[：:]?|№|No\.?|密级(?:和保密期限)?[：:]|(?:紧急程度|缓急)[：:]/gu
const SIGNED = /^([^]*?)[\s\u3000]*签\s*发\s*人\s*[：:][\s\u3000]*([^]*)$/u
/** A number that is not filled in yet: 河政发〔2024〕　号. */
const BLANK = /^\p{Script=Han}{2,12}[〔[（(［]\d{4}[〕\]）)］][\s\u3000_＿×]*号$/u

/** Takes the red head out of the first lines. */
export function takeRedHead(lines: readonly Line[], notes: Notes): RedHead {
  const end = headEnd(lines)
  const reader = new Reader(lines.slice(0, end), notes)
  return { facts: reader.facts, organs: reader.organs, lines: [...reader.kept, ...lines.slice(end)] }
}

/** The head ends with the addressees, or where text begins. */
function headEnd(lines: readonly Line[]): number {
  const isText = ({ text, cells }: Line): boolean => cells !== null || (!SIGNED.test(text) && (/[。；]/u.test(text) || /[：:]$/u.test(text) || readMark(text) !== null))
  const at = lines.slice(0, LONGEST).findIndex(isText)
  return at < 0 ? Math.min(LONGEST, lines.length) : at
}

class Reader {
  facts: Facts = {}
  organs: readonly string[] = []
  kept: Line[] = []
  readonly #notes: Notes
  /** How often 签发人： stood there; names may go on below it. */
  #labels = 0

  constructor(lines: readonly Line[], notes: Notes) {
    this.#notes = notes
    const numberAt = lines.map(({ text }) => isNumber(numberOf(text))).lastIndexOf(true)
    lines.forEach((line, at) => {
      const isAbove = at < numberAt
      const taken = this.#takeClasses(line.text) || this.#takeOrgan(line.text) || (isAbove && this.#takeMore(line.text)) || this.#takeSigners(line, isAbove)
      if (!taken) this.#keep(line)
    })
    // The signers are printed behind one label.
    if (this.#labels > 0 && !this.facts.signers) notes.doubt('签发人', '签发人后面没有姓名，没有收入')
    for (let label = this.facts.signers ? 1 : 0; label < this.#labels; label++) notes.leaveOut('redHead', '签发人：')
  }

  /** 000012, 机密★1年, 特急, also several on one line. */
  #takeClasses(text: string): boolean {
    const [whole, copyNumber, level, period, urgency] = CLASSES.exec(text.replace(/[\s\u3000]/g, '')) ?? []
    const { facts } = this
    if (!whole || !(copyNumber ?? level ?? urgency) || (copyNumber && facts.copyNumber) || (level && facts.secrecy) || (urgency && facts.urgency)) return false
    for (const [label] of text.replace(/[\s\u3000]/g, '').matchAll(CLASS_LABELS)) this.#notes.leaveOut('redHead', label)
    if (text.includes('☆')) this.#notes.leaveOut('redHead', '☆')
    this.facts = {
      ...facts,
      ...(copyNumber ? { copyNumber } : {}),
      // The pattern has these levels only, and these degrees.
      ...(level ? { secrecy: { level: level as '绝密' | '机密' | '秘密', ...(period ? { period } : {}) } } : {}),
      ...(urgency ? { urgency: urgency as '特急' | '加急' } : {}),
    }
    return true
  }

  /** 河湾县人民政府文件; of several organs, 文件 may stand beside the last of them or alone. */
  #takeOrgan(text: string): boolean {
    const [, organ = '', mark] = /^([^]*?)[\s\u3000]*(文[\s\u3000]*件|(?:内部)?明[\s\u3000]*电|传真电报|代电)$/u.exec(text) ?? []
    if (mark === undefined || organ.includes('关于') || (organ !== '' && !isOrgan(organ))) return false
    const above = this.kept.map((line) => line.text)
    if (this.organs.length > 0 || !above.every(isOrgan) || (organ === '' && above.length === 0)) return false
    this.#notes.leaveOut('redHead', mark)
    this.organs = [...above, ...(organ === '' ? [] : [organ])]
    this.kept = []
    return true
  }

  /** Where 文件 stands in the middle of several organs, the others follow below it. */
  #takeMore(text: string): boolean {
    if (this.organs.length === 0 || this.kept.length > 0 || this.#labels > 0 || !isOrgan(text)) return false
    this.organs = [...this.organs, text]
    return true
  }

  /** 签发人：李禾　王明, more names below, the last beside the number. */
  #takeSigners(line: Line, isAboveNumber: boolean): boolean {
    const [, before = '', names] = SIGNED.exec(line.text) ?? []
    if (names !== undefined && (before === '' || isNumber(before))) {
      this.#labels += 1
      if (names !== '') this.#sign(names)
      if (before !== '') this.#keep({ ...line, text: before })
      return true
    }
    if (this.#labels === 0) return false
    const number = numberOf(line.text)
    if (isNumber(number) && number !== line.text) {
      this.#sign(line.text.slice(number.length))
      this.#keep({ ...line, text: number })
      return true
    }
    const found = namesIn(line.text)
    if (!isAboveNumber || !found) return false
    this.#sign(line.text)
    return true
  }

  #sign(text: string): void {
    const names = namesIn(text)
    if (!names) {
      this.#notes.leaveOut('redHead', text)
      this.#notes.doubt('签发人', `“${text.trim()}”不像姓名，没有收入`)
      return
    }
    const commas = text.replace(/[^、，,]/gu, '')
    if (commas !== '') this.#notes.leaveOut('redHead', commas)
    this.facts = { ...this.facts, signers: [...(this.facts.signers ?? []), ...names] }
  }

  #keep(line: Line): void {
    if (!BLANK.test(line.text)) {
      this.kept.push(line)
      return
    }
    this.#notes.leaveOut('redHead', line.text)
    this.#notes.doubt('发文字号', `“${line.text}”没有填序号，签发后在这里取号`)
  }
}

function isNumber(text: string): boolean {
  return parseNumber(text) !== null || BLANK.test(text)
}

/** The number at the beginning of a line, with what it is written with; the whole line where there is none. */
function numberOf(text: string): string {
  return /^\p{Script=Han}{2,12}[\s\u3000]*[〔[（(［]\s*\d{4}\s*[〕\]）)］][^号]{0,8}号/u.exec(text)?.[0] ?? text
}

/** 李禾　王　明: the words of a line of names; 王　明 is one name, spread. */
export function splitNames(text: string): readonly string[] {
  const words = text.split(/[\s\u3000、，,]+/u).filter((word) => word !== '')
  const names: string[] = []
  for (const [at, word] of words.entries()) {
    if (word.length === 1 && words[at - 1]?.length === 1 && names.at(-1)?.length === 1) names.push((names.pop() ?? '') + word)
    else names.push(word)
  }
  return names
}

/** The names in a line of nothing but names; null for another line. */
function namesIn(text: string): readonly string[] | null {
  const names = splitNames(text)
  return names.length > 0 && names.every((name) => /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,12}[·•]\p{Script=Han}{1,12})$/u.test(name)) ? names : null
}
