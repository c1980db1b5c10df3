// The demonstration: a real rural district with made-up dates, so that a first start shows a year in full.
import {
  type Instant,
  type LocalDate,
  type Result,
  addDays,
  earlier,
  localDate,
  periodsOfYear,
  lastDay,
} from '#kernel'
import type { EntryId, NewEntry, Payload } from '#journal'
import {
  type Act,
  type Entry,
  answerCalendar,
  approveCalendar,
  sendCalendar,
  submitCalendar,
} from '#calendar'
import { noticeDays } from '#law'
import type { Actor, Grant, Person, PersonId, Role } from '#people'
import { operatorOffice } from '#people'
import {
  type OfficeId,
  type UnitCode,
  akimOffice,
  authorisedBodyOffice,
  governmentOffice,
  maslikhatOffice,
} from '#territory'
import { atReception } from './at-reception.ts'
import { playMeetings, stagedAmong } from './meetings.ts'
import { demonstrateCommissions, withCommissions } from './commissions.ts'
import { type Someone, demonstrateAfterPublication, demonstrateNextYear } from './assembly.ts'
import { demonstrateSchedules } from './schedule.ts'
import { type Books, proposeCalendar } from '../propose-calendar.ts'
import { publish } from '../publish.ts'
import type { Stores } from '../stores.ts'

/** One account for each role; the names say what they are, for nobody real is meant. */
export const demonstrationRoles = [
  { role: 'author', login: 'author', name: 'Автор (көрсетілім)' },
  { role: 'signer', login: 'signer', name: 'Қол қоюшы (көрсетілім)' },
  { role: 'maslikhat-secretary', login: 'maslikhat', name: 'Мәслихат хатшысы (көрсетілім)' },
  { role: 'administrator', login: 'administrator', name: 'Әкімші (көрсетілім)' },
] as const satisfies { role: Role; login: string; name: string }[]

export const demonstrationPerson = (role: Role): Person => ({
  id: `demonstration.${role}` as PersonId,
  name: demonstrationRoles.find((one) => one.role === role)!.name,
})

/** The grant of a demonstration account: in the region's office, its maslikhat, or with the operator. */
export function demonstrationGrant(role: Role, region: UnitCode, from: LocalDate): Grant {
  const office =
    role === 'administrator'
      ? operatorOffice
      : role === 'maslikhat-secretary'
        ? maslikhatOffice(region)
        : akimOffice(region)
  return { person: demonstrationPerson(role).id, office, role, from, to: null }
}

/** Beside those: the region's commission, a district with its own, and the bodies of the centre. */
export const demonstrationSeats = [
  {
    role: 'commission-member',
    login: 'commission',
    office: akimOffice('310000000' as UnitCode),
    name: 'Облыс комиссиясының мүшесі (көрсетілім)',
  },
  {
    role: 'author',
    login: 'district',
    office: akimOffice('315400000' as UnitCode),
    name: 'Аудан авторы (көрсетілім)',
  },
  {
    role: 'signer',
    login: 'district-signer',
    office: akimOffice('315400000' as UnitCode),
    name: 'Ауданның қол қоюшысы (көрсетілім)',
  },
  {
    role: 'commission-member',
    login: 'district-commission',
    office: akimOffice('315400000' as UnitCode),
    name: 'Аудан комиссиясының мүшесі (көрсетілім)',
  },
  {
    role: 'author',
    login: 'government',
    office: governmentOffice,
    name: 'Үкімет Аппаратының авторы (көрсетілім)',
  },
  {
    role: 'signer',
    login: 'government-signer',
    office: governmentOffice,
    name: 'Үкімет Аппаратының қол қоюшысы (көрсетілім)',
  },
  {
    role: 'author',
    login: 'ministry',
    office: 'health' as OfficeId,
    name: 'Министрлік авторы (көрсетілім)',
  },
  {
    role: 'signer',
    login: 'ministry-signer',
    office: 'health' as OfficeId,
    name: 'Министрліктің қол қоюшысы (көрсетілім)',
  },
  {
    role: 'author',
    login: 'authorised-body',
    office: authorisedBodyOffice,
    name: 'Уәкілетті орган авторы (көрсетілім)',
  },
  {
    role: 'signer',
    login: 'authorised-body-signer',
    office: authorisedBodyOffice,
    name: 'Уәкілетті органның қол қоюшысы (көрсетілім)',
  },
] as const satisfies { role: Role; login: string; office: OfficeId; name: string }[]

export type Chance = { readonly newId: () => string; readonly newSalt: () => string }

