/** Measures of the fonts that this machine draws the slots with, as the layout wants them. */
import { FALLBACK_METRICS, type FontMeasures, type Metrics } from '../../shared/layout/metrics.ts'
import { FONT_SLOTS, SLOT_NAMES, type Families, type FontSlot } from '../../shared/layout/slots.ts'
import type { FontFace } from './face.ts'
import { findFonts, machineFonts, type FoundFont, type MachineFonts } from './find.ts'
import { measureFace, widthsOf, type MeasuredFace } from './measure.ts'

/** What became of one slot. */
export interface FontReport {
  readonly slot: FontSlot
  /** 小标宋 */
  readonly name: string
  /** The family that the template or the office names. */
  readonly asked: string
  /** The family that is drawn; where it is `missing`, none is. */
  readonly family: string
  /** 替代字体: another family than the one asked for. */
  readonly substitute: boolean
  /** Nothing on this machine comes near it: measured with built-in widths, drawn with whatever the screen has. */
  readonly missing: boolean
}

export interface ReadMetrics {
  readonly metrics: Metrics
  readonly report: readonly FontReport[]
  /** What each slot is drawn with: its font, and the one that has the characters which the first lacks. Empty where nothing is. */
  readonly faces: Readonly<Record<FontSlot, readonly FontFace[]>>
}

/** Measures for a family of each slot. Never fails: what cannot be measured has built-in measures and is marked as substitute. */
export async function readMetrics(families: Families, machine?: MachineFonts): Promise<ReadMetrics> {
  const found = await findFonts(families, machine ?? (await machineFonts()))
  const supplement = found.supplement ? await measureFace(found.supplement) : null
  const metrics: Partial<Record<FontSlot, FontMeasures>> = {}
  const faces: Partial<Record<FontSlot, readonly FontFace[]>> = {}
  const report: FontReport[] = []
  for (const slot of FONT_SLOTS) {
    const font = found.slots[slot]
    const measured = font.face ? await measureFace(font.face) : null
    metrics[slot] = measured ? measuresOf(slot, font, measured, supplement) : { ...FALLBACK_METRICS[slot], family: font.asked, substitute: true }
    faces[slot] = [measured ? font.face : undefined, supplement ? found.supplement : undefined].filter((face) => face !== undefined)
    report.push({ slot, name: SLOT_NAMES[slot], asked: font.asked, family: font.family, substitute: font.substitute || !measured, missing: !measured })
  }
  // The loop has filled every slot.
  return { metrics: metrics as Record<FontSlot, FontMeasures>, report, faces: faces as Record<FontSlot, readonly FontFace[]> }
}

function measuresOf(slot: FontSlot, { family, substitute }: FoundFont, measured: MeasuredFace, supplement: MeasuredFace | null): FontMeasures {
  const { ascent, descent, capitalTop } = measured
  const inkTop = (slot === 'latin' ? capitalTop : measured.inkTop) || FALLBACK_METRICS[slot].inkTop
  // No kerning: LibreOffice sets our files without.
  return { family, substitute, ascent, descent, inkTop, widths: widthsOf(measured, supplement), kerning: {} }
}
