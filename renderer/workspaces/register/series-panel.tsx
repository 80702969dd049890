/** 文号系列: the list of series with what is open in each, the year, and the book as a whole. */
import { BookOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import type { Series } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { ActMenu, type MenuAct } from '../../components/act-menu.tsx'
import { groupSeries, yearsOf } from './series-list.ts'

export interface SeriesPanelProps {
  readonly all: readonly Series[]
  readonly chosen: Id | null
  readonly year: number
  readonly thisYear: number
  readonly setYear: (year: number) => void
  readonly choose: (id: Id) => void
  readonly add: () => void
  /** What is done with the book. */
  readonly bookActs: () => readonly MenuAct[]
}

export function SeriesPanel({ all, chosen, year, thisYear, setYear, choose, add, bookActs }: SeriesPanelProps) {
  return (
    <aside className="side series-side" aria-label="文号系列">
      <div className="side-head">
        <b className="grow">文号系列</b>
        <Select aria-label="年份" variant="borderless" popupMatchSelectWidth={false} value={year} options={yearsOf(all, thisYear, year).map((one) => ({ value: one, label: `${one} 年` }))} onChange={setYear} />
      </div>
      <div className="side-scroll" role="listbox" aria-label="文号系列" onKeyDown={walk}>
        {groupSeries(all).map(({ name, series }) => (
          <div key={name} role="group" aria-label={name === '' ? '全部' : name}>
            {name !== '' && <p className="group ell">{name}</p>}
            {series.map((one) => (
              <SeriesRow key={one.id} series={one} isChosen={one.id === chosen} choose={() => choose(one.id)} />
            ))}
          </div>
        ))}
        {all.length === 0 && <p className="side-note">还没有文号系列。</p>}
      </div>
      <div className="series-foot">
        <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          新系列
        </Button>
        <span className="grow" />
        <ActMenu name="登记簿" icon={<BookOutlined aria-hidden />} acts={bookActs} />
      </div>
    </aside>
  )
}

function SeriesRow({ series, isChosen, choose }: { readonly series: Series; readonly isChosen: boolean; readonly choose: () => void }) {
  const { code, form, year, gaps, last, sharedWith } = series
  const shared = sharedWith.length === 0 ? '' : `与${sharedWith.join('、')}共用流水`
  return (
    <button type="button" role="option" aria-selected={isChosen} className={`series-row ${isChosen ? 'is-on' : ''}`} tabIndex={isChosen ? 0 : -1} title={shared || undefined} onClick={choose}>
      <span className="ell grow">
        {code}
        <i>{form === 'order' ? '第N号' : `〔${year}〕`}</i>
      </span>
      {gaps > 0 && (
        <em className="gap-badge" title={`${gaps} 个缺号没有说明`}>
          缺 {gaps}
        </em>
      )}
      <b title={last === 0 ? '还没有编号' : `用至 ${last} 号`}>{last === 0 ? '—' : last}</b>
    </button>
  )
}

/** ↑ ↓ go through the list as in any list of the program. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')]
  const at = rows.findIndex((row) => row === event.target)
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined || at < 0 ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
  row.click()
}
