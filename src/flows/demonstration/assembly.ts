// What the demonstration shows of a calendar beside its meetings: a correction, the Government, next year's parts.
import {
  type Act,
  type CalendarId,
  type OnPart,
  answerCalendar,
  approveCalendar,
  beginPart,
  correctCalendar,
  forwardCalendars,
  moveEntry,
  receiveCalendar,
  returnPart,
  sendCalendar,
  sendPart,
  takePart,
} from '#calendar'
import { type LocalDate, type Result, addDays, done, localDate } from '#kernel'
import type { Role } from '#people'
import { type OfficeId, type UnitCode, akimOffice, governmentOffice } from '#territory'
import { proposedLines } from '../assembly.ts'
import { type Books, proposeCalendar } from '../propose-calendar.ts'
import { publish } from '../publish.ts'
import type { Stores } from '../stores.ts'

/** Somebody of the demonstration in this role of this office on this day; a region's own when no office is named. */
export type Someone = (role: Role, day: LocalDate, office?: OfficeId) => Act

type Shown = { readonly region: UnitCode; readonly year: number; readonly today: LocalDate }

/** The Government receives the calendar in January and presents it; in March one date is corrected. */
export async function demonstrateAfterPublication(
  stores: Stores,
  as: Someone,
  { region, year, today }: Shown,
): Promise<Result<void, unknown>> {
  const calendar = `calendar.${region}.${year}` as CalendarId
  const on = (monthDay: string) => localDate(`${year}-${monthDay}`)
  const government = (day: string) => as('author', on(day), governmentOffice)
  const steps: (readonly [LocalDate, () => Promise<Result<unknown, unknown>>])[] = [
    [on('01-19'), () => receiveCalendar(stores, government('01-19'), { calendar, number: 'К-112' })],
    [on('01-28'), () => forwardCalendars(stores, government('01-28'), { year, number: 'К-240' })],
    [on('03-05'), () => correctOneDate(stores, as, calendar, on('03-02'))],
  ]
  for (const [day, step] of steps) {
    if (day > today) break
    const outcome = await step()
    if (!outcome.ok) return outcome
  }
  return done(undefined)
}

/** A meeting of the autumn goes a week on, the maslikhat is notified, the second release says why. */
async function correctOneDate(
  stores: Stores,
  as: Someone,
  calendar: CalendarId,
  day: LocalDate,
): Promise<Result<unknown, unknown>> {
  const revision = async () => (await stores.calendars.find(calendar))!.revision
  const autumn = (await stores.calendars.entries(calendar)).find((entry) => entry.day >= addDays(day, 190))
  if (!autumn) return done(undefined)
  const reason = 'Сол күні мектепте сабақ өтеді (көрсетілім)'
  const step = async () => ({ calendar, revision: await revision(), number: '1-05/44', reason })
  const acts = [
    async () => correctCalendar(stores, as('author', day), await step()),
    async () =>
      moveEntry(stores, as('author', day), {
        ...(await step()),
        meeting: autumn.id,
        day: addDays(autumn.day, 7),
        start: '17:00',
      }),
    async () => sendCalendar(stores, as('author', day), await step()),
    async () =>
      answerCalendar(stores, as('maslikhat-secretary', addDays(day, 1)), {
        ...(await step()),
        part: 'notification',
      }),
    async () => approveCalendar(stores, as('signer', addDays(day, 2)), await step()),
    async () => publish(stores, as('signer', addDays(day, 3)), await step()),
  ]
  for (const act of acts) {
    const outcome: Result<unknown, unknown> = await act()
    if (!outcome.ok) return outcome
  }
  return done(undefined)
}

/** From December on the offices are asked for the next year: one part is taken, one waits, one went back, one is begun. */
export async function demonstrateNextYear(
  stores: Stores,
  books: Books,
  as: Someone,
  { region, year, today }: Shown,
): Promise<Result<void, unknown>> {
  const day = localDate(`${year}-12-01`)
  if (today < day) return done(undefined)
  const asked = await proposeCalendar(stores, books, as('author', day), {
    region,
    year: year + 1,
    answerBy: localDate(`${year}-12-20`),
    demonstration: true,
  })
  // A year whose days off are not entered yet cannot be asked for.
  if (!asked.ok) return asked.refusal.code === 'year-not-open' ? done(undefined) : asked
  const calendar = asked.value.calendar.id
  const proposed = await proposedLines(stores, books, { region, year: year + 1, today: day })
  if (!proposed.ok) return proposed
  const below = (await stores.parts.ofCalendar(calendar))
    .map(({ office }) => office)
    .filter((office) => office !== akimOffice(region))
  const [taken, waits, returned, begun] = below
  const author = as('author', day)
  const part = async (office: OfficeId): Promise<OnPart> => ({
    calendar,
    office,
    revision: (await stores.parts.find(calendar, office))!.revision,
  })
  const begin = async (office: OfficeId) =>
    beginPart(stores, as('author', day, office), { ...(await part(office)), proposal: proposed.value })
  const send = async (office: OfficeId) => sendPart(stores, as('author', day, office), await part(office))
  const steps = [
    ...[taken, waits, returned, begun].flatMap((office) => (office ? [() => begin(office)] : [])),
    ...[taken, waits, returned].flatMap((office) => (office ? [() => send(office)] : [])),
    ...(taken ? [async () => takePart(stores, author, await part(taken))] : []),
    ...(returned
      ? [
          async () =>
            returnPart(stores, author, {
              ...(await part(returned)),
              reason: 'Бірінші кездесуді мамырға ауыстырыңыз (көрсетілім)',
            }),
        ]
      : []),
  ]
  for (const step of steps) {
    const outcome: Result<unknown, unknown> = await step()
    if (!outcome.ok) return outcome
  }
  return done(undefined)
}
