/** Automatic numbers are text on paper, so they are text here. */
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../electron/docx/reader/number-format.ts'
import { recogniseItems } from '../../shared/recognise/notice.ts'
import { items, p, texts } from './word-file.ts'

const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const LEVELS = level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.') + level(3, 'decimal', '（%4）')
const numbering = `<w:abstractNum w:abstractNumId="5">${LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const styles = '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a2"><w:name w:val="标题 2"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'

const numbered = (text: string, ilvl: number, numId = '1'): string => p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

test('levels count under their parents', () => {
  const body = numbered('甲', 0) + numbered('乙', 1) + numbered('丙', 1) + numbered('丁', 2) + numbered('戊', 0) + numbered('己', 1) + numbered('庚', 3)
  expect(texts(items(body, { numbering }))).toEqual(['一、甲', '（一）乙', '（二）丙', '1.丁', '二、戊', '（一）己', '（1）庚'])
})

test('lists of one definition go on; a start of its own begins again', () => {
  expect(texts(items(numbered('甲', 0) + numbered('乙', 0, '2') + numbered('丙', 0, '2') + numbered('丁', 0, '9') + numbered('戊', 0, '0'), { numbering }))).toEqual(['一、甲', '一、乙', '二、丙', '丁', '戊'])
})

test('a style brings its list and its level, also through the style it is based on', () => {
  const read = items(p('甲', '<w:pStyle w:val="a1"/>') + p('乙', '<w:pStyle w:val="a2"/>'), { numbering, styles })
  expect(texts(read)).toEqual(['一、甲', '（一）乙'])
  expect(read.map((item) => item.kind === 'paragraph' && item.level)).toEqual([1, 2])
})

test('numbers of several levels, plain digits, spaces', () => {
  const legal = `<w:abstractNum w:abstractNumId="6">${level(0, 'chineseCounting', '第%1章', '<w:suff w:val="space"/>')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="6"/></w:num>`
  expect(texts(items(numbered('总则', 0) + numbered('目的', 1) + numbered('范围', 1), { numbering: legal }))).toEqual(['第一章 总则', '1.1 目的', '1.2 范围'])
})

test('the numbers make headings of a notice', () => {
  const body = [p('河湾县人民政府关于做好汛前检查的通知'), p('各乡镇人民政府：'), p('现将有关事项通知如下：'), numbered('检查时间', 0), p('四月上旬完成。'), numbered('检查内容', 0), numbered('水库。查坝体。', 1), p('河湾县人民政府'), p('2024年3月25日')].join('')
  const { document } = recogniseItems(items(body, { numbering }))
  const blocks = document.parts.find((part) => part.type === 'body')?.children ?? []
  expect(blocks.map((block) => (block.type === 'heading' ? [block.level, block.printed] : block.type))).toEqual(['paragraph', [1, '一、'], 'paragraph', [1, '二、'], [2, '（一）']])
})

describe('formats', () => {
  test.each([
    ['chineseCountingThousand', 21, '二十一'], ['ideographDigital', 21, '二一'], ['chineseLegalSimplified', 12, '壹拾贰'], ['decimalEnclosedCircleChinese', 3, '③'], ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'], ['decimalZero', 7, '07'], ['upperRoman', 49, 'XLIX'], ['lowerLetter', 28, 'bb'], ['ideographTraditional', 11, '甲'], ['bullet', 1, ''], ['unheardOf', 5, '5'], ['chineseCounting', 0, '0'],
  ])('%s', (format, value, expected) => expect(formatNumber(value, format)).toBe(expected))
})
