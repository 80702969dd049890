/** Which document a person means. */
import { Refusal } from '../../shared/api/reply.ts'
import type { DocumentSummary } from '../../shared/api/types.ts'
import type { Id } from '../../shared/lib/id.ts'
import { formatNumber, parseNumber } from '../../shared/register/number.ts'
import type { Session } from './session.ts'

/** Fewer letters of an id are more likely a slip than a choice. */
const SHORTEST = 8

/** The id for an id, its beginning (8 letters or more), or a document number. Refused: notFound, badRequest (several). */
export async function findDocument({ client }: Session, given: string): Promise<Id> {
  const documents = await client.call('documents.list', {})
  const found = documents.filter(matcher(given))
  const [only] = found
  if (only && found.length === 1) return only.id
  if (found.length > 1) {
    throw new Refusal({
      code: 'badRequest',
      message: `“${given}”指不明是哪一份`,
      next: '请把标识写全',
      details: found.map(({ id, title }) => `${id}  ${title}`),
    })
  }
  throw new Refusal({ code: 'notFound', message: `资料库里没有“${given}”`, next: '请用 list 查看标识和文号' })
}

function matcher(given: string): (document: DocumentSummary) => boolean {
  const number = parseNumber(given)
  if (number) {
    const wanted = formatNumber(number)
    return ({ documentNumber }) => documentNumber !== null && sameNumber(documentNumber, wanted)
  }
  const start = given.toLowerCase()
  return ({ id }) => id === start || (start.length >= SHORTEST && id.startsWith(start))
}

/** Printed numbers keep their slips ("[2021]"), so both are read before they are compared. */
function sameNumber(printed: string, wanted: string): boolean {
  const read = parseNumber(printed)
  return read !== null && formatNumber(read) === wanted
}
