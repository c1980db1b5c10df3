// A central body writes its proposal: visits with region, day and reason; then it sends them. Law: A863-2.1, G24-1.3.
import type { EntryId, NewEntry } from '#journal'
import { type LocalDate, type Period, done, firstDay, lastDay, refuse } from '#kernel'
import { may } from '#people'
import type { OfficeId } from '#territory'
import type { MeetingId } from '../calendar.ts'
import type { Act } from '../change-calendar.ts'
import { overlap } from '../entry-edits.ts'
import { type ScheduleStores, type Step, proposalThing, scheduleFact, withEditor } from './change-schedule.ts'
import type { Regime } from './regime.ts'
import type { VisitProposal, Schedule, ScheduleId, ScheduleRefusal, Visit, VisitLine } from './schedule.ts'

export type OnProposal = {
  readonly schedule: ScheduleId
  readonly body: OfficeId
  readonly revision: number
}

type Writing = { readonly schedule: Schedule; readonly proposal: VisitProposal }

/** Finds a proposal that its body may write in. Refuses: no-such-schedule, not-allowed, proposal-state, wrong-state, changed-meanwhile. */
async function writingIn(
  { schedules }: ScheduleStores,
  { actor, today }: Act,
  { schedule: id, body, revision }: OnProposal,
): Step<Writing> {
  const schedule = await schedules.find(id)
  const proposal = await schedules.proposal(id, body)
  if (!schedule || !proposal) return refuse({ code: 'no-such-schedule' })
  const answer = may(actor, 'propose-visits', proposalThing(proposal), today)
  if (!answer.yes)
    return answer.no.code === 'wrong-state'
      ? refuse({ code: 'proposal-state', state: proposal.state })
      : refuse({ code: 'not-allowed', why: answer.no })
  if (schedule.state !== 'proposed' && schedule.state !== 'drafted')
    return refuse({ code: 'wrong-state', state: schedule.state })
  if (proposal.revision !== revision)
    return refuse({ code: 'changed-meanwhile', revision: proposal.revision })
  return done({ schedule, proposal })
}

/** Refuses: changed-meanwhile. */
export async function saveProposal(
  { schedules }: ScheduleStores,
  proposal: VisitProposal,
  change: Partial<VisitProposal>,
): Step<VisitProposal> {
  const next = { ...proposal, ...change, revision: proposal.revision + 1 }
  return (await schedules.saveProposal(next))
    ? done(next)
    : refuse({ code: 'changed-meanwhile', revision: proposal.revision })
}

/** Why a day cannot be taken; null when it can. */
export function dayFault(
  line: Pick<Visit, 'id' | 'office' | 'day' | 'start' | 'plannedMinutes'>,
  period: Period,
  today: LocalDate,
  others: readonly Visit[],
): ScheduleRefusal | null {
  const [first, last] = [firstDay(period), lastDay(period)]
  if (line.day < first || line.day > last) return { code: 'outside-the-period', first, last }
  if (line.day < today) return { code: 'day-over', day: line.day }
  const clash = others.find(
    (other) => other.id !== line.id && other.office === line.office && overlap(other, line),
  )
  return clash ? { code: 'minister-elsewhere', day: clash.day } : null
}

async function written(
  stores: ScheduleStores,
  act: Act,
  { schedule, proposal }: Writing,
  visit: Visit,
): Step<null> {
  const others = (await stores.schedules.visits(schedule.id)).filter(({ office }) => office === visit.office)
  const fault = dayFault(visit, schedule.period, act.today, others)
  if (fault) return refuse(fault)
  const chain = await stores.territory.lineage(visit.unit, visit.day)
  if (chain.at(-1)?.code !== visit.region) return refuse({ code: 'no-such-unit' })
  const saved = await saveProposal(stores, proposal, {
    editors: withEditor(proposal.editors, act.actor.person.id),
  })
  return saved.ok ? done(null) : saved
}

/** A visit more. Refuses: as writing does, outside-the-period, day-over, minister-elsewhere, no-such-unit. */
export async function addVisit(
  stores: ScheduleStores,
  act: Act,
  { line, ...on }: OnProposal & { readonly line: VisitLine },
): Step<Visit> {
  const writing = await writingIn(stores, act, on)
  if (!writing.ok) return writing
  const visit: Visit = {
    ...line,
    // Says nothing of body or region: what is agreed about it may be read before the schedule is out.
    id: `v-${act.newId()}` as MeetingId,
    schedule: on.schedule,
    office: on.body,
    proposedDay: line.day,
    moveReason: null,
    akimat: null,
    revision: 1,
  }
  const fits = await written(stores, act, writing.value, visit)
  if (!fits.ok) return fits
  await stores.schedules.addVisit(visit)
  return done(visit)
}

