/** The draft room's state and acts: what its screen shows and what commands do here. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { missingParts } from '../../../shared/document/missing.ts'
import { findPart, placesOf } from '../../../shared/document/text.ts'
import { printedNumbers } from '../../../shared/numbering/differences.ts'
import { referenceTexts } from '../../../shared/numbering/references.ts'
import type { Client } from '../../../shared/api/client.ts'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { ActRequest, WorkbookTables } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useConnection, useEvents, useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import { useNavigation, type Navigation } from '../../frame/navigation.ts'
import type { Actions, Command, Facts } from '../../commands/command.ts'
import { ALL_COMMANDS, needsSheet } from '../../commands/commands.ts'
import type { Finder } from '../../editor/find/finder.ts'
import { createDesk, shownDraft, type Desk, type DeskState, type OpenDraft } from './desk.ts'
import type { LayoutSession } from './pages/layout-session.ts'
import { createPageDesk, type PageDesk } from './pages/page-desk.ts'
import { useLayout } from './pages/use-layout.ts'
import { useWideDesk } from './pages/use-wide-desk.ts'
import { tidyLines, useTidy } from './tidy.ts'
import { undoing } from './undoing.ts'
import { useLeaveGuards, useWhen } from './use-guards.ts'
import type { ExportChoice } from './use-export.ts'
import { useFinder } from './use-finder.ts'
import { useImages, type Images } from './use-images.ts'
import { useJobs, type Jobs } from './use-jobs.ts'
import { usePanels, type Panels } from './use-panels.ts'
import { useVisit } from './use-visit.ts'
import { useWorkbook, type WorkbookReading } from './use-workbook.ts'

export type RoomDialog = 'new' | 'export' | 'sign' | 'allocate' | 'correct' | 'conflict' | 'commands' | 'fonts' | 'settings' | 'keys' | 'reference' | { readonly kind: 'act'; readonly act: ActRequest['act'] } | { readonly kind: 'unsaved'; readonly error: ApiError } | { readonly kind: 'workbook'; readonly books: readonly WorkbookTables[] }

export interface Room {
  readonly desk: Desk
  readonly now: DeskState
  /** What is looked at: the open document, or a frozen text of it. */
  readonly shown: OpenDraft | null
  readonly jobs: Jobs
  readonly images: Images
  readonly workbook: WorkbookReading
  readonly finder: Finder
  readonly panels: Panels
  readonly pageDesk: PageDesk
  /** Null while what pages are made with is not read. */
  readonly layout: LayoutSession | null
  readonly side: 'list' | 'outline'
  readonly setSide: (side: 'list' | 'outline') => void
  readonly dialog: RoomDialog | null
  readonly setDialog: (dialog: RoomDialog | null) => void
  readonly facts: () => Facts
  readonly run: (command: Command) => void
  readonly show: (id: Id) => void
  /** A new draft from a template; the caret goes to its first unfilled place. */
  readonly create: (templateId: string) => Promise<void>
  readonly fileInput: React.RefObject<HTMLInputElement | null>
  /** What is exported in a layout is looked at in it. */
  readonly exportAs: (choice: ExportChoice) => void
  /** Runs an act of the desk and reports it when it fails. */
  readonly attempt: (title: string, act: () => Promise<unknown>) => void
  /** False while another room is shown; this one stays as it is behind it. */
  readonly here: boolean
}

