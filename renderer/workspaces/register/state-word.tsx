/** The state of a number as icon and word. */
import { BookOutlined, CheckOutlined, ClockCircleOutlined, LockOutlined, NumberOutlined, PushpinOutlined, QuestionCircleOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { NumberRow } from '../../../shared/api/register-types.ts'
import { lookOf, stateWord, type Look } from './look.ts'

const ICONS: Record<Look, ReactNode> = {
  published: <BookOutlined />,
  printed: <CheckOutlined />,
  numbered: <NumberOutlined />,
  held: <ClockCircleOutlined />,
  reserved: <PushpinOutlined />,
  expired: <PushpinOutlined />,
  paper: <LockOutlined />,
  void: <StopOutlined />,
  gap: <WarningOutlined />,
  explained: <QuestionCircleOutlined />,
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
