/** 大纲: what the document is made of; a click puts the caret there. */
import { Tree } from 'antd'
import { useMemo, useState, type Key } from 'react'
import type { EditorSession } from '../../editor/session.ts'
import { outlineRows, type OutlineRow } from './outline-rows.ts'
import { useSessionValue, useSettledDocument } from './use-session.ts'

interface Node extends OutlineRow {
  readonly children: Node[]
}

export function Outline({ session }: { readonly session: EditorSession }) {
  const document = useSettledDocument(session)
  const rows = useMemo(() => outlineRows(document) as Node[], [document])
  const all = useMemo(() => allRows(rows), [rows])
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set())
  const at = useSessionValue(session, (now) => now.caret().blockId ?? now.caret().partId)
  const expanded = all.filter((row) => !folded.has(row.key)).map((row) => row.key)
  const foldFrom = (depth: number): void => setFolded(new Set(rowsFrom(rows, depth).map((row) => row.key)))

  return (
    <>
      <div className="side-scroll">
        <Tree
          blockNode
          virtual={false}
          className="outline"
          aria-label="大纲"
          treeData={rows}
          fieldNames={{ key: 'key', title: 'text', children: 'children' }}
          selectedKeys={at ? [at] : []}
          expandedKeys={expanded}
          onExpand={(keys) => setFolded(new Set(all.filter((row) => !keys.includes(row.key)).map((row) => row.key)))}
          onSelect={(_, { node }) => session.focus(node.where)}
          titleRender={(row) => <RowText row={row} />}
        />
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

function RowText({ row }: { readonly row: OutlineRow }) {
  return (
    <span className="outline-row" title={row.label + row.text}>
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
