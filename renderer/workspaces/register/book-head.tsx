/** The head of the middle: the series, how far it is used, looking for a number, and the two ways to one. */
import { EditOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import type { RefObject } from 'react'
import type { Series } from '../../../shared/api/register-types.ts'
import { ActButton } from '../../components/act-button.tsx'
import { seriesTitle, usedText } from './series-list.ts'

export interface BookHeadProps {
  readonly series: Series
  readonly words: string
  readonly setWords: (words: string) => void
  readonly search: RefObject<InputRef | null>
  readonly change: () => void
  readonly reserve: () => void
  readonly take: () => void
}

export function BookHead({ series, words, setWords, search, change, reserve, take }: BookHeadProps) {
  return (
    <div className="book-head">
      <h2>{seriesTitle(series, series.year)}</h2>
      <ActButton name="改系列…" icon={<EditOutlined aria-hidden />} size="small" enabled run={change} />
      <span className="used-text ell" title={usedText(series)}>
        {usedText(series)}
      </span>
      <span className="grow" />
      <Input ref={search} className="book-search" allowClear prefix={<SearchOutlined aria-hidden />} placeholder="查找号、标题、人" title="Ctrl+F" aria-label="在登记簿里查找" value={words} onChange={({ target }) => setWords(target.value)} />
      <Button onClick={reserve}>预留…</Button>
      <Button type="primary" onClick={take}>
        取号…
      </Button>
    </div>
  )
}
