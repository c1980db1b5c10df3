// The authorised body puts the draft together: asks, takes, gives back, moves, sends round for agreement. Law: G24-3.1.a.
import { type LocalDate, type Period, done, lastDay, refuse } from '#kernel'
import type { Law } from '#law'
import { may } from '#people'
import { type OfficeId, authorisedBodyOffice } from '#territory'
import type { MeetingId } from '../calendar.ts'
import type { Act } from '../change-calendar.ts'
import {
  type OnSchedule,
  type ScheduleStores,
  type Step,
  saveNext,
  scheduleFact,
  scheduleFor,
  scheduleIdOf,
  scheduleThing,
  withEditor,
} from './change-schedule.ts'
import { dayFault, saveProposal } from './propose-visits.ts'
import { bodiesAsked, regimeOf, regimeOn } from './regime.ts'
import type { VisitProposal, Schedule, Visit } from './schedule.ts'

/**
 * Opens a schedule and asks every central body that owes meetings for its proposal.
 *
 * Refuses: not-allowed, no-such-regime (the law in force today asks for no schedule of this period), period-over,
 * schedule-exists.
 */
export async function openSchedule(
  { schedules, journal }: ScheduleStores,
  act: Act,
  {
    law,
    period,
    answerBy,
    demonstration,
  }: {
    readonly law: Law
    readonly period: Period
    readonly answerBy: LocalDate
    readonly demonstration: boolean
  },
): Step<Schedule> {
  const answer = may(act.actor, 'assemble-schedule', scheduleThing(null, 'assemble-schedule'), act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const regime = regimeOf(law, period)
  if (!regime || regimeOn(law, act.today)?.act !== regime.act) return refuse({ code: 'no-such-regime' })
  if (lastDay(period) < act.today) return refuse({ code: 'period-over', last: lastDay(period) })
  const schedule: Schedule = {
    id: scheduleIdOf(period),
    period,
    act: regime.act,
    state: 'proposed',
    revision: 1,
    editors: [act.actor.person.id],
    openedAt: act.at,
    answerBy,
    agreedAt: null,
    submittedAt: null,
    approvedAt: null,
    approvedNumber: null,
    publishedAt: null,
    returned: null,
    correction: null,
    demonstration,
  }
  const bodies = bodiesAsked(regime, period).map(({ id }) => id)
  if (!(await schedules.add(schedule, bodies))) return refuse({ code: 'schedule-exists' })
  await journal.append([
    scheduleFact(act, authorisedBodyOffice, schedule.id, 'schedule-opened', {
      period,
      until: answerBy,
      bodies: bodies.length,
    }),
  ])
  return done(schedule)
}

type OnBody = OnSchedule & { readonly body: OfficeId }

const assembling = ['proposed', 'drafted'] as const

/** The schedule in the hands of the authorised body, and the proposal of a body with it. */
async function proposalInHand(
  stores: ScheduleStores,
  act: Act,
  on: OnBody,
  states: readonly VisitProposal['state'][],
) {
  const found = await scheduleFor(stores, act, on, 'assemble-schedule', assembling)
  if (!found.ok) return found
  const proposal = await stores.schedules.proposal(on.schedule, on.body)
  if (!proposal) return refuse({ code: 'no-such-schedule' } as const)
  if (!states.includes(proposal.state))
    return refuse({ code: 'proposal-state', state: proposal.state } as const)
  return done({ schedule: found.value, proposal })
}

/** Takes a proposal into the draft, word for word. Refuses: as `scheduleFor`, proposal-state. */
export async function takeProposal(stores: ScheduleStores, act: Act, on: OnBody): Step<Schedule> {
  const found = await proposalInHand(stores, act, on, ['sent'])
  if (!found.ok) return found
  const taken = await saveProposal(stores, found.value.proposal, { state: 'taken' })
  if (!taken.ok) return taken
  const saved = await saveNext(stores, found.value.schedule, {
    editors: withEditor(found.value.schedule.editors, act.actor.person.id),
  })
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, on.body, on.schedule, 'visits-taken', { period: saved.value.period }),
  ])
  return saved
}

