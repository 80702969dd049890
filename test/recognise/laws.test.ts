import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/document/parse.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import type { LeftOutReason } from '../../shared/recognise/notes.ts'
import { recogniseNotice, type Recognised } from '../../shared/recognise/notice.ts'
import { notice as printedNotice, originalNotice, prose } from './arbitrary.ts'
import { inOrder, shapeOf, tally } from './compare.ts'

/** What each kind of omission may look like: a reason never covers more than its own trace. */
const TRACES: Record<LeftOutReason, RegExp> = {
  listMark: /^-$/,
  emphasis: /^\*\*$/,
  tableMark: /^[-|:+\s]+$/,
  pageNumber: /^(?:[-—–─]\s*\d{1,4}\s*[-—–─]|第\d+页 共\d+页)$/,
  runningHead: /公报|期$/,
  webHead: /./,
  repeatedHeader: /\t/,
  attachmentList: /^[^。]*。?$/,
  numberBrackets: /^(（）|\(\)|（\)|\(）)$/,
  redHead: /^[^，。；]*$/,
  imprint: /^抄送：$|印\d+份/,
}

const notice = fc.oneof(printedNotice, originalNotice)
const leftOutOf = ({ leftOut }: Recognised): string => leftOut.map(({ text }) => text).join('')

describe('round trip', () => {
  it('the plain text of a notice gives the same structure, and no doubt about it', () => {
    fc.assert(
      fc.property(notice, (document) => {
        const recognised = recogniseNotice(plainTextOf(document))
        expect(shapeOf(recognised.document)).toEqual(shapeOf(document))
        expect(recognised.leftOut).toEqual([])
        expect(recognised.doubts).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('however many blank lines stand between', () => {
    fc.assert(
      fc.property(notice, (document) => {
        const text = plainTextOf(document).replace(/\n(?!.*\t)/g, '\n\n \n')
        expect(shapeOf(recogniseNotice(text).document)).toEqual(shapeOf(document))
      }),
    )
  })
})

describe('no character is lost or invented', () => {
  const piece = fc.oneof(
    prose,
    fc.constantFrom(
      ...['附件', '附件1：', '附件：1.名单', '2.任务表', '一、总则', '（三）保障', '(2)', '1.5万元', '第一条 为了', '第二章 附则', '——坚持', '①甲；', '一是加强', '二是', '得分=甲×乙', '联系人：王芳 13900000001', '注：略', '组 长：张 明 县长', '李强（县林业局局长）', '成员：', '各乡镇乡镇长', '局局长', '- 1.甲', '**', '**河湾县**'],
      ...['河湾县人民政府', '2024年5月8日', '（此件公开发布）', '河政发〔2024〕3号', '关于做好防汛工作的通知', '各乡镇人民政府：', '县财政局、县审计局', '抄送：县委办公室。'],
      ...['000012', '机密★1年 特急', '秘密', '签发人：', '签发人：李禾 王明', '张山', '河政发〔2024〕4号　签发人：周岚', '河政发〔2024〕　号', '县财政局文件', '文 件', '县委办 2024年4月8日印发', '共印50份'],
      ...['序号\t乡镇\t面积', '1\t青石镇\t', '\t\t3.5', '---\t---', '| 甲 | 乙 |', '|---|---|', '\t缩进的一段', '单位：万元', '任务分解表', '— 3 —', '第3页 共8页', '河湾县人民政府公报 2024年第2期', '索引号：112/2024-3', '发布机构：县政府', '发文字号：河政发〔2024〕7号', '发布日期：2024年5月9日', '1 总则', '1.1 目的', '1.2 依据', '附：名单', '第15号', '（2024年3月1日通过）', '２、乙', '1）丙', '县财政局、县教育局关于防汛的通知', '2024.5.8', '', ' ', '\u3000', '：', '）', '《'],
    ),
  )
  const soup = fc.array(piece, { maxLength: 30 }).map((lines) => lines.join('\n'))

  it('of any text: what is not in the document is listed as left out, and the document is a valid one', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const recognised = recogniseNotice(text)
        const result = plainTextOf(recognised.document) + leftOutOf(recognised)
        // Addressees whose colon was lost are printed with one; the doubt says so.
        const added = recognised.doubts.some(({ where }) => where === '主送机关') ? '：' : ''
        expect(tally(result)).toEqual(tally(text + added))
        for (const { why, text: trace } of recognised.leftOut) expect(trace).toMatch(TRACES[why])
        expect(parseDocument(JSON.parse(JSON.stringify(recognised.document)))).toEqual(recognised.document)
      }),
      { numRuns: 2000 },
    )
  })

  it('of a notice with traces of extraction, and the rest keeps its order', () => {
    fc.assert(
      fc.property(notice, (document) => {
        const text = plainTextOf(document).replace(/^(\d\.|（\d）)/gm, '- $1')
        const recognised = recogniseNotice(text)
        expect(tally(plainTextOf(recognised.document) + leftOutOf(recognised))).toEqual(tally(text))
        expect(inOrder(plainTextOf(recognised.document), text)).toBe(true)
      }),
    )
  })
})

describe('paragraphs that a column end has cut', () => {
  /** Cuts after the character that fills a column of 20, the first line indented by two. */
  const cut = (text: string): string => {
    const at = 18
    const whole = /^\p{Script=Han}+$/u.test(text.slice(0, at + 1))
    return whole ? `${text.slice(0, at)}\n\n${text.slice(at)}` : text
  }
  const LONG = ['各乡镇人民政府要严格落实森林草原防火属地管理责任并逐级签订责任书。', '县应急管理局应当会同县林业局按月通报隐患排查整治情况和下一步安排。']
  const paragraphs = fc.array(fc.tuple(fc.constantFrom(...LONG), prose).map(([first, rest]) => first + rest), { minLength: 1, maxLength: 6 })

  it('are put together again', () => {
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const head = '河湾县人民政府\n关于做好森林防火工作的通知\n\n各乡（镇）人民政府：\n\n'
        // The uncut sentences stand in an appendix, as words of the same document do elsewhere.
        const text = `${head}${texts.map(cut).join('\n\n')}\n\n${LONG.join('\n\n')}\n\n河湾县人民政府\n\n2024年3月1日`
        const whole = `${head}${texts.join('\n\n')}\n\n${LONG.join('\n\n')}\n\n河湾县人民政府\n\n2024年3月1日`
        expect(shapeOf(recogniseNotice(text).document)).toEqual(shapeOf(recogniseNotice(whole).document))
      }),
    )
  })
})
