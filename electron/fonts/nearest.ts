/** What stands in for a family that this machine has not: for each slot, from the nearest on. */
import type { FontSlot } from '../../shared/layout/slots.ts'

/** A family, and its weight where the slot wants a heavier one than the text's. */
export interface NearFamily {
  readonly family: string
  readonly weight?: number
}

const named = (...families: readonly string[]): readonly NearFamily[] => families.map((family) => ({ family }))
const bold = (...families: readonly string[]): readonly NearFamily[] => families.map((family) => ({ family, weight: 700 }))

/** Chinese serif faces that look alike; at the end those that at least have the characters. */
const ANY_CHINESE = named('思源宋体', 'WenQuanYi Zen Hei', '思源黑体', '微软雅黑', 'PingFang SC', 'Hiragino Sans GB', 'AR PL UMing CN', 'Droid Sans Fallback')
const ANY_SONG = named('宋体', 'FandolSong', '华文宋体', 'Songti SC', '方正书宋_GBK', '方正书宋简体', '新宋体', 'AR PL UMing CN')

export const NEAREST: Readonly<Record<FontSlot, readonly NearFamily[]>> = {
  smallSong: [
    ...named('方正小标宋简体', '方正小标宋_GBK', '方正小标宋', 'FZXiaoBiaoSong-B05', '华文中宋'),
    ...bold('FandolSong', '思源宋体', 'Songti SC'),
    ...ANY_SONG, ...ANY_CHINESE,
  ],
  fangSong: [...named('仿宋_GB2312', '仿宋', '方正仿宋_GBK', '方正仿宋简体', '华文仿宋', 'FandolFang', '朱雀仿宋'), ...named('思源宋体'), ...ANY_SONG, ...ANY_CHINESE],
  kai: [...named('楷体_GB2312', '楷体', '方正楷体_GBK', '方正楷体简体', '华文楷体', 'Kaiti SC', 'FandolKai', '霞鹜文楷', 'AR PL UKai CN'), ...named('思源宋体'), ...ANY_SONG, ...ANY_CHINESE],
  hei: [...named('黑体', '方正黑体_GBK', '方正黑体简体', '华文黑体', 'Heiti SC', 'FandolHei', '思源黑体', 'PingFang SC', '微软雅黑', '等线', 'WenQuanYi Zen Hei'), ...ANY_CHINESE],
  song: [...ANY_SONG, ...ANY_CHINESE],
  latin: named('Times New Roman', 'Liberation Serif', 'Times', 'Nimbus Roman', 'Tinos', 'TeX Gyre Termes', 'FreeSerif', 'Georgia', 'Noto Serif', 'DejaVu Serif', '宋体', '思源宋体', 'Liberation Sans', 'Arial', 'DejaVu Sans'),
}

/** Characters that a slot's font lacks (㎡) come from the first of these that is installed. */
export const SUPPLEMENTS: readonly NearFamily[] = [...named('思源宋体', '宋体', '思源黑体', '微软雅黑', 'Songti SC', 'PingFang SC'), ...ANY_CHINESE, ...named('Arial Unicode MS', 'DejaVu Sans')]
