// Requests of another system come in: read by the columns of their file, taken row by row; twice is once.
import type { MeetingId, Spreadsheet } from '#calendar'
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
  isMeetingOf,
  readImportLines,
  receiveRequest,
} from '#requests'
import { type OfficeId, type Unit, type UnitCode, placesOf, unitOfOffice } from '#territory'
import type { ImportRefusal } from './brought-file.ts'
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
  const units = await placesOf(territory, home, of.today)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const lines = readImportLines(
    {
      home,
      units,
      nameOf: ({ name, parent }) =>
        [name.kk, parent && byCode.get(parent)?.name.kk].filter(Boolean).join(', '),
      reading: of.reading,
      otherwise: of.reading.place ?? home,
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
 * next one. A row that is known stays with its meeting, whichever is named now. One fact tells of the whole, unless nothing
 * was new. Refuses: not-allowed, no-such-meeting (of this office, or it was cancelled).
 */
export async function importRequests(
  storage: Pick<Storage, 'transaction'>,
  house: ImportHouse,
  by: Importer,
  file: {
    readonly office: OfficeId
    readonly mark: string
    readonly reading: Pick<ImportReading, 'source' | 'channel'>
    /** For which meeting of the office the file is; null: for the office. */
    readonly meeting: MeetingId | null
    readonly lines: readonly ImportLine[]
  },
): Promise<Result<ImportOutcome, ImportRefusal | NoSuchMeeting>> {
  const { office, lines, reading, meeting } = file
  const answer = by.actor && may(by.actor, 'import-requests', { office }, by.today)
  if (answer && !answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (meeting !== null) {
    const known = await storage.transaction(by.acting, async (stores) =>
      done(await isMeetingOf(stores, meeting, office)),
    )
    if (!known.ok || !known.value) return refuse({ code: 'no-such-meeting', meeting })
  }
  const rows: ImportedRow[] = []
  let [late, elsewhere] = [0, 0]
  const whole = lines.flatMap(({ line, row }) => (row ? [{ line, row }] : []))
  for (let from = 0; from < whole.length; from += atOnce) {
    const some = whole.slice(from, from + atOnce)
    const taken = await storage.transaction<TakenRows, never>(by.acting, async (stores) =>
      done(await takeRows(stores, house, by, { office, reading, meeting, rows: some })),
    )
    if (!taken.ok) throw new Error('rows that can be read are not refused')
    rows.push(...taken.value.rows)
    late += taken.value.rows.filter(({ fate }, at) => fate === 'taken' && some[at]!.row.late).length
    elsewhere += taken.value.elsewhere
  }
  const taken = rows.filter(({ fate }) => fate === 'taken').length
  const outcome = {
    taken,
    known: rows.length - taken,
    faulty: lines.length - whole.length,
    late,
    meeting,
    elsewhere,
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
            ...(meeting ? { meeting } : {}),
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

type NoSuchMeeting = { readonly code: 'no-such-meeting'; readonly meeting: MeetingId }

type Rows = {
  readonly office: OfficeId
  readonly meeting: MeetingId | null
  readonly reading: Pick<ImportReading, 'source' | 'channel'>
  readonly rows: readonly { readonly line: number; readonly row: ImportRow }[]
}

type TakenRows = { readonly rows: ImportedRow[]; readonly elsewhere: number }

async function takeRows(
  stores: Stores,
  house: ImportHouse,
  by: Importer,
  { office, reading, meeting, rows }: Rows,
): Promise<TakenRows> {
  const { source, channel } = reading
  const standing = new Map(
    await stores.requestImports.known(
      office,
      source,
      rows.map(({ row }) => row.externalId),
    ),
  )
  const reader = await house.readers.of(stores, office, by.today)
  const territory = rememberPlaces(stores)
  const taken: ImportedRow[] = []
  let elsewhere = 0
  for (const { line, row } of rows) {
    const { externalId } = row
    const before = standing.get(externalId)
    const now = before === undefined ? await takeRow(row) : { fresh: false, meeting: before }
    standing.set(externalId, now.meeting)
    if (now.meeting !== meeting) elsewhere += 1
    taken.push({ line, externalId, fate: now.fresh ? 'taken' : 'known' })
  }
  return { rows: taken, elsewhere }

  async function takeRow({ externalId, unit, words, receivedAt, kind }: ImportRow) {
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
        meeting,
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
    const { request, fresh } = outcome.value
    return { fresh, meeting: request.meeting }
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
