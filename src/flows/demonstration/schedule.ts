// What the demonstration shows of ministers: the running half-year's schedule, published, and the next one being made.
import {
  type Visit,
  type VisitLine,
  addVisit,
  agreeToSchedule,
  answerVisit,
  approveSchedule,
  circulateSchedule,
  closeAgreement,
  isWorkingDay,
  openSchedule,
  periodsToPlan,
  publishProcedure,
  regimeOf,
  returnProposal,
  scheduleIdOf,
  sendProposal,
  submitSchedule,
  takeProposal,
  writeProcedure,
} from '#calendar'
import type { EntryId } from '#journal'
import { type LocalDate, type Period, type Result, addDays, done, firstDay } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice, authorisedBodyOffice, governmentOffice } from '#territory'
import type { Someone } from './assembly.ts'
import type { Chance } from './year.ts'
import { publishMinistersSchedule } from '../ministers-schedule.ts'
import type { Books } from '../propose-calendar.ts'
import type { Stores } from '../stores.ts'

/** Made-up visits: which ministry, how many days after the half-year begins, where, about what. */
const visits = [
  ['health', 50, '310000000', '315400000', 'health'],
  ['health', 155, '110000000', '110000000', 'health'],
  ['water', 65, '310000000', '310000000', 'water'],
  ['water', 150, '430000000', '430000000', 'water'],
  ['transport', 40, '190000000', '190000000', 'transport'],
  ['transport', 160, '310000000', '315400000', 'roads'],
] as const satisfies readonly (readonly [string, number, string, string, Visit['sphere']])[]

export const demonstratedMinistries = [...new Set(visits.map(([body]) => body as string as OfficeId))]
const [health, , transport] = demonstratedMinistries as [OfficeId, OfficeId, OfficeId]

type Steps = readonly (() => Promise<Result<unknown, unknown>>)[]

async function play(steps: Steps): Promise<Result<void, unknown>> {
  for (const step of steps) {
    const outcome = await step()
    if (!outcome.ok) return outcome
  }
  return done()
}

/** Plays both by the verbs of the room; everything is asserted and marked as demonstration. */
export async function demonstrateSchedules(
  stores: Stores,
  books: Books,
  as: Someone,
  today: LocalDate,
  chance: Chance,
): Promise<Result<void, unknown>> {
  const [running, next] = periodsToPlan(books.law, today)
  const procedure = await demonstrateProcedure(stores, as, today)
  if (!procedure.ok) return procedure
  if (running) {
    const shown = await demonstratePublished(stores, books, as, running)
    if (!shown.ok) return shown
    await noteHeld(stores, running, today, chance)
  }
  return next ? demonstrateProposals(stores, books, as, next, today) : done()
}

/** What a step of a schedule is done with: it asks for the revision only when its turn comes. */
function toolsFor(stores: Stores, books: Books, as: Someone, period: Period) {
  const schedule = scheduleIdOf(period)
  const on = async () => ({ schedule, revision: (await stores.schedules.find(schedule))!.revision })
  const onBody = async (body: OfficeId) => ({
    schedule,
    body,
    revision: (await stores.schedules.proposal(schedule, body))!.revision,
  })
  const lines = visits.map(([body, after, region, unit, sphere]) => ({
    body: body as string as OfficeId,
    line: lineOf(books, addDays(firstDay(period), after), region as UnitCode, unit as UnitCode, sphere),
  }))
  return {
    schedule,
    on,
    onBody,
    open: (day: LocalDate, answerBy: LocalDate) => () =>
      openSchedule(stores, as('author', day, authorisedBodyOffice), {
        law: books.law,
        period,
        answerBy,
        demonstration: true,
      }),
    write: (body: OfficeId, day: LocalDate): Steps =>
      lines
        .filter((one) => one.body === body)
        .map(
          ({ line }) =>
            async () =>
              addVisit(stores, as('author', day, body), { ...(await onBody(body)), line }),
        ),
    send: (body: OfficeId, day: LocalDate) => async () =>
      sendProposal(stores, as('author', day, body), {
        ...(await onBody(body)),
        regime: regimeOf(books.law, period)!,
      }),
    take: (body: OfficeId, day: LocalDate) => async () =>
      takeProposal(stores, as('author', day, authorisedBodyOffice), { ...(await on()), body }),
  }
}

