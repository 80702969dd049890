/** One line of text: a paragraph, a heading with its derived number, a title, a part of one line. */
import type { RenderElementProps } from 'slate-react'
import { useKeyed } from '../derived/keyed.ts'
import { isBlank, type ElementType, type SheetElement } from '../sheet/types.ts'
import { runInLength } from './run-in.ts'
import { useSheet } from './sheet-context.ts'

/** What an empty line asks for. */
const HINTS: Partial<Record<ElementType, string>> = {
  title: '关于……的通知',
  recipients: '主送机关',
  signatureOrgan: '署名',
  signatureDate: '成文日期',
  note: '附注',
  innerTitle: '标题',
  paragraph: '在这里写正文',
}

const RANKS: Partial<Record<ElementType, number>> = { title: 1, innerTitle: 2, chapter: 2, heading: 3 }

/**
 * Numbers are drawn by the style sheet from `data-number`: what is no text cannot be typed into, selected or copied, and
 * does not stand in the caret's way.
 */
export function Line({ attributes, children, element }: RenderElementProps) {
  const { derived, readOnly } = useSheet()
  const number = useKeyed(derived.numbers, element.id)
  const isCurrent = useKeyed(derived.current, element.id) === true
  const inset = useKeyed(derived.insets, element.id)
  const rank = RANKS[element.type]
  return (
    <div
      {...attributes}
      className={classOf(element, isCurrent)}
      data-number={number}
      style={inset === undefined ? undefined : { paddingRight: `calc(var(--margin) + ${inset}em)` }}
      data-hint={!readOnly && isBlank(element) ? HINTS[element.type] : undefined}
      {...(rank ? { role: 'heading', 'aria-level': rank + (element.level ?? 1) - 1 } : {})}
    >
      {element.type === 'title' && <Issuers element={element} />}
      {children}
      {element.type === 'title' && element.header?.documentNumber && (
        <div className="document-number" contentEditable={false}>
          {element.header.documentNumber}
        </div>
      )}
    </div>
  )
}

function classOf(element: SheetElement, isCurrent: boolean): string {
  const classes = ['line', `is-${element.type}`]
  if (element.level) classes.push(`is-level-${element.level}`)
  if (element.role) classes.push(`is-role-${element.role}`)
  const headed = runInLength(element)
  if (headed !== null) classes.push(headed === 0 ? 'is-sentence' : 'is-run-in')
  if (isBlank(element)) classes.push('is-blank')
  if (isCurrent) classes.push('is-current')
  return classes.join(' ')
}

/** 发文机关 above the title: fields of the form, drawn here and not typed here. */
function Issuers({ element }: { readonly element: SheetElement }) {
  const { readOnly } = useSheet()
  const issuers = element.header?.issuers ?? []
  if (issuers.length === 0 && readOnly) return null
  return (
    <div className="issuers" contentEditable={false}>
      {issuers.length === 0 ? <span className="issuers-hint">发文机关（在“要素”里填写）</span> : issuers.map((issuer) => <div key={issuer}>{issuer}</div>)}
    </div>
  )
}
