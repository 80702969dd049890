/** 大纲: what the document is made of; a click puts the caret there. */
import { Tree } from 'antd'
import { memo, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState, type Key, type RefObject } from 'react'
import type { Id } from '../../../shared/lib/id.ts'
import { createKeyed, useKeyed, type Keyed } from '../../editor/derived/keyed.ts'
import type { EditorSession } from '../../editor/session.ts'
import { outlineRows, rowAbove, type OutlineRow } from './outline-rows.ts'
import { useOutlineDrag } from './use-outline-drag.ts'
import { useSessionValue, useSettledDocument } from './use-session.ts'

/** A row in its place in the tree. What it says may be old: that comes by another way. */
interface Node extends OutlineRow {
  readonly title: null
  readonly children: Node[]
}

export interface OutlineProps {
  readonly session: EditorSession
  readonly readOnly: boolean
}

export function Outline({ session, readOnly }: OutlineProps) {
  const document = useSettledDocument(session)
  const found = useMemo(() => outlineRows(document), [document])
  const faces = useFaces(found)
  // Hundreds of rows take time to draw: only when the tree is another, and not before the keys that wait.
  const rows = useDeferredValue(useSameTree(found))
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
        <Rows rows={rows} all={all} faces={faces} at={at} folded={folded} setFolded={setFolded} session={session} readOnly={readOnly} active={active} />
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
  readonly faces: Keyed<OutlineRow>
  readonly at: Id | null
  readonly folded: ReadonlySet<Key>
  readonly setFolded: (folded: ReadonlySet<Key>) => void
  readonly session: EditorSession
  readonly readOnly: boolean
  /** The row that the keyboard is on. */
  readonly active: RefObject<Id | null>
}

const Rows = memo(function Rows({ rows, all, faces, at, folded, setFolded, session, readOnly, active }: RowsProps) {
  return (
    <Tree
      blockNode
      virtual={false}
      className="outline"
      aria-label="大纲"
      treeData={rows}
      selectedKeys={at ? [at] : []}
      expandedKeys={all.filter((row) => !folded.has(row.key)).map((row) => row.key)}
      onExpand={(keys) => setFolded(new Set(all.filter((row) => !keys.includes(row.key)).map((row) => row.key)))}
      onSelect={(_, { node }) => session.focus(node.where)}
      // Keys are the ids of rows, and null is none.
      onActiveChange={(key) => (active.current = (key as Id | null))}
      titleRender={({ key, movable }) => <RowText id={key} faces={faces} draggable={movable && !readOnly} />}
    />
  )
})

/** The tree of the rows; the very same as before where none came, went or moved. */
function useSameTree(found: readonly OutlineRow[]): Node[] {
  const [kept, setKept] = useState(() => ({ found, tree: treeOf(found) }))
  if (kept.found === found) return kept.tree
  const tree = treeOf(found)
  const next = { found, tree: shapeOf(tree) === shapeOf(kept.tree) ? kept.tree : tree }
  setKept(next)
  return next.tree
}

function treeOf(rows: readonly OutlineRow[]): Node[] {
  return rows.map((row) => ({ ...row, title: null, children: treeOf(row.children) }))
}

function shapeOf(tree: readonly Node[]): string {
  return JSON.stringify(tree, ['key', 'movable', 'children'] satisfies (keyof Node)[])
}

/** What each row says: a heading that is typed in draws its own row again and no other. */
function useFaces(found: readonly OutlineRow[]): Keyed<OutlineRow> {
  const [faces] = useState(() => filled(createKeyed<OutlineRow>(), found))
  useLayoutEffect(() => void filled(faces, found), [faces, found])
  return faces
}

function filled(faces: Keyed<OutlineRow>, found: readonly OutlineRow[]): Keyed<OutlineRow> {
  const all = allRows(found).map((row): [Id, OutlineRow] => {
    const old = faces.get(row.key)
    return [row.key, old?.label === row.label && old.text === row.text && old.unfilled === row.unfilled ? old : row]
  })
  faces.replace(new Map(all))
  return faces
}

interface RowTextProps {
  readonly id: Id
  readonly faces: Keyed<OutlineRow>
  readonly draggable: boolean
}

function RowText({ id, faces, draggable }: RowTextProps) {
  const row = useKeyed(faces, id)
  if (!row) return null
  return (
    <span className="outline-row" title={row.label + row.text} draggable={draggable} data-row={id}>
      <span className={row.numbered ? 'no' : 'part'}>{row.label}</span>
      <span className="ell">{row.text}</span>
      {row.unfilled && <i className="dot" role="img" aria-label="有未填处" />}
    </span>
  )
}

function allRows<T extends { readonly children: readonly T[] }>(rows: readonly T[]): readonly T[] {
  return rows.flatMap((row) => [row, ...allRows(row.children)])
}

/** Rows at `depth` and below. */
function rowsFrom(rows: readonly Node[], depth: number): readonly Node[] {
  if (depth <= 0) return allRows(rows)
  return rows.flatMap((row) => rowsFrom(row.children, depth - 1))
}
