/** 编号: the series, the numbers of one of them as a strip and as the book, and one number with its history. */
import { Alert, Button, type InputRef } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BookImportResult, NumberRow, NumberSheet } from '../../../shared/api/register-types.ts'
import type { BookField } from '../../../shared/register/entry.ts'
import { parseNumber } from '../../../shared/register/number.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import type { MenuAct } from '../../components/act-menu.tsx'
import { useReport } from '../../components/report.tsx'
import { JobDialog } from '../../frame/job-dialog.tsx'
import { useNavigation } from '../../frame/navigation.ts'
import { RoomFrame, type RoomProps } from '../../frame/room-frame.tsx'
import type { ActId } from './acts.ts'
import { BookHead } from './book-head.tsx'
import { BookView } from './book-view.tsx'
import { ImportBookDialog } from './dialogs/import-dialog.tsx'
import { NoSeries } from './empty-book.tsx'
import { NumberPanel } from './number-panel.tsx'
import { RoomDialogs, type RegisterDialog } from './room-dialogs.tsx'
import { leftOpen, sheetFacts } from './series-list.ts'
import { SeriesPanel } from './series-panel.tsx'
import { useBook, type BookWork } from './use-book.ts'
import { useRegister, type Register } from './use-register.ts'

export function RegisterRoom(props: RoomProps) {
  const register = useRegister()
  const book = useBook(useShowImported(register))
  const [dialog, setDialog] = useState<RegisterDialog | null>(null)
  const [words, setWords] = useState('')
  const [entered, setEntered] = useState(0)
  const search = useRef<InputRef>(null)
  const isBusy = dialog !== null || book.running !== null || book.found !== null
  useFindKey(search, isBusy)
  const { all, series, sheet, serial, detail, choose } = register
  const act = useAct(register, setDialog)
  const amend = useAmend(register)
  const leave = (): void => {
    // The keyboard goes back to the line of the number.
    document.querySelector<HTMLElement>(`.book tr[data-serial="${serial ?? ''}"]`)?.focus({ preventScroll: true })
    choose(null)
  }
  const row = sheet?.rows.find((one) => one.serial === serial) ?? null
  return (
    <RoomFrame {...props} title="发文登记簿" status={<Facts sheet={sheet} />} dialogOpen={isBusy}>
      {all && <SeriesPanel all={all} chosen={series?.id ?? null} year={register.year} thisYear={register.thisYear} setYear={register.setYear} choose={register.chooseSeries} add={() => setDialog({ kind: 'newSeries' })} bookActs={() => bookActs(register, book, setDialog)} />}
      <section className="register-middle" aria-label="登记簿">
        {register.error && <Alert type="error" showIcon banner title={register.error.message} action={<Button size="small" onClick={register.again}>再读一次</Button>} />}
        {all?.length === 0 && <NoSeries add={() => setDialog({ kind: 'newSeries' })} importBook={() => void book.choose()} />}
        {series && <BookHead series={series} words={words} setWords={setWords} search={search} change={() => setDialog({ kind: 'changeSeries' })} reserve={() => setDialog({ kind: 'reserve' })} take={() => setDialog({ kind: 'take' })} />}
        <TurnOfYear register={register} />
        {sheet && (
          <BookView
            key={`${sheet.series.id} ${sheet.series.year}`}
            sheet={sheet}
            words={words}
            serial={serial}
            choose={(next, isEntered) => {
              choose(next)
              if (isEntered) setEntered((now) => now + 1)
            }}
            take={(next) => setDialog({ kind: 'take', serial: next })}
            importBook={() => void book.choose()}
            act={act}
            amend={amend}
          />
        )}
      </section>
      {row && <NumberPanel key={row.printed} row={row} detail={detail} entered={entered} act={act} amend={amend} close={leave} />}
      {dialog && all && <RoomDialogs dialog={dialog} all={all} year={register.year} series={series} chooseSeries={register.chooseSeries} show={choose} exportAs={(choice) => void book.exportAs(choice)} close={() => setDialog(null)} />}
      {book.found && <ImportBookDialog found={book.found.result} register={book.found.register} close={book.closeFound} />}
      {book.running && <JobDialog {...book.running} />}
    </RoomFrame>
  )
}

