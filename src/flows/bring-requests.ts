// A file of requests of another system between its upload and its import: brought, read by its columns, closed or thrown away.
import type { Act } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import { may } from '#people'
import type { ImportOutcome, ImportReading, RequestImport } from '#requests'
import { type ImportRefusal, type OnFile, changeFile, fileFor } from './brought-file.ts'
import type { Stores } from './stores.ts'

/** Keeps a file under the key of the house until it is taken in. Refuses: not-allowed. */
export async function bringRequests(
  stores: Stores,
  act: Act,
  file: Pick<RequestImport, 'office' | 'name' | 'mark' | 'headers' | 'reading'>,
  sealed: Uint8Array,
): Promise<Result<RequestImport, ImportRefusal>> {
  const answer = may(act.actor, 'import-requests', { office: file.office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const brought: RequestImport = {
    ...file,
    id: act.newId(),
    broughtBy: act.actor.person.id,
    broughtAt: act.at,
    importedAt: null,
    outcome: null,
    revision: 1,
  }
  await stores.requestImports.add(brought, sealed)
  return done(brought)
}

/** Says what the columns mean. Refuses: as a file that is gone or taken, field-twice, field-missing (day and words). */
export async function setImportReading(
  stores: Stores,
  act: Act,
  command: OnFile & { readonly reading: ImportReading },
): Promise<Result<RequestImport, ImportRefusal>> {
  const found = await fileFor(stores.requestImports, 'import-requests', act, command)
  if (!found.ok) return found
  const used = command.reading.columns.filter((field) => field !== null)
  if (new Set(used).size < used.length) return refuse({ code: 'field-twice' })
  if (!isReadable(command.reading)) return refuse({ code: 'field-missing' })
  return changeFile(stores.requestImports, found.value, { reading: command.reading })
}

/** Writes what became of each row, and lets go of the file. Refuses: as a file that is gone or taken. */
export async function closeImport(
  stores: Stores,
  act: Act,
  command: OnFile & { readonly outcome: ImportOutcome },
): Promise<Result<RequestImport, ImportRefusal>> {
  const found = await fileFor(stores.requestImports, 'import-requests', act, command)
  if (!found.ok) return found
  const change = { importedAt: act.at, outcome: command.outcome }
  return changeFile(stores.requestImports, found.value, change)
}

/** Throws a file away that was not taken in. */
export async function dropImport(
  stores: Stores,
  act: Act,
  command: OnFile,
): Promise<Result<RequestImport, ImportRefusal>> {
  const found = await fileFor(stores.requestImports, 'import-requests', act, command)
  if (found.ok) await stores.requestImports.drop(command.file)
  return found
}

/** Day and words are known: rows can be read. */
export const isReadable = ({ columns }: Pick<ImportReading, 'columns'>): boolean =>
  columns.includes('received') && columns.includes('words')
