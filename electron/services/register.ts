import type { Channel, Handlers } from '../../shared/api/contract.ts'
import type { Allocation, Series } from '../../shared/api/register-types.ts'
import { Refusal } from '../../shared/api/reply.ts'
import { isCode } from '../../shared/register/number.ts'
import type { Taken } from '../store/register-port.ts'
import type { ServiceContext } from './context.ts'

type Group = Pick<Handlers, Extract<Channel, `register.${string}`>>

/** Series and numbers: what the store does, with who does it, and told to every window. */
export function registerHandlers({ library, emit }: ServiceContext): Group {
  const store = () => library.store()
  const by = async <R extends object>(request: R): Promise<R & { readonly who: string }> => ({ ...request, who: (await store().profile()).user })
  const changed = <T>(value: T): T => {
    emit({ kind: 'register.changed' })
    return value
  }
  const series = async (): Promise<readonly Series[]> => changed(await store().listSeries(new Date().getFullYear()))
  /** Where a document got or lost a number, who has it open learns of it. */
  const taken = ({ number, printed, warnings, record }: Taken): Allocation => {
    const allocation = changed({ number, documentNumber: printed, warnings, record })
    if (record) emit({ kind: 'draft.changed', id: record.id, revision: record.revision })
    emit({ kind: 'documents.changed', origin: 'here' })
    return allocation
  }
  return {
    'register.series': ({ year }) => store().listSeries(year),
    'register.addSeries': async (request) => {
      assertCode(request.code)
      await store().addSeries(await by(request))
      return series()
    },
    'register.changeSeries': async (request) => {
      await store().changeSeries(await by(request))
      return series()
    },
    'register.numbers': ({ seriesId, year }) => store().numbers(seriesId, year),
    'register.number': (key) => store().number(key),
    'register.advice': (request) => store().advice(request),
    'register.allocate': async (request) => taken(await store().allocateNumber(await by(request))),
    'register.reserve': async (request) => changed(await store().reserve(await by(request))),
    'register.takeOnPaper': async (request) => changed(await store().takeOnPaper(await by(request))),
    'register.release': async (request) => changed(await store().release(await by(request))),
    'register.void': async (request) => {
      const detail = await store().voidNumber(await by(request))
      emit({ kind: 'documents.changed', origin: 'here' })
      return changed(detail)
    },
    'register.explain': async (request) => changed(await store().explain(await by(request))),
    'register.bind': async (request) => taken(await store().bind(await by(request))),
    'register.correct': async (request) => taken(await store().correct(await by(request))),
    'register.amend': async (request) => changed(await store().amend(await by(request))),
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
