import { describe, expect, test } from 'vitest'
import { type Stores, planningDesk, proposeCalendar, takePlanned } from '#flows'
import { localDate } from '#kernel'
import type { Role } from '#people'
import { type UnitCode, akimOffice, maslikhatOffice } from '#territory'
import { act as deedBy, code, done, openStories } from '../../../test/stories.ts'
import {
  type CalendarId,
  type MeetingId,
  lockEntry,
  noWishes,
  planAlternative,
  saveWishes,
  sendCalendar,
  takeAlternative,
} from '../index.ts'

const region = '310000000' as UnitCode
const akim = akimOffice(region)
const calendar = 'calendar.310000000.2027' as CalendarId
const { house, story } = openStories()

const act = (role: Role, day = '2026-12-20') => deedBy(akim, role, day, `the ${role}`)

/** A drafted year, and what the verb says of it; nothing of it stays. */
const drafted = <T>(verb: (stores: Stores) => Promise<T>) =>
  story([akim, maslikhatOffice(region)], async (stores) => {
    done(
      await proposeCalendar(stores, house().books, act('author'), {
        region,
        year: 2027,
        answerBy: null,
        demonstration: true,
      }),
    )
    return verb(stores)
  })
const read = { region, year: 2027, today: localDate('2026-12-20') }

describe('an alternative', () => {
  test('is taken over at the revision that was seen, by an author, while the calendar is a draft', async () => {
    const codes = await drafted(async (stores) => {
      const desk = await planningDesk(stores, house().books, read)
      if (!desk.ok) throw new Error(desk.refusal.code)
      const alternative = planAlternative(desk.value, 'most-even')
      if (!alternative.ok) throw new Error(alternative.refusal.code)
      const take = (role: Role, revision: number | null) =>
        takePlanned(stores, house().books, act(role), {
          desk: desk.value,
          alternative: alternative.value,
          only: null,
          revision,
          demonstration: true,
        })
      const outcomes = [await take('author', 7), await take('signer', 1), await take('author', 1)]
      // What was planned on the first revision is old now, whatever the form says.
      outcomes.push(await take('author', 1))
      await sendCalendar(stores, act('author'), { calendar, revision: 2, number: '1' })
      outcomes.push(await take('author', 1))
      return outcomes.map(code)
    })
    expect(codes).toEqual(['changed-meanwhile', 'not-allowed', 'done', 'changed-meanwhile', 'wrong-state'])
  })
  test('never lays two meetings of an akim across each other', async () => {
    const outcome = await drafted(async (stores) => {
      const [one, ...rest] = await stores.calendars.entries(calendar)
      const other = rest.find(({ office }) => office === one!.office) ?? rest[0]!
      const across = { ...other, office: one!.office, day: one!.day, start: one!.start }
      return takeAlternative(stores, act('author'), {
        calendar,
        revision: 1,
        way: 'least-travel',
        only: null,
        entries: [one!, across],
        changes: [],
      })
    })
    expect(code(outcome)).toBe('akim-elsewhere')
  })
})

test('a date is locked by who may move it, and only one that is there', async () => {
  const codes = await drafted(async (stores) => {
    const [one] = await stores.calendars.entries(calendar)
    const lock = (role: Role, meeting: MeetingId = one!.id) =>
      lockEntry(stores, act(role), { calendar, meeting, locked: true })
    return [await lock('signer'), await lock('author', 'none' as MeetingId), await lock('author')].map(code)
  })
  expect(codes).toEqual(['not-allowed', 'no-such-meeting', 'done'])
})

test('wishes are saved by who draws the calendar up, over the revision that was seen', async () => {
  const codes = await drafted(async (stores) => {
    const wishes = { ...noWishes(region, akimOffice('315400000' as UnitCode), 2027), weekdays: [4] }
    const save = (role: Role, revision: number) => saveWishes(stores, act(role), { ...wishes, revision })
    return [
      await save('signer', 0),
      await save('author', 0),
      await save('author', 0),
      await save('author', 1),
    ].map(code)
  })
  expect(codes).toEqual(['not-allowed', 'done', 'changed-meanwhile', 'done'])
})
