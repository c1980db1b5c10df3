// What a planner must put into a year: every visit that the frequency rules will judge, by the edition of that year.
import type { LocalDate, Period } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import type { NormId } from './act.ts'
import type { Law } from './compile.ts'
import { dateOf, spansOfYear } from './days.ts'
import { changedDuring, objectsOf, windowEnd } from './mechanisms/frequency.ts'
import { reachOfPeriod } from './mechanisms/in-force.ts'
import type { World } from './world.ts'

export type FrequencyDemand = {
  readonly norm: NormId
  readonly office: OfficeId
  /** The unit that wants the meeting: it is held there or below. */
  readonly unit: UnitCode
  readonly period: Period
  readonly atLeast: number
  /** `any`: any meeting in person. */
  readonly form: 'visiting' | 'any'
  readonly windowFirst: LocalDate
  readonly windowLast: LocalDate
}

/** The visits each office owes in the calendar year, from the rules that judge them. Source: A826-2.1.*, A615-2.*. */
export function frequencyDemands(law: Law, world: World, year: number): FrequencyDemand[] {
  const demands: FrequencyDemand[] = []
  for (const { norm, provision } of law.norms.values()) {
    const { rule } = provision
    if (rule.kind !== 'frequency' || rule.objects === 'none' || rule.objects === 'bodies') continue
    for (const span of spansOfYear(year, rule.period)) {
      const last = windowEnd(rule, span)
      if (reachOfPeriod(norm, span.first, span.last, last) !== 'whole') continue
      for (const post of norm.posts)
        for (const office of world.officesByPost.get(post) ?? [])
          for (const { place, form } of objectsOf(rule, office, span.first, span.last))
            if (!changedDuring(place, span.first, span.last))
              demands.push({
                norm: norm.id,
                office: office.id,
                unit: place.code,
                period: span.name,
                atLeast: 1,
                form: form === 'visiting' ? 'visiting' : 'any',
                windowFirst: dateOf(span.first),
                windowLast: dateOf(last),
              })
    }
  }
  return demands
}
