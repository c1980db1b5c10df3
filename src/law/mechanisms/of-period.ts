// Duties of an office with a day in, or after, each period.
import { type Day, type Span, dateOf, dayInMonth, spansOfYear, yearOfDay } from '../days.ts'
import type { RuleOf } from '../rule.ts'
import { type Bearer, type Placed, meetingFacts } from '../world.ts'
import { type Choice, allFacts, choose, firstFact, firstOfPeriod } from './choose-facts.ts'
import { issuesOf, openDuring } from './issues.ts'
import { isOwnHeld } from './meeting-state.ts'
import { periodsAround, periodsOf, reachOfDate, reachOfPeriod, settled } from './in-force.ts'
import type { Norm, OfficeJudge } from './norm.ts'
import { type Inquiry, type Outcome, byDay, notApplicable, outcome, timed, undone } from './outcome.ts'
import { dueInPeriod, explainInPeriod, strictInPeriod } from './term.ts'

type Judge = OfficeJudge['judge']

export function explainPeriod(q: Inquiry, { name, first, last }: Span): void {
  q.steps?.push({ step: 'period', period: name, first: dateOf(first), day: dateOf(last) })
}

/** A date that the act names, every year or half-year. */
export function fixed(rule: RuleOf<'fixed'>): Judge {
  const choice = choose(rule.facts)
  const cap = rule.not_later_than && choose({ types: rule.not_later_than })
  const floor = rule.not_before && choose({ types: rule.not_before })
  return (q, norm, bearer, emit) => {
    const recorded = [choice, ...(cap ? [cap] : [])]
      .flatMap((one) => allFacts(one, q, bearer, null))
      .map((one) => Number(periodOf(one).slice(0, 4)))
    for (const span of periodsAround(norm, rule.period, q, recorded)) {
      const named = dueInPeriod(rule.due, span.first)
      const reach = reachOfDate(norm, span.first, named)
      if (reach === 'none') continue
      const capped = cap ? firstOfPeriod(cap, q, bearer, span.name) : null
      const due = Math.min(named, capped?.day ?? Infinity)
      const strict = Math.min(strictInPeriod(rule.due, span.first), capped?.day ?? Infinity)
      const found = findFixed(q, rule, choice, floor ?? null, bearer, span, due)
      const from = found ? -Infinity : spansOfYear(yearOfDay(due), 'year')[0]!.first
      if (from > q.horizon) continue
      explainPeriod(q, span)
      explainInPeriod(q, rule.due, span.first)
      if (capped)
        q.steps?.push({
          step: 'earlier',
          event: capped.fact.type,
          fact: capped.index,
          than: dateOf(named),
          day: dateOf(due),
        })
      const already = settled(q, norm, bearer, reach, due, strict)
      emit(null, span.name, from, already ?? timedBy(q, due, strict, found, choice))
    }
  }
}

const periodOf = (one: Placed): string => (one.fact as { period?: string }).period ?? ''

export type Found = { readonly day: Day; readonly proof: readonly number[] }

export function timedBy(q: Inquiry, due: Day, strict: Day, found: Found | null, choice: Choice): Outcome {
  if (!found) return undone(q, due, strict, choice.types)
  q.steps?.push({ step: 'done', facts: found.proof, day: dateOf(found.day) })
  return outcome(byDay(found.day, due, strict), due, strict, found.day, found.proof)
}

function findFixed(
  q: Inquiry,
  rule: RuleOf<'fixed'>,
  choice: Choice,
  floor: Choice | null,
  bearer: Bearer,
  span: Span,
  due: Day,
): Found | null {
  const ofPeriod = (one: Placed) => periodOf(one) === span.name
  if (rule.covers === 'regions') return coversRegions(q, choice, bearer, ofPeriod, due)
  if (rule.covers === 'maslikhats') return coversMaslikhats(q, choice, bearer, ofPeriod)
  let from = -Infinity
  if (floor) {
    const opened = firstOfPeriod(floor, q, bearer, span.name)
    if (!opened) return null
    from = opened.day
  }
  const found = firstOfPeriod(choice, q, bearer, span.name, from)
  return found && { day: found.day, proof: [found.index] }
}

/** Done on the day by which every region that exists on the due day is covered. */
function coversRegions(
  q: Inquiry,
  choice: Choice,
  bearer: Bearer,
  fits: (one: Placed) => boolean,
  due: Day,
): Found | null {
  const open = new Set<string>(
    q.world.regions.filter((region) => region.from <= due && due <= region.to).map((region) => region.code),
  )
  const proof: number[] = []
  for (const one of allFacts(choice, q, bearer, null)) {
    if (!fits(one)) continue
    proof.push(one.index)
    const { regions } = one.fact as { regions?: readonly string[] }
    if (regions === undefined) open.clear()
    else for (const code of regions) open.delete(code)
    if (open.size === 0) return { day: one.day, proof }
  }
  return null
}