/** What is done with a number: the text is opened in its room, anything else asks first. */
function useAct({ choose }: Register, setDialog: (dialog: RegisterDialog) => void): (act: ActId, row: NumberRow) => void {
  const { go } = useNavigation()
  return useCallback(
    (act, row) => {
      const { serial, entry } = row
      if (act === 'open') {
        if (entry?.documentId) go({ room: 'draft', open: entry.documentId })
        return
      }
      choose(serial)
      setDialog(act === 'take' ? { kind: 'take', serial } : { kind: act, row })
    },
    [choose, go, setDialog],
  )
}

/** 登记簿更正: a field of the book, with its trace. */
function useAmend({ series }: Register): (row: NumberRow, field: BookField, value: string) => void {
  const { client } = useMachine()
  const report = useReport()
  return useCallback(
    (row, field, value) => {
      if (!series) return
      client.call('register.amend', { seriesId: series.id, year: series.year, serial: row.serial, field, value }).then(
        () => report.done('登记簿已更正，改动记在此号经过里', { key: 'amended' }),
        (cause: unknown) => report.trouble({ title: '登记簿没有更正', error: toApiError(cause) }),
      )
    },
    [client, report, series],
  )
}

/** What was read in is seen: the first series and year of it, unless it has something in what is shown. */
function useShowImported({ series, year, setYear, chooseSeries }: Register): (result: BookImportResult) => void {
  const { client } = useMachine()
  const shown = series && `${series.code} ${year}`
  return useCallback(
    ({ rows }) => {
      const read = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').flatMap(({ printed }) => parseNumber(printed) ?? [])
      const [first] = read
      if (!first || read.some((one) => `${one.code} ${one.year}` === shown)) return
      // Its series may have been made with it.
      void client.call('register.series', { year: first.year }).then((all) => {
        const found = all.find(({ code }) => code === first.code)
        if (!found) return
        setYear(first.year)
        chooseSeries(found.id)
      }, () => undefined)
    },
    [client, shown, setYear, chooseSeries],
  )
}

/** Ctrl+F looks in the book, where the frame would send the person to a text. */
function useFindKey(search: React.RefObject<InputRef | null>, isBusy: boolean): void {
  useEffect(() => {
    if (isBusy) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f' || !search.current) return
      event.preventDefault()
      search.current.focus({ cursor: 'all' })
    }
    // Before the frame hears it.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [search, isBusy])
}

/** The book as a whole, in the menu 登记簿. */
function bookActs({ series, year }: Register, book: BookWork, setDialog: (dialog: RegisterDialog) => void): readonly MenuAct[] {
  const none = '还没有文号系列'
  const act = (id: string, name: string, enabled: true | string, run: () => void): MenuAct => ({ id, name, keyName: '', enabled, isOn: false, run })
  return [
    act('export', '导出登记簿…', series ? true : none, () => setDialog({ kind: 'export' })),
    act('print', series ? `打印 ${series.code} ${year} 年登记簿` : '打印登记簿', series ? true : none, () => void (series && book.print({ series, year }))),
    act('import', '从表格补登…', true, () => void book.choose()),
    act('log', '经过…', true, () => setDialog({ kind: 'log' })),
  ]
}

function Facts({ sheet }: { readonly sheet: NumberSheet | null }) {
  const facts = useMemo(() => (sheet ? sheetFacts(sheet) : []), [sheet])
  return facts.map((fact) => <span key={fact}>{fact}</span>)
}

/** What was left open last year is seen before the first number of this one. */
function TurnOfYear({ register: { before, year, setYear } }: { readonly register: Register }) {
  const open = leftOpen(before)
  if (open === null) return null
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={`${year}年还没有编号。${open}，请先补上说明或释放`}
      action={
        <Button size="small" onClick={() => setYear(year - 1)}>
          看 {year - 1} 年
        </Button>
      }
    />
  )
}
