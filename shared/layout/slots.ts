/** Fonts are named slots; a template or a rule set names the office's own family for each. `latin` is the slot 西文. */
export const FONT_SLOTS = ['smallSong', 'fangSong', 'kai', 'hei', 'song', 'latin'] as const
export type FontSlot = (typeof FONT_SLOTS)[number]

/** The slots as users know them. */
export const SLOT_NAMES: Readonly<Record<FontSlot, string>> = { smallSong: '小标宋', fangSong: '仿宋', kai: '楷体', hei: '黑体', song: '宋体', latin: '西文' }

/** A family for each slot, as a template or a rule set names them. */
export type Families = Readonly<Record<FontSlot, string>>

/** The office's own families; a slot without one, or with "", has the template's. */
export type OwnFamilies = Readonly<Partial<Record<FontSlot, string>>>

/** A template or rule set with the office's own families in the place of its own. The same object where nothing changes. */
export function withFamilies<T extends { readonly fonts: Families }>(template: T, own: OwnFamilies): T {
  const changed = FONT_SLOTS.filter((slot) => own[slot] && own[slot] !== template.fonts[slot])
  if (changed.length === 0) return template
  return { ...template, fonts: { ...template.fonts, ...Object.fromEntries(changed.map((slot) => [slot, own[slot]])) } }
}
