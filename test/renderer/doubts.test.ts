import { expect, it } from 'vitest'
import { doubtPlace, placeOfDoubt } from '../../renderer/workspaces/draft/doubt-place.ts'
import { attachmentsOf, blocksOf, findPart, textOf } from '../../shared/document/text.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'

const NOTICE = [
  '关于湿地保护工作的通报会', '各乡镇人民政府：', '一、巡查。每月一次。', '二、登记。每季一次。', '四、上报。每年一次。', '附件：1.任务表\n　　　2.联络表',
  '河湾县人民政府', '2024年5月8日', '附件1\n任务表', '一、甲。一件。', '附件2\n名册', '一、乙。一件。', '三、丙。一件。',
].join('\n\n')

it('a doubt leads to the paragraph, the line or the attachment it speaks of', () => {
  const { document, doubts } = recogniseNotice(NOTICE)
  const body = findPart(document, 'body')
  const fourth = body && blocksOf(body).find((block) => block.type === 'heading' && block.printed === '四、')
  const second = attachmentsOf(document)[1]
  const third = second && blocksOf(second).find((block) => block.type === 'heading' && textOf(block.children).startsWith('丙'))
  const placesOf = (name: string) => doubts.filter(({ where }) => where === name).map(({ where }) => doubtPlace(document, where))
  expect(placesOf('标题')).toEqual([{ field: 'title' }])
  expect(placesOf('发文机关')).toEqual([null])
  expect(placesOf('附件2')).toEqual([{ id: second?.id }])
  expect(doubts.filter(({ what }) => what.includes('编号不连续')).map(({ where }) => doubtPlace(document, where))).toEqual([{ id: fourth?.id }, { id: third?.id }])
})

it('a place that the document no longer has leads to its part, or nowhere', () => {
  const { document } = recogniseNotice(NOTICE)
  expect(doubtPlace(document, '正文第99段')).toEqual({ id: findPart(document, 'body')?.id })
  expect(doubtPlace(document, '附件7')).toBeNull()
  expect(doubtPlace(document, '全文')).toBeNull()
  expect(doubtPlace(document, '附注')).toBeNull()
})

it('a doubt that names a block leads there, as long as there is one', () => {
  const { document } = recogniseNotice(NOTICE)
  const block = attachmentsOf(document).flatMap(blocksOf)[0]?.id ?? ''
  expect(placeOfDoubt(document, { where: '原文第3段', what: '批注', block })).toEqual({ id: block })
  expect(placeOfDoubt(document, { where: '原文第3段', what: '批注', block: '0190a000-0000-7000-8000-000000000000' })).toBeNull()
  expect(placeOfDoubt(document, { where: '标题', what: '没有找到标题' })).toEqual({ field: 'title' })
})
