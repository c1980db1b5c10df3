// The ministers' schedule of a half-year, brought step by step to its publication, for tests of its stories.
import {
  type VisitLine,
  addVisit,
  agreeToSchedule,
  answerVisit,
  approveSchedule,
  circulateSchedule,
  closeAgreement,
  openSchedule,
  regimeOf,
  scheduleIdOf,
  sendProposal,
  submitSchedule,
  takeProposal,
} from '#calendar'
import { type Stores, publishMinistersSchedule } from '#flows'
import { type LocalDate, type Period, localDate } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice, authorisedBodyOffice, governmentOffice } from '#territory'
import { books } from './demonstration.ts'
import { act, done } from './stories.ts'

export const { law } = books()

export const region = '310000000' as UnitCode
export const district = '315400000' as UnitCode
// Another half-year than those of the demonstration.
export const period = '2027-H2' as Period
export const schedule = scheduleIdOf(period)
export const [health, water] = ['health', 'water'] as OfficeId[]
export const [authorised, government, akim] = [authorisedBodyOffice, governmentOffice, akimOffice(region)]
export const all = [health!, water!, authorised, government, akim]

export const author = (office: OfficeId, day: string) => act(office, 'author', day)
export const signer = (office: OfficeId, day: string) => act(office, 'signer', day)

export const line = (day: string, change: Partial<VisitLine> = {}): VisitLine => ({
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

export const opened = async (stores: Stores, day = '2027-05-03') =>
  done(
    await openSchedule(stores, author(authorised, day), {
      law,
      period,
      answerBy: localDate('2027-05-20'),
      demonstration: true,
    }),
  )
const revision = async (stores: Stores) => (await stores.schedules.find(schedule))!.revision
export const on = async (stores: Stores) => ({ schedule, revision: await revision(stores) })
export const onBody = async (stores: Stores, body: OfficeId) => ({
  schedule,
  body,
  revision: (await stores.schedules.proposal(schedule, body))!.revision,
})
export const visitsOf = async (stores: Stores, body: OfficeId) =>
  (await stores.schedules.visits(schedule)).filter(({ office }) => office === body)

/** The body proposes one visit for each day and sends them. */
export async function proposed(
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
  const regime = regimeOf(law, period)!
  return done(
    await sendProposal(stores, author(body, '2027-05-11'), { ...(await onBody(stores, body)), regime }),
  )
}

export async function circulated(stores: Stores) {
  await opened(stores)
  await proposed(stores, health!, ['2027-08-17', '2027-11-16'])
  await proposed(stores, water!, ['2027-09-14', '2027-10-12'])
  for (const body of [health!, water!])
    done(await takeProposal(stores, author(authorised, '2027-05-21'), { ...(await on(stores)), body }))
  done(await circulateSchedule(stores, author(authorised, '2027-05-24'), await on(stores)))
}
export async function agreed(stores: Stores) {
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
export async function published(stores: Stores) {
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
  return done(await publishMinistersSchedule(stores, law, signer(authorised, '2027-06-25'), await on(stores)))
}
