// What the page of a place needs: its meetings, its akims, and what the law promises it.
import { type LocalDate, yearOf } from '#kernel'
import type { Law, Verdict } from '#law'
import {
  type Holder,
  type Office,
  type Unit,
  type UnitCode,
  akimOffice,
  isRegion,
  officesOf,
} from '#territory'
import type { PublicMeeting, PublicReadings, Stores } from '#flows'
import { noticeVerdicts } from './meeting-law.ts'
import { type Owed, visitsOwed } from './read-promises.ts'

export type PlaceReading = {
  readonly unit: Unit
  readonly above: readonly Unit[]
  readonly below: readonly Unit[]
  readonly year: number
  readonly years: readonly number[]
  /** Meetings of the year here, in the places above that take this one in, and of the place's own akim. */
  readonly meetings: readonly PublicMeeting[]
  /** The soonest that is still to come, of this year or a later one. */
  readonly next: PublicMeeting | null
  /** For a region that has no meeting of its own ahead: what comes next anywhere in it. */
  readonly nextInRegion: readonly PublicMeeting[]
  /** How the announcement of a past meeting is judged, by meeting. */
  readonly notices: ReadonlyMap<string, Verdict>
  readonly owed: Owed
  /** The akims of this place and of those above it, nearest first, with whoever holds the office. */
  readonly responsible: readonly { readonly office: Office; readonly holder: Holder | null }[]
}

export async function readPlace(
  stores: Stores,
  law: Law,
  code: UnitCode,
  asked: number | null,
  today: LocalDate,
): Promise<PlaceReading | null> {
  const read = stores.readings
  const lineage = await read.lineage(code, today)
  const [unit, ...above] = lineage
  if (!unit) return null
  const years = await read.publishedYears(lineage.at(-1)!.code)
  const year = asked ?? yearToShow(years, today)
  // With the neighbours of all of them: what the law promises a place depends on what else lies there.
  const around = await read.childrenOf(
    lineage.map(({ code }) => code),
    today,
  )
  const meetings = await meetingsOfPlace(read, lineage, year)
  const ahead = []
  for (const other of years.filter((other) => other >= yearOf(today)))
    ahead.push(...(other === year ? meetings : await meetingsOfPlace(read, lineage, other)))
  const past = meetings.filter(({ day }) => day < today)
  const next = soonest(ahead, unit, today)
  const nextInRegion =
    !next && isRegion(unit.kind) ? await read.nextOfCalendar(unit.code, year, today, 4) : []
  const akims = lineage.flatMap((one) => officesOf(one).filter(({ id }) => id === akimOffice(one.code)))
  const holders = await read.holders(
    akims.map(({ id }) => id),
    today,
  )
  const responsible = akims.map((office) => ({ office, holder: holders.get(office.id) ?? null }))
  return {
    unit,
    above,
    below: around.filter(({ parent }) => parent === unit.code),
    year,
    years,
    meetings,
    next,
    nextInRegion,
    notices: await noticeVerdicts(stores, law, past, today),
    owed: visitsOwed(law, lineage, around, year),
    responsible,
  }
}

/** Held here or by the akim of this place; the others are held in a place above, for this one too. */
export const isOwn = (meeting: PublicMeeting, unit: Unit): boolean =>
  meeting.unit.code === unit.code || meeting.office.unit === unit.code

const meetingsOfPlace = (read: PublicReadings, lineage: readonly Unit[], year: number) =>
  read.meetingsOfPlace(
    lineage.map(({ code }) => code),
    akimOffice(lineage[0]!.code),
    year,
  )

function soonest(meetings: readonly PublicMeeting[], unit: Unit, today: LocalDate): PublicMeeting | null {
  const ahead = meetings.filter(({ day, status }) => day >= today && status === 'planned').toSorted(byTime)
  return ahead.find((meeting) => isOwn(meeting, unit)) ?? ahead[0] ?? null
}

const byTime = (a: PublicMeeting, b: PublicMeeting) => (a.day + a.start < b.day + b.start ? -1 : 1)

/** This year while it has a calendar, else the nearest year that has one, else this year. */
function yearToShow(years: readonly number[], today: LocalDate): number {
  const now = yearOf(today)
  return years.includes(now) ? now : (years[0] ?? now)
}
