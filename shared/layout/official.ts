/**
 * The page of an official document (公文) as a rule set lays it down: measures, fonts and places, as data. GB/T 9704-2012 is one rule set; an
 * office may have others. Lengths are in twips (1/20 pt), sizes in pt; `clause` is where the rule set's text says it.
 */
import * as z from 'zod'
import { columnsShape, face, FLOW_FACES, fontsShape, length, pageShape, tablesShape } from './look-shape.ts'
import { bodyEm } from './look.ts'
import { FONT_SLOTS } from './slots.ts'

const clause = z.string().regex(/^\d+(?:\.\d+)*$/)
const slot = z.enum(FONT_SLOTS)
const blankLines = z.int().min(0).max(6)

const ruleSet = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1),
  page: pageShape,
  /** 订口 is the inner edge, for double-sided binding; else the left edge of every page. */
  mirrored: z.boolean().optional(),
  columns: columnsShape,
  linePitch: length,
  /** Added after each character of the text; negative where 28 characters of 16 pt have to fit 156 mm. */
  spacing: z.int().min(-40).max(40),
  latinGap: z.boolean(),
  fonts: fontsShape,
  faces: z.strictObject(FLOW_FACES),
  tables: tablesShape,
  /** 份号 */
  copyNumber: face.extend({ clause }),
  /** 密级和保密期限, 紧急程度 */
  classes: face.extend({ clause }),
  /** 发文机关标志: one line, as large as fits between two sizes. `top`: from the top of the text area to the upper edge of its ink. */
  mark: z.strictObject({ clause, slot, top: length, largest: face.shape.size, smallest: face.shape.size }),
  /** 发文字号, so many lines of the text below the mark. */
  documentNumber: face.extend({ clause, blankLines }),
  /** 签发人: the face of the names, and how many stand in one line. */
  signers: z.strictObject({ clause, slot, perLine: z.int().min(1).max(4) }),
  /** 分隔线: how far below the number's characters, how thick, and how many lines above the title. */
  redLine: z.strictObject({ clause, below: length, width: z.int().min(5).max(120), blankLines }),
  /** Lines between the text and a sealed signature, and the size of a signer's stamp (签名章). */
  signature: z.strictObject({ clause, sealBlankLines: blankLines, stamp: z.strictObject({ width: length, height: length }) }),
  /** Distances of lines for a text of one paragraph that does not fit with its signature: of the title, then of all, from small changes to large ones. */
  fit: z.strictObject({ clause, titleLine: length, closer: z.array(length), wider: z.array(length) }),
  /** 版记: its line pitch and the widths of its rules. */
  imprint: face.extend({ clause, line: length, thick: z.int().min(2).max(120), thin: z.int().min(2).max(120) }),
  /** 页码, one character from the outer side; `page.foot` says how deep. */
  pageNumber: face.extend({ clause }),
})

export type OfficialRules = Readonly<z.infer<typeof ruleSet>>

/** What is wrong with a rule set, in Chinese, with the path to the fault. */
export class RuleSetFault extends Error {
  constructor(path: string, fault: string) {
    super(path === '' ? `公文版式不合格式：${fault}` : `公文版式不合格式（${path}）：${fault}`)
    this.name = 'RuleSetFault'
  }
}

/** Reads a rule set. Throws `RuleSetFault` for what is none, and for a page too small for its characters and lines. */
export function parseOfficialRules(value: unknown): OfficialRules {
  const parsed = ruleSet.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new RuleSetFault(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  const rules = parsed.data
  const { width, height } = officialArea(rules)
  const line = rules.columns.characters * bodyEm(rules)
  if (width < line) throw new RuleSetFault('page', `版心宽${width}，排不下${rules.columns.characters}字（需要${line}）`)
  const lines = rules.columns.lines * rules.linePitch
  if (height < lines) throw new RuleSetFault('page', `版心高${height}，排不下${rules.columns.lines}行（需要${lines}）`)
  if (rules.columns.count !== 1) throw new RuleSetFault('columns', '公文只有一栏')
  if (rules.mark.smallest > rules.mark.largest) throw new RuleSetFault('mark', '最小字号大于最大字号')
  return rules
}

/** The text area (版心) of a portrait page, in twips. */
export function officialArea({ page }: Pick<OfficialRules, 'page'>): { readonly width: number; readonly height: number } {
  return { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom }
}
