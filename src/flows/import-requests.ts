// Requests of another system come in: brought as a file, read by its columns, taken row by row; twice is once.
import type { Act, Spreadsheet } from '#calendar'
import type { EntryId } from '#journal'
import { type Instant, type LocalDate, type Result, done, refuse } from '#kernel'
import { type Actor, may } from '#people'
import { type ReceiptCode, type RequestKey, hashFor, receiptCodeOf } from '#receipts'
import {
  type ImportLine,
  type ImportOutcome,
  type ImportReading,
  type ImportRow,
  type ImportedRow,
  type IntakeStores,
  type ReceiptHash,
  type RequestId,
  type RequestImport,
  readImportLines,
  receiveRequest,
} from '#requests'
import { type OfficeId, type Unit, type UnitCode, unitOfOffice } from '#territory'
import { type ImportRefusal, type OnFile, changeFile, fileFor } from './brought-file.ts'
import type { OfficeReaders } from './office-readers.ts'
import type { Acting, Storage, Stores } from './stores.ts'

/** What taking in leans on: who reads words, what seals them, and what stands for words that may not stand themselves. */
export type ImportHouse = {
  readonly readers: OfficeReaders
  readonly seal: (words: string) => Uint8Array
  readonly mark: (words: string) => string
}

/** The receipt of a row: the same each time it is imported, and nobody without the key of the house can tell it. */
export const receiptOfRow = (
  { mark }: Pick<ImportHouse, 'mark'>,
  office: OfficeId,
  source: string,
  externalId: string,
): ReceiptCode =>
  receiptCodeOf(mark(JSON.stringify(['receipt of a row', office, source, externalId])) as RequestKey)

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

/** What the rows say, by the places of the office today. */
export async function readImport(
  { territory }: Pick<Stores, 'territory'>,
  { mark }: Pick<ImportHouse, 'mark'>,
  of: {
    readonly office: OfficeId
    readonly rows: Spreadsheet['rows']
    readonly reading: ImportReading
    readonly now: Instant
    readonly today: LocalDate
  },
): Promise<{ readonly lines: readonly ImportLine[]; readonly units: ReadonlyMap<UnitCode, Unit> }> {
  const home = unitOfOffice(of.office) ?? null
  const units = home ? await territory.subtree(home, of.today) : await territory.children(null, of.today)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const lines = readImportLines(
    {
      home,
      units,
      nameOf: ({ name, parent }) =>
        [name.kk, parent && byCode.get(parent)?.name.kk].filter(Boolean).join(', '),
      reading: of.reading,
      otherwise: of.reading.place ?? home ?? units[0]!.code,
      now: of.now,
      mark,
    },
    of,
  )
  return { lines, units: byCode }
}

/** Rows taken in one transaction: others write to the journal in between. */
const atOnce = 100

export type Importer = {
  /** Null: the operator, who holds the key of the house. */
  readonly actor: Actor | null
  readonly acting: Acting
  readonly at: Instant
  readonly today: LocalDate
  readonly newId: () => string
  readonly newSalt: () => string
}

/**
 * Takes in every row without a fault that is not known yet, some at a time; what an interrupted import left is taken by the
 * next one. One fact tells of the whole, unless nothing was new. Refuses: not-allowed.
 */
