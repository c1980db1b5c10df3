// What an office does with a demand: judges its words, drafts an answer, decides, and meets those who demanded it.
import type { Act, MeetingId } from '#calendar'
import { type Instant, type LocalDate, type Result, addDays, done, refuse } from '#kernel'
import { type Thing, may, signing } from '#people'
import { type UnitCode, localDay } from '#territory'
import type { MeetingStores } from './change-meeting.ts'
import {
  type Demand,
  type DemandAnswer,
  type DemandDecision,
  type DemandId,
  type DemandRefusal,
  type DemandStore,
  type DemandVerdict,
  type WithholdReason,
  stateOfDemand,
} from './demand.ts'
import { entryOf, registerDemand } from './demand-raised.ts'
import type { Both, Meeting } from './meeting.ts'
import { instantAt } from './notice-clock.ts'
import { openMeeting } from './open-meeting.ts'
import { signersOf } from './signers-of.ts'

export type DemandStores = MeetingStores & { readonly demands: DemandStore }

const by = (act: Act) => ({ ...act, actor: act.actor.person.id })

const thingOf = ({ office, unit }: Demand, state: Thing['state'], answer: DemandAnswer | null): Thing => ({
  office,
  unit,
  ...(state && { state }),
  ...(answer && { editedBy: answer.editors }),
})

/**
 * Shows the words of a demand, or withholds them for a reason that everybody reads. Supporters and clock are shown either
 * way.
 *
 * Refuses: no-such-demand, not-allowed, judged-already.
 */
export async function judgeWords(
  stores: DemandStores,
  act: Act,
  { demand: id, withheld }: { readonly demand: DemandId; readonly withheld: WithholdReason | null },
): Promise<Result<void, DemandRefusal>> {
  const demand = await stores.demands.find(id)
  if (!demand) return refuse({ code: 'no-such-demand' })
  const answer = may(act.actor, 'answer-demand-draft', thingOf(demand, 'open', null), act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!(await stores.demands.judge(demand, { shown: withheld === null, reason: withheld, at: act.at })))
    return refuse({ code: 'judged-already' })
  await stores.journal.append([
    entryOf(by(act), demand, 'demand-words-judged', { shown: withheld === null, reason: withheld }),
  ])
  return done()
}

type Draft = {
  readonly demand: DemandId
  /** 0 while there is no draft. */
  readonly revision: number
  readonly decision: DemandVerdict
  readonly reason: Both
}

/**
 * Drafts the answer: accepted or refused, with the reason that everybody will read.
 *
 * Refuses: no-such-demand, decided-already, demand-lapsed, not-allowed, reason-wanted, changed-meanwhile.
 */
export async function draftAnswer(
  stores: DemandStores,
  act: Act,
  { demand: id, revision, decision, reason }: Draft,
): Promise<Result<DemandAnswer, DemandRefusal>> {
  const found = await openDemand(stores, act, id)
  if (!found.ok) return found
  const demand = found.value
  const before = await stores.demands.answer(id)
  const allowed = may(
    act.actor,
    'answer-demand-draft',
    thingOf(demand, before ? 'drafted' : 'open', null),
    act.today,
  )
  if (!allowed.yes) return refuse({ code: 'not-allowed', why: allowed.no })
  if (reason.kk === '' || reason.ru === '') return refuse({ code: 'reason-wanted' })
  const stands = before?.revision ?? 0
  const editors = [...new Set([...(before?.editors ?? []), act.actor.person.id])]
  const answer = { demand: id, office: demand.office, decision, reason, editors, revision: stands + 1 }
  return revision === stands && (await stores.demands.saveAnswer(answer))
    ? done(answer)
    : refuse({ code: 'changed-meanwhile', revision: stands })
}

/**
 * Signs the drafted answer: another person than its authors. It is public from then on and for ever. A demand that is
 * answered before it has enough supporters is registered by it: any demand that is taken up is on record (AMB-07).
 *
 * Law: A826-3.1.a. Refuses: no-such-demand, decided-already, demand-lapsed, no-draft, not-allowed, changed-meanwhile.
 */