export function useRoom(): Room {
  const { client, connection } = useMachine()
  const { visit, go } = useNavigation()
  const report = useReport()
  const [desk] = useState(() => createDesk(client))
  const now = useSyncExternalStore(desk.subscribe, desk.state)
  const images = useImages(desk)
  const panels = usePanels()
  const shown = shownDraft(now)
  const finder = useFinder(shown?.session ?? null)
  const [pageDesk] = useState(createPageDesk)
  const layout = useLayout(shown, pageDesk)
  useWideDesk(pageDesk, panels)
  const [side, setSide] = useState<Room['side']>('list')
  const [dialog, setDialog] = useState<RoomDialog | null>(null)
  const jobs = useJobs(desk, useCallback(() => setDialog('fonts'), []))
  const fileInput = useRef<HTMLInputElement>(null)
  const showBooks = useCallback((books: readonly WorkbookTables[]) => setDialog({ kind: 'workbook', books }), [])
  const workbook = useWorkbook(desk, showBooks)

  const attempt = useCallback<Room['attempt']>(
    (title, act) => {
      act().catch((cause: unknown) => report.trouble({ title, error: toApiError(cause) }))
    },
    [report],
  )
  const show = useCallback((id: Id) => attempt('没有打开这份文稿', () => desk.show(id)), [attempt, desk])
  const facts = useCallback(() => factsOf(desk.state()), [desk])
  const actions = useMemo(
    () => roomActions({ client, go, desk, jobs, images, workbook, finder, panels, pageDesk, layout, setSide, setDialog, attempt, fileInput, undone: report.done }),
    [attempt, client, desk, finder, go, images, jobs, layout, pageDesk, panels, report, workbook],
  )
  const run = useCallback(
    (command: Command) => {
      // What is being typed counts in its written form: a date that is still "2024-5-8" would keep the draft from being signed.
      if (command.menu === '文件') tidyOpen(desk)
      const enabled = command.enabled(factsOf(desk.state()))
      if (enabled === true && needsSheet(command) && pageDesk.state().shown) pageDesk.hide(() => command.run(actions))
      else if (enabled === true) command.run(actions)
      else report.done(`${command.name.replace('…', '')}：${enabled}`)
    },
    [actions, desk, pageDesk, report],
  )

  const exportAs = useCallback(
    (choice: ExportChoice) => {
      pageDesk.setLayout(choice.layout)
      void jobs.exportAs(choice)
    },
    [jobs, pageDesk],
  )
  const create = useCreate(desk, pageDesk, now, dialog !== null)

  useOpenFirst(desk, attempt)
  useLeaveGuards(desk)
  useTidy(now.open?.session ?? null)
  useEvents(client, (event) => {
    desk.hear(event)
    if (event.kind !== 'shell.command') return
    if (event.command === 'window.close') return void closeWindow(desk, (error) => setDialog({ kind: 'unsaved', error }))
    // Another room hears what is meant for it.
    const chosen = visit.room === 'draft' ? ALL_COMMANDS.find((one) => one.id === event.command) : undefined
    if (chosen) run(chosen)
  })
  useVisit(visit, { desk, now, pageDesk, finder, attempt, run })
  useWhen(useConnection(connection) === 'open', () => {
    void desk.save().catch(() => undefined)
    void desk.refresh().catch(() => undefined)
  })
  useWhen(useConflict(now), () => setDialog('conflict'))
  return { desk, now, shown, jobs, images, workbook, finder, panels, pageDesk, layout, side, setSide, dialog, setDialog, facts, run, show, create, exportAs, fileInput, attempt, here: visit.room === 'draft' }
}

function tidyOpen(desk: Desk): void {
  const { open } = desk.state()
  if (open) tidyLines(open.session)
}

/** Makes a draft, and gives the sheet the keyboard when it is drawn and the dialog is gone. */
function useCreate(desk: Desk, pageDesk: PageDesk, { open }: DeskState, dialogOpen: boolean): Room['create'] {
  const fresh = useRef<Id | null>(null)
  useEffect(() => {
    if (dialogOpen || !open) return
    if (open.record.id !== fresh.current) return
    fresh.current = null
    if (!open.session.nextPlace()) open.session.focus('body')
  }, [open, dialogOpen])
  return useCallback(
    async (templateId) => {
      await desk.create(templateId)
      pageDesk.hide(() => undefined)
      fresh.current = desk.state().open?.record.id ?? null
    },
    [desk, pageDesk],
  )
}

/** Reads the list once and opens the document that was changed last. */
function useOpenFirst(desk: Desk, attempt: Room['attempt']): void {
  useEffect(() => {
    attempt('没有读到文稿', async () => {
      const [last] = await desk.refresh()
      if (last && !desk.state().open) await desk.show(last.id)
    })
  }, [desk, attempt])
}

function useConflict({ open }: DeskState): boolean {
  const autosave = open?.autosave ?? null
  return useSyncExternalStore(
    (listener) => autosave?.subscribe(listener) ?? (() => undefined),
    () => autosave?.state().kind === 'conflict',
  )
}

function factsOf(now: DeskState): Facts {
  const open = shownDraft(now)
  return {
    state: open?.record.state ?? null,
    frozen: now.frozen !== null,
    original: open?.record.original ?? null,
    missing: () => (open ? missingParts(open.session.document()) : []),
    canUndo: () => open?.session.canUndo() ?? false,
    canRedo: () => open?.session.canRedo() ?? false,
    places: () => (open ? placesOf(open.session.document()).length : 0),
    printedNumbers: () => (open ? printedNumbers(open.session.document()).length : 0),
    canRefer: () => open?.session.canRefer() ?? false,
    targets: () => (open ? referenceTexts(open.session.document()).size : 0),
    mentions: () => open?.session.countMentions() ?? 0,
    hasPrinted: () => open !== null && findPart(open.session.document(), 'printed') !== undefined,
    canChangeTable: (act) => open?.session.canChangeTable(act) ?? '没有打开的文稿',
    isTableActOn: (act) => open?.session.isTableActOn(act) ?? false,
  }
}

