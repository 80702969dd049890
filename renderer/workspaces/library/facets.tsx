/** The left panel: saved filters, and facets with their counts. */
import { ImportOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { SAVED_FILTERS, type Facet } from '../../../shared/api/search-types.ts'
import { STATE_NAMES } from '../../../shared/workflow/states.ts'
import { ActButton } from '../../components/act-button.tsx'
import { useNavigation } from '../../frame/navigation.ts'
import type { LibraryDesk } from './library-desk.ts'
import type { Found } from './library-state.ts'
import { FILTER_NAMES, NO_FACETS, type FacetName, type Query } from './query.ts'

export interface FacetsProps {
  readonly desk: LibraryDesk
  readonly query: Query
  readonly found: Found | null
}

export function Facets({ desk, query, found }: FacetsProps) {
  const { go } = useNavigation()
  const { years = [], genres = [], states = [], organs = [] } = found?.facets ?? {}
  const shared = { query, desk }
  return (
    <aside className="side library-side" aria-label="筛选">
      <div className="side-head">
        <b className="grow">资料库</b>
        <ActButton name="导入公文" icon={<ImportOutlined />} size="small" enabled run={() => go({ room: 'draft', command: 'document.import' })} />
      </div>
      <div className="library-facets">
        <SavedFilters {...shared} found={found} />
        <Choices {...shared} name="年份" facet="years" values={years} textOf={String} />
        <Choices {...shared} name="文种" facet="genres" values={genres} textOf={String} />
        <Choices {...shared} name="状态" facet="states" values={states} textOf={(state) => STATE_NAMES[state]} />
        <Choices {...shared} name="机关" facet="organs" values={organs} textOf={String} />
      </div>
    </aside>
  )
}

function SavedFilters({ desk, query, found }: FacetsProps) {
  return (
    <fieldset className="facet">
      <legend className="group">常用筛选</legend>
      {SAVED_FILTERS.map((filter) => (
        <button
          type="button"
          key={filter}
          className={filter === query.filter ? 'facet-row is-on' : 'facet-row'}
          aria-pressed={filter === query.filter}
          // What was chosen for another filter would leave this one empty without a word.
          onClick={() => desk.seek({ filter, ...NO_FACETS })}
        >
          <span className="grow ell">{FILTER_NAMES[filter]}</span>
          <em>{found?.filters[filter] ?? ''}</em>
        </button>
      ))}
    </fieldset>
  )
}

/** Values of a facet that are shown before 更多. */
const FEW = 6

interface ChoicesProps<T> {
  readonly desk: LibraryDesk
  readonly query: Query
  readonly name: string
  readonly facet: FacetName
  readonly values: readonly Facet<T>[]
  readonly textOf: (value: T) => string
}

/** Any of the chosen values; none chosen: all. A value that is chosen stays, also where nothing has it now. */
function Choices<T extends string | number>({ desk, query, name, facet, values, textOf }: ChoicesProps<T>) {
  const [open, setOpen] = useState(false)
  // The facet's name says of which type its values are.
  const chosen = query[facet] as readonly (string | number)[]
  const gone = chosen.filter((value) => values.every((one) => one.value !== value)).map((value) => ({ value: value as T, count: 0 }))
  const all = [...values, ...gone]
  if (all.length === 0) return null
  const shown = open ? all : all.filter(({ value }, index) => index < FEW || chosen.includes(value))
  const toggle = (value: T): void => desk.seek({ [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
  return (
    <fieldset className="facet">
      <legend className="group">{name}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox key={value} className="facet-row" checked={chosen.includes(value)} onChange={() => toggle(value)}>
          <span className="grow ell" title={textOf(value)}>
            {textOf(value)}
          </span>
          <em>{count}</em>
        </Checkbox>
      ))}
      {(open || shown.length < all.length) && (
        <button type="button" className="text-act" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : `更多…（共 ${all.length} 个）`}
        </button>
      )}
    </fieldset>
  )
}
