/** What is done with documents from the library room. Each act says what it did, and takes it back where that is possible. */
import { useMemo } from 'react'
import type { DocumentSummary } from '../../../shared/api/types.ts'
import { STATE_NAMES, type DocumentState } from '../../../shared/workflow/states.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { useReport } from '../../components/report.tsx'
import { useNavigation } from '../../frame/navigation.ts'

type Named = Pick<DocumentSummary, 'id' | 'title'>

export interface LibraryActs {
  /** 以此起草: a draft with the content of any document, opened in 起草. */
  readonly copy: (one: Named) => void
  /** 移到废稿. Only drafts, see `canDiscard`. */
  readonly discard: (one: Named) => void
  /** 取回: out of 废稿. */
  readonly restore: (one: Named) => void
}

/** True where a document can be put among 废稿, or why not. */
export function canDiscard(state: DocumentState): true | string {
  if (state === 'draft') return true
  if (state === 'submitted' || state === 'reviewed') return `本文${STATE_NAMES[state]}，先撤回或退回到拟稿`
  return `本文${STATE_NAMES[state]}，要留存；只有拟稿能移到废稿`
}

export function useActs(): LibraryActs {
  const { client } = useMachine()
  const { go } = useNavigation()
  const { done, trouble } = useReport()
  return useMemo(() => {
    const attempt = (title: string, act: () => Promise<void>): void => {
      act().catch((cause: unknown) => trouble({ title, error: toApiError(cause) }))
    }
    const nameOf = ({ title }: Named): string => (title === '' ? '这份文稿' : `“${title}”`)
    const acts: LibraryActs = {
      copy: ({ id }) =>
        attempt('没有以此起草', async () => {
          const copy = await client.call('documents.copy', { id })
          go({ room: 'draft', open: copy.id })
          done('已另起一份拟稿，内容相同，文号空着')
        }),
      discard: (one) =>
        attempt('没有移到废稿', async () => {
          await client.call('documents.discard', { id: one.id })
          done(`已把${nameOf(one)}移到废稿`, { acts: [{ name: '撤销', run: () => acts.restore(one) }] })
        }),
      restore: (one) =>
        attempt('没有取回', async () => {
          await client.call('documents.restore', { id: one.id })
          done(`已取回${nameOf(one)}`, { acts: [{ name: '打开', run: () => go({ room: 'draft', open: one.id }) }] })
        }),
    }
    return acts
  }, [client, done, go, trouble])
}
