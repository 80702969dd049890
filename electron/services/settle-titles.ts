/** The breaks of titles, stored with a text when it is signed, comes in or goes out. */
import { keepTitles } from '../../shared/layout/keep-titles.ts'
import type { Settle } from '../store/store.ts'
import { readGazetteTemplate, readOfficialRules } from './templates.ts'

/** Keeps the breaks of a text's titles in all layouts of `templates`, a folder. Throws, naming the file, when one does not parse. */
export function settleTitles(templates: string): Settle {
  const looks = [readOfficialRules(templates), readGazetteTemplate(templates)]
  return (document) => keepTitles(document, looks)
}
