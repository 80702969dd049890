/** Where nothing was found: what this place is for, or what to try next. */
import { Button } from 'antd'
import type { SavedFilter } from '../../../shared/api/search-types.ts'
import { useNavigation } from '../../frame/navigation.ts'
import type { LibraryDesk } from './library-desk.ts'
import { FILTER_NAMES, hasFacets, NO_FACETS, type Query } from './query.ts'

export interface NothingProps {
  readonly desk: LibraryDesk
  readonly answered: Query
  /** The library has no document at all. */
  readonly isEmpty: boolean
}

/** What stands in a saved filter that is empty. */
const EMPTY: Record<SavedFilter, readonly [title: string, text: string]> = {
  all: ['资料库里还没有文件', '起草的、导入的公文都在这里：按标题、文号和全文查找，按年份、文种、状态筛选。'],
  mine: ['没有您的拟稿', '您起草、还没有送审或签发的文稿列在这里。'],
  waiting: ['没有等您处理的', '别人送审时写了您的名字的文稿列在这里，处理以后自动离开。'],
  unprinted: ['已编号的都印发了', '取了文号、还没有登记印发的公文列在这里，免得忘记。'],
  unpublished: ['印发的都入了公报', '已印发、还没有在任何一期公报刊登的公文列在这里，汇编时不会漏。'],
  discarded: ['没有废稿', '移到废稿的拟稿列在这里，随时可以取回。'],
}

export function Nothing({ desk, answered, isEmpty }: NothingProps) {
  const { words, filter } = answered
  const isNarrow = filter !== 'all' || hasFacets(answered)
  if (words === '' && !hasFacets(answered)) return <EmptyFilter filter={filter} isEmpty={isEmpty} />
  return (
    <div className="library-note">
      <h2>{words === '' ? '没有符合筛选的文件' : `没有找到“${words}”`}</h2>
      <p>
        {words.includes(' ') && '几个词要在同一份文件里都有；少打一个词试试。'}
        {words !== '' && !words.includes(' ') && '换个说法，或只打其中两三个字试试；查的是标题、文号、正文、表格和附件。'}
        {isNarrow && `现在只查“${FILTER_NAMES[filter]}”${hasFacets(answered) ? '里勾选的几项' : ''}。`}
      </p>
      {isNarrow && <Button onClick={() => desk.seek({ filter: filter === 'discarded' ? 'discarded' : 'all', ...NO_FACETS })}>{filter === 'discarded' ? '取消勾选' : '在全部文件里查'}</Button>}
    </div>
  )
}

function EmptyFilter({ filter, isEmpty }: Pick<NothingProps, 'isEmpty'> & { readonly filter: SavedFilter }) {
  const { go } = useNavigation()
  const [title, text] = EMPTY[filter]
  return (
    <div className="library-note">
      <h2>{title}</h2>
      <p>{text}</p>
      {isEmpty && filter === 'all' && (
        <p className="library-note-acts">
          <Button type="primary" onClick={() => go({ room: 'draft', command: 'document.new' })}>
            起草公文
          </Button>
          <Button onClick={() => go({ room: 'draft', command: 'document.import' })}>导入公文</Button>
        </p>
      )}
    </div>
  )
}
