// A correction of a published schedule, to its second release or given up.
import { describe, expect, test } from 'vitest'
import { publishMinistersSchedule } from '#flows'
import { type Instant, localDate } from '#kernel'
import { meetingOf } from '#meetings'
import { chance } from '../../../test/demonstration.ts'
import {
  all,
  author,
  authorised,
  government,
  health,
  law,
  on,
  onBody,
  published,
  schedule,
  signer,
  visitsOf,
  water,
} from '../../../test/ministers-schedule.ts'
import { code, done, openStories } from '../../../test/stories.ts'
import {
  type MeetingId,
  agreeToSchedule,
  approveSchedule,
  closeAgreement,
  correctSchedule,
  giveUpScheduleCorrection,
  leaveOutVisit,
  moveVisit,
  releaseDiff,
  returnProposal,
  submitSchedule,
} from '../index.ts'

const { story } = openStories()

describe('corrections', () => {
  test('a correction is a second release with its reason and a diff; the meetings follow', () =>
    story(all, async (stores) => {
      const first = await published(stores)
      const [moves, goes] = await visitsOf(stores, health!)
      const work = author(authorised, '2027-07-05')
      done(await correctSchedule(stores, work, { ...(await on(stores)), reason: 'Министр шетелде' }))
      const close = async () => closeAgreement(stores, work, await on(stores))
      expect(code(await close())).toBe('correction-empty')
      done(
        await moveVisit(stores, work, {
          ...(await on(stores)),
          visit: moves!.id,
          day: localDate('2027-08-24'),
          start: '10:00',
          reason: 'Министр шетелде',
        }),
      )
      done(
        await leaveOutVisit(stores, work, { ...(await on(stores)), visit: goes!.id, reason: 'Қайталанады' }),
      )
      done(await agreeToSchedule(stores, signer(health!, '2027-07-06'), await onBody(stores, health!)))
      done(await close())
      done(await submitSchedule(stores, work, { ...(await on(stores)), number: '20' }))
      done(
        await approveSchedule(stores, signer(government, '2027-07-08'), {
          ...(await on(stores)),
          number: '600',
        }),
      )
      const second = done(
        await publishMinistersSchedule(stores, law, signer(authorised, '2027-07-09'), await on(stores)),
      )
      expect(second).toMatchObject({ number: 2, content: { correction: { reason: 'Министр шетелде' } } })
      const diff = releaseDiff(first.content, second.content)
      expect(diff.moved.map(({ from, to }) => [from.day, to.day])).toEqual([['2027-08-17', '2027-08-24']])
      expect(diff.dropped.map(({ id }) => id)).toEqual([goes!.id])
      expect(await meetingOf(stores.meetings, moves!.id)).toMatchObject({ day: '2027-08-24', sequence: 1 })
      expect((await stores.readings.meetingsOf(health!, 2027)).map(({ day }) => day)).toEqual(['2027-08-24'])
      const states = await stores.journal.entries({ subject: goes!.id, types: ['meeting'] })
      expect(states.at(-1)!.payload['status']).toBe('cancelled')
      // Submission and approval keep the days of the first time.
      const submitted = await stores.journal.entries({ subject: schedule, types: ['schedule-submitted'] })
      expect(submitted).toHaveLength(1)
    }))

  test('what its ministry has announced or moved is left to the ministry, and what is over to the past', () =>
    story(all, async (stores) => {
      await published(stores)
      const [first, second] = await visitsOf(stores, health!)
      const leaveOut = async (visit: MeetingId, day: string) =>
        code(
          await leaveOutVisit(stores, author(authorised, day), {
            ...(await on(stores)),
            visit,
            reason: 'Шетелде',
          }),
        )
      const told = { type: 'meeting-moved', at: '2027-07-04T05:00:00.000Z' as Instant, asserted: false }
      await stores.journal.append([
        {
          ...told,
          id: chance.newId() as never,
          actor: null,
          office: health!,
          subject: first!.id,
          payload: {},
          corrects: null,
          salt: chance.newSalt(),
        },
      ])
      done(
        await correctSchedule(stores, author(authorised, '2027-07-05'), {
          ...(await on(stores)),
          reason: 'Министр шетелде',
        }),
      )
      expect(await leaveOut(first!.id, '2027-07-05')).toBe('announced')
      expect(await leaveOut(second!.id, '2027-11-17')).toBe('visit-over')
      expect(await leaveOut(second!.id, '2027-07-05')).toBe('done')
    }))

  test('a correction given up leaves everything as it was published', () =>
    story(all, async (stores) => {
      await published(stores)
      const before = await stores.schedules.visits(schedule)
      const work = author(authorised, '2027-07-05')
      done(await correctSchedule(stores, work, { ...(await on(stores)), reason: 'Министр шетелде' }))
      const move = { visit: before[0]!.id, day: localDate('2027-08-24'), start: '10:00', reason: 'Шетелде' }
      done(await moveVisit(stores, work, { ...(await on(stores)), ...move }))
      done(
        await returnProposal(stores, work, { ...(await on(stores)), body: water!, reason: 'Тағы бір сапар' }),
      )
      done(await giveUpScheduleCorrection(stores, work, await on(stores)))
      const after = await stores.schedules.visits(schedule)
      expect(after.map(({ id, day }) => [id, day])).toEqual(before.map(({ id, day }) => [id, day]))
      expect(
        (await stores.schedules.proposals(schedule)).filter(({ state }) => state === 'returned'),
      ).toEqual([])
      expect((await stores.schedules.find(schedule))!.state).toBe('published')
    }))
})
