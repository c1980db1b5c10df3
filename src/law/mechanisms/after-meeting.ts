// What must follow a meeting: receptions, ordering, publications with a term, plans with days and names.
import { type Day, dateOf, isDay } from '../days.ts'
import type { DueFromEvent, RuleOf } from '../rule.ts'
import { type Meeting, type Placed, isWithin, meetingFacts } from '../world.ts'
import { allFacts, choose, firstFact, isBlank } from './choose-facts.ts'
import { explainMeeting } from './before-meeting.ts'
import { isOwnHeld, stateOf } from './meeting-state.ts'
import type { MeetingJudge } from './norm.ts'
import {
  type Inquiry,
  type Outcome,
  notApplicable,
  outcome,
  timed,
  undone,
  unknown,
  untimed,
} from './outcome.ts'
import { dueFrom, explainFrom, strictFrom } from './term.ts'

type Judge = MeetingJudge['judge']
type Members = { readonly [name: string]: unknown }
type From = RuleOf<'after-term'>['from']
type NotIf = RuleOf<'after'>['not_if']

/** On the meeting's day, but its clock says that it preceded the start (AMB-21). */
const precedesStart = (one: Placed, meeting: Meeting): boolean =>
  one.day === meeting.day && one.minute >= 0 && meeting.start >= 0 && one.minute < meeting.start

const notBefore = (meeting: Meeting) => (one: Placed) => !precedesStart(one, meeting)

/** Whether the condition of the duty did not arise. */
function waived(q: Inquiry, notIf: NotIf, meeting: Meeting): 'no-issues' | 'no-funding-needed' | null {
  if (!notIf) return null
  if (meeting.fact.no_issues === true) return 'no-issues'
  if (!notIf.includes('no-funding-needed')) return null
  const issues = meetingFacts(meeting, 'issue-raised').filter((one) => one.day <= q.asOf)
  const needed = issues.some(({ fact }) => fact.type === 'issue-raised' && fact.needs_funding === true)
  return issues.length > 0 && !needed ? 'no-funding-needed' : null
}

/** Done on or after the meeting's day; no term, so it is never missed. */
export function after(rule: RuleOf<'after'>): Judge {
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', null)
    if (state === 'planned') return untimed(q, null, choice.types)
    const why = waived(q, rule.not_if, meeting)
    if (why) return notApplicable(q, why, null)
    const also = rule.not_before_start ? notBefore(meeting) : null
    return untimed(q, firstFact(choice, q, bearer, meeting, meeting.day, also), choice.types)
  }
}

/** The event from which the days run: the meeting's day or a reception after it. */
function endOf(q: Inquiry, meeting: Meeting, from: From): Day {
  explainMeeting(q, meeting)
  if (from === 'meeting-or-lower-report') return endOfLowerReports(q, meeting)
  if (from === 'meeting' || stateOf(meeting, q.asOf) !== 'held') return meeting.day
  const after = from === 'meeting-or-reception' ? meeting.day : meeting.visitFrom
  let last: Placed | null = null
  for (const one of meetingFacts(meeting, 'reception')) {
    if (one.day > q.asOf) break
    if (one.day < after || (from === 'meeting-or-reception' && precedesStart(one, meeting))) continue
    last = one
  }
  if (!last || last.day <= meeting.day) return meeting.day
  q.steps?.push({
    step: 'later',
    event: 'reception',
    fact: last.index,
    than: meeting.fact.day,
    day: dateOf(last.day),
  })
  return last.day
}

/** The last report meeting of the akims below, held by now in the same quarter (AMB-39). */
function endOfLowerReports(q: Inquiry, meeting: Meeting): Day {
  const quarter = quarterOf(meeting)
  let last = meeting
  for (const one of q.world.meetings.values())
    if (
      one.day > last.day &&
      one.fact.report === true &&
      one.holder !== meeting.holder &&
      quarterOf(one) === quarter &&
      meeting.holder.unit !== null &&
      isWithin(one.holder.unit, meeting.holder.unit) &&
      isOwnHeld(one, q.asOf)
    )
      last = one
  if (last !== meeting)
    q.steps?.push({
      step: 'later',
      event: 'meeting',
      fact: last.index,
      than: meeting.fact.day,
      day: last.fact.day,
    })
  return last.day
}

const quarterOf = ({ fact: { day } }: Meeting): string =>
  `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`

type Term = { readonly due: Day; readonly strict: Day }

