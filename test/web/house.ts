// The house of the page tests: readings over the small register, a year of meetings, and a clock that stands still.
import { type Instant, type LocalDate, type Period, addDays, localDate, parseInstant, weekday } from '#kernel'
import type { CalendarId, MeetingId, Release } from '#calendar'
import type {
  CalendarFilter,
  NationalReadings,
  PublicMeeting,
  PublicReadings,
  PublishedCalendar,
  Stores,
} from '#flows'
import type { Entry, EntryId } from '#journal'
import { readActs } from '#law'
import { type Office, type Unit, type UnitCode, foldName, officesOf, readDemonstration } from '#territory'
import { sealBox } from '#notices'
import type { WebHouse } from '#web'
import { intake, secrets } from '../intake.ts'

export const now = parseInstant('2026-09-14T06:00:00Z')!
const published = parseInstant('2026-01-13T05:20:00Z')!

const root = new URL('../../', import.meta.url).pathname
export const law = readActs(`${root}acts`)
export const demoUnits: readonly Unit[] = readDemonstration(`${root}data/demonstration/territory.yaml`).map(
  (unit) => ({
    ...unit,
    from: null,
    to: null,
  }),
)

type Options = {
  units?: readonly Unit[]
  /** Only so many meetings, from the beginning of the year. */
  meetings?: number
  /** Only so many of those that lie ahead. */
  ahead?: number
  demonstration?: boolean
  today?: Instant
}

/** A house with so many of the year's meetings (all, when not said). */
export function houseWith({
  units = demoUnits,
  meetings,
  ahead,
  demonstration = true,
  today = now,
}: Options = {}): WebHouse {
  const faults: unknown[] = []
  const year = yearOfMeetings(units)
  const all =
    ahead === undefined
      ? year.slice(0, meetings)
      : year.filter(({ day }) => day >= now.slice(0, 10)).slice(0, ahead)
  const stores = storesOver(units, all, demonstration)
  return {
    storage: {
      readPublic: async (verb) => verb(stores),
      readOffice: async () => Promise.reject(new Error('no office reads these pages')),
      transaction: async () => Promise.reject(new Error('nobody writes on these pages')),
      sealed: async () => Promise.reject(new Error('nobody subscribes on these pages')),
    },
    notices: { box: sealBox(new Uint8Array(32)), channels: [] },
    books: { law, holidays: new Map() },
    clock: () => today,
    standing: { origin: null, proxies: 0 },
    note: () => {},
    report: (fault) => `F${faults.push(fault)}`,
    newId: () => 'id',
    newSalt: () => 'salt',
    intake,
    secrets,
  }
}

function storesOver(
  units: readonly Unit[],
  meetings: readonly PublicMeeting[],
  demonstration: boolean,
): Stores {
  const readings = readingsOver(units, meetings, demonstration)
  const below = (code: UnitCode): Unit[] =>
    units.flatMap((unit) => (unit.parent === code ? [unit, ...below(unit.code)] : []))
  const subtree = (code: UnitCode) => [...units.filter((unit) => unit.code === code), ...below(code)]
  const entries = journalOf(meetings)
  return {
    readings,
    national: nationalOver(units, meetings),
    search: {
      placesNamed: async () => [],
      nearPlaceName: async () => null,
      meetingsAhead: async () => [],
      open: async () => ({
        problems: { things: [], whole: false },
        demands: { things: [], whole: false },
      }),
      knows: async () => true,
    },
    calendars: calendarsOver(units, meetings),
    territory: {
      ...readings,
      subtree: async (code: UnitCode) => subtree(code),
      officesBelow: async (code: UnitCode) => subtree(code).flatMap(officesOf),
    },
    meetings: { notices: async () => [] },
    polls: { find: async () => null, ofUnits: async () => [] },
    demands: { find: async () => null, ofUnits: async () => [] },
    pools: { versions: async () => [] },
    problems: { find: async () => null, ofMeeting: async () => [], listed: async () => [] },
    schedules: { newestReleases: async () => [], releases: async () => [], procedures: async () => [] },
    journal: {
      entries: async ({
        office,
        offices = office === undefined ? undefined : [office],
        subjects,
      }: {
        office?: string
        subjects?: readonly string[]
        offices?: (string | null | undefined)[]
      }) =>
        entries.filter(
          (entry) =>
            (offices?.includes(entry.office) ?? true) && (subjects?.includes(entry.subject ?? '') ?? true),
        ),
    },
  } as unknown as Stores
}

