/** What can be done with a document from its row: a new draft from it, 废稿 and back. Only the chosen row shows them, but for the way back out of 废稿. */
import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { createContext, useContext } from 'react'
import type { SearchRow } from '../../../shared/api/search-types.ts'
import { ActButton } from '../../components/act-button.tsx'
import { canDiscard, type LibraryActs } from './acts.ts'

export const ActsContext = createContext<LibraryActs | null>(null)

export interface RowActsProps {
  readonly row: SearchRow
  readonly isChosen: boolean
  readonly isDiscarded: boolean
}

export function RowActs({ row, isChosen, isDiscarded }: RowActsProps) {
  const acts = useContext(ActsContext)
  return (
    <div role="gridcell" className="row-acts">
      {acts && isDiscarded && (
        <button type="button" className="link" tabIndex={isChosen ? 0 : -1} aria-label={`取回“${row.title}”`} onClick={() => acts.restore(row)}>
          取回
        </button>
      )}
      {acts && isChosen && <ActButton name="以此起草" icon={<CopyOutlined />} size="small" enabled run={() => acts.copy(row)} />}
      {acts && isChosen && !isDiscarded && <ActButton name="移到废稿" keyName="Delete" icon={<DeleteOutlined />} size="small" enabled={canDiscard(row.state)} run={() => acts.discard(row)} />}
    </div>
  )
}