function termOf(
  q: Inquiry,
  meeting: Meeting,
  rule: { readonly due: DueFromEvent; readonly from: From },
): Term {
  const end = endOf(q, meeting, rule.from)
  explainFrom(q, rule.due, end)
  return { due: dueFrom(rule.due, end), strict: strictFrom(rule.due, end) }
}

/** Done within days or months of the end; what is dated before the meeting's day does not count. */
export function afterTerm(rule: RuleOf<'after-term'>): Judge {
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    const { due, strict } = termOf(q, meeting, rule)
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', due, strict)
    if (state === 'planned') return outcome('pending', due, strict)
    const why = waived(q, rule.not_if, meeting)
    if (why) return notApplicable(q, why, due, strict)
    const also = rule.not_before_start ? notBefore(meeting) : null
    return timed(q, due, strict, firstFact(choice, q, bearer, meeting, meeting.day, also), choice.types)
  }
}

/** A part that did not come by its day: owed until then, and after it counted only at the act itself. */
function partUndone(q: Inquiry, { due, strict }: Term, what: readonly string[]): Outcome {
  return q.asOf > due ? notApplicable(q, 'act-did-not-take-place', due, strict) : undone(q, due, strict, what)
}

/** Every act of the kind must have the property. */
export function every(rule: RuleOf<'every'>): Judge {
  const choice = choose(rule.facts)
  const name = rule.list?.name ?? rule.flag!
  return (q, meeting, bearer) => {
    const term = rule.term ? termOf(q, meeting, rule.term) : null
    const [due, strict] = [term?.due ?? null, term?.strict ?? null]
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', due, strict)
    if (state === 'planned') return outcome('pending', due, strict)
    const found = allFacts(choice, q, bearer, meeting, meeting.day).filter(
      (one) => !rule.not_before_start || !precedesStart(one, meeting),
    )
    if (found.length === 0) return term ? partUndone(q, term, choice.types) : untimed(q, null, choice.types)
    const values = found.map((one) => (one.fact as Members)[name])
    const proof = found.map((one) => one.index)
    if (values.some((value) => value !== undefined && !isGood(value, rule))) {
      q.steps?.push({ step: 'missing', what: [`${choice.types[0]}.${name}`] })
      return outcome('missed', due, strict, null, proof)
    }
    if (values.includes(undefined)) return unknown(q, `${choice.types[0]}.${name}`, due, strict, proof)
    q.steps?.push({ step: 'done', facts: proof, day: null })
    return outcome('met', due, strict, found[0]!.day, proof)
  }
}

const isGood = (value: unknown, { list }: RuleOf<'every'>): boolean =>
  list ? list.all.every((word) => (value as readonly string[]).includes(word)) : value === true

/** Lines of a published document, each with what it must name (AMB-25); judged by the latest that has lines. */
export function lines(rule: RuleOf<'lines'>): Judge {
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    const term = termOf(q, meeting, rule)
    const { due, strict } = term
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', due, strict)
    if (state === 'planned') return outcome('pending', due, strict)
    const why = waived(q, rule.not_if, meeting)
    if (why) return notApplicable(q, why, due, strict)
    const found = allFacts(choice, q, bearer, meeting, meeting.day)
    if (found.length === 0) return partUndone(q, term, choice.types)
    const latest = found.findLast((one) => linesOf(one).length > 0)
    if (!latest)
      return unknown(
        q,
        `${choice.types[0]}.lines`,
        due,
        strict,
        found.map((one) => one.index),
      )
    return judgeLines(q, latest, (line) => isComplete(line, rule.each), due, strict)
  }
}

export const linesOf = (one: Placed): readonly Members[] =>
  ((one.fact as Members)['lines'] as readonly Members[] | undefined) ?? []

export function judgeLines(
  q: Inquiry,
  of: Placed,
  complete: (line: Members) => boolean,
  due: Day | null,
  strict: Day | null,
): Outcome {
  const bad = linesOf(of).findIndex((line) => !complete(line))
  if (bad >= 0) q.steps?.push({ step: 'missing', what: [`lines.${bad}`] })
  else q.steps?.push({ step: 'done', facts: [of.index], day: dateOf(of.day) })
  return outcome(bad >= 0 ? 'missed' : 'met', due, strict, bad >= 0 ? null : of.day, [of.index])
}

const isComplete = (line: Members, each: RuleOf<'lines'>['each']): boolean =>
  Object.entries(each).every(([name, kind]) => (kind === 'day' ? isDay(line[name]) : !isBlank(line[name])))
