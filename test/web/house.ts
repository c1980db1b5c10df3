// The house of the page tests: readings over the small register, a year of meetings, and a clock that stands still.
import { type Instant, type LocalDate, type Period, addDays, localDate, parseInstant, weekday } from '#kernel'
import { type Office, type Unit, type UnitCode, akimOffice, akimPost } from '#territory'
import type { MeetingId } from '#calendar'
import type { CalendarFilter, PublicMeeting, PublicReadings, PublishedCalendar, WebHouse } from '#web'
import { merkiUnits } from './merki.ts'

export const now = parseInstant('2026-09-14T06:00:00Z')!
const published = parseInstant('2026-01-13T05:20:00Z')!

const officeNames: Partial<Record<Unit['kind'], (unit: Unit) => Office['name']>> = {
  oblast: ({ name }) => ({
    kk: `${name.kk.replace('облысы', 'облысының')} әкімі`,
    ru: `Аким: ${name.ru}`,
    en: `Akim of ${name.en}`,
  }),
  district: ({ short, name }) => ({
    kk: `${short.kk} ауданының әкімі`,
    ru: `Аким: ${name.ru}`,
    en: `Akim of ${name.en}`,
  }),
  'rural-okrug': ({ short, name }) => ({
    kk: `${short.kk} ауылдық округінің әкімі`,
    ru: `Аким: ${name.ru}`,
    en: `Akim of ${name.en}`,
  }),
}

export function officeOf(unit: Unit): Office {
  const name = officeNames[unit.kind]?.(unit) ?? {
    kk: `${unit.name.kk}: әкім`,
    ru: `Аким: ${unit.name.ru}`,
    en: `Akim of ${unit.name.en}`,
  }
  return { id: akimOffice(unit.code), post: akimPost(unit)!, unit: unit.code, body: null, name }
}

type Options = { units?: readonly Unit[]; meetings?: number; demonstration?: boolean; today?: Instant }

/** A house with so many of the year's meetings (all, when not said). */
export function houseWith({
  units = merkiUnits,
  meetings,
  demonstration = true,
  today = now,
}: Options = {}): WebHouse {
  const faults: unknown[] = []
  const all = yearOfMeetings(units).slice(0, meetings)
  return {
    read: readingsOver(units, all, demonstration),
    clock: () => today,
    report: (fault) => `F${faults.push(fault)}`,
  }
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
          publishedAt: published,
          submittedAt: parseInstant('2026-01-19T04:00:00Z')!,
          release: 1,
          hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        }
  return {
    isDemonstration: async () => demonstration,
    unit: async (code) => byCode.get(code) ?? null,
    lineage: async (code) => lineage(code),
    children: async (code) => units.filter(({ parent }) => parent === code),
    search: async (words, _on, limit) =>
      units
        .filter(({ short, name }) =>
          [...Object.values(short), ...Object.values(name)].some((text) =>
            fold(text).startsWith(fold(words)),
          ),
        )
        .slice(0, limit)
        .map((unit) => ({ unit, above: lineage(unit.code).slice(1) })),
    office: async (id) => {
      const unit = byCode.get(id.replace('akim.', '') as UnitCode)
      return unit?.hasAkim ? officeOf(unit) : null
    },
    holder: async () => null,
    nextMeetings: async (from, limit) => meetings.filter(({ day }) => day >= from).slice(0, limit),
    meetingsAt: async (codes, year) =>
      meetings.filter(({ unit, day }) => codes.includes(unit.code) && day.startsWith(`${year}`)),
    meetingsOf: async (office, year) =>
      meetings.filter((meeting) => meeting.office.id === office && meeting.day.startsWith(`${year}`)),
    meeting: async (id) => meetings.find((meeting) => meeting.id === id) ?? null,
    publishedYears: async (region) => (ofCalendar(region, 2026).length > 0 ? [2026] : []),
    publishedCalendar: async (region, year) => calendar(region, year),
    calendarMeetings: async (region, year, filter, { offset, limit }) => {
      const found = ofCalendar(region, year).filter((meeting) => passes(meeting, filter))
      return { meetings: found.slice(offset, offset + limit), total: found.length }
    },
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
        norm: yearly ? 'A826E2-2.1.a' : holder.kind === 'district' ? 'A826E2-2.1.c' : 'A826E2-2.1.d',
        period: (yearly ? '2026' : `2026-H${half}`) as Period,
        proposedDay,
        moveReason: moved ? 'Ауыл мектебінің залы бос емес' : null,
        region: above.at(-1)!.code,
        year: 2026,
        publishedAt: published,
      })
    }
  }
  return meetings.toSorted((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1))
}

function workingDay(day: LocalDate): LocalDate {
  return weekday(day) > 5 ? workingDay(addDays(day, 1)) : day
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(
      /[әғқңөұүһі]/g,
      (letter) => ({ ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' })[letter]!,
    )
