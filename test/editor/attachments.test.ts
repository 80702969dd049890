/** Attachments that come ready made, as those of templates do. */
import { describe, expect, it } from 'vitest'
import { makeAttachment, makeCell, makeParagraph, makePlace, makeRow, makeTable } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { attachmentsOf } from '../../shared/document/text.ts'
import { notice } from './documents.ts'
import { openHand, turn } from './hand.ts'

describe('the session', () => {
  it('adds an attachment that comes with its blocks, the caret at its first place; undo takes it away as one step', async () => {
    const document = notice()
    const hand = openHand(document)
    const table = makeTable([makeRow([makeCell('序号'), makeCell('任务')]), makeRow([makeCell('1'), makeCell('')])])
    const part = makeAttachment('任务分解表', [makeParagraph([{ text: '由' }, makePlace('单位'), { text: '负责。' }]), table])
    hand.session.addAttachment(part)
    await turn()
    expect(attachmentsOf(hand.session.document()).at(-1)).toEqual(part)
    parseDocument(JSON.parse(JSON.stringify(hand.session.document())))
    await hand.type('县水利局')
    expect(hand.page().join('\n')).toContain('由县水利局|负责。')
    hand.session.undo()
    hand.session.undo()
    expect(hand.session.document()).toBe(document)
  })

  it('an attachment without places has the caret in its title', async () => {
    const hand = openHand(notice())
    const part = makeAttachment('名单', [makeParagraph('林禾')])
    hand.session.addAttachment(part)
    await turn()
    expect(hand.session.caret()).toMatchObject({ part: 'attachment', partId: part.id })
    expect(hand.page()).toContain('|名单')
  })
})

it('an attachment is turned and turned back; upright, nothing of it is stored', async () => {
  const hand = openHand(notice())
  const attachment = () => attachmentsOf(hand.session.document())[0]!
  hand.session.turnAttachment(attachment().id, true)
  await turn()
  expect(attachment().orientation).toBe('landscape')
  hand.session.turnAttachment(attachment().id, false)
  await turn()
  expect('orientation' in attachment()).toBe(false)
  hand.session.undo()
  expect(attachment().orientation).toBe('landscape')
})
