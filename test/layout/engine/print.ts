/** The description of a page for tests of lines: the gazette's own, without anything on it. */
import { makeBody, makeDocument } from '../../../shared/document/build.ts'
import { gazettePrint } from '../../../shared/layout/gazette-print.ts'
import { template } from '../../docx/template.ts'

export const print = gazettePrint(makeDocument({ issuers: [], genre: '通知', documentNumber: null }, [makeBody([])]), template, { gazetteName: '', issue: '', section: '' })
