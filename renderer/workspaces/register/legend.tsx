/** What the colours of the strip mean and how many there are of each; pressed, the table shows those alone. */
import type { NumberSheet } from '../../../shared/api/register-types.ts'
import { countLooks, LOOK_NAMES, type Look } from './look.ts'

export interface LegendProps {
  readonly sheet: NumberSheet
  readonly looks: ReadonlySet<Look>
  readonly setLooks: (looks: ReadonlySet<Look>) => void
}

export function Legend({ sheet, looks, setLooks }: LegendProps) {
  const toggle = (look: Look): void => {
    const next = new Set(looks)
    if (!next.delete(look)) next.add(look)
    setLooks(next)
  }
  return (
    <div className="legend" role="group" aria-label="只看哪些号">
      {countLooks(sheet.rows).map(({ look, count }) => (
        <button type="button" key={look} className={looks.has(look) ? 'is-on' : ''} aria-pressed={looks.has(look)} onClick={() => toggle(look)}>
          <i className={`number-cell is-${look}`} aria-hidden />
          {LOOK_NAMES[look]} {count}
        </button>
      ))}
      {looks.size > 0 && (
        <button type="button" className="link" onClick={() => setLooks(new Set())}>
          看全部
        </button>
      )}
    </div>
  )
}
