/** The middle under the box: how much was found, in which order, and the rows. */
import { EyeOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import type { SearchOrder, SearchRow } from '../../../shared/api/search-types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import { wordsOf } from '../../../shared/search/words.ts'
import { ActButton } from '../../components/act-button.tsx'
import { FoundRow } from './found-row.tsx'
import type { LibraryDesk } from './library-desk.ts'
import type { LibraryState } from './library-state.ts'
import { LIST_ROW, ListHead, ListRow } from './list-row.tsx'
import { Nothing } from './nothing.tsx'
import { orderedBy, orderOf } from './query.ts'
import { Rows } from './rows.tsx'
import { Trouble } from './trouble.tsx'

export interface ResultsProps {
  readonly desk: LibraryDesk
  readonly state: LibraryState
  readonly onRowKey: (event: KeyboardEvent) => boolean
  readonly open: () => void
  readonly showPlace: (at: number, block: Id) => void
  readonly hasPreview: boolean
  readonly togglePreview: () => void
}

export function Results(props: ResultsProps) {
  const { desk, state } = props
  if (state.error) return <Trouble title="没有查到" error={state.error} again={desk.refresh} />
  if (!state.found) return null
  return (
    <>
      <Summary {...props} />
      {state.found.total === 0 ? <Nothing desk={desk} answered={state.answered} isEmpty={state.found.filters.all === 0} /> : <AllRows {...props} />}
    </>
  )
}

const ORDERS: readonly { readonly value: SearchOrder; readonly label: string }[] = [
  { value: 'relevance', label: '按相关' },
  { value: 'date', label: '按日期' },
  { value: 'number', label: '按文号' },
  { value: 'title', label: '按标题' },
  { value: 'updated', label: '按最近改动' },
]

/** 13 件 · 用时 0.04 秒, the order, and the preview's switch. */
function Summary({ desk, state, hasPreview, togglePreview }: ResultsProps) {
  const { found, query, answered } = state
  if (!found) return null
  const hasWords = answered.words !== ''
  return (
    <div className="library-summary">
      <span className="grow ell" role="status">
        <b>{found.total.toLocaleString('zh-CN')}</b> 件
        {hasWords && <i>{` · 用时 ${secondsOf(found.milliseconds)}`}</i>}
        {found.pending > 0 && <i>{` · 还有 ${found.pending.toLocaleString('zh-CN')} 件正在建索引，标题、文号已可查到`}</i>}
      </span>
      <Select
        size="small"
        variant="borderless"
        aria-label="次序"
        popupMatchSelectWidth={false}
        value={orderOf(query)}
        options={ORDERS.filter(({ value }) => hasWords || value !== 'relevance')}
        onChange={(order) => desk.seek(orderedBy(query, order))}
      />
      <ActButton name={hasPreview ? '收起预览' : '预览'} keyName="空格" icon={<EyeOutlined />} size="small" enabled run={togglePreview} className={hasPreview ? 'is-pressed' : ''} />
    </div>
  )
}

function secondsOf(milliseconds: number): string {
  return milliseconds < 10 ? '不到 0.01 秒' : `${(milliseconds / 1000).toFixed(2)} 秒`
}

/** Pixels of a document with two places. */
const FOUND_ROW = 110

function AllRows({ desk, state, onRowKey, open, showPlace }: ResultsProps) {
  const { answered, at } = state
  const words = useMemo(() => wordsOf(answered.words), [answered.words])
  const isDiscarded = answered.filter === 'discarded'
  const latest = useRef(showPlace)
  useEffect(() => {
    latest.current = showPlace
  })
  const show = useCallback((row: number, block: Id) => latest.current(row, block), [])
  const hasWords = words.length > 0
  const draw = (row: SearchRow, place: number) => {
    const shared = { row, at: place, isChosen: place === at, isDiscarded }
    return hasWords ? <FoundRow key={row.id} {...shared} words={words} showPlace={show} /> : <ListRow key={row.id} {...shared} />
  }
  return (
    <Rows
      desk={desk}
      state={state}
      rowHeight={hasWords ? FOUND_ROW : LIST_ROW}
      className={hasWords ? 'is-found' : 'is-list'}
      head={hasWords ? null : <ListHead desk={desk} query={answered} />}
      draw={draw}
      onRowKey={onRowKey}
      open={open}
    />
  )
}
