/** Notices of many organs and forms, each with what a person reads in it: joint ones, orders, minutes, plans, web pages, slips of all kinds. */
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument } from '../../shared/document/parse.ts'
import { plainTextOf } from '../../shared/document/view.ts'
import { recogniseNotice } from '../../shared/recognise/notice.ts'
import { tally } from './compare.ts'
import { summaryOf } from './summary.ts'

const FOLDER = new URL('./notices/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<string, unknown>
const notices = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => ({ name: name.slice(0, -4), text: readFileSync(new URL(name, FOLDER), 'utf8') }))

test.each(notices)('$name: every field, every block, and a doubt where it is unsure', ({ name, text }) => {
  expect(summaryOf(recogniseNotice(text))).toEqual(expected[name])
})

test.each(notices)('$name: no character is lost or invented', ({ text }) => {
  const { document, leftOut } = recogniseNotice(text)
  expect(tally(plainTextOf(document) + leftOut.map((one) => one.text).join(''))).toEqual(tally(text))
  expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
})
