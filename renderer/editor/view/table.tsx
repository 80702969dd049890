/** A table with the lines above it. Header rows and the total are marked by the style sheet from `data-header` and `data-total`. */
import type { MouseEvent } from 'react'
import type { RenderElementProps } from 'slate-react'
import { setColumnWidths } from '../acts/tables.ts'
import { useKeyed } from '../derived/keyed.ts'
import type { SheetElement } from '../sheet/types.ts'
import { isCoveredRow } from '../sheet/value.ts'
import { asOneStep } from '../sheet/with-undo.ts'
import { gridOf } from '../table/grid.ts'
import { longColumns } from '../table/long-columns.ts'
import { borderAt, useColumnDrag } from './column-drag.ts'
import { useSheet } from './sheet-context.ts'
import { TableHead } from './table-head.tsx'

export function Table(props: RenderElementProps) {
  const { derived } = useSheet()
  const isChosen = useKeyed(derived.chosen, props.element.id) === true
  const classes = ['table-block', ...(props.element.look === 'roster' ? ['is-roster'] : []), ...(isChosen ? ['has-chosen'] : [])]
  return (
    <div {...props.attributes} className={classes.join(' ')}>
      {props.element.look === 'roster' ? (
        <table aria-label="名单" data-header={0}>
          <tbody>{props.children}</tbody>
        </table>
      ) : (
        <>
          <TableHead table={props.element} />
          <Ruled {...props} />
        </>
      )}
    </div>
  )
}

function Ruled({ children, element }: Pick<RenderElementProps, 'children' | 'element'>) {
  const { editor, readOnly } = useSheet()
  const drag = useColumnDrag(editor, element)
  const fitColumns = (event: MouseEvent): void => {
    if (borderAt(editor, element, event) === null) return
    event.preventDefault()
    if (element.widths) asOneStep(editor, () => setColumnWidths(editor, element.id, null))
  }
  const widths = drag.widths ?? widthsOf(element)
  return (
    <table
      className={widths ? 'has-widths' : undefined}
      data-header={element.headerRows}
      data-total={element.totalRow ? '' : undefined}
      data-left={longColumns(element).join(' ')}
      {...(readOnly ? {} : { onMouseMove: drag.onMouseMove, onMouseDown: drag.onMouseDown, onDoubleClick: fitColumns })}
    >
      {widths && <Columns widths={widths} />}
      <tbody>{children}</tbody>
    </table>
  )
}

/** Widths that belong to the columns as they are. */
function widthsOf(table: SheetElement): readonly number[] | undefined {
  return table.widths?.length === gridOf(table).columns ? table.widths : undefined
}

function Columns({ widths }: { readonly widths: readonly number[] }) {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return (
    <colgroup contentEditable={false}>
      {widths.map((width, at) => (
        <col key={at} style={{ width: `${(width / all) * 100}%` }} />
      ))}
    </colgroup>
  )
}

/** A row that is all covered by spans from above still needs its line in the grid. */
export function Row({ attributes, children, element }: RenderElementProps) {
  return <tr {...attributes}>{isCoveredRow(element) ? <td hidden>{children}</td> : children}</tr>
}

export function Cell({ attributes, children, element }: RenderElementProps) {
  const { derived } = useSheet()
  const isChosen = useKeyed(derived.chosen, element.id) === true
  const classes = [...(element.align ? [`is-${element.align}`] : []), ...(isChosen ? ['is-chosen'] : [])]
  return (
    <td {...attributes} colSpan={element.colSpan} rowSpan={element.rowSpan} className={classes.length > 0 ? classes.join(' ') : undefined}>
      {children}
    </td>
  )
}
