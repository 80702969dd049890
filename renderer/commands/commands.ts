/** What each command does and when it is possible. Names, menus and keys are in `shared/api/commands.ts`. */
import { COMMANDS, type AttachmentTemplateId, type CommandId, type TableCommand } from '../../shared/api/commands.ts'
import type { DocumentState } from '../../shared/workflow/states.ts'
import type { BlockKind } from '../editor/session.ts'
import type { Behaviour, Behaviours, Command, Facts } from './command.ts'

const always = (): true => true

const anyOpen = (facts: Facts): true | string => facts.state !== null || '没有打开的文稿'

const REASON_LOCKED: Record<Exclude<DocumentState, 'draft' | 'submitted'>, string> = {
  reviewed: '本稿已核稿，文字不能改；要改请先退回',
  signed: '本稿已签发，文字不能改；要改请先退回修改',
  numbered: '本文已编号，文字不能改；可另存为新稿',
  printed: '本文已印发，文字不能改；可另存为新稿',
  archived: '本文已归档，文字不能改；可另存为新稿',
  void: '本文已作废，文字不能改；可另存为新稿',
  issued: '本文已发，文字不能改；可另存为新稿',
}

/** True where the text can be changed, or why it cannot. */
export const editable = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  return facts.state === 'draft' || facts.state === 'submitted' || REASON_LOCKED[facts.state]
}

const canSign = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  if (facts.state !== 'draft') return '本文已经签发'
  const missing = facts.missing()
  return missing.length === 0 || `还缺 ${missing.length} 项：${missing.map((one) => one.text).join('；')}`
}

const canAllocate = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  if (facts.state === 'draft') return '本稿未签发，不能编号'
  return facts.state === 'signed' || '本文已有文号'
}

const canReopen = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  if (facts.state === 'draft') return '本稿还在起草，可以直接改'
  return facts.state === 'signed' || '本文已有文号，不能退回；可另存为新稿'
}

const canDiscard = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  return facts.state === 'draft' || '只有拟稿可以移到废稿'
}

const hasOriginal = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  return facts.original !== null || '这份公文不是导入的，没有原件'
}

/** Possible in a draft, and where nothing else speaks against it. */
const inDraft = (why: (facts: Facts) => true | string): Behaviour['enabled'] => (facts) => {
  const possible = editable(facts)
  return possible === true ? why(facts) : possible
}

const block = (kind: BlockKind): Behaviour => ({ enabled: editable, run: (actions) => actions.setBlockKind(kind) })

const attachment = (templateId: AttachmentTemplateId): Behaviour => ({ enabled: editable, run: (actions) => actions.addAttachment(templateId) })

const table = (act: TableCommand): Behaviour => ({
  enabled: (facts) => {
    const possible = editable(facts)
    return possible === true ? facts.canChangeTable(act) : possible
  },
  isOn: (facts) => facts.isTableActOn(act),
  run: (actions) => actions.changeTable(act),
})

