/** An unfilled place of a template: a dashed box with its hint; typing on it replaces it. */
import { useSelected, type RenderElementProps } from 'slate-react'

/** Longer hints may take two lines. */
const ONE_LINE = 32

export function Place({ attributes, children, element }: RenderElementProps) {
  const isSelected = useSelected({ suppressThrow: true })
  const classes = ['place', ...(isSelected ? ['is-selected'] : []), ...((element.hint ?? '').length > ONE_LINE ? ['is-long'] : [])]
  return (
    <span {...attributes} contentEditable={false} className={classes.join(' ')} title="待填：点一下，直接输入" aria-label={`待填：${element.hint ?? ''}`}>
      {element.hint}
      {children}
    </span>
  )
}