/** Other words, day or place of a visit. Refuses: as `addVisit`, no-such-visit. */
export async function changeVisit(
  stores: ScheduleStores,
  act: Act,
  { line, visit: id, ...on }: OnProposal & { readonly visit: MeetingId; readonly line: VisitLine },
): Step<Visit> {
  const writing = await writingIn(stores, act, on)
  if (!writing.ok) return writing
  const before = await ownVisit(stores, on, id)
  if (!before) return refuse({ code: 'no-such-visit' })
  const visit: Visit = {
    ...before,
    ...line,
    proposedDay: line.day,
    moveReason: null,
    akimat: null,
    revision: before.revision + 1,
  }
  const fits = await written(stores, act, writing.value, visit)
  if (!fits.ok) return fits
  if (!(await stores.schedules.saveVisit(visit)))
    return refuse({ code: 'changed-meanwhile', revision: before.revision })
  return done(visit)
}

/** A visit less. Refuses: as writing does, no-such-visit. */
export async function withdrawVisit(
  stores: ScheduleStores,
  act: Act,
  { visit: id, ...on }: OnProposal & { readonly visit: MeetingId },
): Step<null> {
  const writing = await writingIn(stores, act, on)
  if (!writing.ok) return writing
  if (!(await ownVisit(stores, on, id))) return refuse({ code: 'no-such-visit' })
  const saved = await saveProposal(stores, writing.value.proposal, {
    editors: withEditor(writing.value.proposal.editors, act.actor.person.id),
  })
  if (!saved.ok) return saved
  await stores.schedules.dropVisit(on.schedule, id)
  return done(null)
}

/**
 * Sends the proposal to the authorised body. The choice of each region becomes a fact, with what it rests on.
 *
 * Law: A863-2.1 where it is in force, G24-1.3. Refuses: as writing does, nothing-proposed.
 */
export async function sendProposal(
  stores: ScheduleStores,
  act: Act,
  { regime, ...on }: OnProposal & { readonly regime: Regime },
): Step<VisitProposal> {
  const writing = await writingIn(stores, act, on)
  if (!writing.ok) return writing
  const { schedule, proposal } = writing.value
  const visits = (await stores.schedules.visits(schedule.id)).filter(({ office }) => office === on.body)
  if (visits.length === 0) return refuse({ code: 'nothing-proposed' })
  const saved = await saveProposal(stores, proposal, {
    state: 'sent',
    sentAt: act.at,
    reason: null,
    agreedAt: null,
  })
  if (!saved.ok) return saved
  const { period } = schedule
  await stores.journal.append([
    scheduleFact(act, on.body, schedule.id, 'visits-proposed', { period, visits: visits.length }),
    ...(regime.proposals === null
      ? []
      : [scheduleFact(act, on.body, schedule.id, 'schedule-proposed', { office: on.body, period })]),
    ...(await regionsChosen(stores, act, visits)),
  ])
  return saved
}

/** One fact a visit; a choice with other grounds takes the place of the one before. */
async function regionsChosen(
  { journal }: ScheduleStores,
  act: Act,
  visits: readonly Visit[],
): Promise<NewEntry[]> {
  const facts: NewEntry[] = []
  for (const { id, office, grounds } of visits) {
    const old = (await journal.entries({ subject: id, types: ['region-chosen'] })).at(-1)
    if (old && JSON.stringify(old.payload['grounds']) === JSON.stringify(grounds)) continue
    facts.push(
      scheduleFact(
        act,
        office,
        id,
        'region-chosen',
        { meeting: id, grounds: [...grounds] },
        (old?.id ?? null) as EntryId | null,
      ),
    )
  }
  return facts
}

const ownVisit = async (
  { schedules }: ScheduleStores,
  { schedule, body }: Pick<OnProposal, 'schedule' | 'body'>,
  visit: MeetingId,
): Promise<Visit | undefined> =>
  (await schedules.visits(schedule)).find(({ id, office }) => id === visit && office === body)
