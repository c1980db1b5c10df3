// What must happen at a meeting: broadcast, words said, shares of the time, who was there; and the visit around it.
import { dateOf } from '../days.ts'
import type { RuleOf } from '../rule.ts'
import type { Bearer, Meeting, Placed } from '../world.ts'
import { allFacts, choose, firstFact, isBefore } from './choose-facts.ts'
import { explainMeeting } from './before-meeting.ts'
import { stateOf } from './meeting-state.ts'
import type { MeetingJudge } from './norm.ts'
import { type Inquiry, type Outcome, excused, notApplicable, outcome, unknown } from './outcome.ts'

type Judge = MeetingJudge['judge']
type Members = { readonly [name: string]: unknown }

/** Pending while planned, unknown when the day passed in silence; otherwise what the facts of the meeting say. */
const atMeeting =
  (judge: (q: Inquiry, meeting: Meeting, bearer: Bearer) => Outcome): Judge =>
  (q, meeting, bearer) => {
    explainMeeting(q, meeting)
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', meeting.day)
    if (state === 'planned') return outcome('pending', meeting.day, meeting.day)
    return judge(q, meeting, bearer)
  }

const nothing: readonly string[] = []

const indexes = (found: readonly Placed[]): number[] => found.map((one) => one.index)

function decided(
  q: Inquiry,
  good: boolean,
  meeting: Meeting,
  found: readonly Placed[],
  lacking: readonly string[],
): Outcome {
  const { day } = meeting
  if (!good) {
    q.steps?.push({ step: 'missing', what: lacking })
    return outcome('missed', day, day, null, indexes(found))
  }
  q.steps?.push({ step: 'done', facts: indexes(found), day: dateOf(day) })
  return outcome('met', day, day, day, indexes(found))
}

/** A fact of the meeting that must be there. */
export function during(rule: RuleOf<'during'>): Judge {
  const choice = choose(rule.facts)
  const excuse = rule.excuse && { choice: choose(rule.excuse.facts), by: rule.excuse.by }
  return atMeeting((q, meeting, bearer) => {
    const found = firstFact(choice, q, bearer, meeting)
    if (!found && excuse) {
      const written = firstFact(excuse.choice, q, bearer, meeting)
      if (written) return excused(q, excuse.by, meeting.day, meeting.day, [written.index])
    }
    return decided(q, found !== null, meeting, found ? [found] : [], choice.types)
  })
}

/** A property that another act must have had; without that act there is nothing to have it. */
export function part(rule: RuleOf<'part'>): Judge {
  const choice = choose(rule.facts)
  const excuse = rule.excuse && { choice: choose(rule.excuse.facts), by: rule.excuse.by }
  return atMeeting((q, meeting, bearer) => {
    const found = allFacts(choice, q, bearer, meeting)
    if (found.length === 0) return notApplicable(q, 'act-did-not-take-place', meeting.day)
    const flags = found.map((one) => (one.fact as Members)[rule.flag])
    const name = `${choice.types[0]}.${rule.flag}`
    const written = excuse && !flags.includes(true) ? firstFact(excuse.choice, q, bearer, meeting) : null
    if (written) return excused(q, excuse!.by, meeting.day, meeting.day, [written.index])
    if (!flags.includes(true) && !flags.includes(false))
      return unknown(q, name, meeting.day, meeting.day, indexes(found))
    return decided(q, flags.includes(true), meeting, found, [name])
  })
}

/** A part of the planned time that may not, or must, be used (AMB-17). */
export function share(rule: RuleOf<'share'>): Judge {
  const choice = choose(rule.facts)
  const leftOut = new Set<unknown>(rule.leave_out)
  const { part, of } = (rule.at_most ?? rule.at_least)!
  return atMeeting((q, meeting, bearer) => {
    const found = allFacts(choice, q, bearer, meeting)
    if (found.length === 0) return unknown(q, choice.types[0]!, meeting.day)
    const planned = meeting.fact.planned_minutes
    if (planned === undefined)
      return unknown(q, 'meeting.planned_minutes', meeting.day, meeting.day, indexes(found))
    const counted = found.filter((one) => !leftOut.has((one.fact as Members)['kind']))
    const minutes = counted.reduce((sum, one) => sum + ((one.fact as Members)['minutes'] as number), 0)
    q.steps?.push({
      step: 'measure',
      value: minutes,
      limit: (planned * part) / of,
      atMost: rule.at_most !== undefined,
    })
    const good = rule.at_most ? minutes * of <= planned * part : minutes * of >= planned * part
    return decided(q, good, meeting, found, [])
  })
}

/** Words that the records of the meeting must hold: topics told, groups of guests. */
export function words(rule: RuleOf<'words'>): Judge {
  const choice = choose(rule.facts)
  const earlier = rule.or_before && choose(rule.or_before)
  return atMeeting((q, meeting, bearer) => {
    const found = allFacts(choice, q, bearer, meeting)
    const invited = earlier ? allFacts(earlier, q, bearer, meeting) : []
    if (found.length + invited.length === 0) return unknown(q, choice.types[0]!, meeting.day)
    const counted = found
    for (const one of invited) if (isBefore(one, meeting)) counted.push(one)
    const isSaid = (word: string) =>
      counted.some((one) => ((one.fact as Members)[rule.list] as readonly string[]).includes(word))
    const good = rule.all ? rule.all.every(isSaid) : rule.any!.some(isSaid)
    const lacking = good ? nothing : (rule.all ?? rule.any!).filter((word) => !isSaid(word))
    return decided(q, good, meeting, counted, lacking)
  })
}

/** Offices that must have been there. */
export function attendance(rule: RuleOf<'attendance'>): Judge {
  const choice = choose(rule.facts)
  const { who } = rule
  return atMeeting((q, meeting, bearer) => {
    const found = allFacts(choice, q, bearer, meeting)
    if (found.length === 0) return unknown(q, choice.types[0]!, meeting.day)
    const present = found.flatMap((one) => (one.fact as Members)['offices'] as readonly string[])
    const meant = (office: Bearer) =>
      who === 'bearer'
        ? office === bearer
        : who.includes(office.post) && (!rule.of_own_unit || office.unit === bearer.unit)
    const there = present.map((id) => q.world.offices.get(id as never))
    const good = rule.everyone
      ? [...q.world.offices.values()].every((office) => !meant(office) || there.includes(office))
      : there.some((office) => office !== undefined && meant(office))
    return decided(q, good, meeting, found, who === 'bearer' ? [bearer.id] : who)
  })
}

/** Within the days of the visit. */
export function visit(rule: RuleOf<'visit'>): Judge {
  const choice = choose(rule.facts)
  return (q, meeting, bearer) => {
    explainMeeting(q, meeting)
    const due = meeting.visitTo
    q.steps?.push({ step: 'count', from: meeting.fact.day, days: due - meeting.day, day: dateOf(due) })
    const state = stateOf(meeting, q.asOf)
    if (state === 'passed') return unknown(q, 'meeting.status', due)
    if (state === 'planned') return outcome('pending', due, due)
    const found = firstFact(
      choice,
      q,
      bearer,
      meeting,
      meeting.visitFrom,
      (one) => one.day <= meeting.visitTo,
    )
    if (!found) {
      q.steps?.push({ step: 'missing', what: choice.types })
      return outcome(q.asOf >= due ? 'missed' : 'pending', due, due)
    }
    q.steps?.push({ step: 'done', facts: [found.index], day: dateOf(found.day) })
    return outcome('met', due, due, found.day, [found.index])
  }
}
