/**
 * Before anything is drawn, anywhere in the window, React walks through all of the field that has the keyboard and counts up
 * to the caret, so as to bring the selection back if the field should lose it. In a long text that took as long as all
 * else of a key, several times over with the room around it. The selection of the sheet is brought back by slate-react;
 * React asks the element whether it is editable, and this one says that it is not. The browser does not ask.
 */
export function keepOwnSelection(sheet: HTMLElement | null): void {
  if (sheet) Object.defineProperty(sheet, 'contentEditable', { value: 'inherit', configurable: true })
}
