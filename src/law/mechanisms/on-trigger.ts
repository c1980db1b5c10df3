// Duties that a fact brings into being: demands, risks, corrections, drafts, issues for the centre.
import { firstDay, kindOfPeriod, parsePeriod } from '#kernel'
import type { FactType } from '../fact.ts'
import { dateOf, dayOf, yearOfDay } from '../days.ts'
import type { RuleOf } from '../rule.ts'
import { type Bearer, type Meeting, type Placed, isWithin, publicFacts } from '../world.ts'
import { judgeLines, linesOf } from './after-meeting.ts'
import { type Choice, allFacts, choose, firstFact, isBlank } from './choose-facts.ts'
import { lapsesOpen, reachesDay, reachOfDate, settled } from './in-force.ts'
import { centralIssues } from './issues.ts'
import { isOwnHeld } from './meeting-state.ts'
import type { Norm, OfficeJudge } from './norm.ts'
import { coversMaslikhats, timedBy } from './of-period.ts'
import { type Inquiry, type Outcome, outcome, timed, untimed, unknown } from './outcome.ts'

type Judge = OfficeJudge['judge']
type Members = { readonly [name: string]: unknown }

const idOf = (one: Placed): string => (one.fact as Members)['id'] as string
const periodOf = (one: Placed) => parsePeriod((one.fact as Members)['period'])!

function explainEvent(q: Inquiry, one: Placed): void {
  q.steps?.push({ step: 'event', event: one.fact.type, fact: one.index, day: dateOf(one.day) })
}

/** A document that must accompany an event, by its day. */
export function accompanied(rule: RuleOf<'accompanied'>): Judge {
  const events = choose({ types: [rule.event] })
  const choice = choose(rule.facts)
  return (q, norm, bearer, emit) => {
    for (const event of allFacts(events, q, bearer, null)) {
      const period = periodOf(event)
      const first = dayOf(firstDay(period))
      const reach = reachOfDate(norm, first, event.day)
      if (reach === 'none' || yearOfDay(first) < yearOfDay(norm.actFrom)) continue
      explainEvent(q, event)
      const linked = (one: Placed) => (one.fact as Members)[rule.link] === idOf(event)
      emit(
        idOf(event),
        period,
        event.day,
        settled(q, norm, bearer, reach, event.day, event.day) ??
          (rule.covers
            ? timedBy(q, event.day, event.day, coversMaslikhats(q, choice, bearer, linked), choice)
            : timed(
                q,
                event.day,
                event.day,
                firstFact(choice, q, bearer, null, -Infinity, linked),
                choice.types,
              )),
      )
    }
  }
}

/** A meeting outside the calendar that answers a demand, a necessity or a risk. */
export function triggered(rule: RuleOf<'triggered'>): Judge {
  const triggers = choose(rule.trigger)
  const partners = rule.together_with && choose({ types: rule.together_with })
  return (q, norm, bearer, emit) => {
    for (const trigger of allFacts(triggers, q, bearer, null)) {
      if (!reachesDay(norm, trigger.day)) continue
      const partner = partners && partnerOf(partners, q, bearer, trigger)
      if (partner === null) continue
      explainEvent(q, trigger)
      emit(
        idOf(trigger),
        null,
        Math.max(trigger.day, partner?.day ?? trigger.day),
        settled(q, norm, bearer, 'whole', null, null) ?? answered(q, norm, bearer, trigger),
      )
    }
  }

  function answered(q: Inquiry, norm: Norm, bearer: Bearer, trigger: Placed): Outcome {
    const answer = (q.world.meetingsOf.get(bearer.id) ?? []).find((meeting) =>
      answers(q, norm, meeting, trigger),
    )
    if (answer) {
      q.steps?.push({ step: 'done', facts: [answer.index], day: answer.fact.day })
      return outcome('met', null, null, answer.day, [answer.index])
    }
    const refusal = q.asOf <= norm.actTo ? refused(q, trigger) : null
    if (refusal) {
      q.steps?.push({ step: 'missing', what: ['meeting'] })
      return outcome('missed', null, null, null, [refusal.index])
    }
    return lapsesOpen(q, norm, untimed(q, null, ['meeting']))
  }

  function answers(q: Inquiry, norm: Norm, meeting: Meeting, trigger: Placed): boolean {
    const { fact, day } = meeting
    if (!isOwnHeld(meeting, q.asOf) || fact.in_calendar || day < trigger.day || day > norm.actTo) return false
    if (!fact.answers?.includes(idOf(trigger))) return false
    if (!rule.in_unit) return true
    const unit = q.world.places.get((trigger.fact as Members)['unit'] as never)
    return unit !== undefined && isWithin(meeting.unit, unit)
  }

  function refused(q: Inquiry, trigger: Placed): Placed | null {
    const by = rule.refused_by
    if (!by) return null
    const decisions = publicFacts(q.world, by.type).filter(
      (one) => one.day <= q.asOf && (one.fact as Members)[by.link] === idOf(trigger),
    )
    const last = decisions.at(-1)
    return last && (last.fact as Members)['decision'] === 'refused' ? last : null
  }
}

