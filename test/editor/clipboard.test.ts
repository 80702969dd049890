/** What the clipboard gets, and what comes back from it. */
import { describe, expect, it } from 'vitest'
import { Editor, Transforms } from 'slate'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { findPart } from '../../shared/document/text.ts'
import { rowsOf } from './body.ts'
import { notice } from './documents.ts'
import { openHand, type Hand } from './hand.ts'

/** What copying writes, by format. */
function copy({ editor }: Hand): Readonly<Record<string, string>> {
  const written: Record<string, string> = {}
  const data: Pick<DataTransfer, 'setData'> = { setData: (format, text) => void (written[format] = text) }
  editor.setFragmentData(data as DataTransfer, 'copy')
  return written
}

function withoutIds(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'id' ? undefined : value)))
}

describe('copying', () => {
  it('gives plain text with the numbers of the headings', () => {
    const hand = openHand(notice())
    hand.select('|现就有关', '备足|物资')
    expect(copy(hand)['text/plain']).toBe(
      ['现就有关事项通知如下：', '一、压实防汛责任', '（一）落实包保责任。各乡镇负总责。', '（二）严格值守。须在内报告。', '二、强化应急保障', '备足'].join('\n'),
    )
  })

  it('leaves out a number whose heading is cut in front', () => {
    const hand = openHand(notice())
    hand.select('压实|防汛', '落实|包保')
    expect(copy(hand)['text/plain']).toBe('防汛责任\n（一）落实')
  })

  it('gives tables as lines with tabs and as an HTML table', () => {
    const hand = openHand(notice())
    hand.select('1|', '云岭|乡')
    const written = copy(hand)
    expect(written['text/plain']).toBe('1\t石桥镇\n2\t云岭乡')
    expect(written['text/html']).toBe('<table border="1"><tr><td>1</td><td>石桥镇</td></tr><tr><td>2</td><td>云岭乡</td></tr></table>')
  })

  it('escapes what HTML would read as markup', async () => {
    const hand = openHand(notice())
    hand.at('备足物资。|')
    await hand.type('a<b>&')
    hand.select('|备足', 'a<b>&|')
    expect(copy(hand)['text/html']).toBe('<p>备足物资。a&lt;b&gt;&amp;</p>')
  })

  it('writes nothing when nothing is selected', () => {
    const hand = openHand(notice())
    hand.at('备足|物资')
    expect(copy(hand)).toEqual({})
  })
})

describe('copying and pasting', () => {
  it('everything that was cut gives the document back, and takes its parts into another', async () => {
    const document = notice()
    const hand = openHand(document)
    Transforms.select(hand.editor, Editor.range(hand.editor, []))
    const written = copy(hand)
    await hand.press('Delete')
    expect(hand.page().join('')).toBe('|')
    await hand.paste(written['text/plain'] ?? '', written)
    expect(withoutIds(hand.session.document())).toEqual(withoutIds(document))

    const other = openHand(makeDocument({ issuers: ['河湾县林业局'], genre: '函', documentNumber: null }, [makeLine('title', ''), makeBody([makeParagraph('')])]))
    other.session.focus('body')
    await other.paste(written['text/plain'] ?? '', written)
    expect(withoutIds(other.session.document())).toEqual(withoutIds({ ...document, header: other.session.document().header }))
    expect(other.session.document().header.issuers).toEqual(['河湾县林业局'])
    other.session.undo()
    expect(other.page()).toEqual(['', '|'])
  })


  it('keeps the kinds of blocks, gives them new ids, and unfilled places stay unfilled', async () => {
    const hand = openHand(notice())
    hand.select('|压实防汛', '内报告。|')
    const written = copy(hand)
    hand.at('备足物资。|')
    await hand.press('Enter')
    await hand.paste(written['text/plain'] ?? '', written['application/x-gongbao-blocks'])
    const blocks = findPart(hand.session.document(), 'body')?.children ?? []
    expect(blocks.slice(-3)).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 2 },
      { type: 'heading', level: 2, children: [{ text: '严格值守。须在' }, { hint: '时限' }, { text: '内报告。' }] },
    ])
    expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length)
  })

  it('carries a table into running text as a table, into a table as its cells', async () => {
    const hand = openHand(notice())
    hand.select('|序号', '云岭乡|')
    const written = copy(hand)
    hand.at('备足物资。|')
    await hand.paste('', written['application/x-gongbao-blocks'])
    const last = findPart(hand.session.document(), 'body')?.children.at(-1)
    expect(last?.type === 'table' && last.children).toHaveLength(3)
    hand.session.undo()
    hand.at('石|桥镇')
    await hand.paste('', written['application/x-gongbao-blocks'])
    expect(rowsOf(hand)).toEqual([['序号', '乡镇'], ['1', '序号　乡镇'], ['2', '1　石桥镇'], ['', '2　云岭乡']])
  })

  it('within one line carries the words only', async () => {
    const hand = openHand(notice())
    hand.select('|压实', '压实|')
    const written = copy(hand)
    hand.at('备足|物资')
    await hand.paste('', written['application/x-gongbao-blocks'])
    expect(hand.page()).toContain('备足压实|物资。')
  })
})