/** Closes when everything is stored; otherwise asks. */
async function closeWindow(desk: Desk, ask: (error: ApiError) => void): Promise<void> {
  try {
    await desk.save()
    window.gongbaoShell?.closeReady()
  } catch (cause) {
    ask(toApiError(cause))
  }
}

interface ActionParts extends Pick<Navigation, 'go'>, Pick<Room, 'desk' | 'jobs' | 'images' | 'workbook' | 'finder' | 'panels' | 'pageDesk' | 'layout' | 'setSide' | 'setDialog' | 'attempt' | 'fileInput'> {
  readonly client: Client
  readonly undone: ReturnType<typeof useReport>['done']
}

function roomActions({ client, go, desk, jobs, images, workbook, finder, panels, pageDesk, layout, setSide, setDialog, attempt, fileInput, undone }: ActionParts): Actions {
  const session = () => shownDraft(desk.state())?.session
  const discard = async (): Promise<void> => {
    const id = await desk.discard()
    undone('已移到废稿', { acts: [{ name: '撤销', run: () => attempt('没有取回', () => desk.restore(id)) }] })
  }
  const withdraw = async (): Promise<void> => {
    await desk.act({ act: 'withdraw', opinion: '' })
    undone('已撤回，可以接着改')
  }
  const addFrom = async (templateId: string): Promise<void> => {
    const here = session()
    const part = await client.call('templates.attachment', { templateId })
    // Another document may have been opened meanwhile.
    if (here === session()) here?.addAttachment(part)
  }
  const takeBack = (): { readonly name: string; readonly run: () => void } => ({ name: '撤销', run: undoing(session()) })
  const showSide = (side: 'list' | 'outline'): void => {
    panels.setLeft(true)
    setSide(side)
  }
  return {
    newDocument: () => setDialog('new'),
    importFiles: () => void jobs.chooseFiles(() => fileInput.current?.click()),
    save: () => attempt('没有存上', () => desk.save().then(() => undone('已存'))),
    copy: () => attempt('没有另存', () => desk.copy('stored').then(() => undone('已另存为新稿，现在打开的就是它'))),
    discard: () => attempt('没有移到废稿', discard),
    sign: () => setDialog('sign'),
    allocate: () => setDialog('allocate'),
    correctNumber: () => setDialog('correct'),
    // Nothing is asked at 撤回.
    act: (act) => (act === 'withdraw' ? attempt('没有撤回', withdraw) : setDialog({ kind: 'act', act })),
    exportFile: () => setDialog('export'),
    print: () => void jobs.print(pageDesk.state().layout),
    saveOriginal: () => void jobs.saveOriginal(),
    undo: () => session()?.undo(),
    redo: () => session()?.redo(),
    find: () => finder.open('find'),
    findAndReplace: () => finder.open('replace'),
    findAgain: (backwards) => finder.step(backwards),
    nextPlace: () => session()?.nextPlace(),
    insertRoster: () => session()?.insertRoster(),
    renumber: () => {
      const changed = session()?.renumber() ?? 0
      undone(changed === 0 ? '序号都合规则，以后移动、增删会自动重排' : `已重新编号，改动了${changed}处`, { acts: [takeBack()] })
    },
    insertReference: () => setDialog('reference'),
    linkMentions: () => undone(`已把${session()?.linkMentions() ?? 0}处改成会跟着变的引用`, { acts: [takeBack()] }),
    addPrinted: () => session()?.addPrinted(),
    setBlockKind: (kind) => session()?.setBlockKind(kind),
    insertImage: () => void images.insert(),
    insertTable: () => session()?.insertTable(4, 4),
    insertWorkbook: () => workbook.choose(),
    changeTable: (act) => session()?.changeTable(act),
    addAttachment: (templateId) => (templateId === undefined ? session()?.addAttachment() : attempt('没有插入附件', () => addFrom(templateId))),
    showCommands: () => setDialog('commands'),
    togglePages() {
      if (pageDesk.state().shown) pageDesk.hide(() => session()?.focusCaret())
      else {
        // Whoever looks sees what is written now.
        layout?.catchUp()
        pageDesk.show()
      }
    },
    showList: () => showSide('list'),
    showOutline: () => showSide('outline'),
    toggleLeftPanel: () => panels.toggleLeft(),
    toggleInspector: () => panels.toggleInspector(),
    goTo: (room) => go({ room }),
    showFonts: () => setDialog('fonts'),
    showSettings: () => setDialog('settings'),
    showKeys: () => setDialog('keys'),
  }
}
