// What must be done before a meeting: notice, preparation, the commission's composition.
import { dateOf, dayOf } from '../days.ts'
import type { RuleOf } from '../rule.ts'
import { type Bearer, type Meeting, type Placed, publicFacts } from '../world.ts'
import { type Choice, allFacts, choose, firstBefore, firstFact, isBefore } from './choose-facts.ts'
import { stateOf } from './meeting-state.ts'
import type { MeetingJudge, Norm } from './norm.ts'
import {
  type Inquiry,
  type Outcome,
  excused,
  marked,
  notApplicable,
  outcome,
  timed,
  unknown,
} from './outcome.ts'
import { dueFrom, explainFrom, strictFrom } from './term.ts'

type Judge = MeetingJudge['judge']

/** The meeting's day as the day that all counting starts from. */
export function explainMeeting(q: Inquiry, meeting: Meeting): void {
  q.steps?.push({ step: 'event', event: 'meeting', fact: meeting.index, day: meeting.fact.day })
}

const outOfCalendar = ['out-of-calendar'] as const

/** The first announcement before the meeting, measured in days ahead. facts.md §5, AMB-04. */
export function notice(rule: RuleOf<'notice'>, norm: Norm): Judge {
  const { due } = rule
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    const last = dueFrom(due, meeting.day)
    const strict = strictFrom(due, meeting.day)
    explainMeeting(q, meeting)
    explainFrom(q, due, meeting.day)
    const judged =
      last < norm.actFrom
        ? notApplicable(q, 'began-before-the-act', last, strict)
        : timed(q, last, strict, announcement(rule, choice, q, bearer, meeting, last), choice.types)
    return meeting.fact.in_calendar ? judged : marked(judged, outOfCalendar)
  }
}

/** The announcement that decides: the first, or that of the last channel to carry one. */
function announcement(
  rule: RuleOf<'notice'>,
  choice: Choice,
  q: Inquiry,
  bearer: Bearer,
  meeting: Meeting,
  due: number,
): Placed | null {
  const from = rule.exactly ? due : -Infinity
  if (!rule.last_channel)
    return firstFact(choice, q, bearer, meeting, from, (placed) => isBefore(placed, meeting))
  const carried = allFacts(choice, q, bearer, meeting, from).filter((one) => isBefore(one, meeting))
  const channelOf = (one: Placed) => (one.fact as { channel?: string }).channel
  return lastOf(
    [...new Set(carried.map(channelOf))].map(
      (channel) => carried.find((one) => channelOf(one) === channel) ?? null,
    ),
  )
}

/** Done before the meeting, late when done otherwise. */
export function before(rule: RuleOf<'before'>): Judge {
  const choice = choose(rule.facts)
  const groups = rule.each_channel?.map((channel) => choose({ ...rule.facts, channel }))
  const closable = rule.excused_if_closed && {
    channels: rule.facts.channel ?? [],
    known: rule.excused_if_closed.known.map(({ channel, from, until }) => ({
      channel,
      from: dayOf(from as never),
      until: until === null ? Infinity : dayOf(until as never),
    })),
  }
  return (q, meeting, bearer) => {
    explainMeeting(q, meeting)
    const { day } = meeting
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', day)

    const good = groups
      ? lastOf(groups.map((group) => firstBefore(group, q, bearer, meeting)))
      : firstBefore(choice, q, bearer, meeting)
    if (good) return doneOn(q, 'met', day, good)
    if (closable) {
      const closed = closedOn(q, meeting, closable)
      if (closed) return excused(q, 'channel-closed', day, day, closed)
    }
    const late = groups
      ? lastOf(groups.map((group) => firstFact(group, q, bearer, meeting)))
      : firstFact(choice, q, bearer, meeting)
    if (late) return doneOn(q, 'late', day, late)
    q.steps?.push({ step: 'missing', what: choice.types })
    return outcome(state === 'held' ? 'missed' : 'pending', day, day)
  }
}

function doneOn(q: Inquiry, verdict: 'met' | 'late', day: number, found: Placed): Outcome {
  q.steps?.push({ step: 'done', facts: [found.index], day: dateOf(found.day) })
  return outcome(verdict, day, day, found.day, [found.index])
}

/** The last of several needed facts; null while one is lacking. */
function lastOf(found: readonly (Placed | null)[]): Placed | null {
  let last: Placed | null = null
  for (const one of found) {
    if (!one) return null
    if (!last || one.day > last.day) last = one
  }
  return last
}

type Closable = {
  readonly channels: readonly string[]
  readonly known: readonly { readonly channel: string; readonly from: number; readonly until: number }[]
}

/** Proof that every channel of the rule was closed on the meeting's day (AMB-19). */
function closedOn(q: Inquiry, meeting: Meeting, { channels, known }: Closable): readonly number[] | null {
  const proof: number[] = []
  for (const channel of channels) {
    if (known.some((one) => one.channel === channel && one.from <= meeting.day && meeting.day <= one.until))
      continue
    const closure = publicFacts(q.world, 'channel-unavailable').find(({ fact, day }) => {
      if (fact.type !== 'channel-unavailable' || fact.channel !== channel) return false
      return day <= q.asOf && day <= meeting.day && (fact.to === undefined || meeting.fact.day <= fact.to)
    })
    if (!closure) return null
    proof.push(closure.index)
  }
  return proof
}

/** Who sits on the body that served the meeting; it shares the verdict of its formation. */
export function composition(rule: RuleOf<'composition'>): Judge {
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    explainMeeting(q, meeting)
    const { day } = meeting
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', day)
    const formed = allFacts(choice, q, bearer, meeting)
    const serving = formed.findLast((one) => isBefore(one, meeting)) ?? formed[0]
    if (!serving) {
      q.steps?.push({ step: 'missing', what: choice.types })
      return state === 'held' ? notApplicable(q, 'act-did-not-take-place', day) : outcome('pending', day, day)
    }
    const fact = serving.fact as { readonly [list: string]: unknown }
    const members = (fact[rule.list] as readonly string[] | undefined) ?? []
    const absent = (fact[rule.excused_by] as readonly string[] | undefined) ?? []
    const lacking = rule.all.filter((word) => !members.includes(word))
    if (lacking.length === 0) {
      // The verdict of its formation: the first one formed decides whether that was in time.
      return doneOn(q, isBefore(formed[0]!, meeting) ? 'met' : 'late', day, serving)
    }
    if (lacking.every((word) => absent.includes(word)))
      return excused(q, 'no-such-body', day, day, [serving.index])
    q.steps?.push({ step: 'missing', what: lacking })
    return outcome(state === 'held' ? 'missed' : 'pending', day, day, null, [serving.index])
  }
}
