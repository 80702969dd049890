/** Which font this machine draws each slot with. */
import { FONT_SLOTS, type Families, type FontSlot } from '../../shared/layout/slots.ts'
import { faceOfWeight, type FontFace } from './face.ts'
import { listFaces, readAliases } from './fontconfig.ts'
import { facesInFolders } from './folders.ts'
import { isFamily, shownName } from './names.ts'
import { NEAREST, SUPPLEMENTS, type NearFamily } from './nearest.ts'
import { registeredFaces } from './registry.ts'

/** What a slot is drawn with; without `face` nothing on this machine comes near it. */
export interface FoundFont {
  readonly asked: string
  /** The family that is drawn. */
  readonly family: string
  readonly face?: FontFace
  readonly substitute: boolean
}

export interface FoundFonts {
  readonly slots: Readonly<Record<FontSlot, FoundFont>>
  /** Where characters come from that a slot's font lacks. */
  readonly supplement?: FontFace
}

/** What the machine says of its fonts. */
export interface MachineFonts {
  readonly faces: readonly FontFace[]
  /** What the machine's own settings name for a family that is not installed. */
  readonly aliasOf: (family: string) => Promise<FontFace | undefined>
}

/** The machine's fonts as they are now. */
export async function machineFonts(): Promise<MachineFonts> {
  const noAlias = { aliasOf: () => Promise.resolve(undefined) }
  if (process.platform === 'win32') return { faces: await registeredFaces(), ...noAlias }
  if (process.platform === 'linux') {
    try {
      const [faces, alias] = await Promise.all([listFaces(), readAliases()])
      return { faces, aliasOf: alias }
    } catch {
      // Without fontconfig's tools its folders are still there.
    }
  }
  return { faces: await facesInFolders(), ...noAlias }
}

/** Finds a font for every slot: the family itself, what the machine's settings name for it, or the nearest that is installed. */
export async function findFonts(families: Families, machine: MachineFonts): Promise<FoundFonts> {
  const found = await Promise.all(FONT_SLOTS.map(async (slot) => [slot, await findFont(slot, families[slot], machine)] as const))
  const supplement = nearest(SUPPLEMENTS, machine.faces)
  // Each slot has its entry.
  return { slots: Object.fromEntries(found) as Record<FontSlot, FoundFont>, ...(supplement ? { supplement } : {}) }
}

async function findFont(slot: FontSlot, asked: string, machine: MachineFonts): Promise<FoundFont> {
  const own = nearest([{ family: asked }], machine.faces)
  if (own) return { asked, family: shownName(own.families, asked), face: own, substitute: false }
  const face = (await machine.aliasOf(asked)) ?? nearest(NEAREST[slot], machine.faces)
  // 方正小标宋 is drawn in a bold 宋体: the name of the family alone would not say so.
  const heavy = face && face.weight >= 600 ? '粗体' : ''
  return face ? { asked, family: shownName(face.families) + heavy, face, substitute: true } : { asked, family: asked, substitute: true }
}

function nearest(table: readonly NearFamily[], faces: readonly FontFace[]): FontFace | undefined {
  for (const { family, weight = 400 } of table) {
    const found = faceOfWeight(faces.filter(({ families }) => isFamily(families, family)), weight)
    if (found) return found
  }
  return undefined
}
