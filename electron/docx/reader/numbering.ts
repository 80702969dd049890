/** Automatic numbers (word/numbering.xml): which number a paragraph shows. */
import { child, elements, wholeNumber, type XmlNode } from '../../ooxml/xml.ts'
import { symbolText } from '../../../shared/recognise/symbols.ts'
import { formatNumber } from './number-format.ts'
import { childValue, isOn } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** "%1、", "（%2）". */
  readonly text: string
  readonly suffix: string
  /** All numbers in plain digits. */
  readonly legal: boolean
  /** The level after which it begins again, from 1; 0 for never. */
  readonly restart: number | undefined
  readonly font: string
}

interface List {
  readonly abstract: string
  readonly overrides: ReadonlyMap<number, { readonly start: number | undefined; readonly level: Level | undefined }>
}

interface Abstract {
  readonly levels: ReadonlyMap<number, Level>
  readonly styleLink: string | undefined
  readonly numStyleLink: string | undefined
}

const LEVELS = 9

/** The lists of a file. `read` takes the children of w:numbering; `next` counts, so ask it once for each paragraph, in order. */
export class Numbering {
  readonly #abstracts = new Map<string, Abstract>()
  readonly #lists = new Map<string, List>()
  /** Word counts all lists of one abstract definition together. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  read(node: XmlNode): void {
    if (node.name === 'w:abstractNum') {
      this.#abstracts.set(node.attributes.abstractNumId ?? '', {
        levels: new Map(elements(node).filter(({ name }) => name === 'w:lvl').map((level) => [levelIndex(level), readLevel(level)])),
        styleLink: childValue(node, 'w:styleLink'),
        numStyleLink: childValue(node, 'w:numStyleLink'),
      })
    } else if (node.name === 'w:num') {
      const overrides = elements(node).filter(({ name }) => name === 'w:lvlOverride')
      this.#lists.set(node.attributes.numId ?? '', {
        abstract: childValue(node, 'w:abstractNumId') ?? '',
        overrides: new Map(
          overrides.map((one) => {
            const level = child(one, 'w:lvl')
            return [levelIndex(one), { start: wholeNumber(childValue(one, 'w:startOverride'), 0, 9999), level: level && readLevel(level) }]
          }),
        ),
      })
    }
  }

  /** The number of the next paragraph of this list and level (from 0), with the space that divides it from the text. */
  next(numId: string, at: number): string {
    const list = this.#lists.get(numId)
    if (!list || numId === '0' || at < 0 || at >= LEVELS) return ''
    const key = this.#resolve(list.abstract)
    const levelOf = (index: number): Level | undefined => list.overrides.get(index)?.level ?? this.#abstracts.get(key)?.levels.get(index)
    const level = levelOf(at)
    if (!level) return ''
    const counts = this.#counts.get(key) ?? []
    this.#counts.set(key, counts)
    this.#restart(numId, list, counts)
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (let deeper = at + 1; deeper < LEVELS; deeper++) {
      const restart = levelOf(deeper)?.restart
      if (restart !== 0 && (restart === undefined || at < restart)) counts[deeper] = undefined
    }
    return shown(level, (index) => {
      const other = levelOf(index)
      return formatNumber(counts[index] ?? other?.start ?? 1, level.legal ? 'decimal' : (other?.format ?? 'decimal'))
    })
  }

  /** A start of its own counts when the list is met first. */
  #restart(numId: string, { overrides }: List, counts: (number | undefined)[]): void {
    if (this.#begun.has(numId)) return
    this.#begun.add(numId)
    for (const [index, { start }] of overrides) if (start !== undefined) counts[index] = start - 1
  }

  /** An abstract list that only names the style whose list it is. */
  #resolve(key: string): string {
    const link = this.#abstracts.get(key)?.numStyleLink
    if (link === undefined) return key
    for (const [other, { styleLink }] of this.#abstracts) if (styleLink === link) return other
    return key
  }
}

function levelIndex(node: XmlNode): number {
  return wholeNumber(node.attributes.ilvl, 0, LEVELS) ?? 0
}

function readLevel(node: XmlNode): Level {
  const fonts = child(child(node, 'w:rPr'), 'w:rFonts')?.attributes
  return {
    start: wholeNumber(childValue(node, 'w:start'), 0, 9999) ?? 0,
    format: childValue(node, 'w:numFmt') ?? 'decimal',
    text: childValue(node, 'w:lvlText') ?? '',
    suffix: childValue(node, 'w:suff') ?? 'tab',
    legal: isOn(node, 'w:isLgl'),
    restart: wholeNumber(childValue(node, 'w:lvlRestart'), 0, LEVELS),
    font: fonts?.ascii ?? fonts?.hAnsi ?? '',
  }
}

function shown({ text, suffix, font, format }: Level, number: (index: number) => string): string {
  if (format === 'none' && text === '') return ''
  const whole = text.replace(/%([1-9])/g, (_, index: string) => number(Number(index) - 1))
  const plain = format === 'bullet' ? Array.from(whole, (char) => symbolText(char, font) ?? '●').join('') : whole
  // 一、 and （一） stand close to their text; 第一条 does not.
  return plain === '' || suffix === 'nothing' || /[、．.。）)：:]$/u.test(plain) ? plain : `${plain} `
}
