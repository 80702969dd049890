/** Find and replace: a bar over the top right corner of the desk. It takes no room from the sheet and blocks nothing. */
import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Checkbox, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { ActButton } from '../../components/act-button.tsx'
import { useReport } from '../../components/report.tsx'
import { command } from '../../commands/commands.ts'
import type { Facts } from '../../commands/command.ts'
import { useFindMarks } from '../../editor/find/marks.ts'
import type { Finder, FindState } from '../../editor/find/finder.ts'
import type { EditorSession } from '../../editor/session.ts'

export interface FindBarProps {
  readonly finder: Finder
  /** The document that the finder is attached to. */
  readonly session: EditorSession
  readonly facts: () => Facts
}

export function FindBar(props: FindBarProps) {
  const { finder } = props
  const isOpen = useSyncExternalStore(finder.subscribe, () => finder.state().mode !== null)
  return isOpen ? <OpenBar {...props} /> : null
}

function OpenBar({ finder, session, facts }: FindBarProps) {
  const report = useReport()
  const state = useSyncExternalStore(finder.subscribe, finder.state)
  const query = useRef<InputRef>(null)
  useFindMarks(finder, session)
  useEscape(finder)
  useEffect(() => query.current?.focus({ cursor: 'all' }), [state.asked])

  const editable = command('edit.replace').enabled(facts())
  const found = state.count > 0 || notFound(state)
  const replaces = state.mode === 'replace' && editable === true
  const replaceAll = (): void => {
    const { count, undo } = finder.replaceAll()
    const takeBack = (): void => {
      if (!undo()) report.done('替换以后又改过，请按 Ctrl+Z 一步一步撤销')
      // The toast that had the keyboard goes.
      else if (finder.state().mode !== null) finder.open('replace')
    }
    if (count > 0) report.done(`已替换${count}处`, { acts: [{ name: '撤销', run: takeBack }] })
  }
  return (
    <div className={replaces ? 'find-bar is-replacing' : 'find-bar'} role="search" aria-label="查找和替换">
      <ActButton
        className="find-fold"
        name={replaces ? '收起替换' : '替换'}
        keyName={replaces ? '' : 'Ctrl+H'}
        icon={replaces ? <DownOutlined /> : <RightOutlined />}
        size="small"
        enabled={editable}
        run={() => finder.setMode(replaces ? 'find' : 'replace')}
      />
      <div className="find-fields">
        <WordsField field={query} label="查找内容" value={state.query} take={(text) => finder.seek({ query: text })} enter={(shift) => finder.step(shift)} />
        {replaces && <WordsField label="替换为" value={state.replacement} take={(text) => finder.seek({ replacement: text })} enter={(shift) => !shift && finder.replace()} />}
      </div>
      <div className="find-acts">
        <div>
          <ActButton name="查找上一处" keyName="Shift+F3" icon={<ArrowUpOutlined />} size="small" enabled={found} isExplained run={() => finder.step(true)} />
          <ActButton name="查找下一处" keyName="F3" icon={<ArrowDownOutlined />} size="small" enabled={found} isExplained run={() => finder.step()} />
          <ActButton name="关闭" keyName="Esc" icon={<CloseOutlined />} size="small" enabled run={() => finder.close()} />
        </div>
        {replaces && (
          <div>
            <ActButton name="替换" labelled type="default" size="small" enabled={found} isExplained run={() => finder.replace()} />
            <ActButton name="全部替换" labelled type="default" size="small" enabled={found} isExplained run={replaceAll} />
          </div>
        )}
      </div>
      <div className="find-options">
        <Checkbox checked={state.matchCase} onChange={({ target }) => finder.seek({ matchCase: target.checked })}>
          区分大小写
        </Checkbox>
        <Checkbox checked={state.matchWidth} onChange={({ target }) => finder.seek({ matchWidth: target.checked })}>
          区分全半角
        </Checkbox>
        <span className="find-count ell" role="status" title={found === true || state.replaced > 0 ? undefined : found}>
          {countText(state)}
        </span>
      </div>
      {state.beside > 0 && <p className="find-beside">{`要素、表题、单位里另有${state.beside}处${editable === true ? '，请在那里改' : ''}`}</p>}
    </div>
  )
}

/** Escape closes the bar from the sheet, too, and from nowhere: where a toast has gone, nothing has the keyboard. */
function useEscape(finder: Finder): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const isHere = event.target === document.body || (event.target instanceof Element && event.target.closest('.find-bar, .sheet-text') !== null)
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !isHere) return
      event.preventDefault()
      finder.close()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [finder])
}

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly field?: React.RefObject<InputRef | null>
  readonly take: (text: string) => void
  readonly enter: (shift: boolean) => void
}

/** A field of one line. Half-typed words of an input method stay in it until they are chosen. */
function WordsField({ label, value, field, take, enter }: WordsFieldProps) {
  const [text, setText] = useState(value)
  const composing = useRef(false)
  useEffect(() => {
    if (!composing.current) setText(value)
  }, [value])
  const type = (typed: string): void => {
    setText(typed)
    if (!composing.current) take(typed)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    enter(event.shiftKey)
  }
  return (
    <Input
      ref={field ?? null}
      placeholder={label}
      aria-label={label}
      value={text}
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false
        type(event.currentTarget.value)
      }}
      onKeyDown={onKeyDown}
    />
  )
}

function countText(state: FindState): string {
  const { query, count, at, cameRound, replaced } = state
  if (query === '') return ''
  if (replaced > 0) return `已替换${replaced}处`
  if (count === 0) return notFound(state)
  if (at === null) return `共${count}处`
  return `第${at + 1}处，共${count}处${cameRound ? '，已绕回' : ''}`
}

function notFound({ query }: FindState): string {
  return query === '' ? '请先填查找内容' : `没有找到“${query}”`
}
