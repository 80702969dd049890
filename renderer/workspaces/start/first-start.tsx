/** First start: make a library, or open the invented sample. Nothing exists on the disk before a choice is made. */
import { BookOutlined, FolderOutlined } from '@ant-design/icons'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ApiError } from '../../../shared/api/reply.ts'
import type { LibraryStatus } from '../../../shared/api/types.ts'
import { useMachine } from '../../api/client-context.tsx'
import { toApiError } from '../../api/connection.ts'
import { Mark } from '../../components/mark.tsx'
import { NewLibrary, type NewLibraryValues } from './new-library.tsx'
import { SampleLibrary } from './sample-library.tsx'

type Choice = 'new' | 'sample'

export interface FirstStartProps {
  /** Where the library will lie. */
  readonly file: string
  readonly done: (status: LibraryStatus) => void
}

export function FirstStart({ file, done }: FirstStartProps) {
  const { client } = useMachine()
  const [choice, setChoice] = useState<Choice>('new')
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)

  const attempt = async (act: () => Promise<LibraryStatus>): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      done(await act())
    } catch (cause) {
      setError(toApiError(cause))
      setBusy(false)
    }
  }
  const create = (values: NewLibraryValues): void => void attempt(() => client.call('library.create', values))
  const sample = (): void => void attempt(() => client.call('library.createSample', {}))
  const choose = (next: Choice): void => {
    setChoice(next)
    setError(null)
  }

  return (
    <div className="start">
      <header className="title-bar">
        <Mark />
        <span className="start-name">公报</span>
      </header>
      <main className="start-card">
        <div className="start-left">
          <h1 className="wordmark">公报</h1>
          <p>
            公文起草、签发、编号，导出成公报样式。
            <br />
            资料只存在本机，不连外网。
          </p>
          <Choices chosen={choice} choose={choose} />
        </div>
        <NewLibrary file={file} hidden={choice !== 'new'} busy={busy} error={error} create={create} />
        {choice === 'sample' && <SampleLibrary file={file} busy={busy} error={error} open={sample} />}
      </main>
    </div>
  )
}

const CHOICES: readonly { id: Choice; name: string; note: string; icon: ReactNode }[] = [
  { id: 'new', name: '新建资料库', note: '填三项，即可起草第一份公文', icon: <FolderOutlined /> },
  { id: 'sample', name: '打开示例', note: '虚构的“河湾县”，有文稿可看可改', icon: <BookOutlined /> },
]

/** A radio group: arrow keys move and choose. */
function Choices({ chosen, choose }: { readonly chosen: Choice; readonly choose: (next: Choice) => void }) {
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key)) return
    event.preventDefault()
    const next: Choice = chosen === 'new' ? 'sample' : 'new'
    choose(next)
    group.current?.querySelector<HTMLElement>(`[data-choice="${next}"]`)?.focus()
  }
  return (
    <div className="choices" role="radiogroup" aria-label="怎样开始" ref={group} onKeyDown={onKeyDown}>
      {CHOICES.map(({ id, name, note, icon }) => (
        <button
          type="button"
          key={id}
          data-choice={id}
          role="radio"
          aria-checked={chosen === id}
          tabIndex={chosen === id ? 0 : -1}
          className={`choice ${chosen === id ? 'is-on' : ''}`}
          onClick={() => choose(id)}
        >
          {icon}
          <span>
            <b>{name}</b>
            <small>{note}</small>
          </span>
        </button>
      ))}
    </div>
  )
}
