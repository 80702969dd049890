/** What each command does and when it is possible. Names, menus and keys are in `shared/api/commands.ts`. */
import { COMMANDS, type AttachmentTemplateId, type CommandId } from '../../shared/api/commands.ts'
import type { DocumentState } from '../../shared/api/types.ts'
import type { BlockKind } from '../editor/session.ts'
import type { Behaviour, Behaviours, Command, Facts } from './command.ts'

const always = (): true => true

const anyOpen = (facts: Facts): true | string => facts.state !== null || '没有打开的文稿'

const REASON_LOCKED: Record<Exclude<DocumentState, 'draft'>, string> = {
  signed: '本稿已签发，文字不能改；要改请先退回修改',
  numbered: '本文已编号，文字不能改；可另存为新稿',
  issued: '本文已发，文字不能改；可另存为新稿',
}

const editable = (facts: Facts): true | string => {
  if (facts.state === null) return '没有打开的文稿'
  return facts.state === 'draft' || REASON_LOCKED[facts.state]
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

const block = (kind: BlockKind): Behaviour => ({ enabled: editable, run: (actions) => actions.setBlockKind(kind) })

const attachment = (templateId: AttachmentTemplateId): Behaviour => ({ enabled: editable, run: (actions) => actions.addAttachment(templateId) })

const BEHAVIOURS: Behaviours = {
  'document.new': { enabled: always, run: (actions) => actions.newDocument() },
  'document.import': { enabled: always, run: (actions) => actions.importFiles() },
  'document.save': { enabled: editable, run: (actions) => actions.save() },
  'document.copy': { enabled: anyOpen, run: (actions) => actions.copy() },
  'document.discard': { enabled: canDiscard, run: (actions) => actions.discard() },
  'document.sign': { enabled: canSign, run: (actions) => actions.sign() },
  'document.reopen': { enabled: canReopen, run: (actions) => actions.reopen() },
  'document.allocate': { enabled: canAllocate, run: (actions) => actions.allocate() },
  'document.export': { enabled: anyOpen, run: (actions) => actions.exportWord() },
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
  'insert.table': { enabled: editable, run: (actions) => actions.insertTable() },
  'insert.roster': { enabled: editable, run: (actions) => actions.insertRoster() },
  'insert.attachment': { enabled: editable, run: (actions) => actions.addAttachment() },
  'attachment.roster': attachment('roster'),
  'attachment.task-table': attachment('task-table'),
  'attachment.fund-table': attachment('fund-table'),
  'attachment.blank-form': attachment('blank-form'),
  'attachment.score-sheet': attachment('score-sheet'),
  'view.commands': { enabled: always, run: (actions) => actions.showCommands() },
  'view.list': { enabled: always, run: (actions) => actions.showList() },
  'view.outline': { enabled: anyOpen, run: (actions) => actions.showOutline() },
  'view.leftPanel': { enabled: always, run: (actions) => actions.toggleLeftPanel() },
  'view.inspector': { enabled: anyOpen, run: (actions) => actions.toggleInspector() },
  'app.settings': { enabled: always, run: (actions) => actions.showSettings() },
  'app.keys': { enabled: always, run: (actions) => actions.showKeys() },
}

/** Every command, in menu order. */
export const ALL_COMMANDS: readonly Command[] = COMMANDS.map((entry) => ({ ...entry, ...BEHAVIOURS[entry.id] }))

/** What can be put behind a document: an empty attachment, and one of each kind. */
export const ATTACHMENT_COMMANDS: readonly Command[] = ALL_COMMANDS.filter(({ id }) => id === 'insert.attachment' || id.startsWith('attachment.'))

/** One command by id. */
export function command(id: CommandId): Command {
  const found = ALL_COMMANDS.find((one) => one.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}
