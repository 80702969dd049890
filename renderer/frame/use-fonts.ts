/** What the font settings show: the families that stand in the dialog, and what this machine has of them. */
import { useCallback, useEffect, useState } from 'react'
import type { FontState, SlotFont } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { useReport } from '../components/report.tsx'

export type Families = Readonly<Record<SlotFont['slot'], string>>

export interface Fonts {
  /** Null until the machine has told it. */
  readonly shown: { readonly slots: FontState['slots']; readonly own: Families; readonly installed: readonly string[] } | null
  readonly checking: boolean
  /** A family while it is typed. */
  readonly change: (slot: SlotFont['slot'], family: string) => void
  /** Looks at the machine anew, for these families. */
  readonly check: (own: Families) => Promise<void>
  /** True when they are stored. */
  readonly save: (own: Families) => Promise<boolean>
}

export function useFonts(): Fonts {
  const { client } = useMachine()
  const report = useReport()
  const [shown, setShown] = useState<Fonts['shown']>(null)
  const [checking, setChecking] = useState(false)

  const read = useCallback(
    async (wanted: Families | null, known?: readonly SlotFont[]): Promise<void> => {
      setChecking(true)
      try {
        const installed = await client.call('fonts.installed', {})
        // Measuring costs; what the template names is known from the first time.
        const stored = known ?? (await client.call('fonts.metrics', {})).slots
        const own = wanted ?? bySlot(stored, (font) => font.own)
        const slots = wanted ? (await client.call('fonts.metrics', { families: bySlot(stored, ({ slot, ofTemplate }) => wanted[slot].trim() || ofTemplate) })).slots : stored
        setShown({ slots: slots.map((font, at) => ({ ...font, ofTemplate: stored[at]?.ofTemplate ?? font.ofTemplate })), own, installed })
      } catch (cause) {
        report.trouble({ title: '没有读到本机的字体', error: toApiError(cause) })
      }
      setChecking(false)
    },
    [client, report],
  )
  useEffect(() => void read(null), [read])

  const save = async (families: Families): Promise<boolean> => {
    try {
      await client.call('fonts.setFamilies', { families })
      return true
    } catch (cause) {
      report.trouble({ title: '字体设置没有存上', error: toApiError(cause) })
      return false
    }
  }
  const change: Fonts['change'] = (slot, family) => setShown((now) => now && { ...now, own: { ...now.own, [slot]: family } })
  return { shown, checking, change, check: (own) => read(own, shown?.slots), save }
}

/** A family for each slot. */
export function bySlot(slots: FontState['slots'], family: (font: SlotFont) => string): Families {
  // One entry for each slot: the machine tells all six.
  return Object.fromEntries(slots.map((font) => [font.slot, family(font)])) as Families
}