/** Done on the day by which the maslikhat of the region and each one below it are covered (AMB-13). */
export function coversMaslikhats(
  q: Inquiry,
  choice: Choice,
  bearer: Bearer,
  fits: (one: Placed) => boolean,
): Found | null {
  const { unit } = bearer
  if (!unit) return null
  const open = new Set<unknown>(
    [unit, ...unit.children.filter(({ kind }) => kind === 'district' || kind === 'oblast-city')].map(
      ({ code }) => code,
    ),
  )
  const found = allFacts(choice, q, bearer, null)
    .filter((one) => fits(one) && open.has((one.fact as { body?: string }).body))
    .sort((a, b) => a.day - b.day)
  const proof: number[] = []
  for (const one of found) {
    if (open.delete((one.fact as { body?: string }).body)) proof.push(one.index)
    if (open.size === 0) return { day: one.day, proof }
  }
  return null
}

/** A report on a period, due some days after its end; what is dated inside the period does not count. */
export function report(rule: RuleOf<'report'>): Judge {
  const choice = choose(rule.facts)
  return (q, norm, bearer, emit) => {
    const subjects = rule.while_open ? issuesOf(rule.while_open, q, norm, bearer, rule.only_visiting) : null
    for (const span of reportedOn(rule, norm, q)) {
      const term = rule.due_of?.[span.named.name.slice(5) as 'H1'] ?? rule.due
      const due = dueInPeriod(term, span.named.first)
      const strict = strictInPeriod(term, span.named.first)
      const reach = reachOfPeriod(norm, span.first, span.last, due)
      if (reach === 'none') continue
      const judge = (subject: string | null, open: boolean) => {
        explainPeriod(q, { ...span.named, first: span.first, last: span.last })
        explainInPeriod(q, term, span.named.first)
        const already =
          settled(q, norm, bearer, reach, due, strict) ??
          (open ? null : notApplicable(q, 'no-open-issues', due, strict))
        if (already) return already
        const also = (one: Placed) =>
          periodOf(one) === span.named.name &&
          (subject === null || (one.fact as { body?: string }).body === subject)
        return timed(q, due, strict, firstFact(choice, q, bearer, null, span.last + 1, also), choice.types)
      }
      if (subjects === null) emit(null, span.named.name, span.first, judge(null, true))
      else
        for (const { subject, since, issues } of subjects)
          if (since <= span.last)
            emit(
              subject,
              span.named.name,
              span.first,
              judge(subject, openDuring(q, issues, span.first, span.last)),
            )
    }
  }
}

type Reported = { readonly named: Span; readonly first: Day; readonly last: Day }

/** The days a report covers; they may run some months before the period that names it (AMB-33). */
function reportedOn(rule: RuleOf<'report'>, norm: Norm, q: Inquiry): Reported[] {
  const shift = rule.months_earlier ?? 0
  return periodsAround(norm, rule.period, q)
    .filter(({ name }) => !rule.halves || rule.halves.includes(name.slice(5) as 'H1'))
    .map((named) => ({
      named,
      first: shift ? dayInMonth(named.first, 1 - shift, 1) : named.first,
      last: shift ? dayInMonth(named.last, 1 - shift, 'last') : named.last,
    }))
    .filter(({ first }) => first <= q.horizon)
}

/** Something that must happen inside each period. */
export function within(rule: RuleOf<'within'>): Judge {
  const choice = choose(rule.facts)
  return (q, norm, bearer, emit) => {
    for (const span of periodsOf(norm, rule.period, q)) {
      const due = span.last
      const reach = reachOfPeriod(norm, span.first, span.last, due)
      if (reach === 'none' || (rule.only_if === 'central-issue' && !hasCentralIssue(q, bearer, span)))
        continue
      explainPeriod(q, span)
      const found = rule.dated
        ? firstFact(choice, q, bearer, null, span.first, (one) => one.day <= span.last)
        : firstOfPeriod(choice, q, bearer, span.name)
      emit(
        null,
        span.name,
        span.first,
        settled(q, norm, bearer, reach, due, due) ?? timed(q, due, due, found, choice.types),
      )
    }
  }
}

const hasCentralIssue = (q: Inquiry, bearer: Bearer, span: Span): boolean =>
  (q.world.meetingsOf.get(bearer.id) ?? []).some(
    (meeting) =>
      meeting.day >= span.first &&
      meeting.day <= span.last &&
      isOwnHeld(meeting, q.asOf) &&
      meetingFacts(meeting, 'issue-raised').some(
        ({ fact }) => fact.type === 'issue-raised' && fact.level === 'central',
      ),
  )
