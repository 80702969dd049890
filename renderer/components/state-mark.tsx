/** A document's state as icon and word, never by colour alone. */
import { CheckCircleOutlined, EditOutlined, FileDoneOutlined, NumberOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { DocumentState } from '../../shared/api/types.ts'

export const STATE_WORDS: Record<DocumentState, string> = { draft: '拟稿', signed: '已签发', numbered: '已编号', issued: '已发' }

const ICONS: Record<DocumentState, ReactNode> = {
  draft: <EditOutlined />,
  signed: <CheckCircleOutlined />,
  numbered: <NumberOutlined />,
  issued: <FileDoneOutlined />,
}

export function StateMark({ state }: { readonly state: DocumentState }) {
  return (
    <span className={`state-mark is-${state}`}>
      {ICONS[state]}
      {STATE_WORDS[state]}
    </span>
  )
}