async function demonstratePublished(
  stores: Stores,
  books: Books,
  as: Someone,
  period: Period,
): Promise<Result<void, unknown>> {
  const { schedule, on, onBody, open, write, send, take } = toolsFor(stores, books, as, period)
  const before = (days: number) => addDays(firstDay(period), -days)
  const authorised = (days: number) => as('author', before(days), authorisedBodyOffice)
  const prepared = await play([
    open(before(60), before(45)),
    ...demonstratedMinistries.flatMap((body) => [
      ...write(body, before(50)),
      send(body, before(48)),
      take(body, before(44)),
    ]),
    async () => circulateSchedule(stores, authorised(43), await on()),
    ...demonstratedMinistries.map(
      (body) => async () => agreeToSchedule(stores, as('signer', before(38), body), await onBody(body)),
    ),
  ])
  if (!prepared.ok) return prepared
  const answers = (await stores.schedules.visits(schedule)).map(
    ({ id, region, revision }, at) =>
      () =>
        answerVisit(stores, as('signer', before(34), akimOffice(region)), {
          schedule,
          visit: id,
          revision,
          agrees: true,
          words: `05-11/${210 + at}`,
        }),
  )
  return play([
    ...answers,
    async () => closeAgreement(stores, authorised(30), await on()),
    async () => submitSchedule(stores, authorised(20), { ...(await on()), number: '12-03/418' }),
    async () =>
      approveSchedule(stores, as('signer', before(9), governmentOffice), {
        ...(await on()),
        number: '502',
      }),
    async () =>
      publishMinistersSchedule(stores, books.law, as('signer', before(7), authorisedBodyOffice), await on()),
  ])
}

/** The next one: a proposal in the draft, one to be looked at, one given back. */
async function demonstrateProposals(
  stores: Stores,
  books: Books,
  as: Someone,
  period: Period,
  today: LocalDate,
): Promise<Result<void, unknown>> {
  const { on, open, write, send, take } = toolsFor(stores, books, as, period)
  const before = (days: number) => addDays(today, -days)
  return play([
    open(before(20), addDays(today, 8)),
    ...demonstratedMinistries.flatMap((body) => [...write(body, before(15)), send(body, before(12))]),
    take(transport, before(9)),
    async () =>
      returnProposal(stores, as('author', before(6), authorisedBodyOffice), {
        ...(await on()),
        body: health,
        reason: 'Бір кездесуді ауданға ауыстырыңыз (көрсетілім)',
      }),
  ])
}

/** Visits gone by took place. */
async function noteHeld(
  { schedules, journal }: Stores,
  period: Period,
  today: LocalDate,
  { newId, newSalt }: Chance,
): Promise<void> {
  const over = (await schedules.visits(scheduleIdOf(period))).filter(({ day }) => day < today)
  for (const { id, office, day } of over) {
    const [planned] = await journal.entries({ subject: id, types: ['meeting'] })
    if (planned)
      await journal.append([
        {
          id: newId() as EntryId,
          type: 'meeting',
          at: day,
          asserted: true,
          actor: null,
          office,
          subject: id,
          payload: { ...planned.payload, status: 'held', held_by: 'holder' },
          corrects: planned.id,
          salt: newSalt(),
        },
      ])
  }
}

async function demonstrateProcedure(
  stores: Stores,
  as: Someone,
  today: LocalDate,
): Promise<Result<unknown, unknown>> {
  const day = addDays(today, -90)
  const written = await writeProcedure(stores, as('author', day, authorisedBodyOffice), {
    text: procedure,
    revision: 0,
  })
  if (!written.ok) return written
  return publishProcedure(stores, as('signer', addDays(day, 5), authorisedBodyOffice), {
    order: '14-К',
    revision: written.value.revision,
  })
}

const procedure = {
  kk: 'Бұл — көрсетілім мәтіні.\nМинистрлік әр тоқсанда кемінде бір өңірге барып, тұрғындармен кездеседі.\nКездесу күні өңір әкімдігімен келісіледі және кестеде жарияланады.',
  ru: 'Это текст демонстрации.\nМинистр не реже раза в квартал приезжает в регион и встречается с жителями.\nДень встречи согласуют с акиматом региона и публикуют в графике.',
}

function lineOf(
  { holidays }: Books,
  wished: LocalDate,
  region: UnitCode,
  unit: UnitCode,
  sphere: Visit['sphere'],
): VisitLine {
  let day = wished
  while (!isWorkingDay(holidays, day)) day = addDays(day, 1)
  return {
    region,
    unit,
    day,
    start: '11:00',
    plannedMinutes: 90,
    sphere,
    venue: { kk: 'Мәдениет үйі', ru: 'Дом культуры' },
    why: {
      kk: 'Тұрғындардың осы сала бойынша өтініші көп (көрсетілім).',
      ru: 'Много обращений жителей по этой отрасли (демонстрация).',
    },
    grounds: ['sector-problems', 'local-issues'],
  }
}
