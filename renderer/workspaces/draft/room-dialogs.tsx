/** Whatever dialog the draft room shows; one at a time. */
import { parseDate } from '../../../shared/document/date.ts'
import { partText } from '../../../shared/document/text.ts'
import { useMachine } from '../../api/client-context.tsx'
import { AllocateDialog } from '../../frame/allocate/allocate-dialog.tsx'
import { CommandList } from '../../frame/command-list.tsx'
import { FontsDialog } from '../../frame/fonts-dialog.tsx'
import { KeysHelp } from '../../frame/keys-help.tsx'
import { ConflictDialog } from './dialogs/conflict-dialog.tsx'
import { ExportDialog } from './dialogs/export-dialog.tsx'
import { ImportResults } from './dialogs/import-results.tsx'
import { JobDialog } from '../../frame/job-dialog.tsx'
import { NewDocument } from './dialogs/new-document.tsx'
import { ReopenDialog, UnsavedDialog } from './dialogs/plain-dialogs.tsx'
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
  if (typeof dialog === 'object') {
    return <UnsavedDialog error={dialog.error} close={close} leave={() => window.gongbaoShell?.closeReady()} />
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
    case 'reopen':
      return <ReopenDialog reopen={resolve('没有退回', () => desk.reopen())} close={close} />
    case 'allocate':
      return open && <TakeNumber room={room} open={open} close={close} />
    case 'conflict': {
      const state = open?.autosave?.state()
      if (state?.kind !== 'conflict') return null
      return <ConflictDialog error={state.error} keepMine={resolve('没有另存', () => desk.copy('mine'))} takeTheirs={resolve('没有载入', () => desk.reload())} close={close} />
    }
  }
}

/** The number of a signed document. */
function TakeNumber({ room, open: { record }, close }: { readonly room: Room; readonly open: OpenDraft; readonly close: () => void }) {
  const { done } = useReport()
  return (
    <AllocateDialog
      lead={partText(record.document, 'title').replace(/\n/g, '')}
      documentId={record.id}
      year={yearOf(partText(record.document, 'signatureDate'))}
      close={close}
      taken={({ record: numbered, documentNumber }) => {
        if (numbered) room.desk.take(numbered)
        done(`已取号 ${documentNumber}`)
      }}
    />
  )
}

/** Null where the text is no complete date. */
function yearOf(printed: string): number | null {
  const date = parseDate(printed)
  return typeof date === 'string' ? Number(date.slice(0, 4)) : null
}
