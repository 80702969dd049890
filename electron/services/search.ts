import type { Handlers } from '../../shared/api/contract.ts'
import type { ServiceContext } from './context.ts'

type Group = Pick<Handlers, 'search.query' | 'search.places'>

/** 资料库. */
export function searchHandlers({ library }: ServiceContext): Group {
  return {
    'search.query': async (request) => library.store().search(request, (await library.store().profile()).user),
    'search.places': ({ id, words }) => library.store().places(id, words),
  }
}
