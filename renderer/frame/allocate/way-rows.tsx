/** 顺号, 补缺号, 用预留, 用占号, 手写: a row each; where there are several numbers of a way, one is chosen in its row. */
import { InputNumber, Radio, Select } from 'antd'
import type { Series } from '../../../shared/api/register-types.ts'
import type { Way, WayId } from './ways.ts'

export interface WayRowsProps {
  readonly series: Series
  readonly ways: readonly Way[]
  readonly way: WayId
  /** The chosen serial of each way; null for one that is not written yet. */
  readonly serialOf: (way: Way) => number | null
  readonly choose: (way: WayId, serial: number | null) => void
}

export function WayRows({ series, ways, way: chosen, serialOf, choose }: WayRowsProps) {
  const pick = (id: WayId): void => {
    const way = ways.find((one) => one.id === id)
    if (way) choose(id, serialOf(way))
  }
  return (
    <Radio.Group className="ways" aria-label="怎样取号" value={chosen} onChange={({ target }) => pick(target.value as WayId)}>
      {ways.map((way) => {
        const serial = serialOf(way)
        const row = way.rows.find((one) => one.serial === serial) ?? null
        return (
          <div key={way.id} className={`way ${way.id === chosen ? 'is-on' : ''}`} onClick={() => way.id !== chosen && pick(way.id)}>
            <Radio value={way.id}>{way.name}</Radio>
            <span className="way-number">
              <SerialOf way={way} serial={serial} next={series.next} choose={choose} />
            </span>
            <span className="way-note">{way.note(row)}</span>
          </div>
        )
      })}
    </Radio.Group>
  )
}

interface SerialOfProps {
  readonly way: Way
  readonly serial: number | null
  readonly next: number
  readonly choose: WayRowsProps['choose']
}

function SerialOf({ way, serial, next, choose }: SerialOfProps) {
  if (way.id === 'typed') {
    return <InputNumber aria-label="手写的号" min={1} max={99_999} precision={0} placeholder="—" value={serial} onChange={(value) => choose('typed', value)} controls={false} />
  }
  if (way.rows.length < 2 || serial === null) return serial ?? next
  return (
    <Select
      aria-label={`${way.name}：哪个号`}
      value={serial}
      options={way.rows.map((row) => ({ value: row.serial, label: String(row.serial) }))}
      onChange={(value) => choose(way.id, value)}
      popupMatchSelectWidth={false}
    />
  )
}
