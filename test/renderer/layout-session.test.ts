/** Pages follow the typing: never in the key's own task, and never far behind. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createSession } from '../../renderer/editor/create-session.ts'
import { createLayoutSession, LONGEST, QUIET, type LayoutInput } from '../../renderer/workspaces/draft/pages/layout-session.ts'
import { partText } from '../../shared/document/text.ts'
import { FALLBACK_METRICS } from '../../shared/layout/metrics.ts'
import { parseOfficialRules } from '../../shared/layout/official.ts'
import { wordsOf } from '../../shared/layout/places.ts'
import { template } from '../docx/template.ts'
import { notice } from '../editor/documents.ts'
import { turn } from '../editor/hand.ts'

const official = parseOfficialRules(JSON.parse(readFileSync(new URL('../../templates/official/gbt-9704-2012.json', import.meta.url), 'utf8')))
const INPUT: LayoutInput = { layout: 'gazette', setting: { official, gazette: template, head: { gazetteName: '河湾县人民政府公报', issue: '', section: '' } }, fonts: { metrics: FALLBACK_METRICS, slots: [] } }

/** Time that only moves when told to; laying out takes none. */
function handClock() {
  let now = 0
  let due: { readonly at: number; readonly run: () => void } | null = null
  return {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const mine = { at: now + milliseconds, run }
      due = mine
      return () => {
        if (due === mine) due = null
      }
    },
    pass(milliseconds: number) {
      now += milliseconds
      if (!due || due.at > now) return
      const { run } = due
      due = null
      run()
    },
    isWaiting: () => due !== null,
  }
}

function opened(layout: LayoutInput['layout'] = 'gazette') {
  const clock = handClock()
  const session = createSession(notice(), { readOnly: false })
  const pages = createLayoutSession(session, { ...INPUT, layout }, clock)
  const title = (): string | undefined => pages.state()?.pages[0]?.marks.flatMap((mark) => (mark.kind === 'line' && mark.role === 'title' ? [wordsOf(mark)] : [])).join('')
  const type = async (text: string): Promise<void> => {
    session.setLine('title', partText(session.document(), 'title') + text)
    await turn()
  }
  return { clock, session, pages, title, type }
}

it('lays out when it is quiet, and nothing while nothing has changed', async () => {
  const { clock, session, pages, title, type } = opened()
  expect(pages.state()).toBeNull()
  clock.pass(QUIET)
  const first = pages.state()
  expect(first?.document).toBe(session.document())
  expect(clock.isWaiting()).toBe(false)
  await type('甲')
  expect(pages.state()).toBe(first)
  clock.pass(QUIET - 1)
  await type('乙')
  clock.pass(QUIET - 1)
  expect(pages.state()).toBe(first)
  clock.pass(1)
  expect(title()).toContain('甲乙')
  session.focus('body')
  await turn()
  expect(clock.isWaiting()).toBe(false)
})

it('does not wait for whoever types without a pause', async () => {
  const { clock, title, type } = opened()
  clock.pass(QUIET)
  for (let passed = 0; passed < LONGEST; passed += QUIET / 2) {
    await type('防')
    clock.pass(QUIET / 2)
  }
  expect(title()).toContain('防')
})

it('catches up at once, tells of it once, and is still after its end', async () => {
  const { clock, session, pages, title, type } = opened('official')
  let told = 0
  pages.subscribe(() => (told += 1))
  await type('甲')
  expect(pages.catchUp()).toBe(pages.state())
  expect(title()).toContain('甲')
  expect(pages.catchUp().document).toBe(session.document())
  expect(told).toBe(1)
  expect(clock.isWaiting()).toBe(false)
  await type('乙')
  pages.stop()
  clock.pass(LONGEST * 10)
  await type('丙')
  clock.pass(LONGEST * 10)
  expect(told).toBe(1)
})
