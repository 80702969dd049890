/** What each command does and when it is possible. Names, menus and keys are in `shared/api/commands.ts`. */
import { COMMANDS, type AttachmentTemplateId, type CommandId, type TableCommand } from '../../shared/api/commands.ts'
import { canAct, isEditable, STATE_NAMES, wayToChange, type DocumentAct } from '../../shared/workflow/states.ts'
import type { BlockKind } from '../editor/session.ts'
import type { Behaviour, Behaviours, Command, Facts } from './command.ts'

const always = (): true => true

const NOTHING_OPEN = '没有打开的文稿'

const anyOpen = (facts: Facts): true | string => facts.state !== null || NOTHING_OPEN

const ONLY_NOW = '看的是留存的文字；先返回本稿'
const FROZEN = '看的是留存的文字，不能改；先返回本稿'

/** True where the text can be changed, or why it cannot. */
export const editable = (facts: Facts): true | string => {
  if (facts.state === null) return NOTHING_OPEN
  if (facts.frozen) return FROZEN
  if (isEditable(facts.state)) return true
  const called = canAct(facts.state, 'return') === true ? '本稿' : '本文'
  return `${called}${STATE_NAMES[facts.state].replace('（导入）', '')}，文字不能改；${wayToChange(facts.state).replace(/[“”]/g, '')}`
}

/** Possible where the table of the way allows it, and only on the document itself. */
const onWay = (act: DocumentAct) => (facts: Facts): true | string => {
  if (facts.state === null) return NOTHING_OPEN
  return facts.frozen ? ONLY_NOW : canAct(facts.state, act)
}

const canSign = (facts: Facts): true | string => {
  const possible = onWay('sign')(facts)
  if (possible !== true) return possible
  const missing = facts.missing()
  return missing.length === 0 || `还缺 ${missing.length} 项：${missing.map((one) => one.text).join('；')}`
}

/** Of a document that has a number and is still at hand. */
const canCorrect = (facts: Facts): true | string => {
  if (facts.state === null) return NOTHING_OPEN
  if (facts.frozen) return ONLY_NOW
  return facts.state === 'numbered' || facts.state === 'printed' || facts.state === 'issued' || `这份文稿是“${STATE_NAMES[facts.state]}”，不能更正文号；有文号、还没有归档或作废的才能更正`
}

const canDiscard = (facts: Facts): true | string => {
  if (facts.state === null) return NOTHING_OPEN
  if (facts.frozen) return ONLY_NOW
  return facts.state === 'draft' || '只有拟稿可以移到废稿'
}

const step = (act: Exclude<DocumentAct, 'sign' | 'number'>): Behaviour => ({ enabled: onWay(act), run: (actions) => actions.act(act) })

const hasOriginal = (facts: Facts): true | string => {
  if (facts.state === null) return NOTHING_OPEN
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
  'document.submit': step('submit'),
  'document.withdraw': step('withdraw'),
  'document.return': step('return'),
  'document.approve': step('approve'),
  'document.printed': step('print'),
  'document.archive': step('archive'),
  'document.void': step('void'),
  'document.sign': { enabled: canSign, run: (actions) => actions.sign() },
  'document.correct': { enabled: canCorrect, run: (actions) => actions.correctNumber() },
  'document.allocate': { enabled: onWay('number'), run: (actions) => actions.allocate() },
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
