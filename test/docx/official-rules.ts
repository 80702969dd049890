/** The rule set of official documents that ships with the program. */
import { readFileSync } from 'node:fs'
import { parseOfficialRules } from '../../shared/layout/official.ts'

export const rules = parseOfficialRules(JSON.parse(readFileSync(new URL('../../templates/official/gbt-9704-2012.json', import.meta.url), 'utf8')))
