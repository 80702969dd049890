/** One command = one object, read by menu words, toolbar, keys and the command list. */
import type { AttachmentTemplateId, CommandEntry, CommandId, TableCommand } from '../../shared/api/commands.ts'
import type { ActRequest } from '../../shared/api/types.ts'
import type { DocumentState } from '../../shared/workflow/states.ts'
import type { Missing } from '../../shared/document/missing.ts'
import type { BlockKind } from '../editor/session.ts'

/** What commands look at. Costly answers are functions, asked only when a command is about to be shown or run. */
export interface Facts {
  /** State of the open document; null where none is open. */
  readonly state: DocumentState | null
  /** What is shown is a text that was frozen, not the document as it is now. */
  readonly frozen?: boolean
  /** Name of the file that it was imported from. */
  readonly original: string | null
  missing(): readonly Missing[]
  canUndo(): boolean
  canRedo(): boolean
  places(): number
  /** Numbers that are kept as they were printed. */
  printedNumbers(): number
  /** The caret is where a cross reference can stand; what there is to refer to; typed mentions that can become references. */
  canRefer(): boolean
  targets(): number
  mentions(): number
  /** The document has 所印文本. */
  hasPrinted(): boolean
  /** Whether something can be done with the table that holds the caret, and whether it is a switch that is on. */
  canChangeTable(act: TableCommand): true | string
  isTableActOn(act: TableCommand): boolean
}

/** What commands do. Each shows its own progress and errors. */
export interface Actions {
  newDocument(): void
  importFiles(): void
  save(): void
  copy(): void
  discard(): void
  sign(): void
  allocate(): void
  /** 更正文号. */
  correctNumber(): void
  /** Any other step on the way; asks what it needs. */
  act(act: ActRequest['act']): void
  /** Asks in which layout and as what kind of file. */
  exportFile(): void
  /** The PDF of the layout that the document is looked at in. */
  print(): void
  saveOriginal(): void
  undo(): void
  redo(): void
  /** The bar over the sheet. */
  find(): void
  findAndReplace(): void
  findAgain(backwards: boolean): void
  nextPlace(): void
  setBlockKind(kind: BlockKind): void
  insertRoster(): void
  renumber(): void
  insertReference(): void
  linkMentions(): void
  addPrinted(): void
  insertTable(): void
  /** Asks for an Excel file and shows its tables. */
  insertWorkbook(): void
  /** Asks for a file. */
  insertImage(): void
  changeTable(act: TableCommand): void
  /** An empty one, or one of a template. */
  addAttachment(templateId?: AttachmentTemplateId): void
  showCommands(): void
  togglePages(): void
  showList(): void
  showOutline(): void
  toggleLeftPanel(): void
  toggleInspector(): void
  goTo(room: 'draft' | 'register' | 'library'): void
  showFonts(): void
  showSettings(): void
  showKeys(): void
}

export interface Command extends CommandEntry {
  /** True, or the reason why not, as a tooltip says it. */
  enabled(facts: Facts): true | string
  /** True for a switch that is on; absent where it is none. */
  isOn?(facts: Facts): boolean
  run(actions: Actions): void
}

/** What the table does not hold of a command. */
export type Behaviour = Pick<Command, 'enabled' | 'isOn' | 'run'>

/** One behaviour for every entry of the table: a new command that does nothing does not compile. */
export type Behaviours = Readonly<Record<CommandId, Behaviour>>
