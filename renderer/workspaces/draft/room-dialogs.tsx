/** Whatever dialog the draft room shows; one at a time. */
import { parseDate } from '../../../shared/document/date.ts'
import type { ActRequest } from '../../../shared/api/types.ts'
import { missingParts } from '../../../shared/document/missing.ts'
import { TRANSITIONS } from '../../../shared/workflow/states.ts'
import { toApiError } from '../../api/connection.ts'
import { partText } from '../../../shared/document/text.ts'
import { useMachine } from '../../api/client-context.tsx'
import { AllocateDialog } from '../../frame/allocate/allocate-dialog.tsx'
import { CommandList } from '../../frame/command-list.tsx'
import { FontsDialog } from '../../frame/fonts-dialog.tsx'
import { KeysHelp } from '../../frame/keys-help.tsx'
import { ActDialog } from './dialogs/act-dialog.tsx'
import { ACT_TEXTS, type Filled } from './dialogs/act-texts.ts'
import { ConflictDialog } from './dialogs/conflict-dialog.tsx'
import { ExportDialog } from './dialogs/export-dialog.tsx'
import { ImportResults } from './dialogs/import-results.tsx'
import { JobDialog } from '../../frame/job-dialog.tsx'
import { NewDocument } from './dialogs/new-document.tsx'
import { UnsavedDialog } from './dialogs/unsaved-dialog.tsx'
import { ReferenceDialog } from './dialogs/reference-dialog.tsx'
import { SignDialog } from './dialogs/sign-dialog.tsx'
import { WorkbookDialog, type TablePlace } from './dialogs/workbook-dialog.tsx'
import { useReport } from '../../components/report.tsx'
import type { OpenDraft } from './desk.ts'
import type { Room } from './use-room.ts'
import { attachmentOfSheet, blocksOfSheets, type ChosenSheet } from './workbook-parts.ts'

export function RoomDialogs({ room }: { readonly room: Room }) {
  const { jobs } = room
  return (
    <>
      <Chosen room={room} />
      {jobs.running && <JobDialog {...jobs.running} />}
      {jobs.imported && (
        <ImportResults
          files={jobs.imported}
          close={jobs.closeImported}
          show={(id) => {
            jobs.closeImported()
            room.show(id)
          }}
        />
      )}
    </>
  )
}

function Chosen({ room }: { readonly room: Room }) {
  const { shell } = useMachine()
  const { desk, now, dialog } = room
  const { open } = now
  const close = (): void => room.setDialog(null)
  const resolve = (title: string, act: () => Promise<void>) => () => {
    close()
    room.attempt(title, act)
  }
  if (dialog === null || dialog === 'settings') return null
  if (typeof dialog === 'object' && dialog.kind === 'workbook') {
    const insert = (chosen: readonly ChosenSheet[], place: TablePlace): void => {
      close()
      if (place === 'caret') open?.session.insertBlocks(blocksOfSheets(chosen))
      else open?.session.addAttachments(chosen.map(attachmentOfSheet))
    }
    return <WorkbookDialog books={dialog.books} insert={insert} close={close} />
  }
  if (typeof dialog === 'object' && dialog.kind === 'act') {
    return open && <TakeStep room={room} open={open} act={dialog.act} close={close} />
  }
  if (typeof dialog === 'object') {
    return <UnsavedDialog error={dialog.error} document={open ? () => open.session.document() : null} close={close} leave={() => window.gongbaoShell?.closeReady()} />
  }
  switch (dialog) {
    case 'new':
      return <NewDocument create={room.create} close={close} />
    case 'commands':
      return <CommandList shell={shell} facts={room.facts()} documents={now.list ?? []} run={room.run} show={room.show} close={close} />
    case 'fonts':
      return <FontsDialog close={close} />
    case 'export':
      return open && <ExportDialog layout={room.pageDesk.state().layout} exportAs={room.exportAs} close={close} />
    case 'keys':
      return <KeysHelp shell={shell} close={close} />
    case 'reference':
      return open && <ReferenceDialog document={open.session.document()} insert={(target) => open.session.insertReference(target)} close={close} />
    case 'sign':
      return open && <SignDialog document={open.session.document()} sign={(signer) => desk.sign(signer)} close={close} />
    case 'allocate':
    case 'correct':
      return open && <TakeNumber room={room} open={open} corrects={dialog === 'correct'} close={close} />
    case 'conflict': {
      const state = open?.autosave?.state()
      if (state?.kind !== 'conflict') return null
      return <ConflictDialog error={state.error} keepMine={resolve('没有另存', () => desk.copy('mine'))} takeTheirs={resolve('没有载入', () => desk.reload())} close={close} />
    }
  }
}

interface StepProps {
  readonly room: Room
  readonly open: OpenDraft
  readonly close: () => void
}

/** The number of a signed document, or another one for a document that has one. */
function TakeNumber({ room, open: { record }, corrects, close }: StepProps & { readonly corrects: boolean }) {
  const { done } = useReport()
  return (
    <AllocateDialog
      lead={partText(record.document, 'title').replace(/\n/g, '')}
      documentId={record.id}
      {...(corrects ? { corrects: record.document.header.documentNumber ?? '' } : {})}
      year={yearOf(partText(record.document, 'signatureDate'))}
      close={close}
      taken={({ record: numbered, documentNumber }) => {
        if (numbered) room.desk.take(numbered)
        done(corrects ? `已改用 ${documentNumber}` : `已取号 ${documentNumber}`)
      }}
    />
  )
}

/** A step that asks something. */
function TakeStep({ room: { desk, attempt }, open, act, close }: StepProps & { readonly act: ActRequest['act'] }) {
  const { done, trouble } = useReport()
  const document = open.session.document()
  const send = (filled: Filled): void => {
    close()
    const withdraw = { name: '撤回', run: () => attempt('没有撤回', () => desk.act({ act: 'withdraw', opinion: '' })) }
    desk.act({ ...filled, act }).then(
      () => done(ACT_TEXTS[act].done(filled), act === 'submit' ? { acts: [withdraw] } : {}),
      (cause: unknown) => trouble({ title: `没有${TRANSITIONS[act].name}`, error: toApiError(cause) }),
    )
  }
  const lacks = act === 'submit' ? missingParts(document).map(({ text }) => text) : []
  return <ActDialog act={act} title={partText(document, 'title').replace(/\n/g, '')} doubts={lacks} send={send} close={close} />
}

/** Null where the text is no complete date. */
function yearOf(printed: string): number | null {
  const date = parseDate(printed)
  return typeof date === 'string' ? Number(date.slice(0, 4)) : null
}
