import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBody, makeCell, makeDocument, makeHeading, makeLine, makeParagraph, makePlace, makeRow, makeTable, reidentify } from '../../shared/document/build.ts'
import { DocumentFault, parseDocument } from '../../shared/document/parse.ts'
import { leaf } from '../../shared/document/text.ts'
import type { Document } from '../../shared/document/types.ts'
import { newId } from '../../shared/lib/id.ts'
import { documents } from './arbitrary.ts'

const SMALL = makeDocument({ issuers: ['河湾县人民政府'], genre: '通知', documentNumber: null }, [
  makeLine('title', '关于防汛工作的通知'),
  makeBody([makeHeading(1, '总体要求'), makeParagraph('各乡镇要落实责任。')]),
])

type Json = Record<string, unknown> & { parts: (Record<string, unknown> & { children: Record<string, unknown>[] })[] }
/** A copy as a database row would give it, to be damaged. */
const json = (document: Document): Json => JSON.parse(JSON.stringify(document)) as Json

function faultOf(value: unknown): DocumentFault {
  try {
    parseDocument(value)
  } catch (error) {
    if (error instanceof DocumentFault) return error
    throw error
  }
  throw new Error('was let in')
}

function idsOf(node: unknown, ids: string[] = []): readonly string[] {
  if (Array.isArray(node)) for (const one of node) idsOf(one, ids)
  else if (typeof node === 'object' && node !== null) {
    // Ids of changes are names of changes, not of elements.
    if ('type' in node && 'id' in node) ids.push(String(node.id))
    for (const value of Object.values(node)) idsOf(value, ids)
  }
  return ids
}

describe('the door', () => {
  it('lets every document in, as it was, through JSON', () => {
    fc.assert(fc.property(documents, (document) => {
      expect(parseDocument(json(document))).toEqual(document)
    }))
  })

  it.each<[string, (value: Json) => void, string]>([
    ['a newer version', (value) => { value.version = 2 }, 'version'],
    ['no version', (value) => { delete value.version }, 'version'],
    ['an unknown field', (value) => { value.colour = 'red' }, ''],
    ['a kind that is none of the 15', (value) => { (value.header as Record<string, unknown>).genre = '通缉令' }, 'header.genre'],
    ['a level that no heading has', (value) => { value.parts[1]!.children[0]!.level = 5 }, 'parts.1.children.0.level'],
    ['a paragraph without a leaf', (value) => { value.parts[1]!.children[1]!.children = [] }, 'parts.1.children.1.children'],
    ['an id that is none', (value) => { value.parts[0]!.id = 'title' }, 'parts.0.id'],
    ['parts out of order', (value) => { value.parts.reverse() }, 'parts.1'],
    ['two titles', (value) => { value.parts.unshift({ ...value.parts[0]!, id: newId() }) }, 'parts.1'],
    ['no body', (value) => { value.parts.pop() }, 'parts'],
    ['an id that stands twice', (value) => { value.parts[1]!.children[1]!.id = value.parts[1]!.children[0]!.id }, 'parts.1.children.1'],
    ['an empty number', (value) => { (value.header as Record<string, unknown>).documentNumber = '' }, 'header.documentNumber'],
  ])('refuses %s, with the path to it', (_, damage, path) => {
    const value = json(SMALL)
    damage(value)
    const fault = faultOf(value)
    expect(fault.path).toBe(path)
    expect(fault.message).toContain('文稿内容不合格式')
  })

  it.each([null, undefined, 7, 'text', [], {}])('refuses what is no document: %j', (value) => {
    expect(() => parseDocument(value)).toThrow(DocumentFault)
  })
})

describe('builders', () => {
  it('give every element an id of its own, and an element without text one empty leaf', () => {
    fc.assert(fc.property(documents, (document) => {
      const ids = idsOf(document.parts)
      expect(new Set(ids).size).toBe(ids.length)
    }))
    expect(makeParagraph([]).children).toEqual([leaf('')])
    expect(makeBody([]).children).toMatchObject([{ type: 'paragraph' }])
    expect(makePlace('事项')).toMatchObject({ hint: '事项', children: [{ text: '' }] })
  })

  it('a cell has a paragraph for each line, a table one header row unless told', () => {
    expect(makeCell('青石镇\n柳溪乡').children.map(({ children }) => children)).toEqual([[leaf('青石镇')], [leaf('柳溪乡')]])
    expect(makeTable([makeRow([makeCell('')])]).headerRows).toBe(1)
    expect(makeTable([makeRow([makeCell('')])], { headerRows: 0 }).headerRows).toBe(0)
  })

  it('a copy for another document has the same content and none of the ids', () => {
    fc.assert(fc.property(documents, (document) => {
      const copy = reidentify(document)
      const old = new Set(idsOf(document.parts))
      expect(idsOf(copy.parts).filter((id) => old.has(id))).toEqual([])
      const bare = (value: Document): string => JSON.stringify(value, (key, inner: unknown) => (key === 'id' || key === 'target' ? undefined : inner))
      expect(bare(copy)).toBe(bare(document))
    }))
  })
})
