/** One document that was found by words: its title, number and date, and the first places with the words marked. */
import { Fragment, memo } from 'react'
import type { SearchContext, SearchRow } from '../../../shared/api/search-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { markLine } from '../../../shared/search/mark.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { shortDate } from './dates.ts'
import { RowActs } from './row-acts.tsx'
import { rowId } from './row-id.ts'

export interface RowProps {
  readonly row: SearchRow
  readonly at: number
  readonly isChosen: boolean
  /** In 废稿. */
  readonly isDiscarded: boolean
}

export interface FoundRowProps extends RowProps {
  /** Folded. */
  readonly words: readonly string[]
  /** Shows the place of the text that a line comes from. */
  readonly showPlace: (at: number, block: Id) => void
}

export const FoundRow = memo(function FoundRow({ row, at, isChosen, isDiscarded, words, showPlace }: FoundRowProps) {
  const { title, documentNumber, signatureDate, state, hits, contexts, issue } = row
  return (
    <div id={rowId(at)} data-at={at} role="row" aria-rowindex={at + 1} aria-selected={isChosen} className={isChosen ? 'found-row is-on' : 'found-row'}>
      <div role="gridcell">
        <div className="found-head">
          <b className="ell grow" title={title}>
            <Pieces pieces={markLine(title || '（没有标题）', words)} />
          </b>
          {issue !== '' && (
            <span className="tag ell" title={issue}>
              {issue}
            </span>
          )}
          {documentNumber === null && <StateMark state={state} />}
        </div>
        <div className="found-facts">
          {documentNumber !== null && (
            <span>
              <Pieces pieces={markLine(documentNumber, words)} />
            </span>
          )}
          <span>{shortDate(signatureDate)}</span>
          <span className="grow" />
          {hits > 0 && <span>{hits} 处</span>}
        </div>
        {contexts.map((context, index) => (
          <ContextLine key={index} context={context} show={() => showPlace(at, context.blockId)} />
        ))}
      </div>
      <RowActs row={row} isChosen={isChosen} isDiscarded={isDiscarded} />
    </div>
  )
})

function ContextLine({ context, show }: { readonly context: SearchContext; readonly show: () => void }) {
  return (
    <div className="context" onClick={show}>
      <span className="context-place ell" title={context.place}>
        {context.place}
      </span>
      <span className="context-text">
        <Pieces pieces={context.pieces} />
      </span>
    </div>
  )
}

/** Text with its hits marked. */
function Pieces({ pieces }: Pick<SearchContext, 'pieces'>) {
  return pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>))
}
