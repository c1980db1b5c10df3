// At least one meeting that counts: in each object, or at all, in each period or the first months of it (AMB-08 … AMB-12).
import type { Post, UnitKind } from '#territory'
import { type Day, type Span, dateOf, dayInMonth } from '../days.ts'
import type { CountRule, RuleOf } from '../rule.ts'
import type { FactType } from '../fact.ts'
import { type Bearer, type Meeting, type Place, type Placed, isWithin, meetingFacts } from '../world.ts'
import { isBefore } from './choose-facts.ts'
import { periodsOf, reachOfPeriod, settled } from './in-force.ts'
import { isHeld, isOwnHeld } from './meeting-state.ts'
import type { Norm, OfficeJudge } from './norm.ts'
import { type Inquiry, type Outcome, byDay, notApplicable, outcome, undone } from './outcome.ts'
import { explainPeriod } from './of-period.ts'

type Rule = RuleOf<'frequency'>

/** One thing that wants a meeting, and the form that is good there. */
export type FrequencyObject = { readonly place: Place; readonly form: CountRule['form'] }

/** The objects of an office in a period; those that did not exist then are left out. */
export function objectsOf(rule: Rule, bearer: Bearer, first: Day, last: Day): FrequencyObject[] {
  const { objects, count } = rule
  const { unit } = bearer
  if (!unit || objects === 'none' || objects === 'bodies') return []
  if (objects === 'own-unit') return exists(unit, first, last) ? [{ place: unit, form: count.form }] : []
  const kinds: readonly UnitKind[] =
    (objects.children as Partial<Record<Post, UnitKind[]>>)[bearer.post] ?? []
  const children = (objects.below ? descendants(unit) : unit.children).filter(
    (child) => kinds.includes(child.kind) && exists(child, first, last),
  )
  if (children.length > 0) return children.map((place) => ({ place, form: count.form }))
  // An undivided city is itself the one object; any meeting in person is good there (AMB-09).
  return objects.undivided?.includes(bearer.post) && exists(unit, first, last)
    ? [{ place: unit, form: 'in-person' }]
    : []
}

const descendants = (place: Place): Place[] =>
  place.children.flatMap((child) => [child, ...descendants(child)])

const exists = (place: Place, first: Day, last: Day): boolean => place.from <= last && place.to >= first

/** Came into being or ended inside the period. */
export const changedDuring = (place: Place, first: Day, last: Day): boolean =>
  (place.from > first && place.from <= last) || (place.to >= first && place.to < last)

/** The last day of the window: the whole period, or its first months. */
export const windowEnd = (rule: Rule, span: Pick<Span, 'first' | 'last'>): Day =>
  rule.first_months ? dayInMonth(span.first, rule.first_months, 'last') : span.last

export function frequency(rule: Rule): OfficeJudge['judge'] {
  return (q, norm, bearer, emit) => {
    if (rule.objects === 'bodies') return byBody(rule, q, norm, bearer, emit)
    const own = countedMeetings(rule, q, bearer)
    for (const span of periodsOf(norm, rule.period, q)) {
      const due = windowEnd(rule, span)
      const reach = reachOfPeriod(norm, span.first, span.last, due)
      if (reach === 'none') continue
      const judge = (place: Place | null, form: CountRule['form']): Outcome => {
        explainPeriod(q, span)
        explainWindow(q, rule, span, due)
        const already = settled(q, norm, bearer, reach, due, due)
        if (already) return already
        if (place && changedDuring(place, span.first, span.last)) return notApplicable(q, 'unit-changed', due)
        return firstCounting(
          q,
          own,
          due,
          span,
          (meeting) =>
            (!place ||
              isWithin(meeting.unit, place) ||
              (rule.count.also_units === true && invites(q, meeting, place))) &&
            (form !== 'visiting' || meeting.fact.form === 'visiting'),
        )
      }
      if (rule.objects === 'none') emit(null, span.name, span.first, judge(null, rule.count.form))
      else
        for (const { place, form } of objectsOf(rule, bearer, span.first, span.last))
          emit(place.code, span.name, span.first, judge(place, form))
    }
  }
}