/** Gives a proposal back with what is to be changed. Refuses: as `scheduleFor`, proposal-state. */
export async function returnProposal(
  stores: ScheduleStores,
  act: Act,
  { reason, ...on }: OnBody & { readonly reason: string },
): Step<Schedule> {
  const found = await proposalInHand(stores, act, on, ['sent', 'taken'])
  if (!found.ok) return found
  const returned = await saveProposal(stores, found.value.proposal, {
    state: 'returned',
    reason,
    agreedAt: null,
  })
  if (!returned.ok) return returned
  const saved = await saveNext(stores, found.value.schedule, {})
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, on.body, on.schedule, 'visits-returned', { period: saved.value.period, reason }),
  ])
  return saved
}

type OnVisit = OnSchedule & { readonly visit: MeetingId; readonly reason: string }

/** A visit of a proposal that was taken, which the authorised body may still change. */
async function visitInHand(stores: ScheduleStores, act: Act, on: OnVisit) {
  const found = await scheduleFor(stores, act, on, 'assemble-schedule', assembling)
  if (!found.ok) return found
  const visits = await stores.schedules.visits(on.schedule)
  const visit = visits.find(({ id }) => id === on.visit)
  const proposal = visit && (await stores.schedules.proposal(on.schedule, visit.office))
  if (!visit || !proposal) return refuse({ code: 'no-such-visit' } as const)
  if (proposal.state !== 'taken') return refuse({ code: 'proposal-state', state: proposal.state } as const)
  if (found.value.correction) {
    if (visit.day < act.today) return refuse({ code: 'visit-over', day: visit.day } as const)
    const told = await stores.journal.entries({
      subject: visit.id,
      types: ['notice-published', 'meeting-moved', 'meeting-cancelled'],
    })
    if (told.length > 0) return refuse({ code: 'announced' } as const)
  }
  return done({ schedule: found.value, proposal, visit, visits })
}

/**
 * Another day or hour; the agreement of the body and of the akimat lapses, because it spoke of another date.
 *
 * Refuses: as `scheduleFor`, no-such-visit, proposal-state, nothing-changed, outside-the-period, day-over,
 * minister-elsewhere, visit-over, announced.
 */
export async function moveVisit(
  stores: ScheduleStores,
  act: Act,
  { day, start, ...on }: OnVisit & { readonly day: LocalDate; readonly start: string },
): Step<Visit> {
  const found = await visitInHand(stores, act, on)
  if (!found.ok) return found
  const { schedule, proposal, visit, visits } = found.value
  if (visit.day === day && visit.start === start) return refuse({ code: 'nothing-changed' })
  const moved: Visit = {
    ...visit,
    day,
    start,
    moveReason: on.reason,
    akimat: null,
    revision: visit.revision + 1,
  }
  const fault = dayFault(moved, schedule.period, act.today, visits)
  if (fault) return refuse(fault)
  const saved = await changed(stores, act, schedule, proposal)
  if (!saved.ok) return saved
  if (!(await stores.schedules.saveVisit(moved)))
    return refuse({ code: 'changed-meanwhile', revision: schedule.revision })
  await lapsed(stores, act, visit)
  await stores.journal.append([
    scheduleFact(act, visit.office, visit.id, 'visit-moved', {
      from: `${visit.day} ${visit.start}`,
      to: `${day} ${start}`,
      reason: on.reason,
    }),
  ])
  return done(moved)
}

/** Leaves a visit out. Refuses: as `moveVisit`. */
export async function leaveOutVisit(stores: ScheduleStores, act: Act, on: OnVisit): Step<null> {
  const found = await visitInHand(stores, act, on)
  if (!found.ok) return found
  const { schedule, proposal, visit } = found.value
  const saved = await changed(stores, act, schedule, proposal)
  if (!saved.ok) return saved
  await stores.schedules.dropVisit(on.schedule, visit.id)
  await lapsed(stores, act, visit)
  await stores.journal.append([
    scheduleFact(act, visit.office, visit.id, 'visit-left-out', { day: visit.day, reason: on.reason }),
  ])
  return done(null)
}

