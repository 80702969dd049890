/** The first rows of a table that is about to be inserted, and the lines around it. */
import type { Paragraph } from '../../../../shared/document/types.ts'
import { textOf } from '../../../../shared/document/text.ts'
import type { SheetTable } from '../../../../shared/recognise/sheet-table.ts'

const MOST_ROWS = 10
const MOST_NOTES = 4

export function TablePreview({ content: { before, table, after } }: { readonly content: SheetTable }) {
  const rows = table.children.slice(0, MOST_ROWS)
  const more = table.children.length - rows.length
  return (
    <>
      <Lines paragraphs={before} />
      {table.unit !== undefined && <p className="preview-unit">{table.unit}</p>}
      <table className="preview">
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id} className={at < table.headerRows ? 'is-head' : ''}>
              {row.children.map(({ id, colSpan, rowSpan = 1, align, children }) => (
                <td key={id} colSpan={colSpan} rowSpan={Math.min(rowSpan, rows.length - at)} className={align ? `is-${align}` : ''}>
                  {children.map((paragraph) => textOf(paragraph.children)).join('\n')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="note">{`下面还有 ${more} 行`}</p>}
      <Lines paragraphs={after.slice(0, MOST_NOTES)} />
    </>
  )
}

function Lines({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) {
  return paragraphs.map(({ id, children }) => (
    <p className="preview-line" key={id}>
      {textOf(children)}
    </p>
  ))
}
