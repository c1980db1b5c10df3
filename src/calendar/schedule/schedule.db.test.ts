// A half-year of ministers' meetings from the proposals of two ministries to the verdicts of the law.
import { describe, expect, test } from 'vitest'
import { dutiesOf, occasionsOf, publishMinistersSchedule } from '#flows'
import { type Period, localDate } from '#kernel'
import { meetingOf } from '#meetings'
import type { OfficeId } from '#territory'
import {
  agreed,
  all,
  author,
  authorised,
  district,
  government,
  health,
  law,
  line,
  on,
  opened,
  period,
  published,
  region,
  schedule,
  signer,
  visitsOf,
} from '../../../test/ministers-schedule.ts'
import { act, code, done, openStories } from '../../../test/stories.ts'
import {
  type Act,
  addVisit,
  agreeToSchedule,
  approveSchedule,
  circulateSchedule,
  closeAgreement,
  openSchedule,
  publishProcedure,
  regimeOf,
  scheduleIdOf,
  sendProposal,
  submitSchedule,
  takeProposal,
  writeProcedure,
} from '../index.ts'

const { story } = openStories()

describe('the way of a schedule', () => {
  test('from proposals to publication; its visits are meetings, and clashes for akims', () =>
    story(all, async (stores) => {
      const release = await published(stores)
      expect([release.number, release.content.meetings.length]).toEqual([1, 4])
      const [first] = release.content.meetings
      expect(first).toMatchObject({
        office: 'health',
        day: '2027-08-17',
        regionName: { ru: 'Жамбылская область' },
        agreed: { number: '05-12/77', day: '2027-05-28' },
      })
      const meeting = await meetingOf(stores.meetings, first!.id)
      expect(meeting).toMatchObject({
        state: 'planned',
        office: 'health',
        unit: district,
        region,
        place: { calendar: schedule, norm: 'G24-1.2.l', period: '2027-Q3' },
      })
      expect(
        (await stores.readings.meetingsOf(health!, 2027)).map(({ day, unit }) => [day, unit.code]),
      ).toEqual([
        ['2027-08-17', district],
        ['2027-11-16', district],
      ])
      const units = await stores.territory.subtree(region, localDate('2027-08-17'))
      const visits = (await occasionsOf(stores, units, 2027)).filter(({ kind }) => kind === 'minister-visit')
      expect(visits.map(({ day, binds }) => [day, [...binds]])[0]).toEqual(['2027-08-17', [district, region]])
      // The calendar of the region is its akims' own.
      const { offices } = await stores.readings.calendarChoices(region, 2027)
      expect(offices.filter(({ id }) => !id.startsWith('akim.'))).toEqual([])
    }))

  test('the verdicts of the law follow from what was done', () =>
    story(all, async (stores) => {
      await published(stores)
      const asOf = localDate('2027-08-16')
      const verdicts = async (office: OfficeId) =>
        (await dutiesOf(stores, law, office, { asOf, horizon: asOf }))!.verdicts
      const of = async (office: OfficeId, norm: string, at: Period | null = period) =>
        (await verdicts(office))
          .filter((one) => one.norm === norm && (at === null || one.period === at))
          .map(({ verdict }) => verdict)
      expect(await of(authorised, 'G24-3.1.a')).toEqual(['met'])
      expect(await of(authorised, 'G24-3.1.b')).toEqual(['met'])
      expect(await of(government, 'G24-3.1.c')).toEqual(['met'])
      const ofVisits = await verdicts(health!)
      const first = (await visitsOf(stores, health!))[0]!.id
      expect(
        ofVisits.filter(({ subject }) => subject === first).map(({ norm, verdict }) => `${norm} ${verdict}`),
      ).toEqual(expect.arrayContaining(['G24-1.2.a met', 'G24-1.3 met']))
    }))

  test('control: nothing submitted and nothing agreed is a duty missed', () =>
    story(all, async (stores) => {
      await opened(stores)
      const asOf = localDate('2027-08-18')
      const duties = await dutiesOf(stores, law, authorised, { asOf, horizon: asOf })
      const words = duties!.verdicts
        .filter((one) => one.period === period && one.norm.startsWith('G24-3.1'))
        .map(({ norm, verdict }) => `${norm} ${verdict}`)
      expect(words).toEqual(['G24-3.1.a missed', 'G24-3.1.b missed'])
    }))

  test('the Government owes an approval from the day a draft lies before it', () =>
    story(all, async (stores) => {
      await agreed(stores)
      done(
        await submitSchedule(stores, author(authorised, '2027-06-10'), {
          ...(await on(stores)),
          number: '9',
        }),
      )
      const asOf = localDate('2027-06-12')
      const duties = await dutiesOf(stores, law, government, { asOf, horizon: asOf })
      expect(
        duties!.verdicts.filter((one) => one.norm === 'G24-3.1.c' && one.period === period),
      ).toMatchObject([{ verdict: 'pending' }])
    }))
})

