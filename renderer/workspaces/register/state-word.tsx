/** The state of a number as icon and word. */
import { BookOutlined, CheckOutlined, ClockCircleOutlined, LockOutlined, NumberOutlined, PushpinOutlined, QuestionCircleOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { lookOf, stateWord, type Look } from './look.ts'

const ICONS: Record<Look, ReactNode> = {
  published: <BookOutlined aria-hidden />,
  printed: <CheckOutlined aria-hidden />,
  numbered: <NumberOutlined aria-hidden />,
  held: <ClockCircleOutlined aria-hidden />,
  reserved: <PushpinOutlined aria-hidden />,
  expired: <PushpinOutlined aria-hidden />,
  paper: <LockOutlined aria-hidden />,
  void: <StopOutlined aria-hidden />,
  gap: <WarningOutlined aria-hidden />,
  explained: <QuestionCircleOutlined aria-hidden />,
}

export function StateWord({ row }: { readonly row: NumberRow }) {
  const look = lookOf(row)
  const word = stateWord(row)
  return (
    <span className={`state-word is-${look}`} title={word}>
      {ICONS[look]}
      <span className="ell">{word}</span>
      {!row.same && <WarningOutlined className="amber" aria-label="与文稿不一致" title="与文稿不一致" />}
    </span>
  )
}
