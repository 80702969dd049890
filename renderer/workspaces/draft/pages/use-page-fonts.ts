/** The fonts that pages are drawn with: the very files that they were measured with, by their address. */
import { useEffect, useMemo } from 'react'
import type { FontState } from '../../../../shared/api/types.ts'
import type { FontSlot } from '../../../../shared/layout/slots.ts'

/** Style variables that name the families of each slot; the style sheet has others of each kind behind them. */
export type SlotFamilies = Readonly<Partial<Record<`--slot-${FontSlot}`, string>>>

const LOADED = new Set<string>()

/** Loads the files and says how they are called. What cannot be loaded is drawn with what the screen has. */
export function usePageFonts({ slots }: FontState): SlotFamilies {
  useEffect(() => {
    for (const file of slots.flatMap(({ files }) => files)) load(file)
  }, [slots])
  return useMemo(() => {
    const families: Partial<Record<`--slot-${FontSlot}`, string>> = {}
    for (const { slot, files } of slots) if (files.length > 0) families[`--slot-${slot}`] = files.map((file) => `"${familyOf(file)}"`).join(', ')
    return families
  }, [slots])
}

/** A name that no installed font has. */
function familyOf(file: string): string {
  return `gongbao ${file}`
}

function load(file: string): void {
  if (LOADED.has(file)) return
  LOADED.add(file)
  const face = new FontFace(familyOf(file), `url(${JSON.stringify(file)})`, { display: 'swap' })
  document.fonts.add(face)
  // A file that has gone meanwhile: the next family is drawn.
  face.load().catch(() => document.fonts.delete(face))
}
