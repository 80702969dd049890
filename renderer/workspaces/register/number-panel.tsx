/** One number: what the book says of it, whether its text is still the one it was given to, everything that happened to it, and what can be done. */
import { CheckCircleOutlined, CloseOutlined, EllipsisOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { NumberDetail, NumberRow } from '../../../shared/api/register-types.ts'
import { formatDate } from '../../../shared/document/date.ts'
import type { BookField } from '../../../shared/register/entry.ts'
import { ActButton } from '../../components/act-button.tsx'
import { ActMenu } from '../../components/act-menu.tsx'
import { History } from '../../components/history.tsx'
import { actName, actsOf, isAmendable, type ActId } from './acts.ts'
import { EditableText, FactRows } from './fact-rows.tsx'
import { StateWord } from './state-word.tsx'

export interface NumberPanelProps {
  /** As the sheet has it, which is there before the detail is. */
  readonly row: NumberRow
  readonly detail: NumberDetail | null
  /** Counts up when the keyboard is to come here. */
  readonly entered: number
  readonly act: (act: ActId, row: NumberRow) => void
  readonly amend: (row: NumberRow, field: BookField, value: string) => void
  readonly close: () => void
}

export function NumberPanel({ row, detail, entered, act, amend, close }: NumberPanelProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (entered > 0) panel.current?.focus()
  }, [entered])
  const shown = detail?.row ?? row
  const { more } = actsOf(shown)
  const onKeyDown = (event: KeyboardEvent): void => {
    // A menu of the panel hangs elsewhere in the page, and its Escape is its own.
    if (event.key === 'Escape' && !event.defaultPrevented && event.target instanceof Node && event.currentTarget.contains(event.target)) close()
  }
  return (
    <aside className="number-panel" aria-label={shown.printed} tabIndex={-1} ref={panel} onKeyDown={onKeyDown}>
      <div className="number-head">
        <b className="grow ell">{shown.printed}</b>
        {more.length > 0 && <ActMenu name="更多" icon={<EllipsisOutlined aria-hidden />} acts={() => more.map((id) => ({ id, name: actName(id, shown), keyName: '', enabled: true, isOn: false, run: () => act(id, shown) }))} />}
        <ActButton name="关闭" keyName="Esc" icon={<CloseOutlined aria-hidden />} enabled run={close} />
      </div>
      <div className="number-scroll">
        <Facts row={shown} amend={amend} />
        <h3 className="group">此号经过</h3>
        {detail && detail.history.length > 0 && <History entries={detail.history} />}
        {detail?.history.length === 0 && <p className="side-note">{shown.kind === 'gap' ? '没有任何记录：没有人取过、预留过或说明过它。' : '没有记录。'}</p>}
      </div>
      <Foot row={shown} act={act} />
    </aside>
  )
}

function Facts({ row, amend }: Pick<NumberPanelProps, 'row' | 'amend'>) {
  const { entry, kind, serial } = row
  return (
    <div className="number-facts">
      {entry && isAmendable(row) && entry.book.title !== '' ? (
        <h2>
          <EditableText label={`${serial}号的标题`} value={entry.book.title} save={(value) => amend(row, 'title', value)} />
        </h2>
      ) : (
        <h2>{kind === 'gap' ? '无人占用，也没有说明' : (entry?.reason ?? '')}</h2>
      )}
      <dl className="number-list">
        <div>
          <dt>状态</dt>
          <dd>
            <StateWord row={row} />
          </dd>
        </div>
        {entry && kind !== 'gap' && <Fact name={kind === 'explained' ? '说明人' : '现由'} text={entry.holder} />}
        {entry && entry.book.title !== '' && <Fact name={REASON_NAMES[kind]} text={entry.reason} />}
        {entry?.expires && <Fact name="留至" text={formatDate(entry.expires)} />}
        <FactRows row={row} amend={amend} />
        <Fact name="公报" text={row.issue} />
        {kind === 'used' && <Same same={row.same} />}
      </dl>
    </div>
  )
}

/** What the reason of an entry is. */
const REASON_NAMES: Record<NumberRow['kind'], string> = { used: '原因', held: '事由', reserved: '用途', expired: '用途', paper: '说明', void: '作废原因', gap: '', explained: '说明' }

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '' || name === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** The number is bound to the text that it was given to. */
function Same({ same }: { readonly same: boolean }) {
  return (
    <div>
      <dt>核对</dt>
      <dd className={same ? '' : 'amber'}>
        {same ? <CheckCircleOutlined className="green" aria-hidden /> : <WarningOutlined aria-hidden />} 与文稿核对：{same ? '一致' : '不一致，文稿的文字与取号时不同'}
      </dd>
    </div>
  )
}

function Foot({ row, act }: Pick<NumberPanelProps, 'row' | 'act'>) {
  const { foot, side } = actsOf(row)
  if (foot.length === 0 && side === null) return null
  return (
    <div className="number-foot">
      {foot.map((id) => (
        <Button key={id} onClick={() => act(id, row)}>
          {actName(id, row)}
        </Button>
      ))}
      <span className="grow" />
      {side && (
        <Button type="text" onClick={() => act(side, row)}>
          {actName(side, row)}
        </Button>
      )}
    </div>
  )
}
