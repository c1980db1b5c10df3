// Issues raised at meetings, as far as they keep a reporting duty alive (AMB-24, AMB-28).
import type { Day } from '../days.ts'
import { groups } from '../rule.ts'
import { type Bearer, type Meeting, type Placed, meetingFacts } from '../world.ts'
import { isOwnHeld } from './meeting-state.ts'
import type { Norm } from './norm.ts'
import { reachesDay } from './in-force.ts'
import type { Inquiry } from './outcome.ts'

export type IssueTrail = {
  /** The body the issues wait for, or null for the bearer's own. */
  readonly subject: string | null
  /** From this day there is something to report on: the first meeting, or the first issue for the body. */
  readonly since: Day
  readonly issues: readonly Placed[]
}

const akims = new Set<string>(groups.akims)

/** What the reports follow: the bearer's own meetings, or the issues for each central body. */
export const issuesOf = (
  of: 'own-issues' | 'central-issues',
  q: Inquiry,
  norm: Norm,
  bearer: Bearer,
  onlyVisiting = false,
): IssueTrail[] => (of === 'own-issues' ? ownIssues(q, norm, bearer) : centralIssues(q, norm, onlyVisiting))

function ownIssues(q: Inquiry, norm: Norm, bearer: Bearer): IssueTrail[] {
  const held = (q.world.meetingsOf.get(bearer.id) ?? []).filter(
    (meeting) => isOwnHeld(meeting, q.asOf) && reachesDay(norm, meeting.day),
  )
  if (held.length === 0) return []
  return [
    { subject: null, since: held[0]!.day, issues: held.flatMap((one) => meetingFacts(one, 'issue-raised')) },
  ]
}

/** Issues of central level raised at akims' own meetings, by body, each list in order of time. */
export function centralIssues(q: Inquiry, norm: Norm, onlyVisiting = false): IssueTrail[] {
  const counts = (meeting: Meeting) =>
    akims.has(meeting.holder.post) &&
    isOwnHeld(meeting, q.asOf) &&
    reachesDay(norm, meeting.day) &&
    (!onlyVisiting || meeting.fact.form === 'visiting')
  const trails: IssueTrail[] = []
  for (const [subject, raised] of q.world.forCentre) {
    const issues: Placed[] = []
    for (const { issue, meeting } of raised) if (counts(meeting)) issues.push(issue)
    if (issues.length > 0) trails.push({ subject, since: issues[0]!.day, issues })
  }
  return trails.sort((a, b) => (a.subject! < b.subject! ? -1 : 1))
}

/** Whether any of the issues was raised by the last day and not closed before the first. */
export const openDuring = (q: Inquiry, issues: readonly Placed[], first: Day, last: Day): boolean =>
  issues.some(({ fact, day }) => {
    if (day > last || fact.type !== 'issue-raised') return false
    const closed = q.world.closed.get(fact.id)?.[0]
    return !closed || closed.day > q.asOf || closed.day >= first
  })
