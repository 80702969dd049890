/** What the log can say: acts on documents, on numbers, on series and on the library, each with its name. */

export const HISTORY_NAMES = {
  created: '起草',
  imported: '导入',
  copied: '另存为新稿',
  submitted: '送审',
  withdrawn: '撤回',
  returned: '退回',
  approved: '核稿通过',
  signed: '签发',
  reopened: '退回修改', // as written before returns had an opinion
  numbered: '取号',
  exported: '导出',
  printedOut: '打印',
  printed: '印发',
  archived: '归档',
  voided: '作废',
  discarded: '移到废稿',
  restored: '从废稿取回',
  held: '占号',
  reserved: '预留',
  released: '释放',
  paper: '线下占用',
  explained: '补说明',
  bound: '对上文稿',
  corrected: '更正文号',
  amended: '登记簿更正',
  seriesMade: '新建系列',
  seriesChanged: '系列改动',
  bookImported: '从表格补登',
  bookExported: '导出登记簿',
  bookPrinted: '打印登记簿',
  backedUp: '备份',
  libraryRestored: '从备份恢复',
} as const
export type HistoryKind = keyof typeof HISTORY_NAMES

/** Acts that froze a text or fixed a number (◆); the others are marked ○. */
export const FREEZING_KINDS: ReadonlySet<HistoryKind> = new Set(['submitted', 'signed', 'numbered', 'exported', 'printedOut', 'printed', 'bound', 'corrected'])
