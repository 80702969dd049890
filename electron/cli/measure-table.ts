/** What was measured, for the person: a line a page, then what stands where. */
import type { MeasuredLine, MeasuredPage, MeasuredRule } from '../pdf/measure.ts'

/** The pages as lines. Lengths in mm but for sizes. */
export function pageLines(pages: readonly MeasuredPage[]): readonly string[] {
  const head = ['| 页 | 纸 | 上 | 下 | 左 | 右 | 栏 | 每栏行数 | 每行字 | 行距 | 字号（磅×字数） |', '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |']
  return [`共 ${pages.length} 页；除字号外单位是毫米，位置从纸的左上角量起`, ...head, ...pages.map(row), ...pages.flatMap(places)]
}

function row({ page, width, height, margins, columns, lines, charactersPerLine, pitch, sizes }: MeasuredPage): string {
  const sides = margins ? [margins.top, margins.bottom, margins.left, margins.right].map((side) => side.toFixed(1)) : ['', '', '', '']
  const cells = [page, `${width.toFixed(0)}×${height.toFixed(0)}`, ...sides, columns, lines.join('、'), charactersPerLine ?? '', pitch?.toFixed(2) ?? '', sizes.slice(0, 4).map(({ size, characters }) => `${size}×${characters}`).join('、')]
  return `| ${cells.join(' | ')} |`
}

/** What stands where on a page, each on a line of its own; running heads and text are left out. */
function places({ page, mark, number, redLine, title, organ, date, endRules, pageNumber }: MeasuredPage): readonly string[] {
  const found = [
    ...mark.map((line) => at('发文机关标志', line)),
    ...(number ? [at('发文字号', number)] : []),
    ...(redLine ? [rule('红色分隔线', redLine)] : []),
    ...title.map((line) => at('标题', line)),
    ...(organ ? [at('署名', organ)] : []),
    ...(date ? [at('成文日期', date)] : []),
    ...endRules.map((one) => rule('版记线', one)),
    ...(pageNumber ? [`${at('页码', pageNumber)}${pageNumber.dash === null ? '' : `，一字线在 ${pageNumber.dash.toFixed(2)}`}`] : []),
  ]
  return found.length === 0 ? [] : ['', `第 ${page} 页`, ...found.map((line) => `  ${line}`)]
}

function at(name: string, { text, left, right, top, baseline, size }: MeasuredLine): string {
  return `${name}　上 ${top.toFixed(2)}，左 ${left.toFixed(2)}，右 ${right.toFixed(2)}，基线 ${baseline.toFixed(2)}，${size} 磅　${text}`
}

function rule(name: string, { left, right, y, thickness }: MeasuredRule): string {
  return `${name}　高 ${y.toFixed(2)}，左 ${left.toFixed(2)}，右 ${right.toFixed(2)}，粗 ${thickness.toFixed(2)}`
}