/** The first fact of the other ground, for the same office and unit. */
const partnerOf = (choice: Choice, q: Inquiry, bearer: Bearer, trigger: Placed): Placed | null =>
  firstFact(
    choice,
    q,
    bearer,
    null,
    -Infinity,
    (one) => (one.fact as Members)['unit'] === (trigger.fact as Members)['unit'],
  )

/** An act that must follow another for the same period, with no day set. */
export function follows(rule: RuleOf<'follows'>): Judge {
  const choice = choose(rule.facts)
  const triggers = choose({ types: rule.triggers })
  return (q, norm, bearer, emit) => {
    const first = new Map<string, Placed>()
    for (const one of allFacts(triggers, q, bearer, null).sort((a, b) => a.day - b.day)) {
      const period = periodOf(one)
      if (kindOfPeriod(period) === rule.period && !first.has(period)) first.set(period, one)
    }
    for (const [period, trigger] of first) {
      if (!reachesDay(norm, trigger.day)) continue
      explainEvent(q, trigger)
      const also = (one: Placed) => periodOf(one) === period && one.day <= norm.actTo
      const judged =
        settled(q, norm, bearer, 'whole', null, null) ??
        lapsesOpen(q, norm, untimed(q, firstFact(choice, q, bearer, null, -Infinity, also), choice.types))
      emit(null, parsePeriod(period)!, trigger.day, judged)
    }
  }
}

/** A flag on a recorded act, period by period; the first record of a period counts. */
export function recorded(rule: RuleOf<'recorded'>): Judge {
  const choice = choose(rule.facts)
  return (q, norm, bearer, emit) => {
    const seen = new Set<string>()
    for (const one of allFacts(choice, q, bearer, null)) {
      const period = periodOf(one)
      if (seen.has(period) || !reachesDay(norm, one.day)) continue
      seen.add(period)
      explainEvent(q, one)
      const good = (one.fact as Members)[rule.flag] === true
      if (good) q.steps?.push({ step: 'done', facts: [one.index], day: dateOf(one.day) })
      else q.steps?.push({ step: 'missing', what: [rule.flag] })
      emit(
        null,
        period,
        one.day,
        outcome(good ? 'met' : 'missed', null, null, good ? one.day : null, [one.index]),
      )
    }
  }
}

/** Several acts to be done once; done on the day of the last. */
export function once(rule: RuleOf<'once'>): Judge {
  const choices = rule.all.map(choose)
  return (q, norm, bearer, emit) => {
    const found = choices.map((choice) =>
      firstFact(choice, q, bearer, null, -Infinity, (one) => one.day <= norm.actTo),
    )
    const lacking: FactType[] = choices.filter((_, i) => !found[i]).flatMap((choice) => choice.types)
    emit(null, null, norm.actFrom, settled(q, norm, bearer, 'whole', null, null) ?? judge())

    function judge(): Outcome {
      if (lacking.length > 0) return lapsesOpen(q, norm, untimed(q, null, lacking))
      const done = Math.max(...found.map((one) => one!.day))
      const proof = found.map((one) => one!.index)
      q.steps?.push({ step: 'done', facts: proof, day: dateOf(done) })
      return outcome('met', null, null, done, proof)
    }
  }
}

/** The list of issues for a central body: published at all, or with lines that say what must be said. */
export function centralList(rule: RuleOf<'central-list'>): Judge {
  const choice = choose(rule.facts)
  return (q, norm, bearer, emit) => {
    for (const { subject, since, issues } of centralIssues(q, norm, rule.only_visiting)) {
      explainEvent(q, issues[0]!)
      const found = allFacts(choice, q, bearer, null, since).filter(
        (one) => (one.fact as { body?: string }).body === subject && one.day <= norm.actTo,
      )
      emit(
        subject,
        null,
        since,
        settled(q, norm, bearer, 'whole', null, null) ?? lapsesOpen(q, norm, judge(q, found)),
      )
    }
  }

  function judge(q: Inquiry, found: readonly Placed[]): Outcome {
    if (!rule.lines || found.length === 0) return untimed(q, found[0] ?? null, choice.types)
    const latest = found.findLast((one) => linesOf(one).length > 0)
    if (!latest)
      return unknown(
        q,
        `${choice.types[0]}.lines`,
        null,
        null,
        found.map((one) => one.index),
      )
    return judgeLines(q, latest, (line) => rule.lines!.every((name) => !isBlank(line[name])), null, null)
  }
}
