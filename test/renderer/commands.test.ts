import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS, ATTACHMENT_COMMANDS, command } from '../../renderer/commands/commands.ts'
import type { Actions, Facts } from '../../renderer/commands/command.ts'
import { commandOfKey, isKey, keysOf } from '../../renderer/commands/keys.ts'
import { COMMANDS } from '../../shared/api/commands.ts'
import { DOCUMENT_STATES } from '../../shared/workflow/states.ts'

const FACTS: Facts = { state: 'draft', original: null, missing: () => [], canUndo: () => true, canRedo: () => true, places: () => 1, printedNumbers: () => 1, canRefer: () => true, targets: () => 1, mentions: () => 1, hasPrinted: () => false, canChangeTable: () => true, isTableActOn: () => false }

function press(code: string, ...held: ('ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey')[]) {
  const event = { code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  for (const one of held) event[one] = true
  return event
}

/** Records which action was called. */
function recorder(): { actions: Actions; called: string[] } {
  const called: string[] = []
  const actions = new Proxy({} as Actions, {
    get: (_, name) => (...given: unknown[]) => called.push([String(name), ...given].join(' ')),
  })
  return { actions, called }
}

describe('the table', () => {
  it('has every id once and no key twice in a shell', () => {
    expect(new Set(COMMANDS.map((one) => one.id)).size).toBe(COMMANDS.length)
    for (const shell of ['browser', 'electron'] as const) {
      const keys = COMMANDS.flatMap((one) => keysOf(one, shell))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('gives a browser no key that it keeps for itself', () => {
    const kept = ['Ctrl+N', 'Ctrl+T', 'Ctrl+W', 'Ctrl+Shift+N', 'Ctrl+Shift+T', 'Ctrl+Shift+W']
    for (const one of COMMANDS) for (const key of keysOf(one, 'browser')) expect(kept).not.toContain(key)
  })

  it('runs a different act for each command', () => {
    const { actions, called } = recorder()
    for (const one of ALL_COMMANDS) one.run(actions)
    expect(called).toHaveLength(ALL_COMMANDS.length)
    expect(new Set(called).size).toBe(called.length)
  })
})

describe('when a command is possible', () => {
  it('nothing that needs a document without one, always with a reason', () => {
    const none: Facts = { ...FACTS, state: null }
    const possible = ALL_COMMANDS.filter((one) => one.enabled(none) === true).map((one) => one.id)
    expect(possible.sort()).toEqual(
      ['app.fonts', 'app.keys', 'app.settings', 'document.import', 'document.new', 'room.draft', 'room.library', 'room.register', 'view.commands', 'view.leftPanel', 'view.list'].sort(),
    )
    for (const one of ALL_COMMANDS) expect(one.enabled(none)).not.toBe('')
  })

  it('signing names what is missing', () => {
    const missing = [{ kind: 'title' as const, text: '标题没有填写' }]
    expect(command('document.sign').enabled(FACTS)).toBe(true)
    expect(command('document.sign').enabled({ ...FACTS, missing: () => missing })).toBe('还缺 1 项：标题没有填写')
    expect(command('document.sign').enabled({ ...FACTS, state: 'signed' })).toBe('这份文稿是“已签发”，不能签发；“拟稿”“送审中”“已核稿”的才能签发')
  })

  it('attachments come into drafts only, each of its kind', () => {
    const { actions, called } = recorder()
    for (const one of ATTACHMENT_COMMANDS) {
      expect([one.menu, one.enabled(FACTS), one.enabled({ ...FACTS, state: 'signed' })]).toEqual(['插入', true, expect.stringContaining('已签发') as string])
      one.run(actions)
    }
    expect(called[0]).toBe('addAttachment')
    expect(called.slice(1).map((act) => `attachment.${act.replace('addAttachment ', '')}`)).toEqual(ATTACHMENT_COMMANDS.slice(1).map(({ id }) => id))
  })

  it('the step after each state, and only that one', () => {
    const way = ALL_COMMANDS.filter(({ id }) => /^document\.(?:submit|withdraw|return|approve|sign|allocate|correct|printed|archive|void|discard|save)$/.test(id))
    const steps = DOCUMENT_STATES.map((state) => way.filter((one) => one.enabled({ ...FACTS, state }) === true).map(({ id }) => id.replace('document.', '')).join(' '))
    expect(steps).toEqual([
      'save discard submit sign',
      'save withdraw return approve sign',
      'return sign',
      'return allocate void',
      'correct printed void',
      'correct archive void',
      '',
      '',
      'correct archive',
    ])
    // A frozen text is read, written out and copied; nothing is done with the document meanwhile.
    for (const state of DOCUMENT_STATES) expect(way.filter((one) => one.enabled({ ...FACTS, state, frozen: true }) === true)).toEqual([])
    for (const id of ['document.copy', 'document.export', 'document.print'] as const) expect(command(id).enabled({ ...FACTS, frozen: true })).toBe(true)
  })
})

describe('keys', () => {
  it('are read by place, with exactly the held keys', () => {
    expect(isKey(press('KeyZ', 'ctrlKey', 'shiftKey'), 'Ctrl+Shift+Z')).toBe(true)
    expect(isKey(press('KeyZ', 'ctrlKey', 'shiftKey'), 'Ctrl+Z')).toBe(false)
    expect(isKey(press('Backslash', 'metaKey'), 'Ctrl+\\')).toBe(true)
    expect(isKey(press('F1'), 'F1')).toBe(true)
    expect(isKey(press('Digit1', 'ctrlKey', 'altKey'), 'Ctrl+Alt+1')).toBe(true)
    expect(isKey(press('Digit1', 'ctrlKey'), 'Ctrl+Alt+1')).toBe(false)
  })

  it('find their command in each shell', () => {
    expect(commandOfKey(ALL_COMMANDS, press('KeyN', 'altKey'), 'browser')?.id).toBe('document.new')
    expect(commandOfKey(ALL_COMMANDS, press('KeyN', 'ctrlKey'), 'browser')).toBeUndefined()
    expect(commandOfKey(ALL_COMMANDS, press('KeyN', 'ctrlKey'), 'electron')?.id).toBe('document.new')
    expect(commandOfKey(ALL_COMMANDS, press('KeyY', 'ctrlKey'), 'browser')?.id).toBe('edit.redo')
  })
})
