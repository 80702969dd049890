/** 经过: what was done with series, book and library as a whole. What was done with one document or one number stands with it. */
import { Alert, Button, Modal, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { ApiError } from '../../shared/api/reply.ts'
import type { HistoryEntry } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { History } from '../components/history.tsx'

export function LogDialog({ close }: { readonly close: () => void }) {
  const { client } = useMachine()
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const read = useCallback(() => void client.call('library.log', {}).then(setEntries, (cause: unknown) => setError(toApiError(cause))), [client])
  useEffect(read, [read])
  const footer = (
    <Button autoFocus onClick={close}>
      关闭
    </Button>
  )
  return (
    <Modal open centered width={640} title="登记簿和资料库的经过" footer={footer} onCancel={close}>
      <p className="dialog-lead">系列、补登、导出和打印登记簿，手动备份和恢复，谁在何时做的，都在这里。一份文稿、一个号的经过，在它自己那里看。</p>
      {error && <Alert type="error" showIcon title={error.message} description={error.next} />}
      {entries ? <Entries entries={entries} /> : error === null && <Spin />}
    </Modal>
  )
}

function Entries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p className="note">还没有记录。</p>
  return (
    <div className="log-list" role="region" aria-label="经过" tabIndex={0}>
      <History entries={entries} />
    </div>
  )
}
