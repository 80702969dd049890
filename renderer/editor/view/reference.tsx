/** A cross reference: reads as the text around it, with a dotted line below; it says where it leads, and is drawn as lost when that is gone. */
import { useState } from 'react'
import { useSelected, type RenderElementProps } from 'slate-react'
import { titleOfTarget } from '../../../shared/numbering/references.ts'
import { textOf } from '../clipboard/copied.ts'
import { useKeyed } from '../derived/keyed.ts'
import { useSheet } from './sheet-context.ts'

export function Reference({ attributes, children, element }: RenderElementProps) {
  const { derived, document } = useSheet()
  const target = element.target ?? ''
  const isLost = useKeyed(derived.references, target) === undefined
  const isSelected = useSelected({ suppressThrow: true })
  const [title, setTitle] = useState<string>()
  // Titles are read when somebody asks for one, not at each key that is typed in them.
  const ask = (): void => {
    const found = titleOfTarget(document(), target)
    setTitle(found === null ? '所引的内容已经删除' : `${found === '' ? '（没有标题）' : found}（Ctrl+单击跳到）`)
  }
  const classes = ['reference', ...(isLost ? ['is-lost'] : []), ...(isSelected ? ['is-selected'] : [])]
  return (
    <span {...attributes} contentEditable={false} className={classes.join(' ')} title={title} onPointerEnter={ask}>
      {element.children.map((leaf) => textOf(leaf)).join('')}
      {children}
    </span>
  )
}