const BEHAVIOURS: Behaviours = {
  'document.new': { enabled: always, run: (actions) => actions.newDocument() },
  'document.import': { enabled: always, run: (actions) => actions.importFiles() },
  'document.save': { enabled: editable, run: (actions) => actions.save() },
  'document.copy': { enabled: anyOpen, run: (actions) => actions.copy() },
  'document.discard': { enabled: canDiscard, run: (actions) => actions.discard() },
  'document.sign': { enabled: canSign, run: (actions) => actions.sign() },
  'document.reopen': { enabled: canReopen, run: (actions) => actions.reopen() },
  'document.allocate': { enabled: canAllocate, run: (actions) => actions.allocate() },
  'document.original': { enabled: hasOriginal, run: (actions) => actions.saveOriginal() },
  'document.export': { enabled: anyOpen, run: (actions) => actions.exportFile() },
  'document.print': { enabled: anyOpen, run: (actions) => actions.print() },
  'edit.undo': {
    enabled: (facts) => (facts.canUndo() ? editable(facts) : '没有可撤销的操作'),
    run: (actions) => actions.undo(),
  },
  'edit.redo': {
    enabled: (facts) => (facts.canRedo() ? editable(facts) : '没有可恢复的操作'),
    run: (actions) => actions.redo(),
  },
  'edit.find': { enabled: anyOpen, run: (actions) => actions.find() },
  'edit.replace': { enabled: editable, run: (actions) => actions.findAndReplace() },
  'edit.findNext': { enabled: anyOpen, run: (actions) => actions.findAgain(false) },
  'edit.findPrevious': { enabled: anyOpen, run: (actions) => actions.findAgain(true) },
  'edit.nextPlace': {
    enabled: (facts) => (facts.places() > 0 ? editable(facts) : '没有待填的地方'),
    run: (actions) => actions.nextPlace(),
  },
  'block.paragraph': block('paragraph'),
  'block.heading1': block('heading1'),
  'block.heading2': block('heading2'),
  'block.heading3': block('heading3'),
  'block.heading4': block('heading4'),
  'block.chapter': block('chapter'),
  'block.article': block('article'),
  'block.dash': block('dash'),
  'block.circled': block('circled'),
  'block.ordinal': block('ordinal'),
  'block.formula': block('formula'),
  'block.contact': block('contact'),
  'block.note': block('note'),
  'format.renumber': {
    enabled: inDraft((facts) => facts.printedNumbers() > 0 || '没有照录的序号，序号已经是按规则编的'),
    run: (actions) => actions.renumber(),
  },
  'insert.printed': {
    enabled: inDraft((facts) => !facts.hasPrinted() || '已有所印文本，在大纲里可以跳到'),
    run: (actions) => actions.addPrinted(),
  },
  'insert.reference': {
    enabled: inDraft((facts) => (facts.targets() === 0 ? '文稿里没有可引用的附件、章、条、标题' : facts.canRefer() || '请先把光标放到正文里')),
    run: (actions) => actions.insertReference(),
  },
  'insert.links': {
    enabled: inDraft((facts) => facts.mentions() > 0 || '没有可以变成引用的“附件1”“第三条”'),
    run: (actions) => actions.linkMentions(),
  },
  'insert.table': { enabled: editable, run: (actions) => actions.insertTable() },
  'insert.workbook': { enabled: editable, run: (actions) => actions.insertWorkbook() },
  'insert.image': { enabled: editable, run: (actions) => actions.insertImage() },
  'insert.roster': { enabled: editable, run: (actions) => actions.insertRoster() },
  'insert.attachment': { enabled: editable, run: (actions) => actions.addAttachment() },
  'attachment.roster': attachment('roster'),
  'attachment.task-table': attachment('task-table'),
  'attachment.fund-table': attachment('fund-table'),
  'attachment.blank-form': attachment('blank-form'),
  'attachment.score-sheet': attachment('score-sheet'),
  'table.rowAbove': table('rowAbove'),
  'table.rowBelow': table('rowBelow'),
  'table.removeRows': table('removeRows'),
  'table.columnLeft': table('columnLeft'),
  'table.columnRight': table('columnRight'),
  'table.removeColumns': table('removeColumns'),
  'table.evenWidths': table('evenWidths'),
  'table.fitWidths': table('fitWidths'),
  'table.merge': table('merge'),
  'table.split': table('split'),
  'table.splitColumns': table('splitColumns'),
  'table.splitRows': table('splitRows'),
  'table.left': table('left'),
  'table.center': table('center'),
  'table.right': table('right'),
  'table.header': table('header'),
  'table.total': table('total'),
  'table.landscape': table('landscape'),
  'table.caption': table('caption'),
  'table.removeTable': table('removeTable'),
  'view.commands': { enabled: always, run: (actions) => actions.showCommands() },
  'view.pages': { enabled: anyOpen, run: (actions) => actions.togglePages() },
  'view.list': { enabled: always, run: (actions) => actions.showList() },
  'view.outline': { enabled: anyOpen, run: (actions) => actions.showOutline() },
  'view.leftPanel': { enabled: always, run: (actions) => actions.toggleLeftPanel() },
  'view.inspector': { enabled: anyOpen, run: (actions) => actions.toggleInspector() },
  'room.draft': { enabled: always, run: (actions) => actions.goTo('draft') },
  'room.register': { enabled: always, run: (actions) => actions.goTo('register') },
  'room.library': { enabled: always, run: (actions) => actions.goTo('library') },
  'app.fonts': { enabled: always, run: (actions) => actions.showFonts() },
  'app.settings': { enabled: always, run: (actions) => actions.showSettings() },
  'app.keys': { enabled: always, run: (actions) => actions.showKeys() },
}

/** Every command, in menu order. */
export const ALL_COMMANDS: readonly Command[] = COMMANDS.map((entry) => ({ ...entry, ...BEHAVIOURS[entry.id] }))

/** What can be put behind a document: an empty attachment, and one of each kind. */
export const ATTACHMENT_COMMANDS: readonly Command[] = ALL_COMMANDS.filter(({ id }) => id === 'insert.attachment' || id.startsWith('attachment.'))

/** What can be done with a table, in the groups of its menu. */
export const TABLE_COMMANDS: readonly Command[] = ALL_COMMANDS.filter(({ menu }) => menu === '表格')

/** What is done in the sheet: the pages make way for it. */
export function needsSheet({ id, menu }: Command): boolean {
  return menu === '插入' || menu === '格式' || menu === '表格' || SHEET_COMMANDS.has(id)
}

const SHEET_COMMANDS: ReadonlySet<CommandId> = new Set(['edit.find', 'edit.replace', 'edit.findNext', 'edit.findPrevious', 'edit.nextPlace'])

/** One command by id. */
export function command(id: CommandId): Command {
  const found = ALL_COMMANDS.find((one) => one.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}
