/** What slate-react draws elements, leaves and chunks with. All are constants, so that nothing is drawn without need. */
import type { RenderChunkProps, RenderElementProps, RenderLeafProps } from 'slate-react'
import { ImageBlock } from './image.tsx'
import { Line } from './line.tsx'
import { Part } from './part.tsx'
import { Place } from './place.tsx'
import { Reference } from './reference.tsx'
import { Cell, Row, Table } from './table.tsx'

export function renderElement(props: RenderElementProps) {
  switch (props.element.type) {
    case 'body':
    case 'printed':
    case 'attachment':
      return <Part {...props} />
    case 'table':
      return <Table {...props} />
    case 'row':
      return <Row {...props} />
    case 'cell':
      return <Cell {...props} />
    case 'image':
      return <ImageBlock {...props} />
    case 'place':
      return <Place {...props} />
    case 'reference':
      return <Reference {...props} />
    default:
      return <Line {...props} />
  }
}

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const classes = ['face', 'ins', 'del'].filter((name) => name in leaf)
  return (
    <span {...attributes} className={classes.length > 0 ? classes.join(' ') : undefined}>
      {children}
    </span>
  )
}

/** Chunks that are out of sight are neither laid out nor painted. */
export function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'chunk' : undefined}>
      {children}
    </div>
  )
}
