// From law and facts to verdicts: pure, without a clock; and the same way once more with its steps told.
import type { LocalDate, Period } from '#kernel'
import type { OfficeId } from '#territory'
import type { ActId, NormId } from './act.ts'
import type { JudgedNorm, Law } from './compile.ts'
import { dateOf, dayOf } from './days.ts'
import { reachesDay, settled } from './mechanisms/in-force.ts'
import { isOwn, stateOf } from './mechanisms/meeting-state.ts'
import type { MeetingJudge, OfficeJudge } from './mechanisms/norm.ts'
import type { Inquiry, Outcome } from './mechanisms/outcome.ts'
import type { DerivationStep, Explained, Verdict, VerdictKey } from './verdict.ts'
import type { Bearer, Meeting, World } from './world.ts'

export type Question = {
  /** The question is put at the end of this day, local time. */
  readonly asOf: LocalDate
  /** Results that come into being by this day are included, marked `upcoming`. Default: `asOf`. */
  readonly horizon?: LocalDate | undefined
  /** Only norms of these acts, only these norms, only these bearers. */
  readonly acts?: readonly ActId[] | undefined
  readonly norms?: readonly NormId[] | undefined
  readonly bearers?: readonly OfficeId[] | undefined
}

/** All verdicts of the listed offices as they stood at the end of a day. Contract: facts.md. */
export function evaluate(law: Law, world: World, question: Question): Verdict[] {
  const verdicts: Verdict[] = []
  ask(law, world, question, null, (verdict) => verdicts.push(verdict))
  return verdicts
}

/** One verdict with its derivation; `undefined` when there is no result at this key. */
export function explain(law: Law, world: World, key: VerdictKey, question: Question): Explained | undefined {
  let found: Explained | undefined
  const steps: DerivationStep[] = []
  ask(law, world, { ...question, norms: [key.norm], bearers: [key.bearer] }, steps, (verdict) => {
    if (verdict.subject === key.subject && verdict.period === key.period)
      found = { ...verdict, derivation: derivationOf(law, verdict, steps, question.asOf) }
    steps.length = 0
  })
  return found
}

/** The steps between the sentence of law, with its doubts, and the verdict. */
function derivationOf(
  law: Law,
  verdict: Verdict,
  steps: readonly DerivationStep[],
  asOf: LocalDate,
): DerivationStep[] {
  const { provision } = law.norms.get(verdict.norm)!
  const told = new Set(steps.map((step) => (step.step === 'reading' ? step.doubt : null)))
  const readings = provision.doubts
    .filter(({ id }) => !told.has(id))
    .map(({ id, taken }): DerivationStep => ({ step: 'reading', doubt: id, taken, other: null }))
  return [
    { step: 'norm', norm: verdict.norm, paragraph: provision.paragraph },
    ...readings,
    ...steps,
    { step: 'verdict', verdict: verdict.verdict, asOf },
  ]
}

function ask(
  law: Law,
  world: World,
  question: Question,
  steps: DerivationStep[] | null,
  take: (verdict: Verdict) => void,
): void {
  const asOf = dayOf(question.asOf)
  const horizon = question.horizon === undefined ? asOf : Math.max(asOf, dayOf(question.horizon))
  const q: Inquiry = { world, asOf, horizon, steps }
  const norms = question.norms && new Set(question.norms)
  const acts = question.acts && new Set(question.acts)
  const bearers = question.bearers && new Set(question.bearers)
  const asked = ({ provision }: JudgedNorm) =>
    (!norms || norms.has(provision.id)) && (!acts || acts.has(provision.act))

  for (const [post, ofPost] of law.ofOffices) {
    const judged = ofPost.filter(asked)
    if (judged.length === 0) continue
    for (const office of world.officesByPost.get(post) ?? [])
      if (!bearers || bearers.has(office.id)) for (const one of judged) judgeOffice(q, one, office, take)
  }
  // Most norms on a meeting are borne by its holder: for chosen bearers their own meetings are enough.
  for (const own of bearers ? [true, false] : [null]) {
    const judged = new Map(
      [...law.ofMeetings].map(([post, ofPost]) => [
        post,
        ofPost.filter((one) => asked(one) && (own === null || one.judge.byHolder === own)),
      ]),
    )
    const meetings = own
      ? [...bearers!].flatMap((id) => world.meetingsOf.get(id) ?? [])
      : world.meetings.values()
    for (const meeting of meetings) {
      const norms = judged.get(meeting.holder.post)
      if (norms?.length) judgeMeeting(q, norms, meeting, bearers, take)
    }
  }
}

function judgeOffice(
  q: Inquiry,
  { norm, judge }: JudgedNorm<OfficeJudge>,
  office: Bearer,
  take: (verdict: Verdict) => void,
) {
  judge.judge(q, norm, office, (subject, period, from, outcome) => {
    if (from > q.horizon) {
      if (q.steps) q.steps.length = 0
      return
    }
    take(verdictOf(norm.id, office.id, subject, period, outcome, from > q.asOf))
  })
}

function judgeMeeting(
  q: Inquiry,
  judged: readonly JudgedNorm<MeetingJudge>[],
  meeting: Meeting,
  bearers: ReadonlySet<OfficeId> | undefined,
  take: (verdict: Verdict) => void,
): void {
  if (stateOf(meeting, q.asOf) === 'gone' || !isOwn(meeting, q.asOf)) return
  for (const { norm, judge } of judged) {
    if (!reachesDay(norm, meeting.day)) continue
    if (judge.when && !judge.when(q.world, meeting, q.asOf)) continue
    for (const bearer of judge.bearers(q.world, meeting)) {
      if (bearers && !bearers.has(bearer.id)) continue
      const outcome = settled(q, norm, bearer, 'whole', null, null) ?? judge.judge(q, meeting, bearer)
      if (outcome) take(verdictOf(norm.id, bearer.id, meeting.id, null, outcome, false))
    }
  }
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