describe('the regime comes from the law', () => {
  test('what is asked, for how long and of whom changes with the act', () => {
    expect(regimeOf(law, '2023' as Period)).toMatchObject({
      act: 'A863',
      kind: 'year',
      proposals: 'A863-2.1',
      agreement: null,
      approval: 'A863-2.3',
      frequency: { norm: 'A863-1', kind: 'year' },
    })
    expect([...regimeOf(law, '2023' as Period)!.exempt]).toEqual(['defence', 'foreign-affairs'])
    expect(regimeOf(law, period)).toMatchObject({
      act: 'G24',
      kind: 'half-year',
      proposals: null,
      agreement: 'G24-3.1.a',
      approval: 'G24-3.1.c',
      frequency: { norm: 'G24-1.2.l', kind: 'quarter' },
    })
    expect(regimeOf(law, period)!.exempt.has('justice')).toBe(true)
    expect(regimeOf(law, '2027' as Period)).toBeNull()
    expect(regimeOf(law, '2020' as Period)).toBeNull()
  })

  test('a schedule of a regime that has ended is not made, exempt ministries are not asked', () =>
    story(all, async (stores) => {
      const open = (of: string, day = '2027-05-03') =>
        openSchedule(stores, author(authorised, day), {
          law,
          period: of as Period,
          answerBy: localDate('2027-05-20'),
          demonstration: true,
        })
      expect(code(await open('2023'))).toBe('no-such-regime')
      expect(code(await open('2028'))).toBe('no-such-regime')
      expect(code(await open('2025-H1'))).toBe('period-over')
      expect(code(await open(period))).toBe('done')
      expect(code(await open(period))).toBe('schedule-exists')
      const asked = (await stores.schedules.proposals(schedule)).map(({ body }) => body)
      expect(asked).toContain('health')
      expect(asked).not.toContain('justice')
      expect(asked).not.toContain('competition')
    }))
})

test('the yearly schedule of No. 863, as it was made in its days: its facts answer its norms', () =>
  story([...all, 'ecology' as OfficeId], async (stores) => {
    const [year, ecology] = ['2023' as Period, 'ecology' as OfficeId]
    const id = scheduleIdOf(year)
    const rev = async () => ({ schedule: id, revision: (await stores.schedules.find(id))!.revision })
    const ofBody = async () => ({
      schedule: id,
      body: ecology,
      revision: (await stores.schedules.proposal(id, ecology))!.revision,
    })
    const work = (day: string) => author(authorised, day)
    done(
      await openSchedule(stores, work('2022-11-01'), {
        law,
        period: year,
        answerBy: localDate('2022-11-25'),
        demonstration: true,
      }),
    )
    done(
      await addVisit(stores, author(ecology, '2022-11-10'), {
        ...(await ofBody()),
        line: line('2023-05-16', { sphere: 'ecology' }),
      }),
    )
    const regime = regimeOf(law, year)!
    done(await sendProposal(stores, author(ecology, '2022-11-11'), { ...(await ofBody()), regime }))
    done(await takeProposal(stores, work('2022-11-28'), { ...(await rev()), body: ecology }))
    done(await circulateSchedule(stores, work('2022-11-29'), await rev()))
    done(await agreeToSchedule(stores, signer(ecology, '2022-12-01'), await ofBody()))
    done(await closeAgreement(stores, work('2022-12-05'), await rev()))
    done(await submitSchedule(stores, work('2022-12-12'), { ...(await rev()), number: '3' }))
    done(await approveSchedule(stores, signer(government, '2023-01-06'), { ...(await rev()), number: '9' }))
    const release = done(
      await publishMinistersSchedule(stores, law, signer(authorised, '2023-01-09'), await rev()),
    )
    expect(release.content).toMatchObject({ act: 'A863', period: '2023' })
    const asOf = localDate('2023-02-01')
    const verdict = async (office: OfficeId, norm: string) =>
      (await dutiesOf(stores, law, office, { asOf, horizon: asOf }))!.verdicts.find(
        (one) => one.norm === norm && one.period === year,
      )?.verdict
    expect([
      await verdict(ecology, 'A863-2.1'),
      await verdict(authorised, 'A863-2.2'),
      await verdict(government, 'A863-2.3'),
    ]).toEqual(['met', 'met', 'met'])
  }))

test('the procedure is signed by another person than its writers, and answers the norm on it', () =>
  story(all, async (stores) => {
    const before = await stores.schedules.procedureDraft()
    const numbers = (await stores.schedules.procedures()).length
    const text = { kk: 'Кестені қалай жасаймыз', ru: 'Как составляется график' }
    const writer = author(authorised, '2027-05-03')
    const written = done(await writeProcedure(stores, writer, { text, revision: before?.revision ?? 0 }))
    const publish = (of: Act) => publishProcedure(stores, of, { order: '14', revision: written.revision })
    expect(code(await publish(act(authorised, 'signer', '2027-05-04', writer.actor.person.id)))).toBe(
      'not-allowed',
    )
    expect(done(await publish(signer(authorised, '2027-05-04')))).toMatchObject({
      number: numbers + 1,
      order: '14',
    })
    const asOf = localDate('2027-05-05')
    const duties = await dutiesOf(stores, law, authorised, { asOf, horizon: asOf })
    expect(duties!.verdicts.filter(({ norm }) => norm === 'G24-3.2').map(({ verdict }) => verdict)).toEqual([
      'met',
    ])
  }))
