import { expect, it } from 'vitest'
import { contentDisposition, createTransfers } from '../../electron/transport/http-transfers.ts'

const bytes = new Uint8Array([1, 2, 3])

it('a file is given out once', () => {
  const transfers = createTransfers()
  const token = transfers.put({ name: '通知.docx', bytes }) ?? ''
  expect(transfers.take(`${token}x`)).toBeNull()
  expect(transfers.take(token)).toMatchObject({ name: '通知.docx', bytes })
  expect(transfers.take(token)).toBeNull()
})

it('a file that nobody fetches is dropped after a while', () => {
  let now = 0
  const transfers = createTransfers(() => now)
  const token = transfers.put({ name: '通知.docx', bytes }) ?? ''
  now = 10 * 60_000
  expect(transfers.take(token)).not.toBeNull()
  const late = transfers.put({ name: '通知.docx', bytes }) ?? ''
  now += 10 * 60_000 + 1
  expect(transfers.take(late)).toBeNull()
})

it('takes no more than it can hold, until something is fetched', () => {
  const transfers = createTransfers()
  const large = new Uint8Array(150_000_000)
  const token = transfers.put({ name: '甲', bytes: large }) ?? ''
  expect(transfers.put({ name: '乙', bytes: large })).toBeNull()
  transfers.take(token)
  expect(transfers.put({ name: '乙', bytes: large })).not.toBeNull()
})

it('names a download for every browser', () => {
  expect(contentDisposition("河政办发〔2024〕9号 '关于'(试行)*.docx")).toBe(
    'attachment; filename="gongbao.docx"; filename*=UTF-8\'\'' +
      '%E6%B2%B3%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942024%E3%80%959%E5%8F%B7%20%27%E5%85%B3%E4%BA%8E%27%28%E8%AF%95%E8%A1%8C%29%2A.docx',
  )
})
