/** The store on SQLite: every operation one transaction that takes the write lock at once, so that two processes never interleave. */
import type { Database } from 'better-sqlite3'
import type { Profile } from '../../shared/api/types.ts'
import * as acts from './acts.ts'
import * as snapshots from './snapshots.ts'
import { backupStore } from './backup-store.ts'
import { connect, connectNew } from './connect.ts'
import * as documents from './documents.ts'
import { countChangesElsewhere } from './elsewhere.ts'
import { refusalFor } from './faults.ts'
import { readFamilies, writeFamilies } from './fonts.ts'
import { importIssue } from './issues.ts'
import { libraryLog, recordLibraryAct } from './library-log.ts'
import { importIssued } from './register-import.ts'
import { addSeries } from './register-series.ts'
import { watchPlace } from './place.ts'
import { registerStore } from './register-store.ts'
import { requireRow, toRecord } from './rows.ts'
import { searchStore } from './search-store.ts'
import type { Store } from './store.ts'
import { writeTurns } from './write-turns.ts'
import { writeHold } from './write-hold.ts'

/** Opens the library at `file`. Refused as `connect` says. */
export function openStore(file: string): Store {
  return storeOn(connect(file), file)
}

/** Makes a library at `file` for an office, with its series. Refused as `connectNew` says, and badRequest for a code that stands twice. */
export function createStore(file: string, profile: Profile, codes: readonly string[]): Store {
  const fill = (database: Database): void => {
    writeProfile(database, profile)
    for (const code of codes) addSeries(database, { code, who: profile.user })
  }
  return storeOn(connectNew(file, fill), file)
}

function storeOn(database: Database, file: string): Store {
  const assertInPlace = watchPlace(file)
  const hold = writeHold()
  const inTurn = writeTurns(database)
  // Async, so that a refusal is a rejected promise and the port fits engines that are not synchronous.
  const run = async <T>(work: () => T, how: 'read' | 'write'): Promise<T> => {
    try {
      if (how === 'write') {
        const held = hold.waiting()
        if (held) await held
        assertInPlace()
      }
      return await (how === 'write' ? inTurn(work) : Promise.resolve(database.transaction(work).deferred()))
    } catch (error) {
      throw refusalFor(file, error) ?? error
    }
  }
  const read = <T>(work: () => T): Promise<T> => run(work, 'read')
  const write = <T>(work: () => T): Promise<T> => run(work, 'write')
  const changesElsewhere = countChangesElsewhere(database)
  const { stopBackups, ...backups } = backupStore(database, { file, assertInPlace, hold })
  return {
    file,
    profile: () => read(() => readProfile(database)),
    setProfile: (profile) => write(() => writeProfile(database, profile)),
    fontFamilies: () => read(() => readFamilies(database)),
    setFontFamilies: (families) => write(() => writeFamilies(database, families)),
    listDocuments: () => read(() => documents.listDocuments(database, 'kept')),
    listDiscarded: () => read(() => documents.listDocuments(database, 'discarded')),
    getOriginal: (id) => read(() => documents.originalOf(database, id)),
    getDocument: (id) => read(() => toRecord(database, requireRow(database, id))),
    createDraft: (draft) => write(() => documents.createDraft(database, draft)),
    importIssued: (arrival, number) => write(() => importIssued(database, arrival, number)),
    importIssue: (arrival) => write(() => importIssue(database, arrival)),
    saveDraft: (save) => write(() => documents.saveDraft(database, save)),
    discardDraft: (id, who) => write(() => void documents.setDiscarded(database, id, true, who)),
    restoreDraft: (id, who) => write(() => documents.setDiscarded(database, id, false, who)),
    signDocument: (id, signer, who, revision, settle) => write(() => acts.signDocument(database, id, { signer, who, revision, settle })),
    act: (request) => write(() => acts.act(database, request)),
    recordWritten: (id, written) => write(() => snapshots.recordWritten(database, id, written)),
    recordLibraryAct: (act) => write(() => recordLibraryAct(database, act)),
    libraryLog: () => read(() => libraryLog(database)),
    snapshots: (id) => read(() => snapshots.listSnapshots(database, id)),
    snapshot: (id) => read(() => snapshots.readSnapshot(database, id)),
    people: () => read(() => snapshots.people(database)),
    keepImage: (bytes) => write(() => documents.keepBlob(database, bytes)),
    readBlob: (sha256) => read(() => documents.readBlob(database, sha256)),
    ...registerStore(database, { read, write }),
    ...searchStore(database, { read, write }),
    ...backups,
    changesElsewhere: () => read(changesElsewhere),
    close: () => {
      stopBackups()
      database.close()
      return Promise.resolve()
    },
  }
}

function readProfile(database: Database): Profile {
  const row = database
    .prepare<[], Profile>('SELECT office, user, gazette_name AS gazetteName FROM profile WHERE id = 1')
    .get()
  return row ?? { office: '', user: '', gazetteName: '' }
}

function writeProfile(database: Database, profile: Profile): void {
  database
    .prepare('INSERT OR REPLACE INTO profile (id, office, user, gazette_name) VALUES (1, ?, ?, ?)')
    .run(profile.office, profile.user, profile.gazetteName)
}
