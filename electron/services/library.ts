import { join } from 'node:path'
import type { Handlers } from '../../shared/api/contract.ts'
import type { LibraryStatus, Profile } from '../../shared/api/types.ts'
import { governmentOf } from '../../shared/document/template-spans.ts'
import type { ServiceContext } from './context.ts'
import { assertCode } from './register.ts'
import { fillSample, SAMPLE_CODES, SAMPLE_PROFILE } from './sample.ts'

type Group = Pick<Handlers, 'library.status' | 'library.create' | 'library.createSample' | 'library.setProfile' | 'library.log'>

/** The library itself. */
export function libraryHandlers(context: ServiceContext): Group {
  const { library, resources, emit } = context
  const created = (): Promise<LibraryStatus> => {
    emit({ kind: 'documents.changed', origin: 'here' })
    emit({ kind: 'register.changed' })
    return library.status()
  }
  return {
    'library.status': () => library.status(),
    'library.create': ({ office, codes, user }) => {
      const distinct = [...new Set(codes)]
      distinct.forEach(assertCode)
      library.create({ office, user, gazetteName: gazetteNameOf(office) }, distinct)
      return created()
    },
    'library.createSample': async () => {
      const store = library.create(SAMPLE_PROFILE, SAMPLE_CODES)
      await fillSample(store, join(resources, 'templates'))
      return created()
    },
    'library.setProfile': async (profile: Profile) => {
      await library.store().setProfile(profile)
      return created()
    },
    'library.log': () => library.store().libraryLog(),
  }
}

/** 河湾县人民政府办公室 → 河湾县人民政府公报: the gazette is the government's, its office edits it. "" for "". */
export function gazetteNameOf(office: string): string {
  return office === '' ? '' : `${governmentOf(office)}公报`
}
