import type { Handlers } from '../../shared/api/contract.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { isCode } from '../../shared/register/number.ts'
import type { ServiceContext } from './context.ts'

type Group = Pick<Handlers, 'register.series' | 'register.addSeries' | 'register.allocate'>

/** Series and numbers. */
export function registerHandlers({ library, emit }: ServiceContext): Group {
  return {
    'register.series': ({ year }) => library.store().listSeries(year),
    'register.addSeries': async ({ code }) => {
      assertCode(code)
      await library.store().addSeries(code)
      emit({ kind: 'register.changed' })
      return library.store().listSeries(new Date().getFullYear())
    },
    'register.allocate': async (request) => {
      const store = library.store()
      const { user } = await store.profile()
      const { number, record } = await store.allocateNumber({ ...request, who: user })
      emit({ kind: 'register.changed' })
      emit({ kind: 'draft.changed', id: record.id, revision: record.revision })
      emit({ kind: 'documents.changed', origin: 'here' })
      return { number, record, documentNumber: record.document.header.documentNumber ?? '' }
    },
  }
}

/** Refuses what is no 机关代字. */
export function assertCode(code: string): void {
  if (isCode(code)) return
  throw new Refusal({
    code: 'badRequest',
    message: `“${code}”不像机关代字`,
    next: '机关代字是 2 至 12 个汉字，如“河政发”“河政办发”，不带年份和“号”',
  })
}
