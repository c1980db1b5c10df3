// A half-year of ministers' meetings from the proposals of two ministries to the verdicts of the law.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Stores, dutiesOf, occasionsOf, publishMinistersSchedule } from '#flows'
import { type Instant, type LocalDate, type Period, type Result, localDate } from '#kernel'
import { meetingOf } from '#meetings'
import type { Actor, PersonId, Role } from '#people'
import { type OfficeId, type UnitCode, akimOffice, authorisedBodyOffice, governmentOffice } from '#territory'
import { type Demonstration, chance, demonstrationAt } from '../../../test/demonstration.ts'
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
  correctSchedule,
  giveUpScheduleCorrection,
  leaveOutVisit,
  moveVisit,
  openSchedule,
  publishProcedure,
  regimeOf,
  releaseDiff,
  returnProposal,
  returnSchedule,
  scheduleIdOf,
  sendProposal,
  submitSchedule,
  takeProposal,
  withdrawVisit,
  writeProcedure,
} from '../index.ts'

const region = '310000000' as UnitCode
const district = '315400000' as UnitCode
// Another half-year than those of the demonstration.
const period = '2027-H2' as Period
const schedule = scheduleIdOf(period)
const [health, water] = ['health', 'water'] as OfficeId[]
const [authorised, government, akim] = [authorisedBodyOffice, governmentOffice, akimOffice(region)]
const all = [health!, water!, authorised, government, akim]
let house: Demonstration
beforeAll(async () => void (house = await demonstrationAt('2026-11-23T05:00:00.000Z')))
afterAll(() => house?.close())

const act = (office: OfficeId, role: Role, day: string, person = `${role} of ${office}`): Act => {
  const grant = { person: person as PersonId, office, role, from: localDate('2020-01-01'), to: null }
  const at = `${day}T05:00:00.000Z` as Instant
  const actor: Actor = { person: { id: person as PersonId, name: person }, grants: [grant], signedInAt: at }
  return { actor, at, today: day as LocalDate, asserted: false, ...chance }
}
const author = (office: OfficeId, day: string) => act(office, 'author', day)
const signer = (office: OfficeId, day: string) => act(office, 'signer', day)

/** What happens in the story is forgotten at its end. */
async function story<T>(offices: readonly OfficeId[], verb: (stores: Stores) => Promise<T>): Promise<T> {
  let seen: T | undefined
  await house.storage.transaction({ person: 'test', offices }, async (stores) => {
    seen = await verb(stores)
    return { ok: false as const, refusal: 'rolled back' }
  })
  return seen as T
}
function done<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'done' : result.refusal.code)

const line = (day: string, change: Partial<VisitLine> = {}): VisitLine => ({
  region,
  unit: district,
  day: day as LocalDate,
  start: '11:00',
  plannedMinutes: 90,
  sphere: 'water',
  venue: { kk: 'Мәдениет үйі', ru: 'Дом культуры' },
  why: { kk: 'Ауыз су туралы өтініш көп.', ru: 'Много обращений о воде.' },
  grounds: ['sector-problems', 'local-issues'],
  ...change,
})

const opened = async (stores: Stores, day = '2027-05-03') =>
  done(
    await openSchedule(stores, author(authorised, day), {
      law: house.books.law,
      period,
      answerBy: localDate('2027-05-20'),
      demonstration: true,
    }),
  )
const revision = async (stores: Stores) => (await stores.schedules.find(schedule))!.revision
const on = async (stores: Stores) => ({ schedule, revision: await revision(stores) })
const onBody = async (stores: Stores, body: OfficeId) => ({
  schedule,
  body,
  revision: (await stores.schedules.proposal(schedule, body))!.revision,
})
const visitsOf = async (stores: Stores, body: OfficeId) =>
  (await stores.schedules.visits(schedule)).filter(({ office }) => office === body)

/** The body proposes one visit for each day and sends them. */
async function proposed(
  stores: Stores,
  body: OfficeId,
  days: readonly string[],
  given: Partial<VisitLine> = {},
) {
  for (const day of days)
    done(
      await addVisit(stores, author(body, '2027-05-10'), {
        ...(await onBody(stores, body)),
        line: line(day, given),
      }),
    )
  const regime = regimeOf(house.books.law, period)!
  return done(
    await sendProposal(stores, author(body, '2027-05-11'), { ...(await onBody(stores, body)), regime }),
  )
}

