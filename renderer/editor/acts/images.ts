/** Images: put in, replaced, made larger or smaller, told what they show. */
import { Editor, Path, Transforms } from 'slate'
import { fittedSize } from '../../../shared/document/image-file.ts'
import { newId } from '../../../shared/lib/id.ts'
import type { Image } from '../../../shared/document/types.ts'
import { elementAt } from '../sheet/find.ts'
import type { SheetEditor, SheetElement } from '../sheet/types.ts'
import { selectedImage } from '../sheet/with-images.ts'
import { emptyLine } from '../sheet/with-structure.ts'
import { placeForBlock } from './blocks.ts'

/** An image of the library as it would be placed; width and height in pt. */
export type PlacedImage = Pick<Image, 'sha256' | 'mediaType' | 'width' | 'height'>

/** A column of 28 characters of 16 pt; half of a page's 22 lines of 27 px, which stand for as many pt. */
export const COLUMN = 448
const HALF_PAGE = 297

/** The size at which the sheet shows an image, in pt: smaller where it is wider than the column or higher than half a page, as on paper. */
export function shownSize({ width = COLUMN, height = HALF_PAGE }: Pick<SheetElement, 'width' | 'height'>): Pick<Image, 'width' | 'height'> {
  const scale = Math.min(1, COLUMN / width, HALF_PAGE / height)
  return fittedSize({ width: width * scale, height: height * scale })
}

/** Puts an image after the current block and selects it. */
export function insertImage(editor: SheetEditor, { sha256, mediaType, width, height }: PlacedImage): void {
  const at = placeForBlock(editor)
  const image: SheetElement = { type: 'image', id: newId(), sha256, mediaType, ...shownSize({ width, height }), children: [{ text: '' }] }
  Editor.withoutNormalizing(editor, () => {
    // A place to write on stays below.
    Transforms.insertNodes(editor, elementAt(editor, at) ? [image] : [image, emptyLine('paragraph')], { at })
    Transforms.select(editor, Editor.start(editor, at))
  })
}

/** Puts another image in the place of the selected one, as wide as that was; what it shows is to be said anew. */
export function replaceImage(editor: SheetEditor, { sha256, mediaType, width, height }: PlacedImage): void {
  const [image, path] = selectedImage(editor) ?? []
  if (!image || !path) return
  const { width: wide } = shownSize(image)
  Editor.withoutNormalizing(editor, () => {
    Transforms.setNodes<SheetElement>(editor, { sha256, mediaType, ...shownSize({ width: wide, height: (height * wide) / width }) }, { at: path })
    Transforms.unsetNodes<SheetElement>(editor, 'alt', { at: path })
  })
}

/** Makes the selected image as wide as that, in pt, in its proportions. */
export function setImageWidth(editor: SheetEditor, width: number): void {
  const [image, path] = selectedImage(editor) ?? []
  if (!image?.width || !image.height || !path || width === image.width) return
  Transforms.setNodes<SheetElement>(editor, fittedSize({ width, height: (image.height * width) / image.width }), { at: path })
}

/** Says what the selected image shows; "" says nothing. */
export function setImageAlt(editor: SheetEditor, text: string): void {
  const [image, path] = selectedImage(editor) ?? []
  if (!image || !path || text === (image.alt ?? '')) return
  if (text === '') Transforms.unsetNodes<SheetElement>(editor, 'alt', { at: path })
  else Transforms.setNodes<SheetElement>(editor, { alt: text }, { at: path })
}

/** The image right below or above the block at `path`. */
export function imageBeside(editor: SheetEditor, path: Path, direction: 'up' | 'down'): Path | null {
  const beside = direction === 'down' ? Path.next(path) : Path.hasPrevious(path) ? Path.previous(path) : null
  return beside && elementAt(editor, beside)?.type === 'image' ? beside : null
}
