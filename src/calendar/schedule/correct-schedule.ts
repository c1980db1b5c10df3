// A published schedule is corrected: back to a draft with a reason, and on the same way to the next release.
import { refuse } from '#kernel'
import { authorisedBodyOffice } from '#territory'
import type { Act } from '../change-calendar.ts'
import {
  type OnSchedule,
  type ScheduleStores,
  type Step,
  saveNext,
  scheduleFact,
  scheduleFor,
} from './change-schedule.ts'
import type { Schedule, ScheduledMeeting, Visit } from './schedule.ts'

/**
 * Opens a correction; the release in force stays in force until the next one is published.
 *
 * Refuses: no-such-schedule, not-allowed, wrong-state, changed-meanwhile.
 */
export async function correctSchedule(
  stores: ScheduleStores,
  act: Act,
  { reason, ...on }: OnSchedule & { readonly reason: string },
): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'correct-schedule', ['published'])
  if (!found.ok) return found
  const id = `correction.${found.value.period}.${act.newId()}`
  const saved = await saveNext(stores, found.value, {
    state: 'drafted',
    // Four eyes look at who wrote the correction.
    editors: [act.actor.person.id],
    correction: { id, reason },
  })
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-correction-opened', {
      correction: id,
      reason,
    }),
  ])
  return saved
}

/** Gives a correction up: the draft is again what was published. Refuses: as `correctSchedule`. */
export async function giveUpScheduleCorrection(
  stores: ScheduleStores,
  act: Act,
  on: OnSchedule,
): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'assemble-schedule', ['drafted'])
  if (!found.ok) return found
  const { correction, state } = found.value
  const release = (await stores.schedules.releases(on.schedule)).at(-1)
  if (!correction || !release) return refuse({ code: 'wrong-state', state })
  const saved = await saveNext(stores, found.value, { state: 'published', correction: null })
  if (!saved.ok) return saved
  // What was given back is hidden from the authorised body until it is taken again.
  for (const proposal of await stores.schedules.proposals(on.schedule))
    if (proposal.state !== 'asked' && (proposal.state !== 'taken' || proposal.agreedAt === null))
      await stores.schedules.saveProposal({
        ...proposal,
        state: 'taken',
        agreedAt: saved.value.agreedAt,
        revision: proposal.revision + 1,
      })
  const visits = new Map((await stores.schedules.visits(on.schedule)).map((visit) => [visit.id, visit]))
  await stores.schedules.replaceVisits(
    on.schedule,
    release.content.meetings.map((meeting) => asReleased(meeting, visits.get(meeting.id), saved.value)),
  )
  await stores.journal.append([
    scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-correction-given-up', {
      correction: correction.id,
    }),
  ])
  return saved
}

/** A visit as it was published; the akimat's answer stays where the date is still the one it spoke of. */
function asReleased(
  { officeName: _o, unitName: _u, regionName: _r, form: _f, agreed: _a, ...line }: ScheduledMeeting,
  now: Visit | undefined,
  { id }: Schedule,
): Visit {
  const same = now?.day === line.day && now.start === line.start
  return { ...line, schedule: id, akimat: same ? now.akimat : null, revision: (now?.revision ?? 0) + 1 }
}