async function circulated(stores: Stores) {
  await opened(stores)
  await proposed(stores, health!, ['2027-08-17', '2027-11-16'])
  await proposed(stores, water!, ['2027-09-14', '2027-10-12'])
  for (const body of [health!, water!])
    done(await takeProposal(stores, author(authorised, '2027-05-21'), { ...(await on(stores)), body }))
  done(await circulateSchedule(stores, author(authorised, '2027-05-24'), await on(stores)))
}
async function agreed(stores: Stores) {
  await circulated(stores)
  for (const body of [health!, water!])
    done(await agreeToSchedule(stores, signer(body, '2027-05-27'), await onBody(stores, body)))
  for (const { id, revision } of await stores.schedules.visits(schedule))
    done(
      await answerVisit(stores, signer(akim, '2027-05-28'), {
        schedule,
        visit: id,
        revision,
        agrees: true,
        words: '05-12/77',
      }),
    )
  done(await closeAgreement(stores, author(authorised, '2027-06-01'), await on(stores)))
}
async function published(stores: Stores) {
  await agreed(stores)
  done(
    await submitSchedule(stores, author(authorised, '2027-06-10'), {
      ...(await on(stores)),
      number: '12-4/9',
    }),
  )
  done(
    await approveSchedule(stores, signer(government, '2027-06-24'), { ...(await on(stores)), number: '511' }),
  )
  return done(
    await publishMinistersSchedule(
      stores,
      house.books.law,
      signer(authorised, '2027-06-25'),
      await on(stores),
    ),
  )
}

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
        (await dutiesOf(stores, house.books.law, office, { asOf, horizon: asOf }))!.verdicts
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
      const duties = await dutiesOf(stores, house.books.law, authorised, { asOf, horizon: asOf })
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
      const duties = await dutiesOf(stores, house.books.law, government, { asOf, horizon: asOf })
      expect(
        duties!.verdicts.filter((one) => one.norm === 'G24-3.1.c' && one.period === period),
      ).toMatchObject([{ verdict: 'pending' }])
    }))
})

describe('the regime comes from the law', () => {
  test('what is asked, for how long and of whom changes with the act', () => {
    const { law } = house.books
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
          law: house.books.law,
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
    const { law } = house.books
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
      const publish = async (of: Act) =>
        publishMinistersSchedule(stores, house.books.law, of, await on(stores))
      expect(code(await publish(author(authorised, '2027-06-14')))).toBe('not-allowed')
      done(await publish(signer(authorised, '2027-06-14')))
    }))

  test('the wall: a proposal is its own until it is sent, and an akimat sees visits to its region alone', async () => {
    // Kept, and the last to write of this half-year: another transaction must see it.
    await house.storage.transaction<null, never>({ person: 'test', offices: all }, async (stores) => {
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
      house.storage.readOffice(
        { person: 'test', offices: [office] },
        async (stores) => (await stores.schedules.visits(schedule)).length,
      )
    expect(await Promise.all([health!, water!, authorised, government, akim].map(seen))).toEqual([
      1, 0, 0, 0, 0,
    ])
    await house.storage.transaction<null, never>({ person: 'test', offices: all }, async (stores) => {
      const regime = regimeOf(house.books.law, period)!
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
    await house.owner.query(`delete from schedule_visits where schedule = $1`, [schedule])
    await house.owner.query(`delete from schedule_proposals where schedule = $1`, [schedule])
    await house.owner.query(`delete from schedules where id = $1`, [schedule])
  })
})

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
        await publishMinistersSchedule(
          stores,
          house.books.law,
          signer(authorised, '2027-07-09'),
          await on(stores),
        ),
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
    const duties = await dutiesOf(stores, house.books.law, authorised, { asOf, horizon: asOf })
    expect(duties!.verdicts.filter(({ norm }) => norm === 'G24-3.2').map(({ verdict }) => verdict)).toEqual([
      'met',
    ])
  }))
