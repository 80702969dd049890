/** Which documents the list shows. Pure. */
import type { DocumentSummary } from '../../../shared/api/types.ts'
import type { DocumentState } from '../../../shared/workflow/states.ts'

export type Filter = 'all' | DocumentState | 'discarded'

/** Documents of a state ("all": of any) whose number or title holds every word of the query; brackets of numbers may be typed in any form. */
export function filterDocuments(list: readonly DocumentSummary[], filter: 'all' | DocumentState, query: string): readonly DocumentSummary[] {
  const words = plain(query).split(/\s+/).filter((word) => word !== '')
  return list.filter((one) => {
    if (filter !== 'all' && one.state !== filter) return false
    const text = plain(`${one.documentNumber ?? ''} ${one.title}`)
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[〔［[(（]/g, '〔').replace(/[〕］\])）]/g, '〕')
}
