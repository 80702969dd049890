/** A calendar day: typed as people write it, or picked. The browser's own field would speak the system's language, and take one way of writing only. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

export interface DayFieldProps {
  readonly id: string
  /** 2024-05-08; "" for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

/** 2024-05-08, as it is kept. */
const KEPT = 'YYYY-MM-DD'
/** The first one is shown; each is read as strictly as it is written. */
const WRITTEN: readonly string[] = [['年', '月', '日'], ['-', '-', ''], ['.', '.', ''], ['/', '/', '']]
  .flatMap(([afterYear = '', afterMonth = '', end = '']) => ['M', 'MM'].flatMap((month) => ['D', 'DD'].map((day) => `YYYY${afterYear}${month}${afterMonth}${day}${end}`)))
  .concat('YYYYMMDD')

export function DayField({ id, value, onChange, placeholder = '如 2024年5月8日' }: DayFieldProps) {
  return (
    <DatePicker
      id={id}
      className="day-field"
      format={[...WRITTEN]}
      placeholder={placeholder}
      value={value === '' ? null : dayjs(value, KEPT)}
      onChange={(day) => onChange(day?.isValid() ? day.format(KEPT) : '')}
      showNow={false}
    />
  )
}
