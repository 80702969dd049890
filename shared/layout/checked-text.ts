/** What is said of a file that was read back: 已核对：12 页，28 字 × 22 行. */

/** Pages, and how much stands on a full one; of two columns, in each. */
export interface PageCount {
  readonly pages: number
  readonly columns: number
  readonly characters: number
  readonly lines: number
}

export function checkedText({ pages, columns, characters, lines }: PageCount): string {
  const across = columns === 1 ? '' : columns === 2 ? '双栏，每栏 ' : `${columns} 栏，每栏 `
  return `已核对：${pages} 页，${across}${characters} 字 × ${lines} 行`
}

/** 替代字体, in one line; "" where there are none. */
export function substitutesText(substitutes: readonly { readonly slot: string; readonly asked: string; readonly family: string }[]): string {
  if (substitutes.length === 0) return ''
  return `替代字体：${substitutes.map(({ slot, asked, family }) => `${slot}（${asked}）以${family === asked ? '内置字宽' : ` ${family} `}代替`).join('，')}`
}
