/** The register's part of the store on SQLite: every operation one transaction. */
import type { Database } from 'better-sqlite3'
import * as documents from './register-documents.ts'
import { importBook } from './register-import.ts'
import type { RegisterStore } from './register-port.ts'
import * as series from './register-series.ts'
import * as sheet from './register-sheet.ts'
import * as register from './register.ts'
import type { Transactions } from './transactions.ts'

export function registerStore(database: Database, { read, write }: Transactions): RegisterStore {
  return {
    listSeries: (year) => read(() => series.listSeries(database, year)),
    addSeries: (request) => write(() => series.addSeries(database, request)),
    changeSeries: (request) => write(() => series.changeSeries(database, request)),
    numbers: (seriesId, year) => read(() => sheet.numberSheet(database, seriesId, year)),
    number: (key) => read(() => sheet.numberDetail(database, key)),
    advice: (request) => read(() => documents.advice(database, request)),
    allocateNumber: (request) => write(() => documents.allocateNumber(database, request)),
    reserve: (request) => write(() => register.reserve(database, request)),
    takeOnPaper: (request) => write(() => register.takeOnPaper(database, request)),
    release: (request) => write(() => register.release(database, request)),
    voidNumber: (request) => write(() => register.voidNumber(database, request)),
    explain: (request) => write(() => register.explain(database, request)),
    bind: (request) => write(() => documents.bind(database, request)),
    correct: (request) => write(() => documents.correct(database, request)),
    amend: (request) => write(() => register.amend(database, request)),
    book: (seriesId, year) => read(() => sheet.book(database, seriesId, year)),
    importBook: (lines, how) => (how.dryRun ? rehearsed(write, () => importBook(database, lines, how)) : write(() => importBook(database, lines, how))),
  }
}

/** Carried out and taken back, so that what is foretold is what would happen. */
class Rehearsal<T> extends Error {
  readonly result: T
  constructor(result: T) {
    super('taken back')
    this.result = result
  }
}

async function rehearsed<T>(write: Transactions['write'], work: () => T): Promise<T> {
  try {
    return await write<T>(() => {
      throw new Rehearsal(work())
    })
  } catch (error) {
    if (error instanceof Rehearsal) return error.result as T
    throw error
  }
}
