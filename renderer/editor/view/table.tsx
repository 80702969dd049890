/** A table with its unit line. Header rows are marked by the style sheet from `data-header`. */
import type { RenderElementProps } from 'slate-react'
import { isCoveredRow } from '../sheet/value.ts'
import { longColumns } from '../table/long-columns.ts'

export function Table({ attributes, children, element }: RenderElementProps) {
  if (element.look === 'roster') {
    return (
      <div {...attributes} className="table-block is-roster">
        <table aria-label="名单">
          <tbody>{children}</tbody>
        </table>
      </div>
    )
  }
  return (
    <div {...attributes} className="table-block">
      {(element.caption ?? element.unit) !== undefined && (
        <div className="table-head" contentEditable={false}>
          <span>{element.caption}</span>
          <span className="unit">{element.unit}</span>
        </div>
      )}
      <table data-header={element.headerRows} data-left={longColumns(element).join(' ')}>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** A row that is all covered by spans from above still needs its line in the grid. */
export function Row({ attributes, children, element }: RenderElementProps) {
  return <tr {...attributes}>{isCoveredRow(element) ? <td hidden>{children}</td> : children}</tr>
}

export function Cell({ attributes, children, element }: RenderElementProps) {
  return (
    <td {...attributes} colSpan={element.colSpan} rowSpan={element.rowSpan} className={element.align ? `is-${element.align}` : undefined}>
      {children}
    </td>
  )
}
