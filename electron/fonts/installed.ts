/** Which families this machine has, so that a missing one is named before a file is written. No font is shipped. */
import type { Families } from '../../shared/layout/slots.ts'
import { machineFonts } from './find.ts'
import { isFamily } from './names.ts'

/** Those of `families` that are not installed here. */
export async function missingFonts(families: readonly string[]): Promise<readonly string[]> {
  const { faces } = await machineFonts()
  const names = faces.flatMap((face) => face.families)
  return families.filter((family) => !isFamily(names, family))
}

/** The families that a template asks for, each once, in the order of its slots. */
export function fontsOf({ fonts }: { readonly fonts: Families }): readonly string[] {
  return [...new Set(Object.values(fonts))]
}
