/** An unfilled place of a template: a dashed box with its hint; typing on it replaces it. */
import { useSelected, type RenderElementProps } from 'slate-react'

export function Place({ attributes, children, element }: RenderElementProps) {
  const isSelected = useSelected({ suppressThrow: true })
  return (
    <span {...attributes} contentEditable={false} className={isSelected ? 'place is-selected' : 'place'} title="待填：点一下，直接输入" aria-label={`待填：${element.hint ?? ''}`}>
      {element.hint}
      {children}
    </span>
  )
}
