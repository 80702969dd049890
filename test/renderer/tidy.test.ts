import { describe, expect, it } from 'vitest'
import { createSession } from '../../renderer/editor/create-session.ts'
import { tidyDate } from '../../renderer/workspaces/draft/date-entry.ts'
import { tidyLines } from '../../renderer/workspaces/draft/tidy.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { partText } from '../../shared/document/text.ts'

describe('a date', () => {
  it.each(['2024-5-8', '2024.05.08', '2024/5/8', '20240508', '２０２４年５月８日', '2024年5月8号', '2024 年 5 月 8 日', '二〇二四年五月八日', '二○二四年五月八日', '二零二四年五月八号'])('%s is written in its one form', (typed) => {
    expect(tidyDate(typed)).toBe('2024年5月8日')
  })

  it('of more than one numeral', () => {
    expect(tidyDate('二〇二四年十二月三十一日')).toBe('2024年12月31日')
    expect(tidyDate('二〇二四年十月二十日')).toBe('2024年10月20日')
  })

  it.each(['2024-2-30', '24-5-8', '5月8日', '2024年5月', '二〇二四年', '', '待定'])('%s stays as typed', (typed) => {
    expect(tidyDate(typed)).toBe(typed)
  })
})

it('lines lose what is printed and not written, and undo gives it back', async () => {
  const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [
    makeLine('title', '关于工作的通知：'),
    makeLine('recipients', '各乡镇人民政府：'),
    makeBody([makeParagraph('正文：')]),
    makeLine('signatureDate', '2024-5-8'),
    makeLine('note', '（此件公开发布）'),
  ])
  const session = createSession(document, { readOnly: false })
  tidyLines(session, 'note')
  await Promise.resolve()
  expect([partText(session.document(), 'note'), partText(session.document(), 'recipients')]).toEqual(['此件公开发布', '各乡镇人民政府：'])
  tidyLines(session)
  await Promise.resolve()
  expect((['title', 'recipients', 'signatureDate'] as const).map((part) => partText(session.document(), part))).toEqual(['关于工作的通知：', '各乡镇人民政府', '2024年5月8日'])
  while (session.canUndo()) session.undo()
  expect(session.document()).toBe(document)
})
