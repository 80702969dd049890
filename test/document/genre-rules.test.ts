import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAttachment, makeBody, makeDocument, makeLine, makeParagraph, makePrinted } from '../../shared/document/build.ts'
import { genreFaults, genreRule, organsOf, type RuledParts } from '../../shared/document/genre-rules.ts'
import { missingParts } from '../../shared/document/missing.ts'
import { GENRES, type Document, type Genre, type Part } from '../../shared/document/types.ts'

const ORGANS = ['市人民政府', '青石镇人民政府', '柳溪乡人民政府', '县财政局', '县水利局']
const organs = fc.uniqueArray(fc.constantFrom(...ORGANS), { minLength: 1 })
const marks = fc.constantFrom('、', '，', ',', '； ', '\n')

/** A document of the kind that lacks nothing else; absent parts are left out. */
function document(genre: Genre, { recipients, note, title = `关于防汛的${genre}`, more = [] }: { recipients?: string; note?: string; title?: string; more?: Part[] }): Document {
  return makeDocument({ issuers: ['河湾县人民政府'], genre, documentNumber: null }, [
    makeLine('title', title),
    ...(recipients === undefined ? [] : [makeLine('recipients', recipients)]),
    makeBody([makeParagraph('各乡镇要落实责任。')]),
    makeLine('signatureOrgan', '河湾县人民政府'),
    makeLine('signatureDate', '2024年5月8日'),
    ...(note === undefined ? [] : [makeLine('note', note)]),
    ...more,
  ])
}
const faultsOf = (made: Document): readonly string[] => missingParts(made).map((one) => one.kind)

describe('what a kind needs and forbids', () => {
  it.each<[genre: Genre, recipients: string | undefined, note: string | undefined, faults: string[]]>([
    ['通告', undefined, undefined, []],
    ['通告', '', undefined, []],
    ['通告', '各乡镇人民政府', undefined, ['noRecipients']],
    ['公告', '各乡镇人民政府', undefined, ['noRecipients']],
    ['请示', '市人民政府', '联系人：林禾，联系电话：6620018', []],
    ['请示', '市人民政府', '此件公开发布', ['contact']],
    ['请示', '市人民政府、市财政局', '联系人：林禾', ['oneRecipient']],
    ['请示', undefined, undefined, ['recipients', 'contact']],
    ['函', ' ', undefined, ['recipients']],
    ['函', '市水利局、市财政局', undefined, []],
    ['批复', undefined, undefined, ['recipients']],
    ['通知', undefined, undefined, []],
    ['报告', '市人民政府', undefined, []],
  ])('%s to %s', (genre, recipients, note, faults) => {
    const made = document(genre, { ...(recipients === undefined ? {} : { recipients }), ...(note === undefined ? {} : { note }) })
    expect(faultsOf(made)).toEqual(faults)
    for (const { text } of missingParts(made)) expect(text).toMatch(/主送机关|只主送一个机关|附注/)
  })

  it('a notice that only carries another text is nothing without it', () => {
    for (const title of ['关于印发《河湾县防汛预案》的通知', '印发防汛预案的通知', '转发市水利局关于防汛的通知', '关\n于印发防汛预案的通知']) {
      expect(faultsOf(document('通知', { title }))).toEqual(['enclosure'])
      expect(faultsOf(document('通知', { title, more: [makePrinted('防汛预案', [makeParagraph('一段')])] }))).toEqual([])
      expect(faultsOf(document('通知', { title, more: [makeAttachment('防汛预案', [makeParagraph('一段')])] }))).toEqual([])
    }
    expect(faultsOf(document('通知', { title: '关于做好印发工作的通知' }))).toEqual([])
  })

  it('recipients are counted as they are parted, whatever the marks', () => {
    fc.assert(fc.property(organs, marks, fc.boolean(), (list, mark, colon) => {
      const recipients = list.join(mark) + (colon ? '：' : '')
      expect(organsOf(recipients)).toEqual(list)
      const parts: RuledParts = { genre: '请示', title: '', recipients, note: '联系人：林禾', encloses: false }
      expect(genreFaults(parts).map((fault) => fault.kind)).toEqual(list.length === 1 ? [] : ['oneRecipient'])
    }))
  })

  it('a document that follows its rule has no fault, of every kind; one without a kind is asked nothing', () => {
    for (const genre of GENRES) {
      const { recipients, contact } = genreRule(genre)
      const fitting = { genre, title: '', recipients: recipients === 'none' ? '' : '市人民政府', note: contact ? '联系人：林禾' : '', encloses: false }
      expect(genreFaults(fitting)).toEqual([])
    }
    expect(genreFaults({ genre: null, title: '关于防汛', recipients: '', note: '', encloses: false })).toEqual([])
  })
})
