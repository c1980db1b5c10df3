// What an office does with a poll: it opens one, and says what it made of the votes.
import { type Act, type MeetingId, entryBy } from '#calendar'
import type { JournalStore, NewEntry, Payload } from '#journal'
import { type Instant, type Result, done, milliseconds, refuse } from '#kernel'
import { type PeopleStore, may, signing } from '#people'
import { type OfficeId, type TerritoryStore, type UnitCode, unitOfOffice } from '#territory'
import { meetingOf, recordOf } from './change-meeting.ts'
import type { Both } from './meeting.ts'
import { instantAt } from './notice-clock.ts'
import {
  type Poll,
  type PollDecision,
  type PollId,
  type PollOption,
  type PollRefusal,
  type PollStore,
  needsReason,
  shortestPoll,
  stateOfPoll,
} from './poll.ts'
import { signersOf } from './signers-of.ts'
import type { MeetingStore } from './store.ts'

export type PollStores = {
  readonly polls: PollStore
  readonly meetings: MeetingStore
  readonly journal: JournalStore
  readonly territory: Pick<TerritoryStore, 'unit' | 'office' | 'lineage'>
  readonly people: Pick<PeopleStore, 'grantsOf'>
}

type OpenPoll = {
  readonly office: OfficeId
  readonly unit: UnitCode
  readonly about: Both
  readonly meeting: MeetingId | null
  readonly options: readonly PollOption[]
  readonly closesAt: Instant
}

/**
 * Asks residents for the date; what is offered does not change afterwards. Law: A863-3.5.a wants their opinion.
 *
 * Refuses: no-such-office, not-allowed, options-wanted (two to eight), same-option-twice, closes-too-soon (an hour),
 * closes-after-a-date, no-such-unit, not-your-territory, no-such-meeting.
 */
export async function openPoll(
  stores: PollStores,
  act: Act,
  { office, unit, about, meeting, options, closesAt }: OpenPoll,
): Promise<Result<Poll, PollRefusal>> {
  if (!(await stores.territory.office(office))) return refuse({ code: 'no-such-office', office })
  const answer = may(act.actor, 'open-poll', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (options.length < 2 || options.length > 8) return refuse({ code: 'options-wanted' })
  if (new Set(options.map(({ day, start }) => `${day} ${start}`)).size < options.length)
    return refuse({ code: 'same-option-twice' })
  if (milliseconds(closesAt) < shortestPoll(act.at)) return refuse({ code: 'closes-too-soon' })
  if (options.some(({ day, start }) => instantAt(day, start, unit) <= closesAt))
    return refuse({ code: 'closes-after-a-date' })
  const lineage = await stores.territory.lineage(unit, act.today)
  const region = lineage.at(-1)
  if (!region) return refuse({ code: 'no-such-unit', unit, day: act.today })
  const own = unitOfOffice(office)
  if (own && !lineage.some(({ code }) => code === own)) return refuse({ code: 'not-your-territory', unit })
  if (meeting && (await meetingOf(stores.meetings, meeting))?.office !== office)
    return refuse({ code: 'no-such-meeting' })

  const poll: Poll = {
    id: act.newId() as PollId,
    office,
    unit,
    region: region.code,
    about,
    meeting,
    options: options.toSorted((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1)),
    openedAt: act.at,
    closesAt,
    decision: null,
  }
  await stores.polls.add(poll, act.actor.person.id)
  await stores.journal.append([
    entryOf(act, poll, 'poll-opened', { unit, options: poll.options, closes: closesAt }),
  ])
  return done(poll)
}

type DecidePoll = { readonly poll: PollId; readonly option: number | null; readonly reason: Both }

/**
 * Says which date the office takes; another one than residents chose needs a reason. Another person decides than the one
 * who opened the poll.
 *
 * Refuses: no-such-poll, not-allowed, decided-already, options-wanted (no such option), reason-wanted.
 */
export async function decidePoll(
  stores: PollStores,
  act: Act,
  { poll: id, option, reason }: DecidePoll,
): Promise<Result<PollDecision, PollRefusal>> {
  const poll = await stores.polls.find(id)
  if (!poll) return refuse({ code: 'no-such-poll' })
  if (poll.decision) return refuse({ code: 'decided-already' })
  const { office, unit } = poll
  const by = await stores.polls.openedBy(id)
  const thing = { office, unit, state: stateOfPoll(poll, act.at), editedBy: by ? [by] : [] }
  const signers = await signersOf(stores.people, office, act.today)
  const signed = signing(act.actor, 'decide-poll', thing, { on: act.today, at: act.at, signers, limit: null })
  if (!signed.ok) return refuse({ code: 'not-allowed', why: signed.refusal })
  if (option !== null && !poll.options[option]) return refuse({ code: 'options-wanted' })
  const tally = await stores.polls.tally(poll)
  if (needsReason(option, tally) && (reason.kk === '' || reason.ru === ''))
    return refuse({ code: 'reason-wanted' })

  const decision: PollDecision = { option, reason, tally, decidedAt: act.at, signed: signed.value }
  if (!(await stores.polls.decide(poll, decision))) return refuse({ code: 'decided-already' })
  const chosen = option === null ? null : poll.options[option]!
  const meeting = poll.meeting && (await meetingOf(stores.meetings, poll.meeting))
  await stores.journal.append([
    entryOf(act, poll, 'poll-decided', {
      chosen,
      votes: tally.votes,
      voters: tally.voters,
      reason,
      signed: signed.value,
    }),
    // How the opinion of residents was learnt before the day was set.
    ...(meeting
      ? [
          entryOf(act, poll, 'opinion-learned', {
            meeting: recordOf(meeting, 'planned')['id']!,
            source: `poll ${id}, ${tally.voters}`,
          }),
        ]
      : []),
  ])
  return done(decision)
}

const entryOf = (act: Act, { id, office }: Poll, type: string, payload: Payload): NewEntry =>
  entryBy(act, { type, office, subject: id, payload })

/** The last day on which a poll may still be looked for on the page of its place. */
export const shownSince = (at: Instant): Instant =>
  new Date(milliseconds(at) - 60 * 86_400_000).toISOString() as Instant