/**
 * Plays the year of `today` in the region through: calendar, meetings held so far, announcements, results.
 *
 * Everything is marked as asserted and the calendar as demonstration. Some announcements are late and some results
 * missing on purpose: every kind of verdict can be seen.
 */
export async function playDemonstrationYear(
  stores: Stores,
  books: Books,
  chance: Chance,
  { region, today }: { region: UnitCode; today: LocalDate },
): Promise<Result<void, unknown>> {
  const year = Number(today.slice(0, 4))
  const as = (role: Role, monthDay: string): Act => {
    const day = localDate(`${year}-${monthDay}`)
    const actor: Actor = {
      person: demonstrationPerson(role),
      grants: [demonstrationGrant(role, region, day)],
      signedInAt: noon(day),
    }
    return { actor, at: noon(day), today: day, asserted: true, ...chance }
  }

  const drafted = await proposeCalendar(stores, books, as('author', '01-05'), {
    region,
    year,
    answerBy: null,
    demonstration: true,
  })
  if (!drafted.ok) return drafted
  const calendar = drafted.value.calendar.id
  const steps = [
    () => sendCalendar(stores, as('author', '01-08'), { calendar, revision: 1, number: '1-05/12' }),
    () =>
      answerCalendar(stores, as('maslikhat-secretary', '01-09'), {
        calendar,
        revision: 2,
        number: '4',
        part: 'notification',
      }),
    () => approveCalendar(stores, as('signer', '01-12'), { calendar, revision: 3, number: '7' }),
    () => publish(stores, as('signer', '01-13'), { calendar, revision: 4 }),
    () => submitCalendar(stores, as('signer', '01-16'), { calendar, revision: 5, number: '1-05/31' }),
  ]
  for (const step of steps) {
    const outcome: Result<unknown, unknown> = await step()
    if (!outcome.ok) return outcome
  }
  const someone: Someone = (role, day, office) => {
    const person = demonstrationPerson(role)
    const grant = demonstrationGrant(role, region, day)
    const actor = { person, grants: [office ? { ...grant, office } : grant], signedInAt: noon(day) }
    return { actor, at: noon(day), today: day, asserted: true, ...chance }
  }
  for (const show of [
    () => demonstrateAfterPublication(stores, someone, { region, year, today }),
    () => demonstrateNextYear(stores, books, someone, { region, year, today }),
    () => demonstrateSchedules(stores, books, someone, today, chance),
  ]) {
    const shown = await show()
    if (!shown.ok) return shown
  }

  const entries = await stores.calendars.entries(calendar)
  const written = await stores.journal.entries({
    types: ['meeting'],
    offices: entries.map(({ office }) => office),
  })
  const factIds = new Map(written.map((entry) => [entry.subject, entry.id]))
  const offices = new Map(
    (await stores.territory.officesBelow(region, today)).map((office) => [office.id, office]),
  )
  const ahead = (office: OfficeId) => noticeDays(books.law, offices.get(office)!.post, today)?.days ?? 14

  const staged = stagedAmong(entries, today)
  const own = new Set(Object.values(staged).map((entry) => entry?.id))
  const told = entries.flatMap((entry, index) =>
    own.has(entry.id) ? [] : storyOf(entry, index, ahead(entry.office), factIds.get(entry.id)!),
  )
  const yearly = [...new Set(entries.map(({ office }) => office))].flatMap((office, index) => [
    ...(withCommissions.includes(office) ? [] : [commissionOf(office, index, year)]),
    ...progressOf(
      office,
      index,
      entries.filter((entry) => entry.office === office),
      year,
    ),
  ])
  await stores.journal.append(
    [...told, ...yearly]
      .filter(({ at }) => at < today)
      .map((fact) => ({ ...fact, id: chance.newId() as EntryId, salt: chance.newSalt() })),
  )
  const ordered = localDate(`${year}-01-10`)
  if (ordered < today) {
    const formed = await demonstrateCommissions(
      stores,
      (office) => someone('author', ordered, office),
      ordered,
    )
    if (!formed.ok) return formed
  }
  const yesterday = addDays(today, -1)
  return playMeetings(stores, books, staged, (role, office) => ({
    actor: {
      person: demonstrationPerson(role),
      grants: [{ ...demonstrationGrant(role, region, yesterday), office }],
      signedInAt: noon(yesterday),
    },
    at: noon(yesterday),
    today: yesterday,
    asserted: true,
    ...chance,
  }))
}

type Told = Omit<NewEntry, 'id' | 'salt'> & { readonly at: LocalDate }

