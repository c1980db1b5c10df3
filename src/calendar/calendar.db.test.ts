import { describe, expect, test } from 'vitest'
import { type Stores, dutiesOf, proposeCalendar, publish } from '#flows'
import { type LocalDate, type Result, localDate } from '#kernel'
import type { Role } from '#people'
import { type OfficeId, type UnitCode, akimOffice, maslikhatOffice } from '#territory'
import { act as deedBy, code, openStories } from '../../test/stories.ts'
import {
  type Act,
  type Calendar,
  type CalendarId,
  type CalendarRefusal,
  answerCalendar,
  approveCalendar,
  calendarStates,
  mayFollow,
  moveEntry,
  recallCalendar,
  sendCalendar,
  submitCalendar,
} from './index.ts'

const region = '310000000' as UnitCode
const [akim, maslikhat] = [akimOffice(region), maslikhatOffice(region)]
const { house, story } = openStories()

const act = (role: Role, day: string, person = `the ${role}`, office?: OfficeId): Act =>
  deedBy(office ?? (role === 'maslikhat-secretary' ? maslikhat : akim), role, day, person)

const rolledBack = <T>(verb: (stores: Stores) => Promise<T>) => story([akim, maslikhat], verb)

/** A calendar for 2027 brought to this state. */
async function calendarIn(stores: Stores, state: Calendar['state']): Promise<Calendar> {
  const drafted = await proposeCalendar(stores, house().books, act('author', '2027-01-05'), {
    region,
    year: 2027,
    answerBy: null,
    demonstration: true,
  })
  if (!drafted.ok) throw new Error(drafted.refusal.code)
  const calendar = drafted.value.calendar.id
  const at = calendarStates.indexOf(state)
  const steps = [
    () => sendCalendar(stores, act('author', '2027-01-06'), { calendar, revision: 1, number: '1' }),
    () =>
      answerCalendar(stores, act('maslikhat-secretary', '2027-01-07'), {
        calendar,
        revision: 2,
        number: '2',
        part: 'notification',
      }),
    () => approveCalendar(stores, act('signer', '2027-01-08'), { calendar, revision: 3, number: '3' }),
    () => publish(stores, act('signer', '2027-01-09'), { calendar, revision: 4 }),
  ]
  for (const step of steps.slice(0, at)) {
    const outcome: Result<unknown, CalendarRefusal> = await step()
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  }
  return (await stores.calendars.find(calendar))!
}

const verdictOn = async (stores: Stores, norm: string, asOf: string) =>
  (
    await dutiesOf(stores, house().books.law, akim, { asOf: asOf as LocalDate, horizon: asOf as LocalDate })
  )?.verdicts.find((one) => one.norm === norm && one.period === '2027')?.verdict

