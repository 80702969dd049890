/** One page as it is printed: every character at its own place, in twips; the drawing is scaled as one. */
import { memo, useState } from 'react'
import type { Page, PlacedImage, PlacedLine, PlacedRule, PlacedRun } from '../../../../shared/layout/page.ts'

export interface PagePictureProps {
  readonly page: Page
}

/** The same page object is drawn once. */
export const PagePicture = memo(function PagePicture({ page }: PagePictureProps) {
  const lines = page.marks.filter((mark) => mark.kind === 'line')
  return (
    <svg className="page-picture" viewBox={`0 0 ${page.width} ${page.height}`} lang="zh-CN">
      {page.marks.map((mark, at) => mark.kind === 'image' && <PlacedPicture key={at} image={mark} />)}
      {rulePaths(page).map(({ key, d, width, red }) => (
        <path key={key} d={d} strokeWidth={width} className={red ? 'is-red' : undefined} />
      ))}
      {lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </svg>
  )
})

function Line({ line }: { readonly line: PlacedLine }) {
  const { runs, x, y, baseline, color, turned } = line
  const drawn = runs.map((run, at) => (
    <text key={at} className={`slot-${run.slot}`} x={places(run)} y={baseline} fontSize={run.size * 20}>
      {run.text.replace(/\s/g, ' ')}
    </text>
  ))
  if (!color && !turned) return drawn
  return (
    <g className={color ? 'is-red' : undefined} transform={turned ? `rotate(90 ${x} ${y})` : undefined}>
      {drawn}
    </g>
  )
}

/** Where each UTF-16 unit of a run stands: SVG counts the two halves of a rare character as two. */
function places({ text, x, advances }: PlacedRun): string {
  const all: string[] = []
  let left = x
  let at = 0
  for (const char of text) {
    const place = String(Math.round(left * 10) / 10)
    all.push(...Array.from({ length: char.length }, () => place))
    left += advances[at] ?? 0
    at += 1
  }
  return all.join(' ')
}

function PlacedPicture({ image }: { readonly image: PlacedImage }) {
  const { x, y, width, height, sha256, alt } = image
  const [isMissing, setMissing] = useState(false)
  if (isMissing) {
    return (
      <g className="missing-picture">
        <rect x={x} y={y} width={width} height={height} />
        <text x={x + width / 2} y={y + height / 2} fontSize={240}>
          图片不在资料库里
        </text>
      </g>
    )
  }
  return (
    <image href={`/blob/${sha256}`} x={x} y={y} width={width} height={height} preserveAspectRatio="none" onError={() => setMissing(true)}>
      {alt !== undefined && <title>{alt}</title>}
    </image>
  )
}

interface RulePath {
  readonly key: string
  readonly d: string
  readonly width: number
  readonly red: boolean
}

/** The rules of one width are one drawing: a large table has thousands. */
function rulePaths({ marks }: Page): readonly RulePath[] {
  const paths = new Map<string, { readonly rule: PlacedRule; d: string }>()
  for (const mark of marks) {
    if (mark.kind !== 'rule') continue
    const key = `${mark.width} ${mark.color ?? ''}`
    const d = `M${mark.x} ${mark.y}L${mark.x2} ${mark.y2}`
    const path = paths.get(key)
    if (path) path.d += d
    else paths.set(key, { rule: mark, d })
  }
  return [...paths].map(([key, { rule, d }]) => ({ key, d, width: rule.width, red: rule.color === 'red' }))
}
