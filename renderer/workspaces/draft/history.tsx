/** 经过: every event in the document's life, newest first; ◆ froze the text or gave a number, ○ did not. */
import type { HistoryEntry, HistoryKind } from '../../../shared/api/types.ts'
import { longMoment } from '../../components/time.ts'

const WORDS: Record<HistoryKind, string> = {
  created: '起草',
  imported: '导入',
  copied: '另存为新稿',
  signed: '签发',
  reopened: '退回修改',
  numbered: '取号',
  exported: '导出',
  discarded: '移到废稿',
  restored: '从废稿取回',
}

const FREEZING: ReadonlySet<HistoryKind> = new Set(['signed', 'numbered'])

export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="history" aria-label="经过">
      {[...entries].reverse().map((entry, index) => (
        <li key={`${entry.at}-${index}`} className={FREEZING.has(entry.what) ? 'is-frozen' : ''}>
          <span className="history-head">
            <b>{WORDS[entry.what]}</b>
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