/** One release for a region whose meetings there are. */
function calendarsOver(units: readonly Unit[], meetings: readonly PublicMeeting[]) {
  const newestRelease = async (region: UnitCode, year: number): Promise<Release | null> => {
    const own = meetings.filter((meeting) => meeting.region === region && meeting.year === year)
    const unit = units.find(({ code }) => code === region)
    return own.length === 0 || !unit
      ? null
      : ({
          calendar: `calendar.${region}` as CalendarId,
          number: 1,
          publishedAt: published,
          hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          content: {
            region: { code: region, name: unit.name },
            year,
            meetings: own.map(({ office, unit: at, ...meeting }) => ({
              ...meeting,
              office: office.id,
              officeName: office.name,
              unit: at.code,
              unitName: at.name,
            })),
          },
        } as unknown as Release)
  }
  return {
    newestRelease,
    releases: async (calendar: CalendarId) => {
      const release = await newestRelease(calendar.slice('calendar.'.length) as UnitCode, 2026)
      return release ? [release] : []
    },
  }
}

/** Enough of the country for the small register: one page that holds everything. */
const nationalOver = (units: readonly Unit[], meetings: readonly PublicMeeting[]): NationalReadings => ({
  list: async ({ from }) => ({
    meetings: meetings.filter(({ day }) => day >= from).slice(0, 30),
    before: false,
    after: false,
  }),
  days: async () => [],
  regionCounts: async () => new Map(meetings.map(({ region }) => [region, meetings.length])),
  meetingsOn: async (day) => meetings.filter((meeting) => meeting.day === day),
  units: async (codes) => units.filter(({ code }) => codes.includes(code)),
  within: async () => [],
  changes: async () => [],
})

/** Each meeting as a fact, and for the past ones the announcement: in time, in the disputed day, late, never. */
function journalOf(meetings: readonly PublicMeeting[]): Entry[] {
  return meetings.flatMap((meeting, index) => {
    const fact = (type: string, at: string, payload: Entry['payload']): Entry => ({
      id: `${meeting.id}.${type}` as EntryId,
      type,
      at: at as LocalDate,
      asserted: false,
      actor: null,
      office: meeting.office.id,
      subject: meeting.id,
      payload,
      corrects: null,
      salt: '',
      seq: index + 1,
      recordedAt: published,
      previous: '',
      digest: '',
      hash: '',
    })
    const { day, start, form, status, plannedMinutes } = meeting
    const ahead = [20, meeting.office.post === 'district-akim' ? 14 : 7, 3, null][index % 4]
    const known = day <= '2026-09-25' && ahead !== null && ahead !== undefined
    return [
      fact('meeting', published, {
        id: meeting.id,
        office: meeting.office.id,
        unit: meeting.unit.code,
        day,
        start,
        status,
        form,
        in_calendar: true,
        planned_minutes: plannedMinutes,
        ...(status === 'held' ? { held_by: 'holder' } : {}),
      }),
      ...(known
        ? [fact('notice-published', addDays(day, -ahead), { meeting: meeting.id, channel: 'official-site' })]
        : []),
    ]
  })
}

