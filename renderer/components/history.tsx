/** 经过: every event in the document's life, newest first; ◆ froze the text or gave a number, ○ did not. */
import type { HistoryEntry, SnapshotSummary } from '../../shared/api/types.ts'
import { FREEZING_KINDS, HISTORY_NAMES } from '../../shared/workflow/history.ts'
import { longMoment } from './time.ts'

export interface HistoryProps {
  readonly entries: readonly HistoryEntry[]
  /** What was frozen at which of the events. */
  readonly frozen?: readonly SnapshotSummary[]
  /** The one that is looked at. */
  readonly shownId?: string | null
  readonly show?: (snapshot: SnapshotSummary) => void
}

export function History({ entries, frozen = [], shownId = null, show }: HistoryProps) {
  return (
    <ol className="history" aria-label="经过">
      {[...entries].reverse().map((entry, index) => {
        // An event and what it froze are written in one, at one moment.
        const snapshot = frozen.find((one) => one.at === entry.at)
        return (
          <li key={`${entry.at}-${index}`} className={FREEZING_KINDS.has(entry.what) ? 'is-frozen' : ''}>
            <span className="history-head">
              <b>{HISTORY_NAMES[entry.what]}</b>
              <time dateTime={new Date(entry.at).toISOString()}>{longMoment(entry.at)}</time>
            </span>
            <span className="note">
              {entry.who}
              {entry.detail && `　${entry.detail}`}
            </span>
            {snapshot && show && (
              <span className="history-frozen">
                <button type="button" className="link" aria-pressed={snapshot.id === shownId} onClick={() => show(snapshot)}>
                  看{HISTORY_NAMES[entry.what]}时的文字
                </button>
                {!snapshot.same && <span className="note">后来有改动</span>}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
