// The voice of residents in the demonstration: an open poll, a demand that waits, one refused, one accepted.
import type { Act } from '#calendar'
import { type Instant, type LocalDate, type Result, addDays, done, instantOf, milliseconds } from '#kernel'
import {
  type Both,
  type DemandId,
  type DemandVerdict,
  castVote,
  decideDemand,
  draftAnswer,
  judgeWords,
  meetForDemand,
  openPoll,
  raiseDemand,
  supportDemand,
  usualDemandRule,
} from '#meetings'
import { type RequestKey, hashFor, receiptCodeOf } from '#receipts'
import { type UnitCode, akimOffice } from '#territory'
import { type Chance, demonstrationGrant, demonstrationPerson } from './year.ts'
import type { Storage, Stores } from '../stores.ts'

const unit = '315400000' as UnitCode
const office = akimOffice(unit)

type Step<T> = (stores: Stores) => Promise<Result<T, unknown>>

/** Plays it over what was loaded before. Each resident is a code and a device of nobody. Refuses what a step refuses. */
export async function demonstrateResidents(
  storage: Pick<Storage, 'transaction' | 'readPublic'>,
  chance: Chance,
  { region, today, at }: { region: UnitCode; today: LocalDate; at: Instant },
): Promise<Result<void, unknown>> {
  const ago = (days: number): Instant => instantOf(milliseconds(at) - days * 86_400_000)
  const as = (role: 'author' | 'signer', days: number): Act => {
    const day = addDays(today, -days)
    const grants = [{ ...demonstrationGrant(role, region, day), office }]
    const actor = { person: demonstrationPerson(role), grants, signedInAt: ago(days) }
    return { actor, at: ago(days), today: day, asserted: true, ...chance }
  }
  const inOffice = <T>(verb: Step<T>) => storage.transaction({ person: null, offices: [office] }, verb)
  /** Somebody of the place; the same number is the same person. */
  const resident = <T>(
    thing: string,
    who: number,
    days: number,
    verb: (
      stores: Stores,
      by: { code: string; device: string; at: Instant; asserted: true } & Chance,
    ) => ReturnType<Step<T>>,
  ) => {
    const code = hashFor(thing, receiptCodeOf(`demonstration.${who}` as RequestKey))
    const by = {
      code,
      device: hashFor(thing, `demonstration device ${who}`),
      at: ago(days),
      asserted: true as const,
    }
    return storage.transaction<T, unknown>({ person: code, offices: [] }, (stores) =>
      verb(stores, { ...by, ...chance }),
    )
  }

  /** Raised, shown, and supported by so many. */
  const demand = async (id: DemandId, words: string, supporters: number, days: number) => {
    const raised = await resident(id, 0, days, (stores, by) =>
      raiseDemand(stores, by, { id, office, unit, words, language: 'kk', rule: usualDemandRule }),
    )
    if (!raised.ok) return raised
    const judged = await inOffice((stores) =>
      judgeWords(stores, as('author', days - 1), { demand: id, withheld: null }),
    )
    if (!judged.ok) return judged
    for (let who = 1; who < supporters; who++) {
      const supported = await resident(id, who, days - 1, (stores, by) => supportDemand(stores, by, id))
      if (!supported.ok) return supported
    }
    return done()
  }
  const decide = (id: DemandId, decision: DemandVerdict, reason: Both, days: number) =>
    inOffice(async (stores) => {
      const draft = { demand: id, revision: 0, decision, reason }
      const drafted = await draftAnswer(stores, as('author', days), draft)
      return drafted.ok ? decideDemand(stores, as('signer', days), { demand: id, revision: 1 }) : drafted
    })

  const steps: (() => Promise<Result<unknown, unknown>>)[] = [
    () => demand(ids.waiting, words.waiting, usualDemandRule.threshold + 1, 4),
    () => demand(ids.refused, words.refused, usualDemandRule.threshold, 30),
    () => decide(ids.refused, 'refused', reasons.refused, 24),
    () => demand(ids.accepted, words.accepted, usualDemandRule.threshold + 2, 16),
    () => decide(ids.accepted, 'accepted', reasons.accepted, 9),
    () =>
      inOffice((stores) =>
        meetForDemand(stores, as('author', 8), {
          demand: ids.accepted,
          day: addDays(today, 25),
          start: '18:00',
          minutes: 90,
        }),
      ),
    async () => {
      const closesAt = instantOf(milliseconds(at) + 10 * 86_400_000)
      const options = [28, 29, 33].map((days) => ({ day: addDays(today, days), start: '18:00' }))
      const opened = await inOffice((stores) =>
        openPoll(stores, as('author', 2), { office, unit, about: about, meeting: null, options, closesAt }),
      )
      if (!opened.ok) return opened
      const { id } = opened.value
      for (const [who, choice] of [[0], [0, 1], [1], [1, 2], [1]].entries()) {
        const cast = await resident(id, who, 1, (stores, { code, device, at }) =>
          castVote(stores, { poll: id, choice, code, device, at }),
        )
        if (!cast.ok) return cast
      }
      return opened
    },
  ]
  for (const step of steps) {
    const outcome = await step()
    if (!outcome.ok) return outcome
  }
  return done()
}

const ids = {
  waiting: 'demonstration-demand-1' as DemandId,
  refused: 'demonstration-demand-2' as DemandId,
  accepted: 'demonstration-demand-3' as DemandId,
}

const words = {
  waiting:
    'Ауыз су тоқтап қала береді. Қашан жөнделетінін әкімнің өзінен естігіміз келеді. Бұл — көрсетілім.',
  refused: 'Жаңа стадион туралы жеке кездесу өткізуді сұраймыз. Бұл — көрсетілім.',
  accepted:
    'Мектепке баратын автобус туралы кездесу керек: балалар таңертең суықта тұрады. Бұл — көрсетілім.',
} as const

const reasons = {
  refused: {
    kk: 'Стадион мәселесі жоспарлы кездесудің күн тәртібінде тұр, ол екі аптадан кейін өтеді. Бұл — көрсетілім.',
    ru: 'Вопрос о стадионе стоит в повестке встречи по календарю, она пройдёт через две недели. Это демонстрация.',
  },
  accepted: {
    kk: 'Автобус кестесін тұрғындармен бірге қараймыз. Бұл — көрсетілім.',
    ru: 'Расписание автобуса обсудим вместе с жителями. Это демонстрация.',
  },
} as const satisfies Record<string, Both>

const about: Both = {
  kk: 'Көктемгі су тасқынына дайындық (көрсетілім)',
  ru: 'Подготовка к весеннему паводку (демонстрация)',
}
