/** Whatever dialog the register room shows; one at a time. */
import type { NumberKey, NumberRow, Series } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { assertNever } from '../../../shared/lib/assert-never.ts'
import { printedNumber } from '../../../shared/register/series.ts'
import { useReport } from '../../components/report.tsx'
import { AllocateDialog } from '../../frame/allocate/allocate-dialog.tsx'
import { LogDialog } from '../../frame/log-dialog.tsx'
import type { ReasonAct } from './acts.ts'
import { BindDialog } from './dialogs/bind-dialog.tsx'
import { ExportBookDialog } from './dialogs/export-dialog.tsx'
import { PaperDialog } from './dialogs/paper-dialog.tsx'
import { ReasonDialog } from './dialogs/reason-dialog.tsx'
import { ReserveDialog } from './dialogs/reserve-dialog.tsx'
import { ChangeSeriesDialog, NewSeriesDialog } from './dialogs/series-dialog.tsx'
import type { BookChoice } from './use-book.ts'

export type RegisterDialog =
  /** `serial`: a gap, a reserved one, one still to come. */
  | { readonly kind: 'take'; readonly serial?: number }
  | { readonly kind: 'correct' | 'bind' | 'paper' | ReasonAct; readonly row: NumberRow }
  | { readonly kind: 'reserve' | 'newSeries' | 'changeSeries' | 'export' }
  | { readonly kind: 'log' }

export interface RoomDialogsProps {
  readonly dialog: RegisterDialog
  readonly all: readonly Series[]
  readonly year: number
  /** Null where there is no series: then only a new one can be asked for. */
  readonly series: Series | null
  readonly chooseSeries: (id: Id) => void
  readonly show: (serial: number) => void
  readonly exportAs: (choice: BookChoice) => void
  readonly close: () => void
}

export function RoomDialogs({ dialog, all, year, series, chooseSeries, show, exportAs, close }: RoomDialogsProps) {
  if (dialog.kind === 'log') return <LogDialog close={close} />
  if (!series) return <NewSeriesDialog all={all} year={year} close={close} made={chooseSeries} />
  const keyOf = (row: NumberRow): NumberKey => ({ seriesId: series.id, year: series.year, serial: row.serial })
  switch (dialog.kind) {
    case 'take':
      return <Take series={series} serial={dialog.serial} show={show} close={close} />
    case 'correct':
      return <Correct series={series} row={dialog.row} close={close} />
    case 'bind':
      return <BindDialog row={dialog.row} of={keyOf(dialog.row)} close={close} />
    case 'paper':
      return <PaperDialog of={keyOf(dialog.row)} printed={dialog.row.printed} close={close} />
    case 'release':
    case 'void':
    case 'explain':
      return <ReasonDialog act={dialog.kind} row={dialog.row} of={keyOf(dialog.row)} close={close} />
    case 'reserve':
      return <ReserveDialog series={series} close={close} />
    case 'newSeries':
      return <NewSeriesDialog all={all} year={year} close={close} made={chooseSeries} />
    case 'changeSeries':
      return <ChangeSeriesDialog series={series} close={close} />
    case 'export':
      return <ExportBookDialog series={series} run={exportAs} close={close} />
    default:
      return assertNever(dialog)
  }
}

interface TakeProps {
  readonly series: Series
  readonly serial: number | undefined
  readonly show: (serial: number) => void
  readonly close: () => void
}

/** 占号: for a reason, before its document is there. */
function Take({ series, serial, show, close }: TakeProps) {
  const { done } = useReport()
  const lead = serial === undefined || serial === series.next ? '先占号，文稿签发后再对上' : `启用 ${printedNumber(series, series.year, serial)}`
  return (
    <AllocateDialog
      lead={lead}
      seriesId={series.id}
      year={series.year}
      {...(serial === undefined || serial === series.next ? {} : { serial })}
      close={close}
      taken={({ number, documentNumber }) => {
        done(`已占 ${documentNumber}`, { note: '文稿签发后，在这个号上选“对上文稿”' })
        show(number)
      }}
    />
  )
}

function Correct({ series, row, close }: { readonly series: Series; readonly row: NumberRow; readonly close: () => void }) {
  const { done } = useReport()
  const documentId = row.entry?.documentId
  if (!documentId) return null
  return (
    <AllocateDialog
      lead={row.entry.book.title}
      documentId={documentId}
      corrects={row.printed}
      seriesId={series.id}
      year={series.year}
      close={close}
      taken={({ documentNumber }) => done(`${row.printed} 已更正为 ${documentNumber}`)}
    />
  )
}
