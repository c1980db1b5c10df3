// Which act asks for a schedule on a day, for how long a time, of whom and by when: read from the law, never from dates here.
import {
  type LocalDate,
  type Period,
  type PeriodKind,
  firstDay,
  kindOfPeriod,
  lastDay,
  nextPeriod,
  periodOf,
} from '#kernel'
import { type FactType, type Law, type NormId, evaluate, prepareWorld } from '#law'
import { type Office, type OfficeId, authorisedBodyOffice, bodiesOn, officeOfBody } from '#territory'

export type Regime = {
  readonly act: string
  /** How long a time one schedule is for. */
  readonly kind: PeriodKind
  /** The draft is submitted by this norm; the others are null where the act is silent. */
  readonly submission: NormId
  readonly proposals: NormId | null
  readonly agreement: NormId | null
  readonly approval: NormId | null
  /** How often a minister meets people, by the shortest period that the act names. */
  readonly frequency: { readonly norm: NormId; readonly kind: PeriodKind }
  /** Bodies whose heads owe no meetings. */
  readonly exempt: ReadonlySet<string>
}

/** The regime in force on the day; `null` when no act asks for a schedule. */
export function regimeOn(law: Law, day: LocalDate): Regime | null {
  const inForce = [...law.norms.values()].filter(
    ({ provision: { inForce } }) => inForce.from <= day && (inForce.until === null || day <= inForce.until),
  )
  const askedBy = (type: FactType, act?: string) =>
    inForce.find(
      ({ provision: { rule, act: of } }) =>
        (act === undefined || of === act) &&
        (rule.kind === 'fixed' || rule.kind === 'follows') &&
        rule.facts.types.includes(type),
    )?.provision
  const submission = askedBy('schedule-submitted')
  if (submission?.rule.kind !== 'fixed') return null
  const { act } = submission
  const often = inForce
    .flatMap(({ norm, provision: { act: of, rule, id } }) =>
      of === act && rule.kind === 'frequency' && norm.posts.has('minister')
        ? [{ norm: id, kind: rule.period, exempt: norm.exemptions }]
        : [],
    )
    .toSorted((a, b) => lengths.indexOf(a.kind) - lengths.indexOf(b.kind))[0]
  if (!often) return null
  return {
    act,
    kind: submission.rule.period,
    submission: submission.id,
    proposals: askedBy('schedule-proposed', act)?.id ?? null,
    agreement: askedBy('schedule-agreed', act)?.id ?? null,
    approval: askedBy('schedule-approved', act)?.id ?? null,
    frequency: { norm: often.norm, kind: often.kind },
    exempt: new Set(often.exempt.flatMap(({ bodies }) => [...bodies])),
  }
}

const lengths: readonly PeriodKind[] = ['quarter', 'half-year', 'year']

/** The regime of a schedule: that of the first day of its period, when it asks for one of that length. */
export function regimeOf(law: Law, period: Period): Regime | null {
  const regime = regimeOn(law, firstDay(period))
  return regime && regime.kind === kindOfPeriod(period) ? regime : null
}

/** Periods for which a schedule can be made now: the running one and the next; none where no act asks. */
export function periodsToPlan(law: Law, today: LocalDate): Period[] {
  const now = regimeOn(law, today)
  if (!now) return []
  const running = periodOf(today, now.kind)
  return [running, nextPeriod(running)].filter((period) => regimeOf(law, period)?.act === now.act)
}

/** Central bodies whose heads owe meetings in the period, as they stand on its first day. */
export const bodiesAsked = (regime: Regime, period: Period): Office[] =>
  bodiesOn(firstDay(period)).filter(
    ({ post, body }) =>
      (post === 'minister' || post === 'central-body-head') && !regime.exempt.has(body ?? ''),
  )

/** The last good day and the strict one for the draft of this period; `null` where the law has no result for it. */
export function submissionDue(
  law: Law,
  regime: Regime,
  period: Period,
): { readonly due: LocalDate; readonly dueStrict: LocalDate } | null {
  const office = officeOfBody(authorisedBodyOffice)!
  const world = prepareWorld({ territory: [], offices: [office], facts: [] })
  const asked = evaluate(law, world, { asOf: lastDay(period), norms: [regime.submission] })
  const found = asked.find((verdict) => verdict.period === period)
  return found?.due && found.dueStrict ? { due: found.due, dueStrict: found.dueStrict } : null
}

/** Periods of the frequency inside a schedule's period that have no visit of this body. Law: G24-1.2.l, A863-1. */
export function periodsWithout(
  { frequency }: Regime,
  period: Period,
  visits: readonly { readonly office: OfficeId; readonly day: LocalDate }[],
  body: OfficeId,
): Period[] {
  const met = new Set(
    visits.filter(({ office }) => office === body).map(({ day }) => periodOf(day, frequency.kind)),
  )
  const owed: Period[] = []
  for (
    let one = periodOf(firstDay(period), frequency.kind);
    firstDay(one) <= lastDay(period);
    one = nextPeriod(one)
  )
    if (!met.has(one)) owed.push(one)
  return owed
}
