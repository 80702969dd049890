/** 署名 and 成文日期 (GB/T 9704-2012, 7.3.5): with a seal, without one, or with the signer's stamp. Distances in twips. */
import type { SignatureKind } from '../document/types.ts'
import { flowLine } from './flow-lines.ts'
import type { FlowLine } from './flow.ts'
import { bodyEm, bodyLength } from './look.ts'
import { officialArea, type OfficialRules } from './official.ts'

/** Word sets a quarter of a character between Chinese and digits, LibreOffice a fifth: the middle is a third of a millimetre off in either. */
const GAP = 0.225

/** How far from the right end each line of the signature ends. */
export interface SignaturePlaces {
  readonly organs: readonly number[]
  readonly date: number
}

/** Organs, a line each, and the date, by the formulas of their kind. `organs` are posts (县长) where it is a stamp. */
export function signaturePlaces(organs: readonly string[], date: string, kind: SignatureKind, rules: OfficialRules): SignaturePlaces {
  const em = bodyEm(rules)
  const width = (line: string): number => bodyLength(line, rules, rules.latinGap ? GAP : 0)
  const dated = width(date)
  const widest = Math.max(0, ...organs.map(width))
  const within = (organ: string, right: number): number => Math.round(Math.max(0, Math.min(right, officialArea(rules).width - width(organ))))
  switch (kind) {
    case 'seal':
      return { organs: organs.map((organ) => within(organ, 4 * em + (date === '' ? 0 : (dated - width(organ)) / 2))), date: 4 * em }
    case 'plain':
      if (dated > widest) return { organs: organs.map((organ) => within(organ, dated - widest + 4 * em)), date: 2 * em }
      return { organs: organs.map((organ) => within(organ, 2 * em)), date: Math.round(widest - dated) }
    case 'stamp':
      return { organs: organs.map((organ) => within(organ, 4 * em + rules.signature.stamp.width + 2 * em)), date: 4 * em }
  }
}

/** The lines of the signature, with room for the seal or the stamp. They stay together. */
export function officialSignature(organ: string, date: string, kind: SignatureKind, rules: OfficialRules): readonly FlowLine[] {
  const organs = organ.split('\n').filter((line) => line !== '')
  const places = signaturePlaces(organs, date, kind, rules)
  const lines: FlowLine[] = organs.map((line, at) => flowLine('signatureOrgan', line, { right: places.organs[at] ?? 0, keepNext: true }))
  if (date !== '') lines.push(flowLine('signatureDate', date, { right: places.date }))
  const { linePitch, signature: { sealBlankLines, stamp } } = rules
  // The post stands at half the stamp's height.
  const beside = Math.max(0, Math.round((stamp.height - organs.length * linePitch) / 2))
  const before = { seal: sealBlankLines * linePitch, plain: linePitch, stamp: 2 * linePitch + beside }[kind]
  const afterStamp = kind === 'stamp' && organs.length > 0
  return lines.map((line, at) => {
    if (at === 0) return { ...line, before }
    return afterStamp && line.line === 'signatureDate' ? { ...line, before: beside + linePitch } : line
  })
}