describe('the way of a calendar', () => {
  test('a proposal holds every visit that the law demands, each inside its period', () =>
    rolledBack(async (stores) => {
      const calendar = await calendarIn(stores, 'drafted')
      const entries = await stores.calendars.entries(calendar.id)
      expect(entries.length).toBe(107)
      expect(entries.filter(({ day }) => day < '2027-01-23')).toEqual([])
      expect(new Set(entries.map(({ norm }) => norm))).toEqual(
        new Set(['A826E2-2.1.a', 'A826E2-2.1.c', 'A826E2-2.1.d']),
      )
    }))

  test('the verdicts follow what is done', () =>
    rolledBack(async (stores) => {
      await calendarIn(stores, 'published')
      expect(await verdictOn(stores, 'A826-2.1.dev', '2027-01-09')).toBe('met')
      expect(await verdictOn(stores, 'A826E2-2.1.agr', '2027-01-09')).toBe('met')
      expect(await verdictOn(stores, 'A826-2.1.appr', '2027-01-09')).toBe('met')
      expect(await verdictOn(stores, 'A826-2.2', '2027-01-09')).toBe('pending')
    }))

  test('only what follows a state may follow it', () =>
    rolledBack(async (stores) => {
      const calendar = await calendarIn(stores, 'drafted')
      const command = { calendar: calendar.id, revision: 1, number: '9' }
      expect(code(await approveCalendar(stores, act('signer', '2027-01-06'), command))).toBe('wrong-state')
      expect(code(await submitCalendar(stores, act('signer', '2027-01-06'), command))).toBe('wrong-state')
      expect(code(await publish(stores, act('signer', '2027-01-06'), command))).toBe('wrong-state')
      expect(calendarStates.filter((state) => mayFollow('published', state))).toEqual(['drafted'])
    }))

  test('nobody approves what they wrote in, under whatever account', () =>
    rolledBack(async (stores) => {
      const { id } = await calendarIn(stores, 'answered')
      const both = act('signer', '2027-01-08', 'the author')
      expect(await approveCalendar(stores, both, { calendar: id, revision: 3, number: '3' })).toEqual({
        ok: false,
        refusal: { code: 'not-allowed', why: { code: 'another-person-needed', verb: 'approve-calendar' } },
      })
    }))

  test('an edit that has not seen the newest revision is refused, and a second calendar of the year too', () =>
    rolledBack(async (stores) => {
      const calendar = await calendarIn(stores, 'drafted')
      const [entry] = await stores.calendars.entries(calendar.id)
      const move = {
        calendar: calendar.id,
        meeting: entry!.id,
        day: localDate('2027-04-02'),
        start: '15:00',
        reason: 'why',
      }
      expect(code(await moveEntry(stores, act('author', '2027-01-06'), { ...move, revision: 1 }))).toBe(
        'done',
      )
      expect(await moveEntry(stores, act('author', '2027-01-06'), { ...move, revision: 1 })).toEqual({
        ok: false,
        refusal: { code: 'changed-meanwhile', revision: 2 },
      })
      const again = { region, year: 2027, answerBy: null, demonstration: true }
      expect(code(await proposeCalendar(stores, house().books, act('author', '2027-01-06'), again))).toBe(
        'calendar-exists',
      )
    }))

  test('a day outside the year, and an hour at which the akim is elsewhere, are refused', () =>
    rolledBack(async (stores) => {
      const calendar = await calendarIn(stores, 'drafted')
      const entries = await stores.calendars.entries(calendar.id)
      const [first, second] = entries.filter(({ office }) => office === 'akim.315400000')
      const move = {
        calendar: calendar.id,
        revision: 1,
        meeting: first!.id,
        start: first!.start,
        reason: 'why',
      }
      const author = act('author', '2027-01-06')
      expect(code(await moveEntry(stores, author, { ...move, day: localDate('2028-01-03') }))).toBe(
        'outside-the-year',
      )
      expect(await moveEntry(stores, author, { ...move, day: second!.day, start: second!.start })).toEqual({
        ok: false,
        refusal: { code: 'akim-elsewhere', meeting: second!.id, start: second!.start },
      })
    }))

  test('a recall takes the paper of the maslikhat with it', () =>
    rolledBack(async (stores) => {
      const { id } = await calendarIn(stores, 'answered')
      expect(await verdictOn(stores, 'A826E2-2.1.agr', '2027-01-10')).toBe('met')
      const recalled = await recallCalendar(stores, act('author', '2027-01-09'), {
        calendar: id,
        revision: 3,
        reason: 'why',
      })
      expect(recalled.ok && recalled.value.state).toBe('drafted')
      expect(await verdictOn(stores, 'A826E2-2.1.agr', '2027-01-10')).toBe('pending')
    }))

  test('another region’s office can do nothing', () =>
    rolledBack(async (stores) => {
      const { id } = await calendarIn(stores, 'drafted')
      const stranger = act('author', '2027-01-06', 'a stranger', 'akim.110000000' as OfficeId)
      expect(code(await sendCalendar(stores, stranger, { calendar: id, revision: 1, number: '1' }))).toBe(
        'not-allowed',
      )
    }))
})

test('the wall of the database hides a draft from other offices, whatever a query asks for', async () => {
  const id = `calendar.${region}.2026` as CalendarId
  const seen = (offices: string[]) =>
    house().storage.readOffice({ person: 'test', offices }, async ({ calendars }) => [
      (await calendars.find(id)) !== null,
      (await calendars.entries(id)).length,
    ])
  expect(await seen([akim])).toEqual([true, 107])
  expect(await seen([maslikhat])).toEqual([true, 107])
  expect(await seen(['akim.110000000'])).toEqual([false, 0])
  expect(await seen([])).toEqual([false, 0])
})

test('a release cannot be changed, not even by the owner', async () => {
  await expect(house().owner.query(`update calendar_releases set year = 2030`)).rejects.toThrow(/insert-only/)
  await expect(house().owner.query(`delete from released_meetings`)).rejects.toThrow(/insert-only/)
})
