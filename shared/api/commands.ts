/**
 * The table of commands: what the native menu, the menu words, the toolbar, the keys and the command list all read.
 * Pure data; what a command does is in `renderer/commands`.
 */

/** The words of the menu bar, in order. */
export const MENUS = ['文件', '编辑', '插入', '格式', '表格', '视图', '帮助'] as const
export type Menu = (typeof MENUS)[number]

/**
 * One command. `keys` are written as Electron accelerators. `browserKeys` replace them in a browser that keeps the
 * first ones for itself (Ctrl+N opens a window there). `group` separates menu items by a line where it changes.
 */
export interface CommandEntry {
  readonly id: CommandId
  readonly name: string
  readonly menu: Menu
  readonly group: number
  readonly room: '起草' | '全部'
  readonly keys: readonly string[]
  readonly browserKeys?: readonly string[]
  /** How a menu shows a key that only works inside the sheet. */
  readonly keyHint?: string
}

/** The files of templates/attachments; a test holds the two together. */
export type AttachmentTemplateId = 'roster' | 'task-table' | 'fund-table' | 'blank-form' | 'score-sheet'

/** What is done with the table that holds the caret; names as in shared/document/table-acts.ts, and three acts on the table as a whole. */
export type TableCommand =
  | 'rowAbove' | 'rowBelow' | 'removeRows' | 'columnLeft' | 'columnRight' | 'removeColumns' | 'evenWidths' | 'fitWidths' | 'merge' | 'split' | 'splitColumns'
  | 'splitRows' | 'left' | 'center' | 'right' | 'header' | 'total' | 'landscape' | 'caption' | 'removeTable'

export type CommandId =
  | 'document.new' | 'document.import' | 'document.save' | 'document.copy'
  | 'document.submit' | 'document.withdraw' | 'document.return' | 'document.approve' | 'document.sign' | 'document.allocate' | 'document.correct' | 'document.printed' | 'document.archive' | 'document.void'
  | 'document.export' | 'document.print' | 'document.original' | 'document.discard' | 'edit.undo' | 'edit.redo' | 'edit.find' | 'edit.replace' | 'edit.findNext' | 'edit.findPrevious' | 'edit.nextPlace'
  | 'block.paragraph' | 'block.heading1' | 'block.heading2' | 'block.heading3' | 'block.heading4' | 'block.chapter' | 'block.article' | 'block.dash' | 'block.circled'
  | 'block.ordinal' | 'block.formula' | 'block.contact' | 'block.note' | 'format.renumber' | 'insert.printed' | 'insert.reference' | 'insert.links'
  | 'insert.table' | 'insert.workbook' | 'insert.image' | 'insert.roster' | 'insert.attachment' | `attachment.${AttachmentTemplateId}` | `table.${TableCommand}` | 'view.commands' | 'view.pages' | 'view.list' | 'view.outline' | 'view.leftPanel'
  | 'view.inspector' | 'room.draft' | 'room.register' | 'room.library' | 'app.fonts' | 'app.settings' | 'app.keys'

