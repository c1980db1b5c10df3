// To the Government and back: submitted, approved or given back; then published as a numbered release.
import type { JournalStore, NewEntry } from '#journal'
import { done, periodOf, refuse } from '#kernel'
import type { Law } from '#law'
import { authorisedBodyOffice, governmentOffice } from '#territory'
import type { Act } from '../change-calendar.ts'
import { type ReleaseDiff, releaseDiff } from '../release-diff.ts'
import {
  type OnSchedule,
  type ScheduleStores,
  type Step,
  paperFact,
  saveNext,
  scheduleFact,
  scheduleFor,
} from './change-schedule.ts'
import { regimeOf } from './regime.ts'
import type { Schedule, ScheduleContent, ScheduleRelease, ScheduledMeeting } from './schedule.ts'

type WithNumber = OnSchedule & { readonly number: string }

/**
 * Submits the agreed draft to the Government's Office.
 *
 * Law: A863-2.2, G24-3.1.b. Refuses: no-such-schedule, not-allowed, wrong-state, changed-meanwhile.
 */
export async function submitSchedule(
  stores: ScheduleStores,
  act: Act,
  { number, ...on }: WithNumber,
): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'submit-schedule', ['agreed'])
  if (!found.ok) return found
  const { period, correction } = found.value
  const saved = await saveNext(stores, found.value, {
    state: 'submitted',
    submittedAt: act.at,
    returned: null,
  })
  if (!saved.ok) return saved
  await stores.journal.append([
    correction
      ? scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-correction-submitted', {
          correction: correction.id,
        })
      : scheduleFact(act, authorisedBodyOffice, on.schedule, 'schedule-submitted', { period }),
    paperFact(act, authorisedBodyOffice, on.schedule, 'schedule-submitted', number),
  ])
  return saved
}

/**
 * The Government approves by its own document; who wrote in the draft may not.
 *
 * Law: A863-2.3, G24-3.1.c. Refuses: no-such-schedule, not-allowed (four eyes), wrong-state, changed-meanwhile.
 */
export async function approveSchedule(
  stores: ScheduleStores,
  act: Act,
  { number, ...on }: WithNumber,
): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'approve-schedule', ['submitted'])
  if (!found.ok) return found
  const { period, correction } = found.value
  const saved = await saveNext(stores, found.value, {
    state: 'approved',
    approvedAt: act.at,
    approvedNumber: number,
  })
  if (!saved.ok) return saved
  await stores.journal.append([
    correction
      ? scheduleFact(act, governmentOffice, on.schedule, 'schedule-corrected', {
          correction: correction.id,
        })
      : scheduleFact(act, governmentOffice, on.schedule, 'schedule-approved', { period }),
    paperFact(act, governmentOffice, on.schedule, 'schedule-approved', number),
  ])
  return saved
}

/** The Government gives the draft back with what is to be changed. Refuses: as `approveSchedule`. */
export async function returnSchedule(
  stores: ScheduleStores,
  act: Act,
  { reason, ...on }: OnSchedule & { readonly reason: string },
): Step<Schedule> {
  const found = await scheduleFor(stores, act, on, 'approve-schedule', ['submitted'])
  if (!found.ok) return found
  const saved = await saveNext(stores, found.value, { state: 'drafted', returned: reason })
  if (!saved.ok) return saved
  await stores.journal.append([
    scheduleFact(act, governmentOffice, on.schedule, 'schedule-returned', {
      period: saved.value.period,
      reason,
    }),
  ])
  return saved
}

/**
 * Publishes what was approved as an immutable release; its visits become planned meetings of the law.
 *
 * Refuses: no-such-schedule, not-allowed, wrong-state, changed-meanwhile, no-such-regime, language-missing.
 */
export async function publishSchedule(
  stores: ScheduleStores,
  act: Act,
  {
    law,
    content,
    hash,
    ...on
  }: OnSchedule & { readonly law: Law; readonly content: ScheduleContent; readonly hash: string },
): Step<ScheduleRelease> {
  const found = await scheduleFor(stores, act, on, 'publish-schedule', ['approved'])
  if (!found.ok) return found
  const { id, period, publishedAt } = found.value
  const regime = regimeOf(law, period)
  if (!regime) return refuse({ code: 'no-such-regime' })
  const both = (words: { readonly kk: string; readonly ru: string }) => words.kk !== '' && words.ru !== ''
  const parallel = content.meetings.every(({ officeName, unitName, regionName, venue, why }) =>
    [officeName, unitName, regionName, venue, why].every(both),
  )
  if (!parallel) return refuse({ code: 'language-missing' })
  const before = (await stores.schedules.releases(id)).at(-1)
  const saved = await saveNext(stores, found.value, {
    state: 'published',
    publishedAt: publishedAt ?? act.at,
    correction: null,
  })
  if (!saved.ok) return saved
  const release: ScheduleRelease = {
    schedule: id,
    period,
    number: (before?.number ?? 0) + 1,
    publishedAt: act.at,
    hash,
    content,
  }
  const { norm, kind } = regime.frequency
  await stores.schedules.addRelease(
    release,
    content.meetings.map(({ id: visit, day }) => ({ id: visit, norm, period: periodOf(day, kind) })),
  )
  await stores.journal.append([
    scheduleFact(act, authorisedBodyOffice, id, 'schedule-published', {
      period,
      release: release.number,
      sha256: hash,
    }),
    ...(before
      ? await correctedFacts(stores.journal, act, releaseDiff(before.content, content))
      : content.meetings.map((meeting) => meetingFact(act, meeting))),
  ])
  return done(release)
}

/** The planned meeting of the law (facts.md §3.1) that a published visit makes. */
const meetingFact = (act: Act, visit: ScheduledMeeting, corrects: NewEntry['corrects'] = null): NewEntry =>
  scheduleFact(
    act,
    visit.office,
    visit.id,
    'meeting',
    {
      id: visit.id,
      office: visit.office,
      unit: visit.unit,
      day: visit.day,
      start: visit.start,
      status: 'planned',
      form: visit.form,
      in_calendar: true,
      planned_minutes: visit.plannedMinutes,
    },
    corrects,
  )

/** A moved and a dropped visit correct the records they had; what was not announced has one record at most. */
async function correctedFacts(
  journal: JournalStore,
  act: Act,
  diff: ReleaseDiff<ScheduledMeeting>,
): Promise<NewEntry[]> {
  const facts = diff.added.map((meeting) => meetingFact(act, meeting))
  const last = async (subject: string) =>
    (await journal.entries({ subject, types: ['meeting'] })).at(-1) ?? null
  for (const { to } of diff.moved) facts.push(meetingFact(act, to, (await last(to.id))?.id ?? null))
  for (const { id, office } of diff.dropped) {
    const old = await last(id)
    if (old)
      facts.push(scheduleFact(act, office, id, 'meeting', { ...old.payload, status: 'cancelled' }, old.id))
  }
  return facts
}
