/** The series, the year, and the number in large red before it is taken. */
import { InputNumber, Select } from 'antd'
import type { Series } from '../../../shared/api/register-types.ts'
import type { Id } from '../../../shared/lib/id.ts'

export interface NumberLineProps {
  readonly list: readonly Series[]
  readonly series: Series
  readonly year: number
  /** Null while none is written. */
  readonly serial: number | null
  readonly setYear: (year: number) => void
  readonly choose: (id: Id) => void
}

export function NumberLine({ list, series, year, serial, setYear, choose }: NumberLineProps) {
  const options = list.map((one) => ({ value: one.id, label: one.code, title: `${one.last === 0 ? '未用' : `用至 ${one.last}`}，下一号 ${one.next}` }))
  const isOrder = series.form === 'order'
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
      <span className="bracket">{isOrder ? '' : '〔'}</span>
      <InputNumber size="large" aria-label="年份" min={1949} max={2999} value={year} changeOnBlur onChange={(next) => next !== null && setYear(next)} />
      <span className="bracket">{isOrder ? '年　第' : '〕'}</span>
      <b aria-live="polite">{serial ?? '—'}</b>
      <span>号</span>
    </div>
  )
}
