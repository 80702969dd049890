/** The sheet that is being drawn. It never changes while it is mounted, so reading it draws nothing anew. */
import { createContext, useContext } from 'react'
import type { Sheet } from '../sheet/create-sheet.ts'

export const SheetContext = createContext<Sheet | null>(null)

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext)
  if (!sheet) throw new Error('drawn outside a sheet')
  return sheet
}