function explainWindow(q: Inquiry, rule: Rule, span: Span, due: Day): void {
  if (rule.first_months)
    q.steps?.push({
      step: 'date',
      first: dateOf(span.first),
      month: rule.first_months,
      of: 'last',
      day: dateOf(due),
    })
}

/** Whether a joint meeting took in the unit, or one below it. */
const invites = (q: Inquiry, meeting: Meeting, place: Place): boolean =>
  (meeting.fact.also_units ?? []).some((code) => isWithin(q.world.places.get(code) ?? null, place))

const heldBy = ({ held_by }: CountRule, meeting: Meeting, q: Inquiry): boolean =>
  held_by
    ? isHeld(meeting, q.asOf) && (held_by as readonly unknown[]).includes(meeting.fact.held_by)
    : isOwnHeld(meeting, q.asOf)

type Counted = { readonly meeting: Meeting; readonly notice: Placed | null }

/** The bearer's meetings that may count somewhere: held, by the right person, in person, announced. */
function countedMeetings({ count }: Rule, q: Inquiry, bearer: Bearer): Counted[] {
  const counted: Counted[] = []
  for (const meeting of q.world.meetingsOf.get(bearer.id) ?? []) {
    if (!heldBy(count, meeting, q)) continue
    if (count.form !== 'any' && meeting.fact.form === 'online') continue
    if (count.report && meeting.fact.report !== true) continue
    if (count.in_own_unit && !(bearer.unit && isWithin(meeting.unit, bearer.unit))) continue
    const notice = count.announced_by ? announced(meeting, count.announced_by) : null
    if (count.announced_by && !notice) continue
    counted.push({ meeting, notice })
  }
  return counted
}

/** The first announcement before the meeting; how long before does not matter here. */
function announced(meeting: Meeting, types: readonly FactType[]): Placed | null {
  for (const type of types) {
    const found = meetingFacts(meeting, type).find((one) => isBefore(one, meeting))
    if (found) return found
  }
  return null
}

function firstCounting(
  q: Inquiry,
  counted: readonly Counted[],
  due: Day,
  span: Span,
  fits: (meeting: Meeting) => boolean,
): Outcome {
  for (const { meeting, notice } of counted) {
    if (meeting.day < span.first) continue
    if (meeting.day > span.last) break
    if (!fits(meeting)) continue
    const proof = notice ? [meeting.index, notice.index] : [meeting.index]
    q.steps?.push({ step: 'done', facts: proof, day: meeting.fact.day })
    return outcome(byDay(meeting.day, due, due), due, due, meeting.day, proof)
  }
  return undone(q, due, due, ['meeting'])
}

/** The same for every central body, counted over the meetings of its heads, borne by another office. */
function byBody(
  rule: Rule,
  q: Inquiry,
  norm: Norm,
  bearer: Bearer,
  emit: Parameters<OfficeJudge['judge']>[3],
): void {
  const bodies = new Map<string, Counted[]>()
  for (const post of ['minister', 'central-body-head'] as const)
    for (const head of q.world.officesByPost.get(post) ?? []) {
      if (head.body === null) continue
      const counted = [...(bodies.get(head.body) ?? []), ...countedMeetings(rule, q, head)]
      bodies.set(
        head.body,
        counted.sort((a, b) => a.meeting.day - b.meeting.day),
      )
    }
  for (const span of periodsOf(norm, rule.period, q)) {
    const reach = reachOfPeriod(norm, span.first, span.last, span.last)
    if (reach === 'none') continue
    for (const [body, counted] of bodies) {
      explainPeriod(q, span)
      // What exempts a body excuses whoever answers for its heads.
      const already = settled(q, norm, { ...bearer, body }, reach, span.last, span.last)
      emit(body, span.name, span.first, already ?? firstCounting(q, counted, span.last, span, () => true))
    }
  }
}
