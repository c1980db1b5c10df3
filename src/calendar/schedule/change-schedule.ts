// What every step of a schedule shares: find it, check that it may be taken, save it once, write the facts.
import type { EntryId, JournalStore, NewEntry, Payload } from '#journal'
import { type Result, done, refuse } from '#kernel'
import { type PersonId, type Thing, type ThingState, type Verb, may } from '#people'
import { type OfficeId, authorisedBodyOffice, governmentOffice, officeOfBody } from '#territory'
import type { TerritoryStore } from '#territory'
import { type Act, entryBy } from '../change-calendar.ts'
import type {
  VisitProposal,
  Schedule,
  ScheduleId,
  ScheduleRefusal,
  ScheduleState,
  ScheduleStore,
  Visit,
} from './schedule.ts'
import { scheduleSteps } from './schedule.ts'

export type ScheduleStores = {
  readonly schedules: ScheduleStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'lineage'>
}

export type OnSchedule = { readonly schedule: ScheduleId; readonly revision: number }
export type Step<T> = Promise<Result<T, ScheduleRefusal>>

export const scheduleIdOf = (period: string): ScheduleId => `schedule.${period}` as ScheduleId

/** How the policy names the state of a schedule, for the deeds of the authorised body and of the Government. */
const inPolicy = {
  proposed: 'drafted',
  drafted: 'drafted',
  agreed: 'drafted',
  submitted: 'sent',
  approved: 'approved',
  published: 'published',
} as const satisfies Record<ScheduleState, ThingState>

/** What `may` is asked about a schedule; proposals' writers count as its writers. */
export const scheduleThing = (
  schedule: Pick<Schedule, 'state' | 'editors' | 'returned'> | null,
  verb: Verb,
  proposals: readonly VisitProposal[] = [],
): Thing => ({
  office: verb === 'approve-schedule' ? governmentOffice : authorisedBodyOffice,
  post: verb === 'approve-schedule' ? 'government' : 'authorised-body',
  state: schedule ? inPolicy[schedule.state] : 'none',
  editedBy: schedule
    ? [...new Set([...schedule.editors, ...proposals.flatMap(({ editors }) => editors)])]
    : [],
})

/** What `may` is asked about a body's proposal: what was taken still counts as sent. */
export const proposalThing = ({ body, state, editors }: VisitProposal): Thing => {
  const post = officeOfBody(body)?.post
  return {
    office: body,
    ...(post ? { post } : {}),
    state: ({ asked: 'drafted', sent: 'sent', returned: 'returned', taken: 'sent' } as const)[state],
    editedBy: editors,
  }
}

/** What `may` is asked about a visit in the hands of the akimat of its region. */
export const visitThing = ({ office, region, akimat }: Visit, { state }: Pick<Schedule, 'state'>): Thing => ({
  office,
  unit: region,
  state: state === 'proposed' ? 'drafted' : akimat?.agrees ? 'answered' : 'sent',
})

/**
 * Finds a schedule at the revision that the actor saw, in one of these states, and lets him take the verb on it.
 *
 * Refuses: no-such-schedule, not-allowed, wrong-state, changed-meanwhile.
 */
export async function scheduleFor(
  { schedules }: Pick<ScheduleStores, 'schedules'>,
  { actor, today }: Act,
  { schedule: id, revision }: OnSchedule,
  verb: Verb,
  states: readonly ScheduleState[],
): Step<Schedule> {
  const schedule = await schedules.find(id)
  if (!schedule) return refuse({ code: 'no-such-schedule' })
  const proposals = verb === 'approve-schedule' ? await schedules.proposals(id) : []
  const answer = may(actor, verb, scheduleThing(schedule, verb, proposals), today)
  if (!answer.yes && answer.no.code !== 'wrong-state') return refuse({ code: 'not-allowed', why: answer.no })
  if (!answer.yes || !states.includes(schedule.state))
    return refuse({ code: 'wrong-state', state: schedule.state })
  if (schedule.revision !== revision)
    return refuse({ code: 'changed-meanwhile', revision: schedule.revision })
  return done(schedule)
}

/** Saves the next revision. Refuses: wrong-state, changed-meanwhile when somebody else was faster. */
export async function saveNext(
  { schedules }: Pick<ScheduleStores, 'schedules'>,
  schedule: Schedule,
  change: Partial<Schedule>,
): Step<Schedule> {
  const steps: readonly ScheduleState[] = scheduleSteps[schedule.state]
  if (change.state !== undefined && change.state !== schedule.state && !steps.includes(change.state))
    return refuse({ code: 'wrong-state', state: schedule.state })
  const next = { ...schedule, ...change, revision: schedule.revision + 1 }
  return (await schedules.save(next))
    ? done(next)
    : refuse({ code: 'changed-meanwhile', revision: schedule.revision })
}

/** Whoever writes is remembered until the next release, once. */
export const withEditor = (editors: readonly PersonId[], person: PersonId): readonly PersonId[] => [
  ...new Set([...editors, person]),
]

/** The paper of an act: the law's own fact has no room for its number. */
export const paperFact = (
  act: Act,
  office: OfficeId,
  subject: string,
  of: string,
  number: string,
): NewEntry => scheduleFact(act, office, subject, 'schedule-paper', { of, number })

/** A fact about a schedule, kept with the office whose act it is; its subject is the schedule, or a visit of it. */
export const scheduleFact = (
  act: Act,
  office: OfficeId,
  subject: string,
  type: string,
  payload: Payload,
  corrects: EntryId | null = null,
): NewEntry => entryBy(act, { type, office, subject, payload, corrects })
