/** The fonts that pages are drawn with: the very files that they were measured with, by their address. */
import { useEffect, useMemo } from 'react'
import type { FontState } from '../../../../shared/api/types.ts'
import type { FontSlot } from '../../../../shared/layout/slots.ts'
import { familiesOfFiles, loadFonts } from '../../../components/font-faces.ts'

/** Style variables that name the families of each slot; the style sheet has others of each kind behind them. */
export type SlotFamilies = Readonly<Partial<Record<`--slot-${FontSlot}`, string>>>

/** Loads the files and says how they are called. What cannot be loaded is drawn with what the screen has. */
export function usePageFonts({ slots }: FontState): SlotFamilies {
  useEffect(() => loadFonts(slots.flatMap(({ files }) => files)), [slots])
  return useMemo(() => {
    const families: Partial<Record<`--slot-${FontSlot}`, string>> = {}
    for (const { slot, files } of slots) if (files.length > 0) families[`--slot-${slot}`] = familiesOfFiles(files)
    return families
  }, [slots])
}
