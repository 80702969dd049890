import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeArticle, makeBody, makeDocument, makeHeading, makeItem, makeLine, makeParagraph, makePlace, reidentify } from '../../shared/document/build.ts'
import { formatDate, parseDate } from '../../shared/document/date.ts'
import { genreOf, titleKind } from '../../shared/document/kind.ts'
import { characterCount, missingParts } from '../../shared/document/missing.ts'
import { canonicalText } from '../../shared/document/projection.ts'
import { attachmentsOf, blocksOf, findPart, isPlace, leaf, partText, placesOf, runIn, textOf } from '../../shared/document/text.ts'
import type { Block, Document, Inline } from '../../shared/document/types.ts'
import { documents } from './arbitrary.ts'

const by = { id: '0190a000-0000-7000-8000-000000000000', author: '林禾', date: '2024-03-01' }

describe('text of a line', () => {
  it('deleted text and unfilled places count for nothing, inserted text is text', () => {
    const line: Inline[] = [leaf('关于'), { text: '做好', del: by }, { text: '加强', ins: by }, makePlace('事项'), leaf('的通知')]
    expect(textOf(line)).toBe('关于加强的通知')
    expect(line.filter(isPlace).map(({ hint }) => hint)).toEqual(['事项'])
  })

  it('a run-in heading ends at its first 。 and loses nothing', () => {
    expect(runIn('加强领导。各部门要落实。')).toEqual(['加强领导。', '各部门要落实。'])
    expect(runIn('加强领导。')).toEqual(['加强领导。', ''])
    expect(runIn('加强领导')).toEqual(['加强领导', ''])
    expect(runIn('攀折树枝、剥损树皮；')).toEqual(['', '攀折树枝、剥损树皮；'])
    expect(runIn('变更管护人，应当登记。')).toEqual(['', '变更管护人，应当登记。'])
    expect(runIn('收购、运输、销售来源不明的河砂和砾石。')).toEqual(['', '收购、运输、销售来源不明的河砂和砾石。'])
    fc.assert(fc.property(fc.array(fc.constantFrom('要', '。', '，')).map((chars) => chars.join('')), (text) => {
      expect(runIn(text).join('')).toBe(text)
    }))
  })

  it('parts are found by type, their blocks and places in reading order', () => {
    fc.assert(fc.property(documents, (document) => {
      expect(findPart(document, 'title')).toBe(document.parts[0])
      expect(attachmentsOf(document)).toEqual(document.parts.filter(({ type }) => type === 'attachment'))
      expect(partText(document, 'note')).toBe(textOf(findPart(document, 'note')?.children ?? []))
      const hints = [...JSON.stringify(document).matchAll(/"hint":"([^"]*)"/g)].map((match) => match[1])
      expect(placesOf(document).map(({ hint }) => hint)).toEqual(hints)
      const blocks = document.parts.flatMap(blocksOf)
      expect(blocks.every(({ type }) => type !== ('innerTitle' as never))).toBe(true)
    }))
  })
})

describe('dates', () => {
  it('every calendar day is read and written without leading zeros', () => {
    fc.assert(fc.property(fc.date({ min: new Date(Date.UTC(1000, 0, 1)), max: new Date(Date.UTC(9999, 11, 31)), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const printed = formatDate(iso)
      expect(printed).toMatch(/^\d{4}年[1-9]\d?月[1-9]\d?日$/)
      expect(parseDate(printed)).toBe(iso)
    }))
  })

  it.each(['２０２４年５月８日', '二〇二四年五月八日', '二○二四年五月八日', '二零二四年五月八日', '2024 年 5 月 8 日'])('one written in another way is the same day: %s', (text) => {
    expect(parseDate(text)).toBe('2024-05-08')
  })

  it.each(['2024年2月30日', '2023年2月29日', '2024年13月1日', '2024年5月', '2024年 月 日', '二〇二四年五月', '二〇二四年二月三十日', ''])('what is no complete date stays as printed: %s', (text) => {
    expect(parseDate(text)).toEqual({ printed: text })
    expect(formatDate({ printed: text })).toBe(text)
  })

  it('spaces do not matter, a leap day does', () => {
    expect(parseDate('2024 年 2 月　29 日')).toBe('2024-02-29')
  })
})

describe('kinds', () => {
  it.each([
    ['关于做好防汛工作的通知', '通知', '通知'],
    ['关于推进海绵城市建设的实施意见', '实施意见', '意见'],
    ['关于印发特殊教育发展实施方案', '实施方案', null],
    ['关于印发园林绿化管理办法（试行）', '管理办法', null],
    ['河湾县政府工作报告', '工作报告', '报告'],
    ['关于划拨用地的复函', '复函', '函'],
    ['第3号令', '令', '命令'],
    ['令第3号', '令', '命令'],
    ['通告', '通告', '通告'],
    ['关于防汛工作', null, null],
    ['', null, null],
  ])('%s', (title, kind, genre) => {
    expect(titleKind(title)).toBe(kind)
    expect(genreOf(kind)).toBe(genre)
  })
})

const READY: Document = makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [
  makeLine('title', '关于防汛工作的通知'),
  makeBody([makeParagraph('各乡镇要落实责任。')]),
  makeLine('signatureOrgan', '河湾县人民政府'),
  makeLine('signatureDate', '2024年5月8日'),
])
/** The ready document with one part's text replaced. */
const having = (type: 'title' | 'signatureOrgan' | 'signatureDate', content: string | Inline[]): Document => ({
  ...READY,
  parts: READY.parts.map((part) => (part.type === type ? makeLine(type, content) : part)),
})

