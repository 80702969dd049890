/** A document's state as icon and word, never by colour alone. */
import { AuditOutlined, CheckCircleOutlined, EditOutlined, FileDoneOutlined, InboxOutlined, NumberOutlined, PrinterOutlined, SendOutlined, StopOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { STATE_NAMES, type DocumentState } from '../../shared/workflow/states.ts'


const ICONS: Record<DocumentState, ReactNode> = {
  draft: <EditOutlined />,
  submitted: <SendOutlined />,
  reviewed: <AuditOutlined />,
  signed: <CheckCircleOutlined />,
  numbered: <NumberOutlined />,
  printed: <PrinterOutlined />,
  archived: <InboxOutlined />,
  void: <StopOutlined />,
  issued: <FileDoneOutlined />,
}

/** `number`: the document number, which then stands in the word's place: a document that has one is numbered or issued. */
export function StateMark({ state, number = null }: { readonly state: DocumentState; readonly number?: string | null }) {
  return (
    <span className={`state-mark is-${state}`} title={STATE_NAMES[state]}>
      <span role="img" aria-label={STATE_NAMES[state]}>
        {ICONS[state]}
      </span>
      {number ?? STATE_NAMES[state]}
    </span>
  )
}
