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

/** `number`: the document number, which then stands in the word's place: a document that has one is numbered or issued. */
export function StateMark({ state, number = null }: { readonly state: DocumentState; readonly number?: string | null }) {
  return (
    <span className={`state-mark is-${state}`} title={STATE_WORDS[state]}>
      <span role="img" aria-label={STATE_WORDS[state]}>
        {ICONS[state]}
      </span>
      {number ?? STATE_WORDS[state]}
    </span>
  )
}
