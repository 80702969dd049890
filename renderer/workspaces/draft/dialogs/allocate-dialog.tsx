/** 取号: the series, the year, and the number in large red before it is taken. */
import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button, InputNumber, Modal, Select } from 'antd'
import { useCallback, useEffect, useState, type KeyboardEvent } from 'react'
import { Refusal, type ApiError } from '../../../../shared/api/reply.ts'
import type { Allocation, AllocateRequest, Series } from '../../../../shared/api/register-types.ts'
import type { DocumentRecord } from '../../../../shared/api/types.ts'
import { partText } from '../../../../shared/document/text.ts'
import type { Id } from '../../../../shared/lib/id.ts'
import { useEvents, useMachine } from '../../../api/client-context.tsx'
import { toApiError } from '../../../api/connection.ts'
import { ActButton } from '../../../components/act-button.tsx'
import { useReport } from '../../../components/report.tsx'
import { AddSeries } from './add-series.tsx'
import { allocationChecks, signatureYear } from './allocation-checks.ts'

export interface AllocateDialogProps {
  readonly record: DocumentRecord
  readonly allocate: (request: Omit<AllocateRequest, 'documentId'>) => Promise<Allocation>
  readonly close: () => void
}

export function AllocateDialog({ record, allocate, close }: AllocateDialogProps) {
  const { client } = useMachine()
  const report = useReport()
  const [year, setYear] = useState(() => signatureYear(record) ?? new Date().getFullYear())
  const [list, setList] = useState<readonly Series[] | null>(null)
  const [chosen, setChosen] = useState<Id | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const series = list?.find((one) => one.id === chosen) ?? list?.[0]

  const read = useCallback(() => client.call('register.series', { year }).then(setList, (cause: unknown) => setError(toApiError(cause))), [client, year])
  useEffect(() => void read(), [read])
  useEvents(client, (event) => event.kind === 'register.changed' && void read())

  const take = async (): Promise<void> => {
    if (!series || busy) return
    setBusy(true)
    setError(null)
    try {
      const { documentNumber } = await allocate({ seriesId: series.id, year, expected: series.next })
      close()
      report.done(`已取号 ${documentNumber}`)
    } catch (cause) {
      setError(toApiError(cause))
      setBusy(false)
      // Someone else took the number that was shown: show the next one, and let the person decide again.
      if (cause instanceof Refusal) await read()
    }
  }
  return (
    <Modal open title="取号" footer={null} width={640} centered onCancel={close}>
      <p className="dialog-lead ell">{partText(record.document, 'title').replace(/\n/g, '')}</p>
      {series && (
        <>
          <NumberLine list={list ?? []} series={series} year={year} setYear={setYear} choose={setChosen} />
          <Checks record={record} series={series} />
        </>
      )}
      {list && <AddSeries empty={list.length === 0} year={year} added={(all, id) => {
            setList(all)
            setChosen(id)
          }} />}
      {error && <Alert type="error" showIcon title={error.message} description={[error.safe, error.next].filter(Boolean).join('。')} />}
      <div className="dialog-foot" onKeyDown={ignoreHeld}>
        <span className="note grow">取号后文字和文号都不再改动，经过里可查</span>
        <Button onClick={close}>取消</Button>
        {/* Made anew when there is a number to take, so that Enter takes it. */}
        <ActButton key={series ? 'ready' : 'empty'} autoFocus={series !== undefined} name={series ? `取 ${series.next} 号` : '取号'} labelled type="primary" enabled={series ? true : '还没有文号系列'} run={() => void take()} />
      </div>
    </Modal>
  )
}

/** A number cannot be given back: Enter that is still held from opening the dialog does not take it. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault()
}

interface NumberLineProps {
  readonly list: readonly Series[]
  readonly series: Series
  readonly year: number
  readonly setYear: (year: number) => void
  readonly choose: (id: Id) => void
}

function NumberLine({ list, series, year, setYear, choose }: NumberLineProps) {
  const options = list.map((one) => ({ value: one.id, label: one.code, title: `用至 ${one.last}，下一号 ${one.next}` }))
  return (
    <div className="number-line">
      <Select
        size="large"
        aria-label="文号系列"
        value={series.id}
        options={options}
        popupMatchSelectWidth={false}
        optionRender={(option) => (
          <span className="series-option">
            {option.label}
            <small>{option.data.title}</small>
          </span>
        )}
        onChange={choose}
      />
      <span className="bracket">〔</span>
      <InputNumber size="large" aria-label="年份" min={1949} max={2999} value={year} changeOnBlur onChange={(next) => next !== null && setYear(next)} />
      <span className="bracket">〕</span>
      <b aria-live="polite">{series.next}</b>
      <span>号</span>
    </div>
  )
}

function Checks({ record, series }: { readonly record: DocumentRecord; readonly series: Series }) {
  return (
    <ul className="check-box check-grid" aria-label="取号前查过">
      {allocationChecks(record, series).map(({ fine, text }) => (
        <li key={text} className={fine ? '' : 'is-doubt'}>
          {fine ? <CheckOutlined aria-label="通过" /> : <WarningOutlined aria-label="请看一下" />} {text}
        </li>
      ))}
    </ul>
  )
}
