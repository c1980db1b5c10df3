// From law and facts to verdicts: pure, without a clock; and the same way once more with its steps told.
import type { LocalDate } from '#kernel'
import { type Asked, type Question, type Take, ask, judgeMeeting, judgeOffice } from './ask.ts'
import type { Law } from './compile.ts'
import type { DerivationStep, Explained, Verdict, VerdictKey } from './verdict.ts'
import type { Bearer, Meeting, World } from './world.ts'

/** All verdicts of the listed offices as they stood at the end of a day. Contract: facts.md. */
export function evaluate(law: Law, world: World, question: Question): Verdict[] {
  const verdicts: Verdict[] = []
  finish(evaluateInSteps(law, world, question, (verdict) => verdicts.push(verdict)))
  return verdicts
}

/** The same, handed over one by one; rests after every office and every meeting, so that a country can be streamed. */
export const evaluateInSteps = (law: Law, world: World, question: Question, take: Take): Generator<void> =>
  judging(ask(law, world, question, null), take)

/** One verdict with its derivation; `undefined` when there is no result at this key. */
export function explain(law: Law, world: World, key: VerdictKey, question: Question): Explained | undefined {
  let found: Explained | undefined
  const steps: DerivationStep[] = []
  const asked = ask(law, world, { ...question, norms: [key.norm], bearers: [key.bearer] }, steps)
  finish(
    judging(asked, (verdict) => {
      if (verdict.subject === key.subject && verdict.period === key.period)
        found = { ...verdict, derivation: derivationOf(law, verdict, steps, question.asOf) }
      steps.length = 0
    }),
  )
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

function* judging(asked: Asked, take: Take): Generator<void> {
  for (const office of officesAsked(asked)) {
    judgeOffice(asked, office, null, take)
    yield
  }
  for (const [of, meetings] of meetingsAsked(asked))
    for (const meeting of meetings) {
      judgeMeeting(of, meeting, null, take)
      yield
    }
}

function finish(steps: Generator<void>): void {
  while (!steps.next().done);
}

const officesAsked = ({ q, bearers }: Asked): Iterable<Bearer> =>
  bearers ? [...bearers].flatMap((id) => q.world.offices.get(id) ?? []) : q.world.offices.values()

/** Most norms on a meeting are borne by its holder: for chosen bearers their own meetings are enough. */
function meetingsAsked(asked: Asked): (readonly [Asked, Iterable<Meeting>])[] {
  const { q, bearers, ofMeetings } = asked
  if (!bearers) return [[asked, q.world.meetings.values()]]
  const meetingsOf = (office: Bearer) => q.world.meetingsOf.get(office.id) ?? []
  const posts = new Set([...officesAsked(asked)].map(({ post }) => post))
  const half = (own: boolean): Asked => ({
    ...asked,
    ofMeetings: new Map(
      [...ofMeetings].map(([post, all]) => [
        post,
        all.filter(
          ({ judge, norm }) =>
            judge.byHolder === own && (own || [...norm.posts].some((one) => posts.has(one))),
        ),
      ]),
    ),
  })
  const others = half(false)
  const holders = [...others.ofMeetings].flatMap(([post, all]) => (all.length > 0 ? [post] : []))
  return [
    [half(true), [...officesAsked(asked)].flatMap(meetingsOf)],
    [others, holders.flatMap((post) => q.world.officesByPost.get(post) ?? []).flatMap(meetingsOf)],
  ]
}
