/** What the reader makes of Word's markup: nothing that is text is lost, and what is no text is said. */
import { describe, expect, test } from 'vitest'
import { cells, first, items, p, r, row, STRICT, texts } from './word-file.ts'

describe('text', () => {
  test.each([
    ['several runs, tabs, breaks, hyphens', `<w:p>${r('青石')}${r('镇')}<w:r><w:tab/><w:t>一</w:t><w:br/><w:t>二</w:t><w:noBreakHyphen/><w:br w:type="page"/></w:r></w:p>`, ['青石镇\t一\n二-']],
    ['signs of symbol fonts', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>', ['☑□≥']],
    ['links, content controls, smart tags', `<w:p><w:hyperlink>${r('甲')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${r('乙')}</w:sdtContent></w:sdt><w:smartTag>${r('丙')}</w:smartTag></w:p>`, ['甲乙丙']],
    ['a content control around paragraphs', `<w:sdt><w:sdtContent>${p('甲')}${p('乙')}</w:sdtContent></w:sdt>`, ['甲', '乙']],
    ['the reading beside a character is left out', `<w:p><w:r><w:ruby><w:rt>${r('hé')}</w:rt><w:rubyBase>${r('河')}</w:rubyBase></w:ruby></w:r>${r('湾')}</w:p>`, ['河湾']],
    ['characters that XML escapes', p('A&amp;B &lt;1&gt;'), ['A&B <1>']],
  ])('%s', (_, body, expected) => expect(texts(items(body))).toEqual(expected))

  test('of fields the result, not the code; also of fields in fields, and across paragraphs', () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(texts(items(`<w:p>${r('见')}${field('IF 1', field('PAGE', r('7')))}${r('页')}<w:fldSimple w:instr="DATE">${r('今日')}</w:fldSimple></w:p>`))).toEqual(['见7页今日'])
    const open = `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>${r('一')}</w:p>${p('二')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${r('三')}</w:p>`
    expect(texts(items(open))).toEqual(['一', '二', '三'])
    expect(texts(items(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('域没有写完，后面的字还在')}`))).toEqual(['域没有写完，后面的字还在'])
  })

  test('one alternative of several, never both', () => {
    const choice = `<mc:AlternateContent><mc:Choice Requires="wps">${r('新')}</mc:Choice><mc:Fallback>${r('旧')}</mc:Fallback></mc:AlternateContent>`
    expect(texts(items(`<w:p>${choice}</w:p>`))).toEqual(['新'])
  })

  test('the same from a Strict file', () => {
    const body = p('青石镇') + `<w:tbl>${row('甲', '乙')}</w:tbl>`
    expect(texts(items(body, {}, STRICT))).toEqual(['青石镇'])
    expect(cells(items(body, {}, STRICT))).toEqual([['甲', '乙']])
  })
})

describe('what is no running text is said, and its text kept', () => {
  test('notes stand behind their paragraph', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('以县志为准')}</w:footnote>`
    const read = items(`<w:p>${r('旧城')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p('后文')}`, { footnotes })
    expect(texts(read)).toEqual(['旧城', '以县志为准', '后文'])
    expect(first(read).doubts).toEqual([expect.stringContaining('脚注')])
  })

  test('a note that names itself is read once', () => {
    const footnotes = `<w:footnote w:id="2"><w:p>${r('见本注')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`
    expect(texts(items('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', { footnotes }))).toEqual(['见本注'])
  })

  test('text boxes, once', () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box('框里的字')}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('框里的字')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
    const read = items(`<w:p>${r('正文')}<w:r>${drawing}</w:r></w:p>`)
    expect(texts(read)).toEqual(['正文', '框里的字'])
    expect(first(read).doubts).toEqual([expect.stringContaining('文本框')])
  })

  test('pictures by name, formulas by their text, comments by author', () => {
    const comments = `<w:comment w:id="3" w:author="林禾" w:date="2024-04-02T10:05:00Z">${p('请核对')}</w:comment><w:comment w:id="4">${p('数字有误')}</w:comment>`
    const picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图 1" descr="河道示意图"/><a:blip/></wp:inline></w:drawing></w:r>'
    const formula = '<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>'
    const read = items(`<w:p>${picture}${formula}<w:r><w:commentReference w:id="3"/></w:r><w:r><w:commentReference w:id="4"/></w:r></w:p>`, { comments })
    expect(texts(read)).toEqual(['x+1'])
    expect(first(read).doubts).toEqual([expect.stringContaining('河道示意图'), expect.stringContaining('公式')])
    expect(first(read).comments).toEqual([{ author: '林禾', date: '2024-04-02T10:05:00Z', text: '请核对' }, { author: '', date: '', text: '数字有误' }])
  })
})

