/** The caret's place in what is printed, and the way back. */
import fc from 'fast-check'
import { Editor, Element, Node, Text, Transforms } from 'slate'
import { expect, it } from 'vitest'
import { makeBody, makeDocument, makeHeading, makeLine, makePlace } from '../../shared/document/build.ts'
import { leaf } from '../../shared/document/text.ts'
import { createSession, sheetOf } from '../../renderer/editor/create-session.ts'
import { isOneOf, LINES } from '../../renderer/editor/sheet/types.ts'
import { anyDocument } from './documents.ts'

it('every place of a text is found again by its characters', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const session = createSession(document, { readOnly: false })
      const { editor } = sheetOf(session)
      for (const [node, path] of Node.texts(editor)) {
        const line = Editor.above(editor, { at: path, match: (one) => isOneOf(one, LINES) })
        // What is written in a place or a reference is one thing, and what is in no line has no place.
        if (line?.[1].length !== path.length - 1 || !Element.isElement(line[0])) continue
        for (let offset = 0; offset <= node.text.length; offset += 1) {
          Transforms.select(editor, { path, offset })
          const place = session.placeOfCaret()
          expect(place?.ids[0]).toBe(line[0].id)
          session.focusText(line[0].id, place!.offset)
          expect(session.placeOfCaret()?.offset).toBe(place!.offset)
          const before = line[0].children.slice(0, path.at(-1)).reduce((sum, one) => sum + (Text.isText(one) ? one.text.length : 4), 0)
          expect(place!.offset).toBe(before + offset)
        }
      }
    }),
    { numRuns: 25 },
  )
})

it('line breaks are no characters of a title, and a place is as long as its mark', () => {
  const heading = makeHeading(1, [leaf('要求'), makePlace('时限'), leaf('办结')])
  const document = makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeLine('title', '关于防火的\n通知'), makeBody([heading])])
  const session = createSession(document, { readOnly: false })
  const { editor } = sheetOf(session)
  const [title] = document.parts
  expect(session.ownWords(title!.id)).toBe('关于防火的通知')
  session.focusText(title!.id, 6)
  expect(editor.selection?.anchor).toEqual({ path: [0, 0], offset: 7 })
  expect(session.placeOfCaret()).toMatchObject({ offset: 6 })
  expect(session.ownWords(heading.id)).toBe('要求____办结')
  session.focusText(heading.id, 7)
  expect(editor.selection?.anchor).toEqual({ path: [1, 0, 2], offset: 1 })
  session.focusText(heading.id, 3)
  expect(Editor.string(editor, editor.selection!)).toBe('')
  expect(editor.selection?.anchor.path).toEqual([1, 0, 1, 0])
  expect(session.ownWords(document.parts[1]!.id)).toBe('')
})
