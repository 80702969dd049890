/**
 * Reads a workbook (.xlsx, of Excel, WPS or LibreOffice) into tables, one for each sheet that is shown. The file is not trusted: sizes,
 * depth and number of elements are limited, nothing outside it is ever followed, and what is no workbook ends in an `OfficeFault`.
 */
import type { Doubt } from '../../../shared/recognise/doubt.ts'
import { readSheetTable, type SheetTable } from '../../../shared/recognise/sheet-table.ts'
import { OfficeFault } from '../../ooxml/fault.ts'
import { signatureOf } from '../../ooxml/signature.ts'
import { Zip } from '../../ooxml/zip.ts'
import type { Shared } from './cells.ts'
import { SHEET_FAULTS } from './fault.ts'
import { MOST_CHARACTERS, MOST_SHEETS, MOST_SQUARES_OF_FILE } from './limits.ts'
import { readSheet, type RawSheet } from './read-sheet.ts'
import { shownGrid, type ShownGrid } from './shown-grid.ts'
import { readStyles } from './styles.ts'
import { readStrings, readWorkbook, type SheetEntry, type Workbook } from './workbook.ts'

/** One sheet that shows some text. */
export interface ReadSheet {
  readonly name: string
  /** Null where the sheet is larger than a table of a document can be; `problem` says so. */
  readonly content: SheetTable | null
  readonly problem: string | null
  readonly doubts: readonly Doubt[]
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[]
  /** Of the file as a whole: sheets that are hidden or are no tables. */
  readonly doubts: readonly Doubt[]
}

/** The tables of a file. Throws an `OfficeFault` for what is no workbook, is broken or locked, or holds no text. */
export function readWorkbookFile(bytes: Uint8Array): ReadWorkbook {
  const { zip, workbook } = openWorkbook(bytes)
  const { from1904 } = workbook
  const shared: Shared = { strings: readStrings(zip, workbook.strings), styles: readStyles(zip, workbook.styles), from1904, budget: { characters: MOST_CHARACTERS } }
  const shown = workbook.sheets.filter(({ hidden }) => !hidden)
  if (shown.length > MOST_SHEETS) throw SHEET_FAULTS.oversized(`有 ${shown.length} 个工作表`)
  let squares = 0
  const sheets = shown.flatMap((entry): ReadSheet[] => {
    const sheet = readOne(zip, entry, shared, squares)
    if (!sheet) return []
    squares += sheet.squares
    return [sheet.read]
  })
  if (sheets.length === 0) throw new OfficeFault('notText', '这个 Excel 文件里没有看得见的文字，没有表格可以插入', '请确认文件没有拿错；表格所在的工作表如果隐藏着，先在 Excel 或 WPS 里取消隐藏并保存')
  return { sheets, doubts: workbookDoubts(workbook) }
}

/** Opens the package of a workbook. Throws an `OfficeFault` for what is none. */
export function openWorkbook(bytes: Uint8Array): { readonly zip: Zip; readonly workbook: Workbook } {
  const { otherFile } = SHEET_FAULTS
  const signature = signatureOf(bytes)
  if (signature === 'locked') throw otherFile('加了打开密码的文件')
  if (signature === 'old') throw otherFile('旧版的 Excel 或 WPS 文件（.xls、.et）')
  if (signature !== 'zip') throw otherFile('别的文件，不是 Excel 工作簿（.xlsx）')
  const zip = new Zip(bytes, SHEET_FAULTS)
  const workbook = readWorkbook(zip)
  if (workbook === 'binary') throw otherFile('二进制格式的 Excel 文件（.xlsb）')
  if (workbook === 'other') throw otherFile('别的文件，不是 Excel 工作簿（.xlsx）')
  return { zip, workbook }
}

/** Null for a sheet that shows no text. What is too large keeps the others in. */
function readOne(zip: Zip, entry: SheetEntry, shared: Shared, squares: number): { readonly read: ReadSheet; readonly squares: number } | null {
  const { name, part, printedAgain } = entry
  if (part === null) return null
  const { characters } = shared.budget
  try {
    const raw = readSheet(zip, part, shared)
    const shown = shownGrid(raw, printedAgain)
    if (!shown) return null
    const { rows } = shown.grid
    const size = rows.length * (rows[0]?.length ?? 0)
    if (squares + size > MOST_SQUARES_OF_FILE) throw SHEET_FAULTS.oversized('里面的表格加起来太大')
    const content = readSheetTable(shown.grid)
    return { read: { name, content, problem: null, doubts: sheetDoubts(name, content, shown, raw) }, squares: size }
  } catch (error) {
    if (!(error instanceof OfficeFault) || error.code !== 'tooLarge') throw error
    shared.budget.characters = characters
    const problem = `${error.message.replace('这个 Excel 文件', '这个工作表')}。${error.next}`
    return { read: { name, content: null, problem, doubts: [] }, squares: 0 }
  }
}

function workbookDoubts({ sheets }: Workbook): readonly Doubt[] {
  const names = (some: readonly SheetEntry[]): string => some.slice(0, 5).map(({ name }) => `“${name}”`).join('、') + (some.length > 5 ? `等 ${some.length} 个` : '')
  const hidden = sheets.filter((sheet) => sheet.hidden)
  const others = sheets.filter((sheet) => !sheet.hidden && sheet.part === null)
  return [
    ...(hidden.length > 0 ? [{ where: '全部工作表', what: `隐藏的工作表${names(hidden)}没有收入` }] : []),
    ...(others.length > 0 ? [{ where: '全部工作表', what: `${names(others)}不是表格（图表等），没有收入` }] : []),
  ]
}

function sheetDoubts(where: string, { label, emptyRows }: SheetTable, { hiddenColumns, covered }: ShownGrid, { hiddenTexts, findings }: RawSheet): readonly Doubt[] {
  const { formulas, errors, formats, tooLong, pictures, comments } = findings
  const said: readonly (readonly [count: number, what: string])[] = [
    [hiddenTexts, `隐藏的 ${hiddenTexts} 行没有收入`],
    [hiddenColumns, `隐藏的 ${hiddenColumns} 列没有收入`],
    [covered, `合并时被盖住的 ${covered} 格文字没有收入，在 Excel 里也看不见`],
    [formulas, `${formulas} 个公式没有存下结果，留空了。请在 Excel 或 WPS 里打开、保存一次再插入`],
    [errors, `${errors} 格是错误值（如 #DIV/0!），照录`],
    [formats, `${formats} 格的数字格式不认得，按普通数字收入`],
    [tooLong, `${tooLong} 个长数字照 Excel 显示成科学记数，位数不全，请核对`],
    [label === null ? 0 : 1, `左上角的“${label ?? ''}”没有收入：附件的序号由公文来编`],
    [emptyRows, `表末 ${emptyRows} 个有框线的空行没有收入`],
    [pictures, '图片、图形、图表没有收入'],
    [comments, '批注没有收入'],
  ]
  return said.flatMap(([count, what]) => (count > 0 ? [{ where, what }] : []))
}