describe('tracked changes', () => {
  const by = (name: string): string => `w:author="${name}" w:date="2024-03-01T09:08:00+08:00"`

  test('keep author and date as written; a w:t in a deletion is deleted too', () => {
    const body = `<w:p>${r('应于')}<w:ins w:id="1" ${by('林禾')}>${r('三')}${r('月')}</w:ins><w:del w:id="2" ${by('周岚')}><w:r><w:delText>四</w:delText><w:t>月</w:t></w:r></w:del>${r('完成')}</w:p>`
    const { content } = first(items(body))
    expect(content.map(({ text, ins, del }) => [text, ins?.author, del?.author])).toEqual([['应于', undefined, undefined], ['三月', '林禾', undefined], ['四月', undefined, '周岚'], ['完成', undefined, undefined]])
    expect(content[1]?.ins?.date).toBe('2024-03-01T09:08:00+08:00')
  })

  test('moves are a deletion and an insertion; a deletion in an insertion is both', () => {
    const body = `<w:p><w:moveFrom w:id="1" ${by('甲')}>${r('一')}</w:moveFrom><w:moveTo w:id="2" ${by('甲')}>${r('二')}</w:moveTo><w:ins w:id="3" ${by('甲')}><w:del w:id="4" w:author="">${r('三')}</w:del></w:ins></w:p>`
    expect(first(items(body)).content.map(({ text, ins, del }) => [text, ins?.author, del?.author])).toEqual([['一', undefined, '甲'], ['二', '甲', undefined], ['三', '甲', '']])
  })

  test('of a paragraph\'s end and of a row', () => {
    const paragraph = items(p('一段', `<w:rPr><w:del w:id="1" ${by('甲')}/></w:rPr>`))
    expect(first(paragraph).mark).toMatchObject({ kind: 'del', by: { author: '甲' } })
    const [table] = items(`<w:tbl><w:tr><w:trPr><w:ins w:id="1" ${by('乙')}/></w:trPr><w:tc>${p('新行')}</w:tc></w:tr></w:tbl>`)
    expect(table?.kind === 'table' ? table.table.children[0]?.change : null).toMatchObject({ kind: 'ins', by: { author: '乙' } })
  })
})

describe('tables', () => {
  const tc = (text: string, properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

  test('merged cells in every way that Word has', () => {
    const body = `<w:tbl>${row(tc('甲', '<w:gridSpan w:val="2"/>'), tc('丁', '<w:vMerge w:val="restart"/>'))}${row('乙', '丙', tc('', '<w:vMerge/>'))}${row(tc('戊', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), '己')}</w:tbl>`
    expect(cells(items(body))).toEqual([['甲→2', '丁↓2'], ['乙', '丙'], ['戊→2', '己']])
  })

  test('a merge that began nowhere, or goes on under another width, is a cell', () => {
    expect(cells(items(`<w:tbl>${row(tc('甲', '<w:vMerge/>'), '乙')}${row(tc('', '<w:gridSpan w:val="2"/><w:vMerge/>'))}</w:tbl>`))).toEqual([['甲', '乙'], ['→2']])
  })

  test('text that a merge hides is kept, and said', () => {
    const read = items(`<w:tbl>${row(tc('甲', '<w:vMerge w:val="restart"/>'))}${row(tc('藏', '<w:vMerge/>'))}</w:tbl>`)
    expect(cells(read)).toEqual([['甲/藏↓2'], []])
    expect(read[0]?.doubts).toEqual([expect.stringContaining('被盖住')])
  })

  test('gaps beside a row, rows and cells in content controls', () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p('丙')}</w:tc></w:tr>`
    const wrapped = `<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>${p('丁')}</w:tc></w:sdtContent></w:sdt><w:tc>${p('戊')}</w:tc></w:tr></w:sdtContent></w:sdt>`
    expect(cells(items(`<w:tbl>${row('甲', '乙')}${shifted}${wrapped}</w:tbl>`))).toEqual([['甲', '乙'], ['', '丙'], ['丁', '戊']])
  })

  test('a table in a cell becomes lines, and is said', () => {
    const read = items(`<w:tbl>${row(`<w:tc>${p('外')}<w:tbl>${row('一', '二')}${row('三', '四')}</w:tbl>${p('')}</w:tc>`)}</w:tbl>`)
    expect(cells(read)).toEqual([['外/一 二/三 四/']])
    expect(read[0]?.doubts).toContainEqual(expect.stringContaining('套着表格'))
  })

  test('header rows and alignment', () => {
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>${p('名称', '<w:jc w:val="center"/>')}</w:tc></w:tr>`
    const [item] = items(`<w:tbl>${head}${row(`<w:tc>${p('12', '<w:jc w:val="end"/>')}</w:tc>`)}</w:tbl>`)
    if (item?.kind !== 'table') throw new Error('no table')
    expect(item.table.headerRows).toBe(1)
    expect(item.table.children.map(({ children }) => children[0]?.align)).toEqual(['center', 'right'])
  })
})
