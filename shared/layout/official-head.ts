/** 版头 (GB/T 9704-2012, 7.2): everything above the red line of the first page. Distances in twips. */
import type { Header } from '../document/types.ts'
import { flowLine } from './flow-lines.ts'
import type { FlowLine } from './flow.ts'
import { emOf } from './gazette.ts'
import { bodyEm, bodyLength } from './look.ts'
import { officialArea, type OfficialRules } from './official.ts'
import { printableText } from './printable.ts'
import { SIGNERS_LABEL, signerRows } from './signers.ts'
import { textWidth } from './text-width.ts'

/** Line pitch of the mark in em, and what of it stands above the baseline: as renderers divide an exact line. */
const MARK_LINE = 1.1
const ABOVE_BASELINE = 0.8
/** How far a Chinese character reaches below the baseline, in em. */
const BELOW_BASELINE = 0.12

/** What 版头 says, line by line. */
export function secrecyText({ secrecy }: Pick<Header, 'secrecy'>): string {
  if (!secrecy) return ''
  return printableText(secrecy.period === undefined ? secrecy.level : `${secrecy.level}★${secrecy.period}`)
}

/** 发文机关标志: the main organ alone, also where several issue together. "" without any organ. */
export function markText({ issuers }: Pick<Header, 'issuers'>): string {
  const [organ] = issuers.map((issuer) => printableText(issuer).trim()).filter((issuer) => issuer !== '')
  return organ === undefined ? '' : `${organ}文件`
}

/** Size of the mark in pt: as large as fits one line. */
export function markSize(text: string, { mark, ...rules }: Pick<OfficialRules, 'mark' | 'page'>): number {
  const fits = Math.floor(officialArea(rules).width / textWidth(text) / 10) / 2
  return Math.min(mark.largest, Math.max(mark.smallest, fits))
}

/** Line pitch of a mark of a size in pt. */
export function markLine(size: number): number {
  return Math.round(emOf(size) * MARK_LINE)
}

/** From the lower edge of a number's characters to that of its line. */
export function belowCharacters({ linePitch, documentNumber }: Pick<OfficialRules, 'linePitch' | 'documentNumber'>): number {
  return linePitch * (1 - ABOVE_BASELINE) - emOf(documentNumber.size) * BELOW_BASELINE
}

/** The lines down to the one that has the red line below it. `inkTop`: height of the mark's ink above its baseline, in em. */
export function officialHead(header: Header, rules: OfficialRules, inkTop: number): readonly FlowLine[] {
  const classes = classLines(header, rules)
  const mark = markText(header)
  const numbers = numberLines(header, rules)
  const [first, ...others] = numbers
  const blank = rules.documentNumber.blankLines * rules.linePitch
  if (!first) return classes
  if (mark === '') return [...classes, { ...first, before: blank }, ...others]
  const em = emOf(markSize(mark, rules))
  const used = classes.reduce((sum, { before = 0 }) => sum + before + rules.linePitch, 0)
  const before = Math.max(0, Math.round(rules.mark.top - used - (markLine(em / 20) * ABOVE_BASELINE - inkTop * em)))
  // What the mark's line has left below its characters counts as part of the blank lines.
  const slack = markLine(em / 20) * (1 - ABOVE_BASELINE) - em * BELOW_BASELINE
  return [...classes, flowLine('mark', mark, { before }), { ...first, before: Math.round(blank - slack) }, ...others]
}

/** 份号 on the first line, 密级 on the second, 紧急程度 below. */
function classLines(header: Header, { linePitch }: OfficialRules): readonly FlowLine[] {
  const lines: FlowLine[] = []
  const copyNumber = printableText(header.copyNumber ?? '')
  const secrecy = secrecyText(header)
  if (copyNumber !== '') lines.push(flowLine('copyNumber', copyNumber))
  if (secrecy !== '') lines.push(flowLine('secrecy', secrecy, copyNumber === '' ? { before: linePitch } : {}))
  if (header.urgency) lines.push(flowLine('urgency', header.urgency))
  return lines
}

/** The number; beside it and above it the signers, whose last line is the number's. A draft without a number has an empty line. */
function numberLines({ documentNumber, signers = [] }: Header, rules: OfficialRules): readonly FlowLine[] {
  const number = printableText(documentNumber ?? '')
  const rows = signerRows(signers, rules.signers.perLine)
  if (rows.length === 0) return [flowLine('documentNumber', number)]
  const em = bodyEm(rules)
  const label = Math.round(bodyLength(SIGNERS_LABEL, rules))
  const names = Math.round(Math.max(...rows.map((row) => bodyLength(row, rules))))
  const at = officialArea(rules).width - em - names
  return rows.map((row, index): FlowLine => {
    const before = index === 0 ? SIGNERS_LABEL : ''
    const left = index === 0 ? at - label : at
    if (index < rows.length - 1) return { kind: 'line', line: 'signers', spans: spansOf(before, row, rules), left }
    return { kind: 'line', line: 'signedNumber', spans: spansOf(`${number}\t${before}`, row, rules), tabs: [left] }
  })
}

function spansOf(before: string, names: string, { signers }: OfficialRules): FlowLine['spans'] {
  return [...(before === '' ? [] : [{ text: before }]), { text: names, slot: signers.slot }]
}