const withBody = (blocks: readonly Block[]): Document => ({ ...READY, parts: READY.parts.map((part) => (part.type === 'body' ? makeBody(blocks) : part)) })

describe('what is missing before signing', () => {
  it('is nothing in a complete document', () => {
    expect(missingParts(READY)).toEqual([])
  })

  it('a heading, article or item without words would print its number alone', () => {
    const kinds = (document: Document) => missingParts(document).map(({ kind }) => kind)
    for (const block of [makeHeading(2, ''), makeArticle(' '), makeItem('dash', '')]) expect(kinds(withBody([makeParagraph('有关事项如下。'), block]))).toEqual(['emptyHeading'])
    expect(kinds(withBody([makeParagraph('有关事项如下。'), makeHeading(2, [leaf(''), makePlace('任务'), leaf('')])]))).toEqual(['places'])
    expect(kinds(withBody([makeHeading(2, '落实责任')]))).toEqual([])
  })

  it.each<[string, Document]>([
    ['issuers', { ...READY, header: { ...READY.header, issuers: [' '] } }],
    ['title', having('title', '')],
    ['title', having('title', [{ text: '关于防汛的通知', del: by }])],
    ['signatureOrgan', having('signatureOrgan', ' ')],
    ['signatureDate', having('signatureDate', '2024年 月 日')],
    ['body', { ...READY, parts: READY.parts.map((part) => (part.type === 'body' ? makeBody([makeParagraph(' ')]) : part)) }],
    ['places', { ...READY, parts: READY.parts.map((part) => (part.type === 'body' ? makeBody([makeParagraph([leaf('请'), makePlace('谁'), leaf('办理。')])]) : part)) }],
  ])('%s', (kind, document) => {
    expect(missingParts(document).map((missing) => missing.kind)).toEqual([kind])
    expect(missingParts(document)[0]?.text).toMatch(/\p{Script=Han}/u)
  })

  it('characters are counted as printed, spaces not', () => {
    expect(characterCount(having('title', '关于 防汛 的通知'))).toBe('关于防汛的通知各乡镇要落实责任。河湾县人民政府2024年5月8日'.length)
    expect(characterCount(having('title', [{ text: '废', del: by }, leaf('𠮷')]))).toBe(1 + '各乡镇要落实责任。河湾县人民政府2024年5月8日'.length)
  })
})

describe('the canonical text', () => {
  it('does not know ids, number or format version', () => {
    fc.assert(fc.property(documents, (document) => {
      const other = { ...reidentify(document), header: { ...document.header, documentNumber: '河政发〔2025〕1号' }, version: 9 as never }
      expect(canonicalText(other)).toBe(canonicalText(document))
    }))
  })

  it('differs where a reader would read something else', () => {
    fc.assert(fc.property(documents, documents, (a, b) => {
      const read = (document: Document): string =>
        JSON.stringify(document.parts.map((part) => [part.type, 'children' in part && blocksOf(part).length === 0 && part.type !== 'body' && part.type !== 'printed' && part.type !== 'attachment' ? textOf(part.children) : blocksOf(part).map((block) => [block.type, block.type === 'table' ? block.children.length : textOf(block.children)])]))
      fc.pre(read(a) !== read(b))
      expect(canonicalText(a)).not.toBe(canonicalText(b))
    }))
  })

  it('marks that it uses itself are escaped: a line break is not the letters that write one', () => {
    const texts = ['防汛\n通知', '防汛\\n通知', '防汛\t通知', '防汛\\t通知', '防汛\\\n通知', '防汛\\\\n通知']
    expect(new Set(texts.map((text) => canonicalText(having('title', text)))).size).toBe(texts.length)
  })

  it('of a stored document stays what it was: the fingerprint stands on it', () => {
    expect(canonicalText(READY)).toBe(
      ['gongbao-text-1', 'issuers\t河湾县人民政府', 'genre\t通知', 'title\t关于防汛工作的通知', 'body', 'paragraph\t\t各乡镇要落实责任。', 'signatureOrgan\t河湾县人民政府', 'signatureDate\t2024年5月8日'].join('\n'),
    )
  })
})
