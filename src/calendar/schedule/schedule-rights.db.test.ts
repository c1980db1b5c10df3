// Who writes in the schedule, sends, agrees and approves, and when: what is not theirs is refused.
import { describe, expect, test } from 'vitest'
import { publishMinistersSchedule } from '#flows'
import { localDate } from '#kernel'
import { type UnitCode, akimOffice } from '#territory'
import {
  agreed,
  akim,
  all,
  author,
  authorised,
  circulated,
  government,
  health,
  law,
  line,
  on,
  onBody,
  opened,
  period,
  proposed,
  schedule,
  signer,
  visitsOf,
  water,
} from '../../../test/ministers-schedule.ts'
import { act, code, done, openStories } from '../../../test/stories.ts'
import {
  type Act,
  type MeetingId,
  type VisitLine,
  addVisit,
  agreeToSchedule,
  answerVisit,
  approveSchedule,
  changeVisit,
  circulateSchedule,
  closeAgreement,
  moveVisit,
  regimeOf,
  returnProposal,
  returnSchedule,
  sendProposal,
  submitSchedule,
  takeProposal,
  withdrawVisit,
} from '../index.ts'

const { house, story } = openStories()

describe('who may do what, and when', () => {
  test('a day outside the half-year, in the past or taken; a place that is not of the region', () =>
    story(all, async (stores) => {
      await opened(stores)
      const add = async (of: VisitLine) =>
        addVisit(stores, author(health!, '2027-07-12'), { ...(await onBody(stores, health!)), line: of })
      expect(code(await add(line('2027-06-30')))).toBe('outside-the-period')
      expect(code(await add(line('2027-07-05')))).toBe('day-over')
      expect(code(await add(line('2027-08-17')))).toBe('done')
      expect(code(await add(line('2027-08-17', { start: '12:00' })))).toBe('minister-elsewhere')
      expect(code(await add(line('2027-08-18', { region: '350000000' as UnitCode })))).toBe('no-such-unit')
      const [visit] = await visitsOf(stores, health!)
      const before = await onBody(stores, health!)
      expect(
        code(
          await changeVisit(stores, author(health!, '2027-07-12'), {
            ...before,
            visit: visit!.id,
            line: line('2027-08-19'),
          }),
        ),
      ).toBe('done')
      expect(
        code(await withdrawVisit(stores, author(health!, '2027-07-12'), { ...before, visit: visit!.id })),
      ).toBe('changed-meanwhile')
      expect(
        code(
          await withdrawVisit(stores, author(health!, '2027-07-12'), {
            ...(await onBody(stores, health!)),
            visit: 'v-none' as MeetingId,
          }),
        ),
      ).toBe('no-such-visit')
    }))

  test('a ministry writes in its own proposal alone, and not while it lies with the authorised body', () =>
    story(all, async (stores) => {
      await opened(stores)
      await proposed(stores, health!, ['2027-08-17'])
      const late = await addVisit(stores, author(health!, '2027-05-12'), {
        ...(await onBody(stores, health!)),
        line: line('2027-10-05'),
      })
      expect(code(late)).toBe('proposal-state')
      const foreign = await addVisit(stores, author(water!, '2027-05-12'), {
        ...(await onBody(stores, health!)),
        line: line('2027-10-05'),
      })
      expect(code(foreign)).toBe('not-allowed')
      const back = { ...(await on(stores)), body: health!, reason: 'Өңірді дәлелдеңіз' }
      done(await returnProposal(stores, author(authorised, '2027-05-13'), back))
      expect(code(await circulateSchedule(stores, author(authorised, '2027-05-13'), await on(stores)))).toBe(
        'proposals-open',
      )
      done(
        await addVisit(stores, author(health!, '2027-05-14'), {
          ...(await onBody(stores, health!)),
          line: line('2027-10-05'),
        }),
      )
    }))

  test('the draft is agreed by every ministry in it; a moved visit wants it anew', () =>
    story(all, async (stores) => {
      await circulated(stores)
      const close = async () => closeAgreement(stores, author(authorised, '2027-06-01'), await on(stores))
      done(await agreeToSchedule(stores, signer(health!, '2027-05-27'), await onBody(stores, health!)))
      expect(code(await close())).toBe('agreement-open')
      done(await agreeToSchedule(stores, signer(water!, '2027-05-27'), await onBody(stores, water!)))
      const [visit] = await visitsOf(stores, health!)
      const answer = async (agrees: boolean, of = signer(akim, '2027-05-28')) => {
        const now = (await visitsOf(stores, health!))[0]!
        return answerVisit(stores, of, {
          schedule,
          visit: now.id,
          revision: now.revision,
          agrees,
          words: '7',
        })
      }
      expect(code(await answer(true, signer(akimOffice('350000000' as UnitCode), '2027-05-28')))).toBe(
        'not-allowed',
      )
      expect(code(await answer(false))).toBe('done')
      expect(code(await answer(true))).toBe('done')
      expect(code(await answer(true))).toBe('answered-already')
      const move = {
        ...(await on(stores)),
        visit: visit!.id,
        day: localDate('2027-08-24'),
        start: '11:00',
        reason: 'Сессия',
      }
      done(await moveVisit(stores, author(authorised, '2027-05-29'), move))
      expect((await visitsOf(stores, health!))[0]).toMatchObject({ akimat: null, proposedDay: '2027-08-17' })
      expect(await stores.journal.entries({ subject: visit!.id, types: ['meeting-agreed'] })).toEqual([])
      expect(code(await close())).toBe('agreement-open')
    }))

  test('the Government gives a draft back; who wrote in it does not approve it', () =>
    story(all, async (stores) => {
      await agreed(stores)
      done(
        await submitSchedule(stores, author(authorised, '2027-06-10'), {
          ...(await on(stores)),
          number: '9',
        }),
      )
      const approve = async (of: Act) => approveSchedule(stores, of, { ...(await on(stores)), number: '511' })
      expect(code(await approve(author(government, '2027-06-12')))).toBe('not-allowed')
      const both = act(government, 'signer', '2027-06-12', `author of ${health}`)
      expect(await approve(both)).toMatchObject({ refusal: { why: { code: 'another-person-needed' } } })
      done(
        await returnSchedule(stores, signer(government, '2027-06-12'), {
          ...(await on(stores)),
          reason: 'Екі министр бір күні',
        }),
      )
      expect(await stores.schedules.find(schedule)).toMatchObject({
        state: 'drafted',
        returned: 'Екі министр бір күні',
      })
      done(await closeAgreement(stores, author(authorised, '2027-06-13'), await on(stores)))
      done(
        await submitSchedule(stores, author(authorised, '2027-06-13'), {
          ...(await on(stores)),
          number: '10',
        }),
      )
      done(await approve(signer(government, '2027-06-14')))
      const publish = async (of: Act) => publishMinistersSchedule(stores, law, of, await on(stores))
      expect(code(await publish(author(authorised, '2027-06-14')))).toBe('not-allowed')
      done(await publish(signer(authorised, '2027-06-14')))
    }))

  test('the wall: a proposal is its own until it is sent, and an akimat sees visits to its region alone', async () => {
    // Kept, and the last to write of this half-year: another transaction must see it.
    await house().storage.transaction<null, never>({ person: 'test', offices: all }, async (stores) => {
      await opened(stores)
      done(
        await addVisit(stores, author(health!, '2027-05-10'), {
          ...(await onBody(stores, health!)),
          line: line('2027-08-17'),
        }),
      )
      return { ok: true, value: null }
    })
    const seen = (office: string) =>
      house().storage.readOffice(
        { person: 'test', offices: [office] },
        async (stores) => (await stores.schedules.visits(schedule)).length,
      )
    expect(await Promise.all([health!, water!, authorised, government, akim].map(seen))).toEqual([
      1, 0, 0, 0, 0,
    ])
    await house().storage.transaction<null, never>({ person: 'test', offices: all }, async (stores) => {
      const regime = regimeOf(law, period)!
      done(
        await sendProposal(stores, author(health!, '2027-05-11'), {
          ...(await onBody(stores, health!)),
          regime,
        }),
      )
      done(
        await takeProposal(stores, author(authorised, '2027-05-21'), {
          ...(await on(stores)),
          body: health!,
        }),
      )
      done(await circulateSchedule(stores, author(authorised, '2027-05-24'), await on(stores)))
      return { ok: true, value: null }
    })
    const other = akimOffice('350000000' as UnitCode)
    expect(await Promise.all([health!, water!, authorised, government, akim, other].map(seen))).toEqual([
      1, 0, 1, 0, 1, 0,
    ])
    await house().owner.query(`delete from schedule_visits where schedule = $1`, [schedule])
    await house().owner.query(`delete from schedule_proposals where schedule = $1`, [schedule])
    await house().owner.query(`delete from schedules where id = $1`, [schedule])
  })
})