async function changed(
  stores: ScheduleStores,
  act: Act,
  schedule: Schedule,
  proposal: VisitProposal,
): Step<VisitProposal> {
  const saved = await saveNext(stores, schedule, {
    editors: withEditor(schedule.editors, act.actor.person.id),
  })
  return saved.ok ? saveProposal(stores, proposal, { agreedAt: null }) : saved
}

/** The akimat's agreement to the former date stands no longer. */
async function lapsed({ journal }: ScheduleStores, act: Act, { id, office, akimat }: Visit): Promise<void> {
  if (!akimat?.agrees) return
  const paper = (await journal.entries({ subject: id, types: ['meeting-agreed'] })).at(-1)
  if (paper) await journal.append([scheduleFact(act, office, id, 'visit-agreement-lapsed', {}, paper.id)])
}

/**
 * Sends the draft round: central bodies and akimats are asked to agree.
 *
 * Bodies that have proposed nothing do not hold it up. Refuses: as `scheduleFor`, proposals-open (sent and not taken,
 * or given back), nothing-proposed.
 */
export async function circulateSchedule(stores: ScheduleStores, act: Act, on: OnSchedule): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'assemble-schedule', ['proposed'])
  if (!found.ok) return found
  const proposals = await stores.schedules.proposals(on.schedule)
  const open = proposals.filter(({ state }) => state === 'sent' || state === 'returned').length
  if (open > 0) return refuse({ code: 'proposals-open', count: open })
  if (!proposals.some(({ state }) => state === 'taken')) return refuse({ code: 'nothing-proposed' })
  const saved = await saveNext(stores, found.value, { state: 'drafted' })
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-circulated', {
      period: saved.value.period,
    }),
  ])
  return saved
}

/**
 * Records that the central bodies have agreed to the draft; an akimat may agree to its visit until the visit itself.
 *
 * Law: G24-3.1.a. Refuses: as `scheduleFor`, proposals-open, agreement-open, correction-empty.
 */
export async function closeAgreement(stores: ScheduleStores, act: Act, on: OnSchedule): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'assemble-schedule', ['drafted'])
  if (!found.ok) return found
  const proposals = await stores.schedules.proposals(on.schedule)
  const open = proposals.filter(({ state }) => state === 'sent' || state === 'returned').length
  if (open > 0) return refuse({ code: 'proposals-open', count: open })
  const silent = proposals.filter(({ state, agreedAt }) => state === 'taken' && agreedAt === null).length
  if (silent > 0) return refuse({ code: 'agreement-open', count: silent })
  const { correction, period } = found.value
  if (correction && (await isUnchanged(stores, found.value))) return refuse({ code: 'correction-empty' })
  const saved = await saveNext(stores, found.value, { state: 'agreed', agreedAt: act.at })
  if (!saved.ok) return saved
  await stores.journal.append([
    correction
      ? scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-correction-agreed', {
          correction: correction.id,
        })
      : scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-agreed', { period }),
  ])
  return saved
}

/** Whether the draft of a correction says what the release in force says. */
async function isUnchanged({ schedules }: ScheduleStores, { id }: Schedule): Promise<boolean> {
  const released = (await schedules.releases(id)).at(-1)?.content.meetings ?? []
  const lineOf = (one: Pick<Visit, 'id' | 'day' | 'start' | 'unit' | 'plannedMinutes'>) =>
    [one.id, one.day, one.start, one.unit, one.plannedMinutes].join(' ')
  const lines = new Set(released.map(lineOf))
  const visits = await schedules.visits(id)
  return visits.length === released.length && visits.every((visit) => lines.has(lineOf(visit)))
}
