/** 经过: every event in the document's life, newest first; ◆ froze the text or gave a number, ○ did not. */
import type { HistoryEntry } from '../../shared/api/types.ts'
import { FREEZING_KINDS, HISTORY_NAMES } from '../../shared/workflow/history.ts'
import { longMoment } from './time.ts'

export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="history" aria-label="经过">
      {[...entries].reverse().map((entry, index) => (
        <li key={`${entry.at}-${index}`} className={FREEZING_KINDS.has(entry.what) ? 'is-frozen' : ''}>
          <span className="history-head">
            <b>{HISTORY_NAMES[entry.what]}</b>
            <time dateTime={new Date(entry.at).toISOString()}>{longMoment(entry.at)}</time>
          </span>
          <span className="note">
            {entry.who}
            {entry.detail && `　${entry.detail}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
