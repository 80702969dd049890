import { expect, it } from 'vitest'
import { makeArticle, makeAttachment, makeBody, makeCell, makeDocument, makeLine, makeParagraph, makePrinted, makeReference, makeRow, makeTable } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Block, Document, Inline } from '../../shared/document/types.ts'
import { mentionsOf } from '../../shared/numbering/mentions.ts'
import { referenceTexts } from '../../shared/numbering/references.ts'

const articles = [makeArticle('为了管理。'), makeArticle('适用全县。'), makeArticle('分级负责。')]

function written({ body = [], rules = [], attachments = 2 }: { body?: readonly Block[]; rules?: readonly Block[]; attachments?: number }): Document {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [
    makeLine('title', '关于印发《附件1管理办法》的通知'),
    makeBody(body),
    makePrinted('管理办法', [...articles, ...rules]),
    ...Array.from({ length: attachments }, () => makeAttachment('清单', [])),
  ])
}

/** The mentions of one line, each with what stands around it. */
function found(document: Document): readonly string[] {
  const texts = referenceTexts(document)
  return mentionsOf(document).map(({ target }) => texts.get(target) ?? '?')
}

const inRules = (...content: readonly (string | readonly Inline[])[]): readonly string[] => found(written({ rules: content.map((one) => makeParagraph(one)) }))

it('attachments are found anywhere in the text, by the label that they have', () => {
  const table = makeTable([makeRow([makeCell('按附件2填报')])])
  expect(found(written({ body: [makeParagraph('见附件1、附件2和附件3。'), table], rules: [makeParagraph('填写附件1')] }))).toEqual(['附件1', '附件2', '附件2', '附件1'])
  expect(found(written({ body: [makeParagraph('名单见附件。附件：1.清单；见附件：清单')], attachments: 1 }))).toEqual(['附件'])
  expect(found(written({ body: [makeParagraph('见附件1')], attachments: 1 }))).toEqual([])
})

it('articles are found bare in their own text, and as 本办法 where it is the only one', () => {
  expect(inRules('依照第二条处理，第一条除外。', '违反本办法第三条第一款、第二条规定的')).toEqual(['第二条', '第一条', '第三条', '第二条'])
  expect(found(written({ body: [makeParagraph('依照第二条、本办法第三条办理')] }))).toEqual(['第三条'])
})

it('what is another text’s is left alone', () => {
  expect(inRules('依照《行政处罚法》第二条、第三条和第一条处理')).toEqual([])
  expect(inRules('依照民法典第二条', '《行政许可法》（2019年修正）第三条', '“第二条”修改为“第三条第一款”', '《第一条附件1》', '《办法》附件2')).toEqual([])
  expect(inRules('第十条', '依照第四条')).toEqual([])
})

it('what a reference says already is no mention, nor is deleted text', () => {
  const gone = { text: '见附件1', del: { id: '0190a1b2-0000-7000-8000-000000000000', author: '李明', date: '2024-05-08' } }
  expect(inRules([leaf('见'), makeReference(articles[0]!.id, '第一条'), leaf('和附件2，'), gone])).toEqual(['附件2'])
})

it('a label that two bear names neither', () => {
  const document = makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody([makeParagraph('见附件1、附件2')]), makeAttachment('甲', [], '附件1'), makeAttachment('乙', [], '附件1：'), makeAttachment('丙', [], '附件2')])
  expect(found(document)).toEqual(['附件2'])
})

it('places are exact: what is found is what the reference says', () => {
  const document = written({ body: [makeParagraph([leaf('甲'), leaf('见附件1，附件2')])] })
  const [line] = document.parts[1]!.children as readonly { children: readonly { text: string }[] }[]
  for (const { leaf: at, start, end, target } of mentionsOf(document)) expect(line!.children[at]!.text.slice(start, end)).toBe(referenceTexts(document).get(target))
  expect(mentionsOf(document)).toHaveLength(2)
})