/** All commands, in menu order. */
export const COMMANDS: readonly CommandEntry[] = [
  { id: 'document.new', name: '起草公文…', menu: '文件', group: 1, room: '起草', keys: ['Ctrl+N'], browserKeys: ['Alt+N'] },
  { id: 'document.import', name: '导入公文…', menu: '文件', group: 1, room: '起草', keys: ['Ctrl+O'] },
  { id: 'document.save', name: '立即存', menu: '文件', group: 2, room: '起草', keys: ['Ctrl+S'] },
  { id: 'document.copy', name: '另存为新稿', menu: '文件', group: 2, room: '起草', keys: [] },
  { id: 'document.discard', name: '移到废稿', menu: '文件', group: 2, room: '起草', keys: [] },
  { id: 'document.submit', name: '送审…', menu: '文件', group: 3, room: '起草', keys: ['Ctrl+Alt+J'] },
  { id: 'document.withdraw', name: '撤回送审', menu: '文件', group: 3, room: '起草', keys: [] },
  { id: 'document.return', name: '退回…', menu: '文件', group: 3, room: '起草', keys: [] },
  { id: 'document.approve', name: '核稿通过…', menu: '文件', group: 3, room: '起草', keys: ['Ctrl+Alt+H'] },
  { id: 'document.sign', name: '签发…', menu: '文件', group: 3, room: '起草', keys: ['Ctrl+Alt+S'] },
  { id: 'document.allocate', name: '编号…', menu: '文件', group: 4, room: '起草', keys: ['Ctrl+Alt+B'] },
  { id: 'document.correct', name: '更正文号…', menu: '文件', group: 4, room: '起草', keys: [] },
  { id: 'document.printed', name: '印发…', menu: '文件', group: 4, room: '起草', keys: [] },
  { id: 'document.archive', name: '归档…', menu: '文件', group: 4, room: '起草', keys: [] },
  { id: 'document.void', name: '作废…', menu: '文件', group: 4, room: '起草', keys: [] },
  { id: 'document.export', name: '导出…', menu: '文件', group: 5, room: '起草', keys: ['Ctrl+E'] },
  { id: 'document.print', name: '打印', menu: '文件', group: 5, room: '起草', keys: ['Ctrl+P'] },
  { id: 'document.original', name: '另存原件…', menu: '文件', group: 5, room: '起草', keys: [] },
  { id: 'app.fonts', name: '字体设置…', menu: '文件', group: 6, room: '全部', keys: [] },
  { id: 'app.settings', name: '设置…', menu: '文件', group: 6, room: '全部', keys: ['Ctrl+,'] },
  { id: 'edit.undo', name: '撤销', menu: '编辑', group: 1, room: '起草', keys: ['Ctrl+Z'] },
  { id: 'edit.redo', name: '恢复', menu: '编辑', group: 1, room: '起草', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { id: 'edit.find', name: '查找…', menu: '编辑', group: 2, room: '起草', keys: ['Ctrl+F'] },
  { id: 'edit.replace', name: '替换…', menu: '编辑', group: 2, room: '起草', keys: ['Ctrl+H'] },
  { id: 'edit.findNext', name: '查找下一处', menu: '编辑', group: 2, room: '起草', keys: ['F3'] },
  { id: 'edit.findPrevious', name: '查找上一处', menu: '编辑', group: 2, room: '起草', keys: ['Shift+F3'] },
  { id: 'edit.nextPlace', name: '下一处待填', menu: '编辑', group: 3, room: '起草', keys: [], keyHint: 'Tab' },
  { id: 'insert.table', name: '插入表格', menu: '插入', group: 2, room: '起草', keys: [] },
  { id: 'insert.image', name: '图片…', menu: '插入', group: 2, room: '起草', keys: [] },
  { id: 'insert.workbook', name: '从 Excel 文件插入表格…', menu: '插入', group: 2, room: '起草', keys: [] },
  { id: 'insert.roster', name: '名单', menu: '插入', group: 2, room: '起草', keys: [] },
  { id: 'insert.reference', name: '交叉引用…', menu: '插入', group: 3, room: '起草', keys: ['Ctrl+Alt+R'] },
  { id: 'insert.links', name: '链接引用', menu: '插入', group: 3, room: '起草', keys: [] },
  { id: 'insert.printed', name: '所印文本', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'insert.attachment', name: '空白附件', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'attachment.roster', name: '附件·领导小组名单', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'attachment.task-table', name: '附件·任务分解表', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'attachment.fund-table', name: '附件·资金分配表', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'attachment.blank-form', name: '附件·空白统计表', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'attachment.score-sheet', name: '附件·评分表', menu: '插入', group: 4, room: '起草', keys: [] },
  { id: 'block.paragraph', name: '正文', menu: '格式', group: 1, room: '起草', keys: ['Ctrl+Alt+0'] },
  { id: 'block.heading1', name: '一、一级标题', menu: '格式', group: 1, room: '起草', keys: ['Ctrl+Alt+1'] },
  { id: 'block.heading2', name: '（一）二级标题', menu: '格式', group: 1, room: '起草', keys: ['Ctrl+Alt+2'] },
  { id: 'block.heading3', name: '1. 三级标题', menu: '格式', group: 1, room: '起草', keys: ['Ctrl+Alt+3'] },
  { id: 'block.heading4', name: '（1）四级标题', menu: '格式', group: 1, room: '起草', keys: ['Ctrl+Alt+4'] },
  { id: 'block.chapter', name: '章（第一章）', menu: '格式', group: 2, room: '起草', keys: ['Ctrl+Alt+5'] },
  { id: 'block.article', name: '条（第一条）', menu: '格式', group: 2, room: '起草', keys: ['Ctrl+Alt+6'] },
  { id: 'block.dash', name: '—— 分项', menu: '格式', group: 3, room: '起草', keys: ['Ctrl+Alt+7'] },
  { id: 'block.circled', name: '① 分项', menu: '格式', group: 3, room: '起草', keys: ['Ctrl+Alt+8'] },
  { id: 'block.ordinal', name: '一是 分项', menu: '格式', group: 3, room: '起草', keys: ['Ctrl+Alt+9'] },
  { id: 'block.formula', name: '公式', menu: '格式', group: 4, room: '起草', keys: [] },
  { id: 'block.contact', name: '联系方式', menu: '格式', group: 4, room: '起草', keys: [] },
  { id: 'block.note', name: '表注', menu: '格式', group: 4, room: '起草', keys: [] },
  { id: 'format.renumber', name: '按规则重新编号', menu: '格式', group: 5, room: '起草', keys: [] },
  { id: 'table.rowAbove', name: '在上方插入行', menu: '表格', group: 1, room: '起草', keys: [] },
  { id: 'table.rowBelow', name: '在下方插入行', menu: '表格', group: 1, room: '起草', keys: [], keyHint: '末格 Tab' },
  { id: 'table.removeRows', name: '删除行', menu: '表格', group: 1, room: '起草', keys: [] },
  { id: 'table.columnLeft', name: '在左侧插入列', menu: '表格', group: 2, room: '起草', keys: [] },
  { id: 'table.columnRight', name: '在右侧插入列', menu: '表格', group: 2, room: '起草', keys: [] },
  { id: 'table.removeColumns', name: '删除列', menu: '表格', group: 2, room: '起草', keys: [] },
  { id: 'table.evenWidths', name: '平均分布各列', menu: '表格', group: 2, room: '起草', keys: [] },
  { id: 'table.fitWidths', name: '自动列宽', menu: '表格', group: 2, room: '起草', keys: [] },
  { id: 'table.merge', name: '合并单元格', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.split', name: '拆分单元格', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.splitColumns', name: '拆成两列', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.splitRows', name: '拆成两行', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.left', name: '左对齐', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.center', name: '居中', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.right', name: '右对齐', menu: '表格', group: 3, room: '起草', keys: [] },
  { id: 'table.header', name: '标题行（每页重复）', menu: '表格', group: 4, room: '起草', keys: [] },
  { id: 'table.total', name: '末行是合计', menu: '表格', group: 4, room: '起草', keys: [] },
  { id: 'table.landscape', name: '横排', menu: '表格', group: 4, room: '起草', keys: [] },
  { id: 'table.caption', name: '表题和单位', menu: '表格', group: 4, room: '起草', keys: [] },
  { id: 'table.removeTable', name: '删除表格', menu: '表格', group: 4, room: '起草', keys: [] },
  { id: 'view.commands', name: '查找命令、文稿、文号', menu: '视图', group: 1, room: '全部', keys: ['Ctrl+K'] },
  { id: 'view.pages', name: '切换编辑和版面', menu: '视图', group: 2, room: '起草', keys: ['Ctrl+Alt+P'] },
  { id: 'view.list', name: '文稿列表', menu: '视图', group: 2, room: '起草', keys: [] },
  { id: 'view.outline', name: '大纲', menu: '视图', group: 2, room: '起草', keys: [] },
  { id: 'view.leftPanel', name: '收起或展开左栏', menu: '视图', group: 3, room: '起草', keys: ['Ctrl+\\'] },
  { id: 'view.inspector', name: '收起或展开右栏', menu: '视图', group: 3, room: '起草', keys: ['Ctrl+Shift+\\'] },
  { id: 'room.draft', name: '到起草', menu: '视图', group: 4, room: '全部', keys: ['Alt+1'], browserKeys: [] },
  { id: 'room.register', name: '到编号', menu: '视图', group: 4, room: '全部', keys: ['Alt+2'], browserKeys: [] },
  { id: 'room.library', name: '到资料库', menu: '视图', group: 4, room: '全部', keys: ['Alt+3'], browserKeys: [] },
  { id: 'app.keys', name: '按键一览', menu: '帮助', group: 1, room: '全部', keys: ['F1'] },
]
