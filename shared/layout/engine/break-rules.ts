/**
 * Where text may break by Unicode's rules (UAX 14) in the form that LibreOffice 7.4 compiles for its languages: numbers and words stay
 * whole, closing marks keep to what follows them when that is a letter or a digit. It asks these rules where a line ends in
 * Latin text or digits; Chinese text goes by 避头尾 alone.
 */
import { breakClassOf, LB } from './char-classes.ts'

const { AL, ID, NU, OP, CL, NS, EX, IS, SY, QU, SP, BA, BB, B2, HY, IN, PO, PR, GL, WJ, ZW, CM, LF } = LB
const CLASSES = Object.keys(LB).length

/** `pairs[before * CLASSES + after]`: 1 where two classes stay together. */
const pairs = new Uint8Array(CLASSES * CLASSES)
const ALL = Object.values(LB)

function keep(before: readonly number[], after: readonly number[]): void {
  for (const one of before) for (const other of after) pairs[one * CLASSES + other] = 1
}

const NOT_SPACE = ALL.filter((one) => one !== SP && one !== ZW && one !== LF)
const ANY = [...NOT_SPACE, SP]

keep(ANY, [LF, SP, ZW]) // LB 6, 7
keep(ANY, [WJ]) // LB 11
keep([WJ], ALL)
keep(NOT_SPACE, [GL]) // LB 12
keep([GL], ALL)
keep(ANY, [CL, EX, IS, SY]) // LB 13, also after spaces
keep([OP], ALL) // LB 14
keep([CL], [NS]) // LB 16
keep([B2], [B2]) // LB 17
keep(NOT_SPACE, [QU]) // LB 19
keep([QU], ALL)
keep(NOT_SPACE, [BA, HY, NS]) // LB 21
keep([BB], NOT_SPACE)
keep([AL, ID, IN, NU], [IN]) // LB 22
keep([ID], [PO]) // LB 23
keep([AL], [NU])
keep([NU], [AL])
keep([PR], [ID, AL]) // LB 24
keep([AL], [PR])
keep([PO], [AL])
keep([PR, PO, OP], [NU]) // LB 25; what follows a number is below
keep([NU], [NU, SY, IS, CL, PR, PO])
keep([AL], [AL]) // LB 28
keep([IS], [AL, NU]) // LB 29
keep([AL, NU], [OP]) // LB 30
keep([CL], [AL, NU])

/** For each UTF-16 unit of `text`, 1 where a line may begin with it; the beginning and the end of the text are such places. */
export function breaksOf(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1)
  breaks[0] = 1
  breaks[text.length] = 1
  // The class before, without combining characters, and the last one that is no space.
  let before = -1
  let solid = -1
  // Inside a number with its marks (1,000.50); after it, once, also a closing bracket.
  let number = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xdc00 && code < 0xe000 && at > 0) continue
    let one = breakClassOf[code] ?? AL
    if (one === CM) {
      if (before !== -1 && before !== SP && before !== LF && before !== ZW) continue
      one = AL
    }
    if (before !== -1 && !together(before, solid, one, number)) breaks[at] = 1
    number = one === NU ? 1 : number === 1 && (one === SY || one === IS) ? 1 : number === 1 && one === CL ? 2 : 0
    before = one
    if (one !== SP) solid = one
  }
  return breaks
}

function together(before: number, solid: number, one: number, number: number): boolean {
  if (pairs[before * CLASSES + one] === 1) return true
  if (before === SP) return solid === OP || (solid === CL && one === NS) || (solid === B2 && one === B2)
  // 1/2 is one number, a/2 is not; what follows (5)% or 1.5% belongs to it.
  return (number === 1 && one === NU) || (number > 0 && (one === PO || one === PR)) || (number === 1 && one === CL)
}
