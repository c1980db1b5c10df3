// A correction of a published calendar, to its second release or given up.
import { describe, expect, test } from 'vitest'
import { dutiesOf } from '#flows'
import { type Instant, addDays, localDate } from '#kernel'
import { meetingOf, writeNotice } from '#meetings'
import {
  akim,
  asRegion,
  books,
  calendar,
  openPartStories,
  published,
  region,
  revisionOf,
  toRelease,
} from '../../test/calendar-parts.ts'
import { chance } from '../../test/demonstration.ts'
import { act, code, done } from '../../test/stories.ts'
import {
  correctCalendar,
  dropEntry,
  giveUpCorrection,
  moveEntry,
  releaseDiff,
  sendCalendar,
} from './index.ts'

const { all, below, story } = openPartStories()

describe('a correction', () => {
  test('is a new release with its reason, the paper and the diff; the old one stays; verdicts follow', () =>
    story(all(), async (stores) => {
      await published(stores)
      const opened = { calendar, revision: await revisionOf(stores), reason: 'жол жөндеу' }
      const { correction } = done(await correctCalendar(stores, asRegion('2027-02-01'), opened))
      // The planner filled the part of this office, so its lines are the region's to correct.
      const filled = below().at(-1)
      const own = (await stores.calendars.entries(calendar)).filter((entry) => entry.office === filled)
      const [moved, dropped] = own as [(typeof own)[0], (typeof own)[0]]
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'жол жөндеу' })
      const day = addDays(moved.day, 14)
      // Its office has begun to write the announcement: the new date reaches it all the same.
      const text = { kk: 'Клубқа келіңіздер', ru: 'Приходите в клуб' }
      const words = { meeting: moved.id, revision: 0, text, sayTheSame: true }
      done(await writeNotice(stores, act(moved.office, 'author', '2027-02-01'), words))
      done(
        await moveEntry(stores, asRegion('2027-02-01'), {
          ...(await step()),
          meeting: moved.id,
          day,
          start: '15:00',
        }),
      )
      done(await dropEntry(stores, asRegion('2027-02-01'), { ...(await step()), meeting: dropped.id }))
      // What is public does not move before the correction is published.
      expect((await stores.calendars.newestRelease(region, 2027))?.number).toBe(1)

      await toRelease(stores, '2027-02-03')
      const [first, second] = await stores.calendars.releases(calendar)
      const diff = releaseDiff(first!.content, second!.content)
      expect(diff.moved.map(({ from, to }) => [from.id, from.day, to.day])).toEqual([
        [moved.id, moved.day, day],
      ])
      expect(diff.dropped.map(({ id }) => id)).toEqual([dropped.id])
      expect(diff.added).toEqual([])
      expect(second!.content.correction).toMatchObject({
        reason: 'жол жөндеу',
        paper: { part: 'notification', number: '1-05/7', day: '2027-02-03' },
      })
      const status = async (id: string) =>
        (await stores.journal.entries({ subject: id, types: ['meeting'] })).at(-1)?.payload
      expect(await status(moved.id)).toMatchObject({ status: 'planned', day })
      expect(await status(dropped.id)).toMatchObject({ status: 'cancelled' })
      expect(await meetingOf(stores.meetings, moved.id)).toMatchObject({ day, start: '15:00', notice: text })
      const asOf = localDate('2027-02-04')
      const duties = await dutiesOf(stores, books.law, akim, { asOf, horizon: asOf })
      expect(
        duties?.verdicts.find(
          ({ norm, subject }) => norm === 'A826E2-2.1.cor.l' && subject === correction!.id,
        ),
      ).toMatchObject({ verdict: 'met' })
    }))

  test('that is given up leaves the year as it was published', () =>
    story(all(), async (stores) => {
      await published(stores)
      const before = await stores.calendars.entries(calendar)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r' })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      const own = before.find((entry) => entry.office === akim)!
      done(await dropEntry(stores, asRegion('2027-02-01'), { ...(await step()), meeting: own.id }))
      done(await giveUpCorrection(stores, asRegion('2027-02-01'), await step()))
      expect(await stores.calendars.entries(calendar)).toEqual(before)
      expect(await stores.calendars.find(calendar)).toMatchObject({ state: 'published', correction: null })
    }))

  test('that changes nothing does not go to the maslikhat', () =>
    story(all(), async (stores) => {
      await published(stores)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r', number: '1' })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      expect(code(await sendCalendar(stores, asRegion('2027-02-01'), await step()))).toBe('correction-empty')
    }))

  test('leaves an announced meeting to its own office', () =>
    story(all(), async (stores) => {
      await published(stores)
      const own = (await stores.calendars.entries(calendar)).find((entry) => entry.office === akim)!
      const told = {
        asserted: false,
        actor: null,
        corrects: null,
        salt: chance.newSalt(),
        office: akim,
        subject: own.id,
      }
      await stores.journal.append([
        {
          ...told,
          id: chance.newId() as never,
          type: 'notice-published',
          at: '2027-01-20T05:00:00.000Z' as Instant,
          payload: { meeting: own.id, channel: 'official-site' },
        },
      ])
      const step = async () => ({
        calendar,
        revision: await revisionOf(stores),
        reason: 'r',
        meeting: own.id,
      })
      done(await correctCalendar(stores, asRegion('2027-02-01'), await step()))
      expect(code(await dropEntry(stores, asRegion('2027-02-01'), await step()))).toBe('announced')
      const to = { ...(await step()), day: addDays(own.day, 1), start: '10:00' }
      expect(code(await moveEntry(stores, asRegion('2027-02-01'), to))).toBe('announced')
    }))

  test('does not touch a meeting whose day is over', () =>
    story(all(), async (stores) => {
      await published(stores)
      const step = async () => ({ calendar, revision: await revisionOf(stores), reason: 'r' })
      done(await correctCalendar(stores, asRegion('2027-12-30'), await step()))
      const own = (await stores.calendars.entries(calendar)).find((entry) => entry.office === akim)!
      expect(
        code(await dropEntry(stores, asRegion('2027-12-30'), { ...(await step()), meeting: own.id })),
      ).toBe('meeting-over')
    }))
})
