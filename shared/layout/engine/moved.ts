/** Marks moved on their page. */
import type { Mark } from '../page.ts'

/** A mark elsewhere. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'line':
      return { ...mark, x: mark.x + dx, y: mark.y + dy, baseline: mark.baseline + dy, runs: mark.runs.map((run) => ({ ...run, x: run.x + dx })) }
    case 'rule':
      return { ...mark, x: mark.x + dx, x2: mark.x2 + dx, y: mark.y + dy, y2: mark.y2 + dy }
    case 'image':
      return { ...mark, x: mark.x + dx, y: mark.y + dy }
  }
}
