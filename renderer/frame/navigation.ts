/** Which room is shown, and the ways between them. A workspace imports no other; it asks for a visit instead. */
import { createContext, useContext } from 'react'
import type { CommandId } from '../../shared/api/commands.ts'
import type { NumberKey } from '../../shared/api/register-types.ts'
import type { SavedFilter } from '../../shared/api/search-types.ts'
import type { Id } from '../../shared/lib/id.ts'

export type RoomId = 'draft' | 'register' | 'library'

/** A room, and what is to be seen or done there. */
export type Visit =
  /** `block`: the place in the text; `words`: what is looked for there. `command` is run once the room is shown. */
  | { readonly room: 'draft'; readonly open?: Id; readonly block?: Id; readonly words?: string; readonly command?: CommandId }
  | { readonly room: 'register'; readonly number?: NumberKey }
  | { readonly room: 'library'; readonly words?: string; readonly filter?: SavedFilter }

export interface Navigation {
  /** The visit that is going on; another object for each, so that the same wish twice is noticed. */
  readonly visit: Visit
  readonly go: (visit: Visit) => void
}

export const NavigationContext = createContext<Navigation | null>(null)

/** The way between the rooms. Only below `NavigationContext`. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside NavigationContext')
  return navigation
}
