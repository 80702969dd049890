/** 大纲: what the document is made of; a click puts the caret there. */
import { Tree } from 'antd'
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState, type Key, type RefObject } from 'react'
import type { Document } from '../../../shared/document/types.ts'
import type { Id } from '../../../shared/lib/id.ts'
import type { EditorSession } from '../../editor/session.ts'
import { outlineRows, rowAbove, type OutlineRow } from './outline-rows.ts'
import { useOutlineDrag } from './use-outline-drag.ts'
import { useSessionValue, useSettledDocument } from './use-session.ts'

interface Node extends OutlineRow {
  readonly children: Node[]
}

export interface OutlineProps {
  readonly session: EditorSession
  readonly readOnly: boolean
}

export function Outline({ session, readOnly }: OutlineProps) {
  const document = useSettledDocument(session)
  // Hundreds of rows take time to draw: only when one of them says something else, and not before the keys that wait.
  const rows = useDeferredValue(useSameRows(document))
  const all = useMemo(() => allRows(rows), [rows])
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set())
  const block = useDeferredValue(useSessionValue(session, (now) => now.caret().blockId ?? now.caret().partId))
  const at = useMemo(() => rowAbove(document, new Set(all.map((row) => row.key)), block), [document, all, block])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // New browsers return a promise here, which is nothing for React to end.
    box.current?.querySelector('.ant-tree-treenode-selected')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const active = useRef<Id | null>(null)
  const { mark, handlers } = useOutlineDrag({ session, rows, box, isFolded: (row) => folded.has(row), active: () => active.current ?? at })
  const foldFrom = (depth: number): void => setFolded(new Set(rowsFrom(rows, depth).map((row) => row.key)))

  return (
    <>
      <div className="side-scroll outline-box" ref={box} {...(readOnly ? {} : handlers)}>
        <Rows rows={rows} all={all} at={at} folded={folded} setFolded={setFolded} session={session} readOnly={readOnly} active={active} />
        {mark && <i className={mark.height > 0 ? 'drop-mark is-frame' : 'drop-mark'} style={mark} />}
      </div>
      <div className="side-foot">
        <span className="note">折叠到</span>
        {(['一级', '二级', '全部'] as const).map((name, index) => (
          <button type="button" key={name} className="text-act" onClick={() => foldFrom(index === 2 ? 99 : index)}>
            {name}
          </button>
        ))}
      </div>
    </>
  )
}

interface RowsProps {
  readonly rows: Node[]
  readonly all: readonly Node[]
  readonly at: Id | null
  readonly folded: ReadonlySet<Key>
  readonly setFolded: (folded: ReadonlySet<Key>) => void
  readonly session: EditorSession
  readonly readOnly: boolean
  /** The row that the keyboard is on. */
  readonly active: RefObject<Id | null>
}

const Rows = memo(function Rows({ rows, all, at, folded, setFolded, session, readOnly, active }: RowsProps) {
  return (
    <Tree
      blockNode
      virtual={false}
      className="outline"
      aria-label="大纲"
      treeData={rows}
      fieldNames={{ key: 'key', title: 'text', children: 'children' }}
      selectedKeys={at ? [at] : []}
      expandedKeys={all.filter((row) => !folded.has(row.key)).map((row) => row.key)}
      onExpand={(keys) => setFolded(new Set(all.filter((row) => !keys.includes(row.key)).map((row) => row.key)))}
      onSelect={(_, { node }) => session.focus(node.where)}
      // Keys are the ids of rows, and null is none.
      onActiveChange={(key) => (active.current = (key as Id | null))}
      titleRender={(row) => <RowText row={row} draggable={row.movable && !readOnly} />}
    />
  )
})

/** The rows of the document; the very same as before where they say the same. */
function useSameRows(document: Document): Node[] {
  const [kept, setKept] = useState(() => ({ document, rows: outlineRows(document) as Node[] }))
  if (kept.document === document) return kept.rows
  const rows = outlineRows(document) as Node[]
  const next = { document, rows: JSON.stringify(rows) === JSON.stringify(kept.rows) ? kept.rows : rows }
  setKept(next)
  return next.rows
}

function RowText({ row, draggable }: { readonly row: OutlineRow; readonly draggable: boolean }) {
  return (
    <span className="outline-row" title={row.label + row.text} draggable={draggable} data-row={row.key}>
      <span className={row.numbered ? 'no' : 'part'}>{row.label}</span>
      <span className="ell">{row.text}</span>
      {row.unfilled && <i className="dot" role="img" aria-label="有未填处" />}
    </span>
  )
}

function allRows(rows: readonly Node[]): readonly Node[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)])
}

/** Rows at `depth` and below. */
function rowsFrom(rows: readonly Node[], depth: number): readonly Node[] {
  if (depth <= 0) return allRows(rows)
  return rows.flatMap((row) => rowsFrom(row.children, depth - 1))
}
