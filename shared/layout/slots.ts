/** Fonts are named slots; a template or a rule set names the office's own family for each. `latin` is the slot 西文. */
export const FONT_SLOTS = ['smallSong', 'fangSong', 'kai', 'hei', 'song', 'latin'] as const
export type FontSlot = (typeof FONT_SLOTS)[number]

/** The slots as users know them. */
export const SLOT_NAMES: Readonly<Record<FontSlot, string>> = { smallSong: '小标宋', fangSong: '仿宋', kai: '楷体', hei: '黑体', song: '宋体', latin: '西文' }
