import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CalendarId, type MeetingId, noWishes } from '#calendar'
import type { Stores } from '#flows'
import { type Instant, localDate } from '#kernel'
import type { PersonId } from '#people'
import type { OfficeId, UnitCode } from '#territory'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'

const region = '310000000' as UnitCode
const office = 'akim.315400000' as OfficeId
const wishes = {
  ...noWishes(region, office, 2027),
  revision: 1,
  weekdays: [2, 4],
  hours: { from: '11:00', to: '16:00' },
  seasons: [
    { place: '315430100' as UnitCode, first: localDate('2027-03-15'), last: localDate('2027-04-20') },
  ],
  away: [{ first: localDate('2027-07-01'), last: localDate('2027-07-31') }],
}
let house: Demonstration
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
})
afterAll(() => house?.close())

const as = <T>(offices: readonly string[], verb: (stores: Stores) => Promise<T>) =>
  house.storage.transaction({ person: 'test', offices }, async (stores) => ({
    ok: true as const,
    value: await verb(stores),
  }))
const value = async <T>(outcome: Promise<{ ok: boolean; value?: T }>) => (await outcome).value

describe('wishes of an office', () => {
  test('come back as they were saved, for the office and for its region, and for nobody else', async () => {
    expect(await value(as(['akim.310000000'], ({ planning }) => planning.saveWishes(wishes)))).toBe(true)
    for (const offices of [['akim.310000000'], [office]])
      expect(await value(as(offices, ({ planning }) => planning.wishes(region, 2027)))).toEqual([wishes])
    for (const offices of [['akim.110000000'], ['maslikhat.310000000'], []])
      expect(await value(as(offices, ({ planning }) => planning.wishes(region, 2027)))).toEqual([])
  })
  test('are saved only over the revision before', async () => {
    const save = (revision: number) =>
      value(as(['akim.310000000'], ({ planning }) => planning.saveWishes({ ...wishes, revision })))
    expect([await save(1), await save(3), await save(2), await save(2)]).toEqual([false, false, true, false])
  })
  test('cannot be written for another region', async () => {
    await expect(as(['akim.110000000'], ({ planning }) => planning.saveWishes(wishes))).rejects.toThrow(
      /row-level security/,
    )
  })
})

test('a lock is there once, for those who see the calendar, until it is taken off', async () => {
  const calendar = 'calendar.310000000.2026' as CalendarId
  const lock = {
    meeting: 'm-1' as MeetingId,
    calendar,
    lockedBy: 'somebody' as PersonId,
    lockedAt: '2026-11-23T05:00:00.000Z' as Instant,
  }
  const own = ['akim.310000000']
  await as(own, async ({ planning }) => {
    await planning.lock(lock)
    await planning.lock({ ...lock, lockedBy: 'another' as PersonId })
  })
  expect(await value(as(own, ({ planning }) => planning.locks(calendar)))).toEqual([lock])
  expect(await value(as(['akim.110000000'], ({ planning }) => planning.locks(calendar)))).toEqual([])
  await as(own, ({ planning }) => planning.unlock(lock.meeting))
  expect(await value(as(own, ({ planning }) => planning.locks(calendar)))).toEqual([])
})
