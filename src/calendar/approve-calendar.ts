// Approved by another person than those who wrote it; then published, then submitted to the Government.
import { type Result, done, refuse } from '#kernel'
import type { JournalStore, NewEntry } from '#journal'
import type { Calendar, CalendarId, CalendarRefusal, Entry, Release, ReleaseContent } from './calendar.ts'
import { mayFollow } from './calendar.ts'
import {
  type Act,
  type CalendarStores,
  calendarFact,
  calendarFor,
  entryBy,
  saveNext,
} from './change-calendar.ts'
import { type ReleaseDiff, releaseDiff } from './release-diff.ts'

/**
 * Approves a calendar, or a correction of it, that the maslikhat has answered.
 *
 * Law: A826-2.1.appr, A826-2.1.cor.p. Refuses: no-such-calendar, not-allowed (four eyes among the reasons), wrong-state,
 * changed-meanwhile.
 */
export async function approveCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; number: string },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'approve-calendar')
  if (!found.ok) return found
  const calendar = found.value
  if (!mayFollow(calendar.state, 'approved')) return refuse({ code: 'wrong-state', state: calendar.state })
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  const { correction } = calendar
  const saved = await saveNext(stores, calendar, {
    state: 'approved',
    approvedAt: correction ? calendar.approvedAt : act.at,
  })
  if (!saved.ok) return saved
  const { number } = command
  await stores.journal.append(
    correction
      ? [
          calendarFact(act, saved.value, 'calendar-corrected', { id: correction.id }),
          calendarFact(act, saved.value, 'correction-approved', { correction: correction.id, number }),
        ]
      : [calendarFact(act, saved.value, 'calendar-approved', { number })],
  )
  return saved
}

/**
 * Publishes an approved calendar, or a correction, as an immutable release; its meetings become planned meetings of
 * the law. Releases are numbered; the one before stays readable.
 *
 * Refuses: no-such-calendar, not-allowed, wrong-state, changed-meanwhile, language-missing (Kazakh and Russian
 * must both be there).
 */
export async function publishCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; content: ReleaseContent; hash: string },
): Promise<Result<Release, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'publish-calendar')
  if (!found.ok) return found
  const calendar = found.value
  if (!mayFollow(calendar.state, 'published')) return refuse({ code: 'wrong-state', state: calendar.state })
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  const oneTongued = command.content.meetings.find(
    ({ unitName, officeName }) => !unitName.kk || !unitName.ru || !officeName.kk || !officeName.ru,
  )
  if (oneTongued) return refuse({ code: 'language-missing', unit: oneTongued.unit })

  const before = (await stores.calendars.releases(calendar.id)).at(-1)
  const saved = await saveNext(stores, calendar, {
    state: 'published',
    publishedAt: calendar.publishedAt ?? act.at,
    correction: null,
  })
  if (!saved.ok) return saved
  const release: Release = {
    calendar: calendar.id,
    number: (before?.number ?? 0) + 1,
    publishedAt: act.at,
    hash: command.hash,
    content: command.content,
  }
  await stores.calendars.addRelease(release)
  const entries = await stores.calendars.entries(calendar.id)
  await stores.journal.append([
    calendarFact(act, saved.value, 'calendar-published', { release: release.number, sha256: release.hash }),
    ...(before
      ? await correctedFacts(stores.journal, act, releaseDiff(before.content, command.content), entries)
      : entries.map((entry) => meetingFact(act, entry))),
  ])
  return done(release)
}

/** What a correction makes of the planned meetings of the law: a moved and a dropped one correct their old records. */
async function correctedFacts(
  journal: JournalStore,
  act: Act,
  diff: ReleaseDiff,
  entries: readonly Entry[],
): Promise<NewEntry[]> {
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
  const facts: NewEntry[] = diff.added.map(({ id }) => meetingFact(act, entryOf.get(id)!))
  for (const { id } of [...diff.moved.map(({ to }) => to), ...diff.dropped]) {
    const spoken = await journal.entries({ subject: id, types: ['meeting', ...saidByItsOffice] })
    // What its office has announced, moved or cancelled is the office's to change: it is told of the correction.
    if (spoken.some(({ type }) => type !== 'meeting')) continue
    const old = spoken.at(-1)
    const entry = entryOf.get(id)
    if (entry) facts.push({ ...meetingFact(act, entry), corrects: old?.id ?? null })
    else if (old)
      facts.push(
        entryBy(act, {
          type: 'meeting',
          office: old.office,
          subject: old.subject,
          payload: { ...old.payload, status: 'cancelled' },
          corrects: old.id,
        }),
      )
  }
  return facts
}

/**
 * Records that the approved calendar went to the Government.
 *
 * Law: A826-2.2 (AMB-15: any Government addressee). Refuses: no-such-calendar, not-allowed, wrong-state,
 * changed-meanwhile, already-submitted.
 */
export async function submitCalendar(
  stores: CalendarStores,
  act: Act,
  command: { calendar: CalendarId; revision: number; number: string },
): Promise<Result<Calendar, CalendarRefusal>> {
  const found = await calendarFor(stores, act, command.calendar, 'submit-calendar')
  if (!found.ok) return found
  const calendar = found.value
  if (calendar.approvedAt === null) return refuse({ code: 'wrong-state', state: calendar.state })
  if (calendar.submittedAt !== null) return refuse({ code: 'already-submitted' })
  if (calendar.revision !== command.revision)
    return refuse({ code: 'changed-meanwhile', revision: calendar.revision })
  const saved = await saveNext(stores, calendar, { submittedAt: act.at })
  if (!saved.ok) return saved
  await stores.journal.append([
    calendarFact(act, saved.value, 'calendar-submitted', { number: command.number }),
  ])
  return saved
}

/** Product facts by which a meeting has left the hands of its calendar. */
const saidByItsOffice = ['notice-put-up', 'meeting-moved', 'meeting-cancelled']

/** The planned meeting of the law (facts.md §3.1) that a published entry makes. */
export const meetingFact = (act: Act, entry: Entry): NewEntry =>
  entryBy(act, {
    type: 'meeting',
    office: entry.office,
    subject: entry.id,
    payload: {
      id: entry.id,
      office: entry.office,
      unit: entry.unit,
      day: entry.day,
      start: entry.start,
      status: 'planned',
      form: entry.form,
      in_calendar: true,
      planned_minutes: entry.plannedMinutes,
    },
  })
