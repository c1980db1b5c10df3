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
import { type OfficeId, type UnitCode, akimOffice, maslikhatOffice } from '#territory'
import { type Books, proposeCalendar } from './propose-calendar.ts'
import { publish } from './publish.ts'
import type { Stores } from './stores.ts'

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

  const told = entries.flatMap((entry, index) =>
    storyOf(entry, index, ahead(entry.office), factIds.get(entry.id)!),
  )
  const progress = [...new Set(entries.map(({ office }) => office))].flatMap((office, index) =>
    progressOf(
      office,
      index,
      entries.filter((entry) => entry.office === office),
      year,
    ),
  )
  await stores.journal.append(
    [...told, ...progress]
      .filter(({ at }) => at < today)
      .map((fact) => ({ ...fact, id: chance.newId() as EntryId, salt: chance.newSalt() })),
  )
  return { ok: true, value: undefined }
}

type Told = Omit<NewEntry, 'id' | 'salt'> & { readonly at: LocalDate }

/** What is told of one meeting: announced, held, reported on; every so often something goes wrong. */
function storyOf(entry: Entry, index: number, noticeAhead: number, planned: EntryId): Told[] {
  const tell = (type: string, at: LocalDate, payload: Payload, corrects: EntryId | null = null): Told => ({
    type,
    at,
    asserted: true,
    actor: null,
    office: entry.office,
    subject: entry.id,
    payload,
    corrects,
  })
  const meeting = entry.id
  const published = addDays(entry.day, -noticeAhead - [5, 9, 6, 12, 5, 8, 1, 0, -4, 7][index % 10]!)
  const story = [tell('notice-published', published, { meeting, channel: 'official-site' })]
  if (index % 4 !== 3)
    story.push(tell('notice-published', addDays(published, 1), { meeting, channel: 'social' }))
  // Of one meeting in thirty nobody has said whether it took place.
  if (index % 30 === 17) return story

  const { id, office, unit, day, start, form, plannedMinutes } = entry
  story.push(
    tell(
      'meeting',
      day,
      {
        id,
        office,
        unit,
        day,
        start,
        form,
        status: 'held',
        held_by: 'holder',
        in_calendar: true,
        planned_minutes: plannedMinutes,
      },
      planned,
    ),
    tell('broadcast', day, { meeting, online: true, comments_enabled: true }),
    tell('presentation', day, { meeting, kind: 'report', minutes: index % 13 === 5 ? 30 : 15 + (index % 8) }),
    tell('questions-answers', day, { meeting, minutes: index % 13 === 5 ? 60 : 68 }),
    tell('issue-raised', day, { id: `${meeting}-1`, meeting, level: 'local', needs_funding: false }),
  )
  const results = addDays(day, index % 9 === 4 ? 12 : 6)
  if (index % 9 === 8) return story
  for (const type of ['results-published', 'issue-list-published'])
    story.push(tell(type, results, { meeting, channel: 'official-site' }))
  const lines = [{ issue: `${meeting}-1`, deadline: addDays(day, 90), executor: 'Әкім аппараты' }]
  story.push(tell('plan-published', results, { meeting, channel: 'official-site', lines }))
  return story
}

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
