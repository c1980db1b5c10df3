// An office brings its earlier calendar and meetings along: facts that it asserts, shown so, written once.
import {
  type Act,
  type Assumed,
  type Columns,
  type ImportFile,
  type OldLine,
  type OldMeeting,
  type Spreadsheet,
  entryBy,
  guessColumns,
  nothingAssumed,
  readDay,
  readOldLines,
} from '#calendar'
import { type Instant, type LocalDate, type Result, addDays, done, refuse } from '#kernel'
import type { NewEntry, Payload } from '#journal'
import { type Both, type Meeting, plainDetails } from '#meetings'
import { may } from '#people'
import { type OfficeId, type Unit, type UnitCode, foldName, unitOfOffice } from '#territory'
import { type ImportRefusal, type OnFile, changeFile, fileFor } from './brought-file.ts'
import type { Stores } from './stores.ts'

/** Files are forgotten after so many days; what was imported from them stays. */
const daysKept = 30

/** Keeps a file with a first guess of its columns. Refuses: not-allowed. */
export async function bringFile(
  stores: Stores,
  act: Act,
  {
    office,
    ...file
  }: { readonly office: OfficeId; readonly name: string; readonly sha256: string } & Spreadsheet,
): Promise<Result<ImportFile, ImportRefusal>> {
  const answer = may(act.actor, 'import-old', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  await stores.imports.forgetBefore(office, `${addDays(act.today, -daysKept)}T00:00:00.000Z` as Instant)
  const habits = await stores.imports.habits(office)
  const brought: ImportFile = {
    ...file,
    id: act.newId(),
    office,
    reading: {
      columns: guessColumns(file.headers, habits?.columns ?? {}),
      assumed: habits?.assumed ?? nothingAssumed,
    },
    broughtAt: act.at,
    importedAt: null,
    outcome: null,
    revision: 1,
  }
  await stores.imports.add(brought)
  return done(brought)
}

/**
 * Says which column is what, and what is meant where a cell is empty; the office's next file is read in the same way.
 *
 * Refuses: not-allowed, no-such-file, imported-already, changed-meanwhile, field-twice, field-missing (day and place).
 */
export async function setColumns(
  stores: Stores,
  act: Act,
  command: OnFile & { readonly columns: Columns; readonly assumed: Assumed },
): Promise<Result<ImportFile, ImportRefusal>> {
  const found = await fileFor(stores.imports, 'import-old', act, command)
  if (!found.ok) return found
  const { columns, assumed } = command
  const used = columns.filter((field) => field !== null)
  if (new Set(used).size < used.length) return refuse({ code: 'field-twice' })
  if (!used.includes('day') || !used.includes('place')) return refuse({ code: 'field-missing' })
  const saved = await changeFile(stores.imports, found.value, { reading: { columns, assumed } })
  if (!saved.ok) return saved
  const before = await stores.imports.habits(command.office)
  await stores.imports.saveHabits(command.office, {
    columns: {
      ...before?.columns,
      ...Object.fromEntries(saved.value.headers.map((header, at) => [foldName(header), columns[at] ?? null])),
    },
    assumed,
  })
  return saved
}

/** Throws a file away that was not imported. Refuses as `setColumns`. */
export async function dropFile(
  stores: Stores,
  act: Act,
  command: OnFile,
): Promise<Result<ImportFile, ImportRefusal>> {
  const found = await fileFor(stores.imports, 'import-old', act, command)
  if (found.ok) await stores.imports.drop(command.file)
  return found
}

export type ReadOld = {
  readonly lines: readonly OldLine[]
  /** Ids of meetings that stand here already, from this list or from a calendar. */
  readonly known: ReadonlySet<string>
  readonly units: ReadonlyMap<UnitCode, Unit>
  /** The years of the meetings, the first one first: they will be judged from their beginning. */
  readonly years: readonly number[]
}

/** What the lines of a file say today, by the places of the office's own territory on the day of each meeting. */
export async function readOld(stores: Stores, file: ImportFile, today: LocalDate): Promise<ReadOld> {
  const home = unitOfOffice(file.office)!
  const units = await versionsBelow(stores, home, file, today)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const lines = readOldLines(
    {
      office: file.office,
      home,
      units,
      today,
      ...file.reading,
      nameOf: ({ name, parent }) =>
        [name.kk, parent && byCode.get(parent)?.name.kk].filter(Boolean).join(', '),
    },
    file.rows,
  )
  const meetings = lines.flatMap(({ meeting }) => (meeting ? [meeting] : []))
  const years = [...new Set(meetings.map(({ day }) => Number(day.slice(0, 4))))].toSorted()
  const standing = new Set<string>()
  for (const year of years)
    for (const { day, unit } of await stores.readings.meetingsOf(file.office, year))
      standing.add(`${day} ${unit.code}`)
  for (const { day, unit } of await stores.meetings.ofOffice(file.office)) standing.add(`${day} ${unit}`)
  return {
    lines,
    known: new Set(
      meetings.filter(({ day, unit }) => standing.has(`${day} ${unit}`)).map(({ id }) => id as string),
    ),
    units: byCode,
    years,
  }
}

/** Every version that the units below had on the first or last day of a year in the file, or have today. */
async function versionsBelow(
  { territory }: Stores,
  home: UnitCode,
  { rows, reading }: ImportFile,
  today: LocalDate,
): Promise<Unit[]> {
  const now = Number(today.slice(0, 4))
  const years = new Set<number>([now])
  const at = reading.columns.indexOf('day')
  for (const { cells } of rows) {
    const year = typeof cells === 'string' ? NaN : Number(readDay(cells[at] ?? '')?.slice(0, 4))
    if (year >= now - 12 && year <= now + 1) years.add(year)
  }
  const days = [today, ...[...years].flatMap((year) => [`${year}-01-01`, `${year}-12-31`])] as LocalDate[]
  const versions = new Map<string, Unit>()
  for (const day of days)
    for (const unit of await territory.subtree(home, day)) versions.set(`${unit.code} ${unit.from}`, unit)
  return [...versions.values()]
}

/**
 * Writes every line that has no fault and is not known yet; the same file again changes nothing.
 *
 * Refuses: not-allowed, no-such-file, imported-already, changed-meanwhile, nothing-to-import.
 */
export async function importOld(
  stores: Stores,
  act: Act,
  command: OnFile & { readonly words: Both },
): Promise<Result<ImportFile, ImportRefusal>> {
  const found = await fileFor(stores.imports, 'import-old', act, command)
  if (!found.ok) return found
  const file = found.value
  const { lines, known } = await readOld(stores, file, act.today)
  const fresh = lines.flatMap(({ meeting }) => (meeting && !known.has(meeting.id) ? [meeting] : []))
  const outcome = {
    taken: fresh.length,
    known: known.size,
    faulty: lines.filter(({ meeting }) => !meeting).length,
  }
  if (fresh.length + known.size === 0) return refuse({ code: 'nothing-to-import' })
  const region = (await stores.territory.lineage(unitOfOffice(file.office)!, act.today)).at(-1)!.code
  const numbers = new Map<number, number>()
  const entries: NewEntry[] = []
  for (const old of fresh) {
    const year = Number(old.day.slice(0, 4))
    const number = numbers.get(year) ?? (await stores.meetings.nextNumber(file.office, year))
    numbers.set(year, number + 1)
    const meeting = meetingFrom(old, { office: file.office, region, number, words: command.words, act })
    if (!(await stores.meetings.add(meeting))) continue
    await stores.meetings.show(meeting, act.at)
    entries.push(...factsOf(old, file.office, act))
  }
  const saved = await changeFile(stores.imports, file, { importedAt: act.at, outcome })
  if (!saved.ok) return saved
  entries.push(
    entryBy(act, {
      type: 'old-imported',
      office: file.office,
      subject: file.id,
      payload: { file: file.name, sha256: file.sha256, ...outcome },
    }),
  )
  await stores.journal.append(entries)
  return saved
}

type Beside = {
  readonly office: OfficeId
  readonly region: UnitCode
  readonly number: number
  readonly words: Both
  readonly act: Act
}

const meetingFrom = (old: OldMeeting, { office, region, number, words, act }: Beside): Meeting => ({
  id: old.id,
  number,
  year: Number(old.day.slice(0, 4)),
  office,
  unit: old.unit,
  region,
  state: old.status === 'cancelled' ? 'cancelled' : 'planned',
  day: old.day,
  start: old.start,
  record: old.id,
  earlier: [],
  cancelled: old.status === 'cancelled' ? { reason: words, at: act.at } : null,
  place: null,
  outside: { reason: 'other', words, answers: [], imported: { inCalendar: old.inCalendar } },
  details: plainDetails(old.form, old.minutes),
  notice: { kk: '', ru: '', behind: null },
  signature: null,
  change: null,
  notices: 0,
  announced: null,
  editors: [],
  revision: 1,
  sequence: 0,
})

/** The statutory facts of a line (facts.md §3): each dated by the list, so asserted. */
function factsOf(old: OldMeeting, office: OfficeId, act: Act): NewEntry[] {
  const fact = (type: string, at: LocalDate, payload: Payload): NewEntry => ({
    ...entryBy(act, { type, office, subject: old.id, payload }),
    at,
    asserted: true,
  })
  const { id, unit, day, start, status, form, notice, resultsDay } = old
  return [
    fact('meeting', day, {
      id,
      office,
      unit,
      day,
      start,
      status,
      form,
      in_calendar: old.inCalendar,
      planned_minutes: old.minutes,
      ...(old.heldBy ? { held_by: old.heldBy } : {}),
    }),
    ...(notice ? [fact('notice-published', notice.day, { meeting: id, channel: notice.channel })] : []),
    ...(resultsDay
      ? [fact('results-published', resultsDay, { meeting: id, channel: notice?.channel ?? 'official-site' })]
      : []),
  ]
}
