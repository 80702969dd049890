/** Laws of pasting: no character is lost, invented or out of order; undo leads back; nothing on the clipboard can break the sheet. */
import fc from 'fast-check'
import { Editor, Node, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../renderer/editor/clipboard/html/source.ts'
import { blocksOfItems, readHtml } from '../../renderer/editor/clipboard/read-html.ts'
import { createDocumentReader, storedTable } from '../../renderer/editor/sheet/value.ts'
import { makeBody, makeDocument, makeLine, makeParagraph } from '../../shared/document/build.ts'
import { parseDocument } from '../../shared/document/parse.ts'
import { findPart, imagesOf } from '../../shared/document/text.ts'
import type { Block, Document } from '../../shared/document/types.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { documents } from '../document/arbitrary.ts'
import { clipboardHtml, PASTES } from '../support/clipboard.ts'
import { anyDocument } from './documents.ts'
import { openHand, turn, type Hand } from './hand.ts'
import { parseTree } from './html-tree.ts'

/** What another program has in its document. */
type Piece = { readonly kind: 'line'; readonly number: string; readonly text: string } | { readonly kind: 'grid'; readonly rows: readonly (readonly string[])[]; readonly wide: boolean }

/** Signs that markup is made of among them. */
const text = fc.array(fc.constantFrom('各乡镇', '落实责任。', '，', '<', '&', '"', '>', ' ', '　', '2024年', '×', '一、', '（二）', '3.', 'A B', '𠮷', '第三条', '单位：亩', '-->', '&amp;', '——', '①', '表'), { minLength: 1, maxLength: 6 }).map((list) => list.join('')).filter((words) => bare(words) !== '')
const number = fc.constantFrom('', '', '一、', '（五）', '(3)', '12.', '第二章 ', '第十条　', '1.1 ', '●')
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('line' as const), number, text }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.array(text, { minLength: 16, maxLength: 16 }), fc.boolean())
      .map(([height, width, texts, wide]) => ({ kind: 'grid' as const, wide, rows: Array.from({ length: height }, (_, r) => texts.slice(r * width, r * width + width)) })),
  },
)
const pieces = fc.array(piece, { minLength: 1, maxLength: 8 })

