/** 从表格补登: what each line would do, before anything is done. */
import { EditOutlined, MinusOutlined, PlusOutlined, StopOutlined } from '@ant-design/icons'
import { Alert, Pagination } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { BookImportResult, BookImportRow } from '../../../../shared/api/register-types.ts'
import { ActDialog } from './act-dialog.tsx'

export interface ImportBookProps {
  /** Of the dry run. */
  readonly found: BookImportResult
  /** Does it. Rejects where nothing was registered. */
  readonly register: () => Promise<void>
  readonly close: () => void
}

type Outcome = BookImportRow['outcome']

const OUTCOMES: Readonly<Record<Outcome, { readonly name: string; readonly icon: ReactNode }>> = {
  new: { name: '新登记', icon: <PlusOutlined aria-hidden /> },
  changed: { name: '改动', icon: <EditOutlined aria-hidden /> },
  refused: { name: '不能登记', icon: <StopOutlined aria-hidden /> },
  same: { name: '相同', icon: <MinusOutlined aria-hidden /> },
}

/** In the order in which they matter. */
const ORDER: readonly Outcome[] = ['new', 'changed', 'refused', 'same']

/** Lines of a page: drawn in a moment, and few enough to be read through. */
const PAGE = 200

export function ImportBookDialog({ found, register, close }: ImportBookProps) {
  const { rows, newSeries, notes, file } = found
  const [only, setOnly] = useState<Outcome | null>(null)
  const counts = useMemo(() => countsIn(rows), [rows])
  const countOf = (outcome: Outcome): number => counts[outcome]
  const shown = useMemo(() => rows.filter(({ outcome }) => only === null || outcome === only), [rows, only])
  const doing = countOf('new') + countOf('changed')
  return (
    <ActDialog
      title={`从“${file}”补登`}
      lead={doing === 0 ? '没有可以登记的：表格里的号登记簿里都有了，或不能登记。' : '这是预览，登记簿还没有改动。核对后再登记；已有的内容只改表格里写了的。'}
      confirm={doing === 0 ? '登记' : `登记 ${doing} 条`}
      enabled={doing === 0 ? '没有可以登记的' : true}
      isPlain
      run={register}
      close={close}
      width={880}
      note={countOf('refused') > 0 ? `不能登记的 ${countOf('refused')} 条跳过，请在表格里改好再补登` : ''}
    >
      {newSeries.length > 0 && <Alert type="info" showIcon title={`将新建系列：${newSeries.join('、')}`} />}
      {notes.map((note) => (
        <p className="note" key={note}>
          {note}
        </p>
      ))}
      <div className="filters outcome-filters" role="group" aria-label="只看哪些行">
        <Filter name="全部" count={rows.length} isOn={only === null} choose={() => setOnly(null)} />
        {ORDER.map((id) => countOf(id) > 0 && <Filter key={id} name={OUTCOMES[id].name} count={countOf(id)} isOn={only === id} choose={() => setOnly(id)} />)}
      </div>
      <Lines key={only ?? 'all'} rows={shown} />
    </ActDialog>
  )
}

function countsIn(rows: readonly BookImportRow[]): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { new: 0, changed: 0, refused: 0, same: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** The lines, a page at a time. */
function Lines({ rows }: { readonly rows: readonly BookImportRow[] }) {
  const place = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(1)
  const turn = (next: number): void => {
    setPage(next)
    place.current?.scrollTo({ top: 0 })
  }
  return (
    <>
      <div className="import-preview" tabIndex={0} role="region" aria-label="每一行的结果" ref={place}>
        <table>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">文号</th>
              <th scope="col">标题</th>
              <th scope="col">结果</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * PAGE, page * PAGE).map((row) => (
              <Line key={`${row.sheet} ${row.line}`} row={row} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="side-note">表格里没有认出登记的行。表头要有“文号”，或“号”连同机关代字和年份。</p>}
      </div>
      {rows.length > PAGE && (
        <Pagination className="import-pages" size="small" align="end" current={page} total={rows.length} pageSize={PAGE} showSizeChanger={false} onChange={turn} showTotal={(total, [first, last]) => `第 ${first} 至 ${last} 条，共 ${total} 条`} />
      )}
    </>
  )
}

function Filter({ name, count, isOn, choose }: { readonly name: string; readonly count: number; readonly isOn: boolean; readonly choose: () => void }) {
  return (
    <button type="button" className={`filter ${isOn ? 'is-on' : ''}`} aria-pressed={isOn} onClick={choose}>
      {name} <span>{count}</span>
    </button>
  )
}

function Line({ row: { sheet, line, printed, title, outcome, what } }: { readonly row: BookImportRow }) {
  const { name, icon } = OUTCOMES[outcome]
  return (
    <tr className={`is-${outcome}`}>
      <td title={sheet}>{line}</td>
      <td>{printed}</td>
      <td title={title}>{title}</td>
      <td>
        {icon} {name}
      </td>
      <td>{what}</td>
    </tr>
  )
}
