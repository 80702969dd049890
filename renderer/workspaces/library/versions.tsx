/** 版本: what was frozen of a document, and what went to the printer in one click. */
import { HistoryOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useEffect, useState } from 'react'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { SnapshotSummary } from '../../../shared/api/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { SNAPSHOT_NAMES } from '../../components/snapshot-names.ts'
import { longMoment } from '../../components/time.ts'

export interface VersionsProps {
  readonly id: Id
  /** Shows a frozen text in the preview. */
  readonly showSnapshot: (id: Id) => void
}

export function Versions({ id, showSnapshot }: VersionsProps) {
  const [open, setOpen] = useState(false)
  const show = (snapshot: Id): void => {
    setOpen(false)
    showSnapshot(snapshot)
  }
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" title="版本" content={open ? <VersionList id={id} show={show} /> : null}>
      <Button icon={<HistoryOutlined />} aria-haspopup="dialog" aria-expanded={open}>
        版本
      </Button>
    </Popover>
  )
}

function VersionList({ id, show }: { readonly id: Id; readonly show: (snapshot: Id) => void }) {
  const { client } = useMachine()
  const [list, setList] = useState<readonly SnapshotSummary[] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => {
    let isLate = false
    client.call('documents.snapshots', { id }).then(
      (read) => !isLate && setList(read),
      (cause: unknown) => !isLate && setError(toApiError(cause)),
    )
    return () => {
      isLate = true
    }
  }, [client, id])
  if (error) return <p role="alert">{`没有读到版本：${error.message}`}</p>
  if (!list) return <p role="status">正在读…</p>
  if (list.length === 0) return <p className="versions-none">还没有留存的文字。送审、签发、取号、导出、打印、印发时各留一份。</p>
  const sent = list.find(({ reason }) => reason === 'printed') ?? list.find(({ reason }) => reason === 'printedOut')
  return (
    <>
      {sent && (
        <Button block autoFocus onClick={() => show(sent.id)}>
          {sent.reason === 'printed' ? '看印发的那一份' : '看最后打印的那一份'}
        </Button>
      )}
      <ul className="versions" aria-label="留存的文字">
        {list.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => show(one.id)}>
              <b>{SNAPSHOT_NAMES[one.reason]}</b>
              <span>{longMoment(one.at)}</span>
              <span className="ell">{[one.who, one.detail].filter(Boolean).join('　')}</span>
              <span className={one.same ? 'note' : 'note amber'}>{one.same ? '与现在相同' : '与现在不同'}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