function escaped(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Dialects of HTML, each with the ways of its program: numbers apart, spans around everything, line ends in the source. */
const DIALECTS: Readonly<Record<string, { readonly line: (number: string, text: string) => string; readonly cell: (text: string) => string }>> = {
  word: {
    line: (own, words) =>
      `\n<p class=MsoNormal style='text-indent:32.0pt;mso-list:l0 level1 lfo1'>${own.trim() === '' ? '' : `<![if !supportLists]><span lang=EN-US><span\nstyle='mso-list:Ignore'>${own}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>`}<span\nstyle='font-family:仿宋'>${escaped(words)}<span\nlang=EN-US><o:p></o:p></span></span></p>\n`,
    cell: (words) => `\n  <p class=MsoNormal align=center style='text-align:center'>${escaped(words)}<o:p></o:p></p>\n  `,
  },
  wps: {
    line: (own, words) => `<p class=15  style="text-indent:32.0000pt;" ><span style="mso-spacerun:'yes';" ><font face="仿宋" >${escaped(own + words)}</font></span><span style="mso-spacerun:'yes';" ><o:p></o:p></span></p>`,
    cell: (words) => `<p class=MsoNormal ><span style="mso-spacerun:'yes';" >${escaped(words)}</span></p>`,
  },
  web: { line: (own, words) => `<div><h2>${escaped(own)}<b>${escaped(words)}</b></h2></div>\n`, cell: (words) => `<div>${escaped(words)}</div>` },
}

function htmlOf(list: readonly Piece[], dialect: string): string {
  const { line, cell } = DIALECTS[dialect]!
  const body = list.map((one) => {
    if (one.kind === 'line') return line(one.number, one.text)
    const rows = one.rows.map((row, at) => {
      const cells = one.wide && at === 0 ? [`<td colspan=${row.length}>${cell(row.join(''))}</td>`] : row.map((words) => `<td>${cell(words)}</td>`)
      return `<tr>${cells.join('')}</tr>`
    })
    return `<table>${rows.join('\n')}</table>`
  })
  return `<html><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body><!--StartFragment-->${body.join('')}<!--EndFragment--></body></html>`
}

function wordsOf(list: readonly Piece[]): string {
  return bare(list.map((one) => (one.kind === 'line' ? one.number + one.text : one.rows.flat().join(''))).join(''))
}

function bare(raw: string): string {
  return raw.replace(/\s/gu, '')
}

/** A document of the blocks, for its text. */
function holding(blocks: readonly Block[]): Document {
  return makeDocument({ issuers: [], genre: null, documentNumber: null }, [makeLine('title', ''), makeBody(blocks)])
}

describe('HTML', () => {
  it.each(Object.keys(DIALECTS))('as %s writes it loses, invents and moves no character', (dialect) => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(0, 1, Infinity), (list, asText) => {
        const { items, leftOut } = readHtml(htmlOf(list, dialect), parseTree)
        const blocks = blocksOfItems(items, asText).blocks.map((block) => (block.type === 'table' ? storedTable(block) : block)) as unknown as readonly Block[]
        const document = holding(blocks)
        expect(parseDocument(document)).toEqual(document)
        expect(bare(plainTextOf(document))).toBe(wordsOf(list))
        expect(leftOut.sentences()).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('of any kind leaves for the parser only elements and what tells structure', () => {
    const junk = fc.array(
      fc.constantFrom('<p', '<img src=x onerror=alert(1)', '<svg/onload=x>', '<script>', '</script>', '<style>', '</style', '<!--', '-->', '<![if x]>', '>', '"', "'", ' style=', 'color:red', ' on', 'click=', '甲', '<td colspan=', '9', '<a href=javascript:x', '/>', '<', '\n', '<xml>', '</xml>'),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(junk, (list) => {
        const { html } = readSource(list.join(''))
        for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag).toMatch(/^<\/?[a-z][^\s/>"]*(?: (?:class|data-style|colspan|rowspan|span|align|start|type|value|cite|datetime|hidden)="[^"]*")*>$/)
        expect(html).not.toMatch(/<(?:script|style|svg)/)
      }),
      { numRuns: 1000 },
    )
  })
})

/** Evenly spread: nine of ten plain fractions lie next to 0. */
const fraction = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((part) => part / 10000)

function pointAt({ editor }: Hand, where: number, offset: number) {
  const texts = [...Node.texts(editor)]
  const [node, path] = texts[Math.floor(where * texts.length)]!
  return { path, offset: Math.floor(offset * (node.text.length + 1)) }
}

const clipboards = fc.oneof(
  fc.tuple(pieces, fc.constantFrom(...Object.keys(DIALECTS))).map(([list, dialect]) => htmlOf(list, dialect)),
  fc.constantFrom(...PASTES.map(({ name }) => clipboardHtml(name))),
)

describe('a paste', () => {
  it('anywhere in any document leaves a document, and undo leads back to the very same', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, clipboards, fc.tuple(fraction, fraction, fraction, fraction), async (document, html, [a, b, c, d]) => {
        const hand = openHand(document)
        Transforms.select(hand.editor, { anchor: pointAt(hand, a, b), focus: pointAt(hand, c, d) })
        await hand.paste('', { 'text/html': html })
        await turn()
        const now = hand.session.document()
        expect(parseDocument(now)).toEqual(now)
        while (hand.session.canUndo()) hand.session.undo()
        expect(hand.session.document()).toBe(document)
      }),
      { numRuns: 150 },
    )
  })

  it('at a caret leaves every image what it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, clipboards, fc.tuple(fraction, fraction), async (document, html, [where, offset]) => {
        const hand = openHand(document)
        Transforms.select(hand.editor, pointAt(hand, where, offset))
        await hand.paste('', { 'text/html': html })
        expect(imagesOf(hand.session.document())).toEqual(imagesOf(document))
      }),
      { numRuns: 150 },
    )
  })

  it('of blocks copied here brings the same blocks, with ids of their own', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const body = findPart(document, 'body')
        const from = openHand(makeDocument(document.header, [makeLine('title', '题'), makeBody([...(body?.children ?? []).map(withoutReferences), makeParagraph('尾')])]))
        Transforms.select(from.editor, Editor.range(from.editor, [1]))
        const written: Record<string, string> = {}
        from.editor.setFragmentData({ setData: (format: string, data: string) => void (written[format] = data) } as DataTransfer, 'copy')
        fc.pre(Object.keys(written).length > 0)
        const to = openHand(holding([]))
        Transforms.select(to.editor, Editor.start(to.editor, [1]))
        await to.paste(written['text/plain'] ?? '', written)
        const pasted = findPart(to.session.document(), 'body')?.children ?? []
        const source = findPart(createDocumentReader()(from.editor.children), 'body')?.children ?? []
        expect(shape(pasted)).toEqual(shape(source))
        const ids = new Set(elementIds(source))
        expect(elementIds(pasted).filter((id) => ids.has(id))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

/** Without ids: of elements, of changes, of what references point to. A leaf without text has no kind. */
function shape(blocks: readonly Block[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'text' in value && value.text === '') return { text: '' }
      return key === 'id' ? undefined : value
    }),
  )
}

/** What a reference says follows what it points to, so that it differs in another document: it counts as its words here. */
function withoutReferences(block: Block): Block {
  // A leaf stands wherever a reference may.
  return JSON.parse(JSON.stringify(block, (_, value: unknown) => (typeof value === 'object' && value !== null && 'target' in value && 'children' in value ? (value.children as readonly unknown[])[0] : value))) as Block
}

/** Ids of tracked changes stay, since they name the change. */
function elementIds(blocks: readonly Block[]): readonly string[] {
  const found: string[] = []
  const visit = (node: object): void => {
    if ('type' in node && 'id' in node) found.push(String(node.id))
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(visit)
  }
  blocks.forEach(visit)
  return found
}
