/** The gazette template that ships with the program. */
import { readFileSync } from 'node:fs'
import { parseGazetteTemplate } from '../../shared/layout/gazette.ts'

export const template = parseGazetteTemplate(JSON.parse(readFileSync(new URL('../../templates/gazette/default.json', import.meta.url), 'utf8')))