/** What is told of one meeting: prepared, announced, held, reported on; every so often something is forgotten. */
function storyOf(entry: Entry, index: number, noticeAhead: number, planned: EntryId): Told[] {
  const { id: meeting, office, day } = entry
  const tell = (
    type: string,
    at: LocalDate,
    payload: Payload = {},
    corrects: EntryId | null = null,
  ): Told => ({
    type,
    at,
    asserted: true,
    actor: null,
    office,
    subject: meeting,
    payload: { meeting, ...payload },
    corrects,
  })
  const forgotten = (every: number) => index % every === every - 1
  const published = addDays(day, -noticeAhead - [5, 9, 6, 12, 5, 8, 1, 0, -4, 7][index % 10]!)
  const before = [
    tell('notice-published', published, { channel: 'official-site' }),
    ...(forgotten(4) ? [] : [tell('notice-published', addDays(published, 1), { channel: 'social' })]),
    ...channels
      .filter((_, place) => !forgotten(7 + place))
      .map((channel) => tell('outreach', addDays(published, 2), { channel })),
    tell('requests-collected', addDays(day, -3), { channel: 'other' }),
    ...(forgotten(6) ? [] : [tell('requests-collected', addDays(day, -3), { channel: 'open-data-portal' })]),
    ...(forgotten(8) ? [] : [tell('requests-analysed', addDays(day, -2))]),
    tell('guests-invited', addDays(day, -5), {
      categories: [
        'maslikhat-deputies',
        'parties',
        'public-organisations',
        ...(forgotten(3) ? [] : ['opposition']),
      ],
    }),
  ]
  // Of one meeting in thirty nobody has said whether it took place.
  if (index % 30 === 17) return before

  const long = index % 13 === 5
  const held = {
    id: meeting,
    office,
    unit: entry.unit,
    day,
    start: entry.start,
    form: entry.form,
    status: 'held',
    held_by: 'holder',
    in_calendar: true,
    planned_minutes: entry.plannedMinutes,
  }
  const issue = { id: `${meeting}-1`, meeting, level: 'local', needs_funding: false }
  const during = [
    { ...tell('meeting', day, {}, planned), payload: held },
    tell('broadcast', day, { online: true, comments_enabled: !forgotten(12) }),
    tell('presentation', day, { kind: 'report', minutes: long ? 30 : 15 + (index % 8) }),
    tell('questions-answers', day, { minutes: long ? 60 : 68 }),
    tell('report-content', day, { topics: ['main-directions', 'social-issues', 'solutions-and-terms'] }),
    tell('issue-raised', day, issue),
  ]
  const results = addDays(day, index % 9 === 4 ? 12 : 6)
  const lines = [{ issue: issue.id, deadline: addDays(day, 90), executor: 'Әкім аппараты' }]
  const after = [
    tell('reception', addDays(day, 1), { categories: atReception }),
    tell('issues-systematised', addDays(day, 3)),
    ...(index % 9 === 8
      ? []
      : [
          tell('results-published', results, { channel: 'official-site' }),
          tell('issue-list-published', results, { channel: 'official-site' }),
          tell('plan-published', results, { channel: 'official-site', lines }),
        ]),
  ]
  return [...before, ...during, ...after]
}

const channels = ['media', 'print', 'radio', 'egov-portal', 'open-data-portal', 'public-place'] as const

/** The standing commission of an office, formed when the year begins; one office in six forgets the public council. */
const commissionOf = (office: OfficeId, index: number, year: number): Told => ({
  type: 'commission-formed',
  at: localDate(`${year}-01-10`),
  asserted: true,
  actor: null,
  office,
  subject: null,
  payload: { office, members: ['community-assembly', ...(index % 6 === 4 ? [] : ['public-council'])] },
  corrects: null,
})

/** Quarterly progress of an office from the quarter of its first meeting on; some offices forget the last one. */
function progressOf(office: OfficeId, index: number, own: readonly Entry[], year: number): Told[] {
  const first = own.map(({ day }) => day).reduce(earlier)
  return periodsOfYear(year, 'quarter')
    .filter((period) => lastDay(period) >= first)
    .filter((_, place) => !(index % 5 === 2 && place > 0))
    .flatMap((period) =>
      ['official-site', 'egov-portal'].map((channel) => ({
        type: 'progress-published',
        at: addDays(lastDay(period), 18),
        asserted: true,
        actor: null,
        office,
        subject: null,
        payload: { office, period, channel },
        corrects: null,
      })),
    )
}

const noon = (day: LocalDate): Instant => `${day}T07:00:00.000Z` as Instant
