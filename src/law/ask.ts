// A question made ready, and the two units in which it is answered: all that an office owes as such, and one meeting.
import type { LocalDate, Period } from '#kernel'
import { firstDay } from '#kernel'
import type { OfficeId, Post } from '#territory'
import type { ActId, NormId } from './act.ts'
import type { JudgedNorm, Law } from './compile.ts'
import { type Day, dateOf, dayOf, spansOfYear } from './days.ts'
import { reachesDay, settled } from './mechanisms/in-force.ts'
import { isOwn, stateOf } from './mechanisms/meeting-state.ts'
import type { MeetingJudge, OfficeJudge } from './mechanisms/norm.ts'
import type { Inquiry, Outcome } from './mechanisms/outcome.ts'
import type { DerivationStep, Verdict } from './verdict.ts'
import type { Bearer, Meeting, World } from './world.ts'

export type Question = {
  /** The question is put at the end of this day, local time. */
  readonly asOf: LocalDate
  /** Results that come into being by this day are included, marked `upcoming`. Default: `asOf`. */
  readonly horizon?: LocalDate | undefined
  /** Only results of this calendar year: of its periods, its meetings, and what came about in it. */
  readonly year?: number | undefined
  /** Only norms of these acts, only these norms, only these bearers. */
  readonly acts?: readonly ActId[] | undefined
  readonly norms?: readonly NormId[] | undefined
  readonly bearers?: readonly OfficeId[] | undefined
}

export type Asked = {
  readonly q: Inquiry
  readonly bearers: ReadonlySet<OfficeId> | undefined
  readonly ofOffices: ReadonlyMap<Post, readonly JudgedNorm<OfficeJudge>[]>
  readonly ofMeetings: ReadonlyMap<Post, readonly JudgedNorm<MeetingJudge>[]>
}

export type Take = (verdict: Verdict) => void

export function ask(
  law: Pick<Law, 'ofOffices' | 'ofMeetings'>,
  world: World,
  question: Question,
  steps: DerivationStep[] | null,
): Asked {
  const asOf = dayOf(question.asOf)
  const horizon = question.horizon === undefined ? asOf : Math.max(asOf, dayOf(question.horizon))
  const [year] = question.year === undefined ? [] : spansOfYear(question.year, 'year')
  const norms = question.norms && new Set(question.norms)
  const acts = question.acts && new Set(question.acts)
  const isAsked = ({ provision }: JudgedNorm) =>
    (!norms || norms.has(provision.id)) && (!acts || acts.has(provision.act))
  const only = <J extends JudgedNorm>(byPost: ReadonlyMap<Post, readonly J[]>) =>
    new Map([...byPost].map(([post, all]) => [post, all.filter(isAsked)]))
  return {
    q: { world, asOf, horizon, first: year?.first ?? -Infinity, last: year?.last ?? Infinity, steps },
    bearers: question.bearers && new Set(question.bearers),
    ofOffices: only(law.ofOffices),
    // A meeting has its results by the edition of its day: editions of other years have nothing to say.
    ofMeetings: new Map(
      [...only(law.ofMeetings)].map(([post, all]) => [
        post,
        year ? all.filter(({ norm }) => norm.from <= year.last && norm.until >= year.first) : all,
      ]),
    ),
  }
}

/** What an office owes as such; `norms` narrows it to some of them. */
export function judgeOffice(
  { q, ofOffices }: Asked,
  office: Bearer,
  norms: ReadonlySet<NormId> | null,
  take: Take,
): void {
  for (const { norm, judge } of ofOffices.get(office.post) ?? []) {
    if (norms && !norms.has(norm.id)) continue
    judge.judge(q, norm, office, (subject, period, from, outcome) => {
      const day = period === null ? from : firstOf(period)
      if (from <= q.horizon && q.first <= day && day <= q.last)
        take(verdictOf(norm.id, office.id, subject, period, outcome, from > q.asOf))
      else if (q.steps) q.steps.length = 0
    })
  }
}

/** What anybody owes about one meeting; `norms` narrows it to some of them. */
export function judgeMeeting(
  { q, bearers, ofMeetings }: Asked,
  meeting: Meeting,
  norms: ReadonlySet<NormId> | null,
  take: Take,
): void {
  if (meeting.day < q.first || meeting.day > q.last) return
  if (stateOf(meeting, q.asOf) === 'gone' || !isOwn(meeting, q.asOf)) return
  for (const { norm, judge } of ofMeetings.get(meeting.holder.post) ?? []) {
    if (norms && !norms.has(norm.id)) continue
    if (!reachesDay(norm, meeting.day)) continue
    if (judge.when && !judge.when(q.world, meeting, q.asOf)) continue
    for (const bearer of judge.bearers(q.world, meeting)) {
      if (bearers && !bearers.has(bearer.id)) continue
      const outcome = settled(q, norm, bearer, 'whole', null, null) ?? judge.judge(q, meeting, bearer)
      if (outcome) take(verdictOf(norm.id, bearer.id, meeting.id, null, outcome, false))
    }
  }
}

const firsts = new Map<Period, Day>()

function firstOf(period: Period): Day {
  let day = firsts.get(period)
  if (day === undefined) firsts.set(period, (day = dayOf(firstDay(period))))
  return day
}

const upcoming = ['upcoming'] as const

const verdictOf = (
  norm: NormId,
  bearer: OfficeId,
  subject: string | null,
  period: Period | null,
  { verdict, due, strict, done, reason, missing, marks, proof }: Outcome,
  isUpcoming: boolean,
): Verdict => ({
  norm,
  bearer,
  subject,
  period,
  due: due === null ? null : dateOf(due),
  dueStrict: strict === null ? null : dateOf(strict),
  verdict,
  reason,
  missing,
  done: done === null ? null : dateOf(done),
  marks: isUpcoming ? [...marks, ...upcoming] : marks,
  proof,
})