export async function importRequests(
  storage: Pick<Storage, 'transaction'>,
  house: ImportHouse,
  by: Importer,
  file: {
    readonly office: OfficeId
    readonly mark: string
    readonly reading: Pick<ImportReading, 'source' | 'channel'>
    readonly lines: readonly ImportLine[]
  },
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { office, lines, reading } = file
  const answer = by.actor && may(by.actor, 'import-requests', { office }, by.today)
  if (answer && !answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const rows: ImportedRow[] = []
  let late = 0
  const whole = lines.flatMap(({ line, row }) => (row ? [{ line, row }] : []))
  for (let from = 0; from < whole.length; from += atOnce) {
    const some = whole.slice(from, from + atOnce)
    const taken = await storage.transaction<ImportedRow[], never>(by.acting, async (stores) =>
      done(await takeRows(stores, house, by, { office, reading, rows: some })),
    )
    if (!taken.ok) throw new Error('rows that can be read are not refused')
    rows.push(...taken.value)
    late += taken.value.filter(({ fate }, at) => fate === 'taken' && some[at]!.row.late).length
  }
  const taken = rows.filter(({ fate }) => fate === 'taken').length
  const outcome = {
    taken,
    known: rows.length - taken,
    faulty: lines.length - whole.length,
    late,
    rows,
    faults: faultsOf(lines),
  }
  if (taken > 0)
    await storage.transaction(by.acting, async ({ journal }) => {
      await journal.append([
        {
          id: by.newId() as EntryId,
          type: 'requests-imported',
          at: by.at,
          asserted: false,
          actor: by.actor?.person.id ?? null,
          office,
          subject: file.mark,
          payload: {
            source: reading.source,
            rows: lines.length,
            fresh: taken,
            known: outcome.known,
            faulty: outcome.faulty,
            file: file.mark,
          },
          corrects: null,
          salt: by.newSalt(),
        },
      ])
      return done(undefined)
    })
  return done(outcome)
}

const faultsOf = (lines: readonly ImportLine[]): ImportOutcome['faults'] =>
  lines.flatMap(({ line, faults }) => faults.map(({ field, code }) => ({ line, field, code })))

type Rows = {
  readonly office: OfficeId
  readonly reading: Pick<ImportReading, 'source' | 'channel'>
  readonly rows: readonly { readonly line: number; readonly row: ImportRow }[]
}

async function takeRows(
  stores: Stores,
  house: ImportHouse,
  by: Importer,
  { office, reading, rows }: Rows,
): Promise<ImportedRow[]> {
  const { source, channel } = reading
  const standing = new Set(
    await stores.requestImports.known(
      office,
      source,
      rows.map(({ row }) => row.externalId),
    ),
  )
  const reader = await house.readers.of(stores, office, by.today)
  const territory = rememberPlaces(stores)
  const taken: ImportedRow[] = []
  for (const { line, row } of rows) {
    const { externalId } = row
    const fresh = !standing.has(externalId) && (await takeRow(row))
    standing.add(externalId)
    taken.push({ line, externalId, fate: fresh ? 'taken' : 'known' })
  }
  return taken

  async function takeRow({ externalId, unit, words, receivedAt, kind }: ImportRow): Promise<boolean> {
    const code = receiptOfRow(house, office, source, externalId)
    const { seal } = house
    const { at, newId, newSalt } = by
    const outcome = await receiveRequest(
      { ...stores, territory },
      { reader, seal, at, newId, newSalt },
      {
        id: `row-${house.mark(JSON.stringify([office, source, externalId]))}` as RequestId,
        office,
        unit,
        meeting: null,
        channel,
        words,
        receivedAt,
        asserted: true,
        enteredBy: by.actor?.person.id ?? null,
        receipt: hashFor('request', code) as ReceiptHash,
        source,
        externalId,
        kind,
        proven: true,
        from: null,
      },
    )
    if (!outcome.ok) throw new Error(`a row that was read is refused: ${outcome.refusal.code}`)
    return outcome.value.fresh
  }
}

/** Rows of one file name few places: each is asked for once. */
function rememberPlaces({ territory }: Stores): IntakeStores['territory'] {
  const lineages = new Map<string, Promise<Unit[]>>()
  const offices = new Map<string, ReturnType<typeof territory.office>>()
  const once = <T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> => {
    const there = kept.get(key) ?? ask()
    kept.set(key, there)
    return there
  }
  return {
    office: (id) => once(offices, id, () => territory.office(id)),
    lineage: (code, on) => once(lineages, `${code} ${on}`, () => territory.lineage(code, on)),
  }
}
