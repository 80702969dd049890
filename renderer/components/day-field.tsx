/** A calendar day: typed as people write it, or picked. The browser's own field would speak the system's language, and take one way of writing only. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { InputEvent } from 'react'
import { isDay, WRITTEN_DAYS } from './day-text.ts'

/** 2024-05-08, as it is kept. */
const KEPT = 'YYYY-MM-DD'

export interface DayFieldProps {
  readonly id: string
  /** 2024-05-08; "" for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Told with every key: what is typed is no day. It stays as it was typed, so that nobody takes it for stored. */
  readonly setUnreadable: (isUnreadable: boolean) => void
}

export function DayField({ id, value, onChange, setUnreadable }: DayFieldProps) {
  const look = ({ target }: InputEvent): void => {
    if (target instanceof HTMLInputElement) setUnreadable(target.value.trim() !== '' && !isDay(target.value))
  }
  return (
    <span onInput={look}>
      <DatePicker
        id={id}
        className="day-field"
        format={[...WRITTEN_DAYS]}
        placeholder="如 2024年5月8日"
        value={value === '' ? null : dayjs(value, KEPT)}
        onChange={(day) => {
          setUnreadable(false)
          onChange(day?.isValid() ? day.format(KEPT) : '')
        }}
        preserveInvalidOnBlur
        showNow={false}
      />
    </span>
  )
}
