/** Fonts of the machine in the page, by the address of their files. */

const LOADED = new Set<string>()

/** Loads those of the files that are not loaded yet. */
export function loadFonts(files: readonly string[]): void {
  for (const file of files) load(file)
}

/** The `font-family` of some files, the second for what the first lacks; "" for none. */
export function familiesOfFiles(files: readonly string[]): string {
  return files.map((file) => `"${nameOf(file)}"`).join(', ')
}

/** A name that no installed font has. */
function nameOf(file: string): string {
  return `gongbao ${file}`
}

function load(file: string): void {
  if (LOADED.has(file)) return
  LOADED.add(file)
  const face = new FontFace(nameOf(file), `url(${JSON.stringify(file)})`, { display: 'swap' })
  document.fonts.add(face)
  // A file that has gone meanwhile: the next family is drawn.
  face.load().catch(() => document.fonts.delete(face))
}
