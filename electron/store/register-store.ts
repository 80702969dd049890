/** The register's part of the store on SQLite: every operation one transaction. */
import type { Database } from 'better-sqlite3'
import * as register from './register.ts'
import type { RegisterStore } from './register-port.ts'
import type { Transactions } from './transactions.ts'

export function registerStore(database: Database, { read, write }: Transactions): RegisterStore {
  const unbuilt = (): Promise<never> => read(register.unbuilt)
  return {
    listSeries: (year) => read(() => register.listSeries(database, year)),
    addSeries: (request) => write(() => register.addSeries(database, request)),
    allocateNumber: (request) => write(() => register.allocateNumber(database, request)),
    changeSeries: unbuilt,
    numbers: unbuilt,
    number: unbuilt,
    advice: unbuilt,
    reserve: unbuilt,
    takeOnPaper: unbuilt,
    release: unbuilt,
    voidNumber: unbuilt,
    explain: unbuilt,
    bind: unbuilt,
    correct: unbuilt,
    amend: unbuilt,
    book: unbuilt,
    importBook: unbuilt,
  }
}
