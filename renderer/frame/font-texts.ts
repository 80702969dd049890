/** What is said of the fonts of this machine: what is missing, what that means for the pages, what to do. */
import type { SlotFont } from '../../shared/api/types.ts'

interface SlotTexts {
  /** Where the slot's text stands. */
  readonly use: string
  /** What may come out differently where the font is there. */
  readonly differs: string
  readonly sample: string
}

export const SLOT_TEXTS: Readonly<Record<SlotFont['slot'], SlotTexts>> = {
  smallSong: { use: '红头、标题', differs: '标题的行数可能不同', sample: '河湾县人民政府公报' },
  fangSong: { use: '正文、表格', differs: '正文的断行和页数可能不同', sample: '县人民政府2024年6月' },
  kai: { use: '二级标题、签发人', differs: '二级标题的断行可能不同', sample: '（一）落实防汛责任' },
  hei: { use: '一级标题、密级', differs: '一级标题的断行可能不同', sample: '一、压实工作责任' },
  song: { use: '页码、页眉', differs: '页码和页眉的字形不同', sample: '— 12 —　2024年第6期' },
  latin: { use: '字母、数字', differs: '字母、数字的宽窄可能不同', sample: 'GB/T 9704　2024　3.5%' },
}

/** Whether the family that is asked for is there, in a few words. */
export function fontState({ substitute, missing, family }: SlotFont): string {
  if (missing) return '本机没有，也没有能代替的'
  return substitute ? `替代字体：${family}` : '已安装'
}

/** What a family that is not there means; null where it is there. */
export function fontTrouble({ slot, asked, family, substitute, missing }: SlotFont): string | null {
  if (!substitute) return null
  const instead = missing ? '版面按内置的字宽排' : `版面用${family}代替`
  return `没有${asked}：${instead}，发到装有这种字体的机器上，${SLOT_TEXTS[slot].differs}`
}

/** What to do where fonts are missing. */
export const FONT_ADVICE = '请装上缺的字体（在字体文件上点右键，选“安装”）再点“重新检查”；或把它改成本单位已装的字体，导出的 Word 文件也用那种字体'
