/**
 * Numbers typed by hand: "一、" at the start of a paragraph makes it a heading of that level, as an automatic list does
 * in Word. The number itself goes, since headings number themselves. One undo brings the typed number back as text.
 */
import { Editor, Path, Range, Transforms, type Point } from 'slate'
import { elementAt, holderAt, lineAt, type Entry } from './find.ts'
import { isOneOf, type SheetEditor, type SheetElement } from './types.ts'
import { asOneStep } from './with-undo.ts'

type Kind = Pick<SheetElement, 'type' | 'level' | 'marker'>

const NUMERAL = '[一二三四五六七八九十百]+'

/** Numbers that are complete with their last character. */
const COMPLETE: readonly (readonly [RegExp, Kind])[] = [
  [new RegExp(`^${NUMERAL}、$`), { type: 'heading', level: 1 }],
  [new RegExp(`^[（(]${NUMERAL}[）)]$`), { type: 'heading', level: 2 }],
  [/^[（(]\d{1,2}[）)]$/, { type: 'heading', level: 4 }],
  [/^——$/, { type: 'item', marker: 'dash' }],
  [/^[\u2460-\u2473]$/, { type: 'item', marker: 'circled' }],
  [new RegExp(`^${NUMERAL}是$`), { type: 'item', marker: 'ordinal' }],
  [new RegExp(`^第(?:${NUMERAL}|\\d+)章[ 　]$`), { type: 'chapter' }],
  [new RegExp(`^第(?:${NUMERAL}|\\d+)条[ 　]$`), { type: 'article' }],
]

/** "1." may become "1.5": what follows it decides. */
const OPEN = /^\d{1,2}[.．、]$/

/** Slate's plugin. */
export function withTypedNumbers(editor: SheetEditor): SheetEditor {
  const { insertText } = editor
  editor.insertText = (text, options) => {
    const open = numberBefore(editor)
    if (open && OPEN.test(open.number) && !/^[\d.．、，。]/.test(text)) {
      take(editor, open, { type: 'heading', level: 3 })
      // The space that a list in Word wants behind its number.
      const rest = text.replace(/^[ 　]/, '')
      if (rest !== '') insertText(rest, options)
      return
    }
    insertText(text, options)
    const typed = numberBefore(editor)
    const kind = typed && COMPLETE.find(([pattern]) => pattern.test(typed.number))?.[1]
    const phrase = text.length > 1 && !kind ? phraseBefore(editor, text) : null
    if (typed && kind) take(editor, typed, kind)
    else if (phrase) take(editor, phrase, phrase.kind)
    else if (typed) giveRole(editor, typed)
  }
  return editor
}

/** Numbers with words behind them, as an input method writes a phrase at once: 一是加强领导. Not 一、二类 or 1.5. */
const LEADING: readonly (readonly [RegExp, Kind])[] = [
  ...COMPLETE.map(([pattern, kind]): readonly [RegExp, Kind] => [new RegExp(`${pattern.source.slice(0, -1)}(?!${NUMERAL}[、级等类])`), kind]),
  [/^\d{1,2}[.．、](?![\d.．、，。])/, { type: 'heading', level: 3 }],
]

/** The number that `text`, which has just been written, completed and went on from. */
function phraseBefore(editor: SheetEditor, text: string): (TypedNumber & { readonly kind: Kind }) | null {
  const [line, path] = lineAt(editor) ?? []
  const caret = editor.selection?.anchor
  if (!caret || !line || !path || caret.path.at(-1) !== 0 || !takesNumber(editor, [line, path])) return null
  const whole = Editor.string(editor, { anchor: Editor.start(editor, path), focus: caret })
  const indent = whole.length - whole.trimStart().length
  for (const [pattern, kind] of LEADING) {
    const [number] = pattern.exec(whole.slice(indent)) ?? []
    const end = indent + (number?.length ?? 0)
    if (number === undefined || end <= whole.length - text.length || end >= whole.length) continue
    // 一是…；二是… in one go is a sentence.
    if (kind.marker === 'ordinal' && /[；。，、][一二三四五六七八九十]+是/.test(whole)) return null
    return { path, caret: { path: caret.path, offset: end }, number, kind }
  }
  return null
}

/** Running text, or a numbered line with nothing else in it: who types 二、 there means the number that it has, or another. */
function takesNumber(editor: SheetEditor, [line, path]: Entry): boolean {
  if (isOneOf(holderAt(editor)?.[0] ?? line, ['cell'])) return false
  const caret = editor.selection?.anchor
  return line.type === 'paragraph' || (isOneOf(line, ['heading', 'chapter', 'article', 'item']) && caret !== undefined && Editor.isEnd(editor, caret, path))
}

interface TypedNumber {
  readonly path: Path
  readonly caret: Point
  readonly number: string
}

/** All that stands between the start of a paragraph of running text and the caret, without the spaces that indent it. */
function numberBefore(editor: SheetEditor): TypedNumber | null {
  const { selection } = editor
  if (!selection || Range.isExpanded(selection)) return null
  const [line, path] = lineAt(editor) ?? []
  const caret = selection.anchor
  // A number is short, and stands in the line's first text.
  if (!line || !path || caret.path.at(-1) !== 0 || caret.offset > 10 || !takesNumber(editor, [line, path])) return null
  return { path, caret, number: Editor.string(editor, { anchor: Editor.start(editor, path), focus: caret }).trimStart() }
}

/** Words that begin a line of its own kind: contacts anywhere, a note right below a table. The words stay. */
function giveRole(editor: SheetEditor, { path, number }: TypedNumber): void {
  const isBelowTable = Path.hasPrevious(path) && elementAt(editor, Path.previous(path))?.type === 'table'
  const role = CONTACT.test(number) ? 'contact' : isBelowTable && NOTE.test(number) ? 'note' : undefined
  if (role && elementAt(editor, path)?.role !== role) asOneStep(editor, () => Transforms.setNodes<SheetElement>(editor, { role }, { at: path }))
}

const CONTACT = /^联系(?:人|电话|方式)[：:]$/
const NOTE = /^(?:注|备注|说明|填表说明)[：:]$/

function take(editor: SheetEditor, { path, caret }: TypedNumber, kind: Kind): void {
  asOneStep(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      Transforms.delete(editor, { at: { anchor: Editor.start(editor, path), focus: caret } })
      Transforms.unsetNodes<SheetElement>(editor, 'role', { at: path })
      // Another kind has no level, and no number that was printed.
      Transforms.unsetNodes<SheetElement>(editor, ['level', 'marker', 'printed'], { at: path })
      Transforms.setNodes<SheetElement>(editor, kind, { at: path })
    }),
  )
}