function readingsOver(
  units: readonly Unit[],
  meetings: readonly PublicMeeting[],
  demonstration: boolean,
): PublicReadings {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const lineage = (code: UnitCode): Unit[] => {
    const unit = byCode.get(code)
    return unit ? [unit, ...(unit.parent ? lineage(unit.parent) : [])] : []
  }
  const within = (meeting: PublicMeeting, code: UnitCode) =>
    [meeting.unit, ...meeting.above].some((unit) => unit.code === code)
  const passes = (meeting: PublicMeeting, { office, unit, month }: CalendarFilter) =>
    (office === undefined || meeting.office.id === office) &&
    (unit === undefined || within(meeting, unit)) &&
    (month === undefined || Number(meeting.day.slice(5, 7)) === month)
  const ofCalendar = (region: UnitCode, year: number) =>
    meetings.filter((meeting) => meeting.region === region && meeting.year === year)
  const calendar = (region: UnitCode, year: number): PublishedCalendar | null =>
    ofCalendar(region, year).length === 0
      ? null
      : {
          region: byCode.get(region)!,
          year,
          approvedAt: parseInstant('2026-01-12T09:00:00Z')!,
          release: 1,
          publishedAt: published,
          submittedAt: parseInstant('2026-01-19T04:00:00Z')!,
          hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        }
  return {
    isDemonstration: async () => demonstration,
    unit: async (code) => byCode.get(code) ?? null,
    lineage: async (code) => lineage(code),
    children: async (code) => units.filter(({ parent }) => parent === code),
    // Nobody has imported a map.
    borders: async () => [],
    thatSort: async (offices) => new Set(offices),
    points: async () => new Map(),
    search: async (words, _on, limit) =>
      units
        .filter(({ short, name }) =>
          [...Object.values(short), ...Object.values(name)].some((text) =>
            foldName(text).startsWith(foldName(words)),
          ),
        )
        .slice(0, limit)
        .map((unit) => ({ unit, above: lineage(unit.code).slice(1) })),
    office: async (id) => {
      const unit = byCode.get(id.replace('akim.', '') as UnitCode)
      return unit?.hasAkim ? officeOf(unit) : null
    },
    holder: async () => null,
    holders: async () => new Map(),
    childrenOf: async (codes) => units.filter(({ parent }) => parent !== null && codes.includes(parent)),
    meetingsOfPlace: async (codes, office, year) =>
      meetings.filter(
        (meeting) =>
          (codes.includes(meeting.unit.code) || meeting.office.id === office) &&
          meeting.day.startsWith(`${year}`),
      ),
    nextMeetings: async (from, limit) => meetings.filter(({ day }) => day >= from).slice(0, limit),
    meetingsAt: async (codes, year) =>
      meetings.filter(({ unit, day }) => codes.includes(unit.code) && day.startsWith(`${year}`)),
    meetingsOf: async (office, year) =>
      meetings.filter((meeting) => meeting.office.id === office && meeting.day.startsWith(`${year}`)),
    commissionOf: async () => null,
    meeting: async (id) => meetings.find((meeting) => meeting.id === id) ?? null,
    publishedYears: async (region) => (ofCalendar(region, 2026).length > 0 ? [2026] : []),
    publishedCalendar: async (region, year) => calendar(region, year),
    calendarMeetings: async (region, year, filter, { offset, limit }) => {
      const found = ofCalendar(region, year).filter((meeting) => passes(meeting, filter))
      return { meetings: found.slice(offset, offset + limit), total: found.length }
    },
    nextOfCalendar: async (region, year, from, limit) =>
      ofCalendar(region, year)
        .filter(({ day }) => day >= from)
        .slice(0, limit),
    feedMark: async (scope) => JSON.stringify(scope),
    calendarChoices: async (region, year) => {
      const found = ofCalendar(region, year)
      return {
        offices: [...new Map(found.map(({ office }) => [office.id, office])).values()],
        units: [
          ...new Map(
            found
              .flatMap(({ unit, above }) => [unit, ...above.slice(0, -1)])
              .map((unit) => [unit.code, unit]),
          ).values(),
        ],
      }
    },
  }
}

const officeOf = (unit: Unit): Office => officesOf(unit)[0]!

/** Akims meet what edition 2 asks: the oblast's in the district, the district's in each okrug, the okrug's in each village. */
function yearOfMeetings(units: readonly Unit[]): PublicMeeting[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const meetings: PublicMeeting[] = []
  let number = 0
  for (const unit of units) {
    const holder = unit.parent === null ? undefined : byCode.get(unit.parent)
    if (!holder?.hasAkim) continue
    const yearly = holder.kind === 'oblast'
    for (const half of yearly ? [2] : [1, 2]) {
      number++
      const first = localDate(half === 1 ? '2026-02-03' : '2026-07-14')
      const proposedDay = workingDay(addDays(first, (number * 37) % 140))
      const moved = number % 9 === 0
      const above = [holder, ...(holder.parent ? [byCode.get(holder.parent)!] : [])]
      if (above.at(-1)!.parent) above.push(byCode.get(above.at(-1)!.parent!)!)
      meetings.push({
        id: `m-2026-${String(number).padStart(3, '0')}` as MeetingId,
        office: officeOf(holder),
        unit,
        above,
        day: moved ? workingDay(addDays(proposedDay, 6)) : proposedDay,
        start: ['10:00', '11:00', '15:00'][number % 3]!,
        plannedMinutes: [90, 120, 100][number % 3]!,
        form: 'visiting',
        status: proposedDay < '2026-04-01' ? 'held' : 'planned',
        record: `m-2026-${String(number).padStart(3, '0')}`,
        sequence: 0,
        ownNumber: null,
        earlier: [],
        cancelled: null,
        outside: null,
        norm: yearly ? 'A826E2-2.1.a' : holder.kind === 'district' ? 'A826E2-2.1.c' : 'A826E2-2.1.d',
        period: (yearly ? '2026' : `2026-H${half}`) as Period,
        proposedDay,
        moveReason: moved ? 'Ауыл мектебінің залы бос емес' : null,
        region: above.at(-1)!.code,
        year: 2026,
        release: 1,
        publishedAt: published,
      })
    }
  }
  return meetings.toSorted((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1))
}

function workingDay(day: LocalDate): LocalDate {
  return weekday(day) > 5 ? workingDay(addDays(day, 1)) : day
}
