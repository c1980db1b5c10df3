// Agreement: the central body to its visits as the draft has them, the akimat of the region to each visit. Law: G24-3.1.a, G24-1.2.a.
import { done, refuse } from '#kernel'
import { may } from '#people'
import type { MeetingId } from '../calendar.ts'
import type { Act } from '../change-calendar.ts'
import {
  type ScheduleStores,
  type Step,
  paperFact,
  proposalThing,
  scheduleFact,
  visitThing,
} from './change-schedule.ts'
import { type OnProposal, saveProposal } from './propose-visits.ts'
import type { VisitProposal, ScheduleId, Visit } from './schedule.ts'

/** Refuses: no-such-schedule, not-allowed, wrong-state, proposal-state, changed-meanwhile, answered-already. */
export async function agreeToSchedule(stores: ScheduleStores, act: Act, on: OnProposal): Step<VisitProposal> {
  const schedule = await stores.schedules.find(on.schedule)
  const proposal = await stores.schedules.proposal(on.schedule, on.body)
  if (!schedule || !proposal) return refuse({ code: 'no-such-schedule' })
  const answer = may(act.actor, 'agree-schedule', proposalThing(proposal), act.today)
  if (!answer.yes)
    return answer.no.code === 'wrong-state'
      ? refuse({ code: 'proposal-state', state: proposal.state })
      : refuse({ code: 'not-allowed', why: answer.no })
  if (schedule.state !== 'drafted') return refuse({ code: 'wrong-state', state: schedule.state })
  if (proposal.state !== 'taken') return refuse({ code: 'proposal-state', state: proposal.state })
  if (proposal.revision !== on.revision)
    return refuse({ code: 'changed-meanwhile', revision: proposal.revision })
  if (proposal.agreedAt) return refuse({ code: 'answered-already' })
  const saved = await saveProposal(stores, proposal, { agreedAt: act.at })
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, on.body, on.schedule, 'schedule-agreed-by-body', { period: schedule.period }),
  ])
  return saved
}

/**
 * The akimat of the region agrees to a visit under the number of its letter, or says why not.
 *
 * Refuses: no-such-visit, not-allowed, wrong-state (the draft was not sent round), answered-already, changed-meanwhile.
 */
export async function answerVisit(
  stores: ScheduleStores,
  act: Act,
  on: {
    readonly schedule: ScheduleId
    readonly visit: MeetingId
    readonly revision: number
    readonly agrees: boolean
    readonly words: string
  },
): Step<Visit> {
  const schedule = await stores.schedules.find(on.schedule)
  const visit = (await stores.schedules.visits(on.schedule)).find(({ id }) => id === on.visit)
  if (!schedule || !visit) return refuse({ code: 'no-such-visit' })
  const answer = may(act.actor, 'agree-visit', visitThing(visit, schedule), act.today)
  if (!answer.yes)
    return answer.no.code !== 'wrong-state'
      ? refuse({ code: 'not-allowed', why: answer.no })
      : schedule.state === 'proposed'
        ? refuse({ code: 'wrong-state', state: schedule.state })
        : refuse({ code: 'answered-already' })
  if (visit.revision !== on.revision) return refuse({ code: 'changed-meanwhile', revision: visit.revision })
  const answered: Visit = {
    ...visit,
    akimat: { agrees: on.agrees, at: act.at, words: on.words },
    revision: visit.revision + 1,
  }
  if (!(await stores.schedules.saveVisit(answered)))
    return refuse({ code: 'changed-meanwhile', revision: visit.revision })
  const { id, office, region } = visit
  await stores.journal.append(
    on.agrees
      ? [
          scheduleFact(act, office, id, 'meeting-agreed', { meeting: id, with: region }),
          paperFact(act, office, id, 'meeting-agreed', on.words),
        ]
      : [scheduleFact(act, office, id, 'visit-objected', { with: region, reason: on.words })],
  )
  return done(answered)
}
