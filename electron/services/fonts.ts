/** Fonts of this machine and the office's own families for the slots. */
import { join } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import type { FontState, SlotFont } from '../../shared/api/types.ts'
import { withFamilies, type Families, type OwnFamilies } from '../../shared/layout/slots.ts'
import type { FontFace } from '../fonts/face.ts'
import { fontById, fontId, type FontFile } from '../fonts/files.ts'
import { machineFonts } from '../fonts/find.ts'
import { readMetrics } from '../fonts/metrics.ts'
import { shownName } from '../fonts/names.ts'
import type { ServiceContext } from './context.ts'
import { readGazetteTemplate } from './templates.ts'

type Group = Pick<Handlers, 'fonts.metrics' | 'fonts.setFamilies' | 'fonts.installed'>

export function fontHandlers(context: ServiceContext): Group {
  return {
    'fonts.metrics': ({ families }) => fontState(context, families),
    'fonts.setFamilies': async ({ families }) => {
      await context.library.store().setFontFamilies(families)
      context.emit({ kind: 'fonts.changed' })
      return fontState(context)
    },
    'fonts.installed': installedNames,
  }
}

/** A font as it goes to the page. */
export type StoredFont = FontFile

/** A font that `fonts.metrics` gave an address in this process; null for any other. */
export function readFont(id: string): Promise<StoredFont | null> {
  return fontById(id)
}

/** The office's own families; none where no library is open. */
export async function ownFamilies({ library }: Pick<ServiceContext, 'library'>): Promise<OwnFamilies> {
  try {
    return await library.store().fontFamilies()
  } catch (error) {
    // Before the first start there is no office yet; every other refusal comes up where the library is asked for more.
    if (error instanceof Refusal) return {}
    throw error
  }
}

/** What each slot is drawn with; `families` in the place of those of template and office. */
async function fontState(context: Pick<ServiceContext, 'library' | 'resources'>, families?: Families): Promise<FontState> {
  const { fonts: ofTemplate } = readGazetteTemplate(join(context.resources, 'templates'))
  const own = families ? {} : await ownFamilies(context)
  const { metrics, report, faces } = await readMetrics(withFamilies({ fonts: families ?? ofTemplate }, own).fonts)
  const slots = report.map(async (one): Promise<SlotFont> => {
    const files = await Promise.all(faces[one.slot].map(address))
    return { ...one, own: own[one.slot] ?? '', ofTemplate: ofTemplate[one.slot], files }
  })
  return { metrics, slots: await Promise.all(slots) }
}

async function address(face: FontFace): Promise<string> {
  return `/font/${await fontId(face)}`
}

async function installedNames(): Promise<readonly string[]> {
  const { faces } = await machineFonts()
  const names = [...new Set(faces.map(({ families }) => shownName(families)))]
  const chinese = (name: string): boolean => /\p{Script=Han}/u.test(name)
  return names.sort((a, b) => Number(chinese(b)) - Number(chinese(a)) || a.localeCompare(b, 'zh-CN'))
}