export async function decideDemand(
  stores: DemandStores,
  act: Act,
  { demand: id, revision }: { readonly demand: DemandId; readonly revision: number },
): Promise<Result<DemandDecision, DemandRefusal>> {
  const found = await openDemand(stores, act, id)
  if (!found.ok) return found
  const demand = found.value
  const answer = await stores.demands.answer(id)
  if (!answer) return refuse({ code: 'no-draft' })
  const signers = await signersOf(stores.people, demand.office, act.today)
  const signed = signing(act.actor, 'decide-demand', thingOf(demand, 'drafted', answer), {
    on: act.today,
    at: act.at,
    signers,
    limit: demand.registered && endOfTerm(demand.registered.due, demand.unit),
  })
  if (!signed.ok) return refuse({ code: 'not-allowed', why: signed.refusal })
  if (answer.revision !== revision) return refuse({ code: 'changed-meanwhile', revision: answer.revision })
  await stores.demands.hold(id)
  if (!demand.registered) await registerDemand(stores, by(act), demand, localDay(act.at, demand.unit))
  const decision: DemandDecision = {
    decision: answer.decision,
    reason: answer.reason,
    decidedAt: act.at,
    late: demand.registered !== null && localDay(act.at, demand.unit) > demand.registered.due,
    signed: signed.value,
  }
  if (!(await stores.demands.decide(demand, decision))) return refuse({ code: 'decided-already' })
  await stores.journal.append([
    entryOf(by(act), demand, 'demand-decided', { demand: id, decision: answer.decision }),
  ])
  return done(decision)
}

type Meet = {
  readonly demand: DemandId
  readonly day: LocalDate
  readonly start: string
  readonly minutes: number
}

/**
 * Opens the meeting outside the calendar that an accepted demand leads to; the public learns of it by its notice.
 *
 * Refuses: no-such-demand, not-accepted, has-a-meeting (one that is not cancelled), and as `openMeeting` does.
 */
export async function meetForDemand(
  stores: DemandStores,
  act: Act,
  { demand: id, ...when }: Meet,
): Promise<Result<Meeting, DemandRefusal>> {
  const demand = await stores.demands.find(id)
  if (!demand) return refuse({ code: 'no-such-demand' })
  if (demand.decision?.decision !== 'accepted') return refuse({ code: 'not-accepted' })
  await stores.demands.hold(id)
  const meeting = await meetingFor(stores, demand)
  if (meeting) return refuse({ code: 'has-a-meeting', meeting })
  const { office, unit, decision } = demand
  return openMeeting(stores, act, {
    office,
    unit,
    ...when,
    outside: { reason: 'demand', words: decision.reason, answers: [id] },
  })
}

/** The meeting of the office that answers a demand or a risk, drafts included; null when all are cancelled. */
export async function meetingFor(
  { meetings }: Pick<MeetingStores, 'meetings'>,
  { id, office }: { readonly id: string; readonly office: Demand['office'] },
): Promise<MeetingId | null> {
  const own = await meetings.ofOffice(office)
  return own.find(({ state, outside }) => state !== 'cancelled' && outside?.answers.includes(id))?.id ?? null
}

async function openDemand(
  { demands }: Pick<DemandStores, 'demands'>,
  { at }: Act,
  id: DemandId,
): Promise<Result<Demand, DemandRefusal>> {
  const demand = await demands.find(id)
  if (!demand) return refuse({ code: 'no-such-demand' })
  if (demand.decision) return refuse({ code: 'decided-already' })
  return stateOfDemand(demand, localDay(at, demand.unit)) === 'lapsed'
    ? refuse({ code: 'demand-lapsed' })
    : done(demand)
}

/** The first instant after the last good day, by the clocks of the place. */
const endOfTerm = (due: LocalDate, unit: UnitCode): Instant => instantAt(addDays(due, 1), '00:00', unit)
