/** 经过: whose document it is, its versions, and everything that happened to it. */
import type { DocumentRecord, SnapshotSummary } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { History } from '../../components/history.tsx'
import { SNAPSHOT_NAMES } from '../../components/snapshot-names.ts'
import { longMoment } from '../../components/time.ts'
import { useSnapshots } from './use-snapshots.ts'
import { versionsOf } from './versions.ts'

export interface LifeProps {
  readonly record: DocumentRecord
  /** The frozen text that is looked at. */
  readonly shownId: Id | null
  readonly show: (snapshot: Id) => void
}

export function Life({ record, shownId, show }: LifeProps) {
  const snapshots = useSnapshots(record.id)
  return (
    <>
      <dl className="facts life-facts">
        <dt>拟稿人</dt>
        <dd>{record.drafter || '—'}</dd>
        <dt>经办</dt>
        <dd>{record.handler ? `在 ${record.handler} 处` : '没有等着谁办'}</dd>
      </dl>
      <Versions snapshots={snapshots} shownId={shownId} show={show} />
      <h3 className="group life-group">经过</h3>
      <History entries={record.history} frozen={snapshots} shownId={shownId} show={({ id }) => show(id)} />
    </>
  )
}

function Versions({ snapshots, shownId, show }: { readonly snapshots: readonly SnapshotSummary[] } & Omit<LifeProps, 'record'>) {
  const versions = versionsOf(snapshots)
  if (versions.length === 0) return null
  return (
    <>
      <h3 className="group life-group">版本</h3>
      <ul className="life-versions" aria-label="版本">
        {versions.map(({ number, id, at, reasons, same, ids }) => (
          <li key={number}>
            <button type="button" aria-pressed={shownId !== null && ids.has(shownId)} onClick={() => show(id)}>
              <b>第 {number} 版</b>
              <span className="ell">{reasons.map((one) => SNAPSHOT_NAMES[one]).join('、')}</span>
              <span className="note">{same ? '与现在相同' : longMoment(at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
