/** One command = one object, read by menu words, toolbar, keys and the command list. */
import type { AttachmentTemplateId, CommandEntry, CommandId } from '../../shared/api/commands.ts'
import type { DocumentState } from '../../shared/api/types.ts'
import type { Missing } from '../../shared/document/missing.ts'
import type { BlockKind } from '../editor/session.ts'

/** What commands look at. Costly answers are functions, asked only when a command is about to be shown or run. */
export interface Facts {
  /** State of the open document; null where none is open. */
  readonly state: DocumentState | null
  missing(): readonly Missing[]
  canUndo(): boolean
  canRedo(): boolean
  places(): number
}

/** What commands do. Each shows its own progress and errors. */
export interface Actions {
  newDocument(): void
  importFiles(): void
  save(): void
  copy(): void
  discard(): void
  sign(): void
  reopen(): void
  allocate(): void
  exportWord(): void
  undo(): void
  redo(): void
  /** The bar over the sheet. */
  find(): void
  findAndReplace(): void
  findAgain(backwards: boolean): void
  nextPlace(): void
  setBlockKind(kind: BlockKind): void
  insertRoster(): void
  insertTable(): void
  /** An empty one, or one of a template. */
  addAttachment(templateId?: AttachmentTemplateId): void
  showCommands(): void
  showList(): void
  showOutline(): void
  toggleLeftPanel(): void
  toggleInspector(): void
  showSettings(): void
  showKeys(): void
}

export interface Command extends CommandEntry {
  /** True, or the reason why not, as a tooltip says it. */
  enabled(facts: Facts): true | string
  run(actions: Actions): void
}

/** What the table does not hold of a command. */
export type Behaviour = Pick<Command, 'enabled' | 'run'>

/** One behaviour for every entry of the table: a new command that does nothing does not compile. */
export type Behaviours = Readonly<Record<CommandId, Behaviour>>
