/** All handlers of the contract, put together from the groups. */
import type { Handlers } from '../../shared/api/contract.ts'
import { backupHandlers } from './backups.ts'
import type { ServiceContext } from './context.ts'
import { documentHandlers } from './documents.ts'
import { fontHandlers } from './fonts.ts'
import type { Jobs } from './jobs.ts'
import { imageHandlers } from './images.ts'
import { layoutHandlers } from './layout.ts'
import { libraryHandlers } from './library.ts'
import { registerHandlers } from './register.ts'
import { searchHandlers } from './search.ts'
import { shellHandlers } from './shell.ts'
import { tableHandlers } from './tables.ts'
import { templateHandlers } from './template-handlers.ts'

/** Total over the contract: a channel without a handler does not compile. */
export function createHandlers(context: ServiceContext, jobs: Jobs): Handlers {
  return {
    ...libraryHandlers(context),
    ...templateHandlers(context),
    ...documentHandlers(context),
    ...layoutHandlers(context),
    ...fontHandlers(context),
    ...imageHandlers(context),
    ...tableHandlers(context),
    ...registerHandlers(context),
    ...searchHandlers(context),
    ...backupHandlers(context),
    ...jobs.handlers,
    ...shellHandlers(context),
  }
}
