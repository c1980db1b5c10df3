// What the law promises a place: whose visits, how often, by the rules of a year.
import { type PeriodKind, kindOfPeriod } from '#kernel'
import { type FrequencyDemand, type Law, type NormId, frequencyDemands, prepareWorld } from '#law'
import { type Office, type Unit, akimOffice, officesOf } from '#territory'

export type VisitOwed = {
  readonly norm: NormId
  readonly office: Office
  /** The place that the visit is owed to: this one, or one above that takes it in. */
  readonly unit: Unit
  readonly times: number
  readonly period: PeriodKind
  readonly form: FrequencyDemand['form']
}

export type Owed = {
  /** Visits owed to the place and to those above it, nearest first. */
  readonly visits: readonly VisitOwed[]
  /** The rules by which the place's own akim owes visits to what lies below it. */
  readonly ownRules: readonly NormId[]
}

/**
 * What the frequency rules promise a place and ask of its akim. Law: A826-2.1.a … e in the edition of the year.
 *
 * `around` is everything directly below a unit of the lineage: whether a city is divided decides whether it is an object of
 * its own (AMB-09).
 */
export function visitsOwed(law: Law, lineage: readonly Unit[], around: readonly Unit[], year: number): Owed {
  const units = [...new Map([...lineage, ...around].map((unit) => [unit.code, unit])).values()]
  const offices: Office[] = lineage.flatMap((one) =>
    officesOf(one).filter(({ id }) => id === akimOffice(one.code)),
  )
  const demands = frequencyDemands(law, prepareWorld({ territory: units, offices, facts: [] }), year)
  const visits = lineage.flatMap((unit) => {
    const ofUnit = demands.filter((demand) => demand.unit === unit.code)
    // One line for a norm and an office, whatever number of periods the year has.
    const first = new Map(ofUnit.map((demand) => [`${demand.norm} ${demand.office}`, demand]))
    return [...first.values()].map(({ norm, office, atLeast, period, form }) => ({
      norm,
      office: offices.find(({ id }) => id === office)!,
      unit,
      times: atLeast,
      period: kindOfPeriod(period),
      form,
    }))
  })
  const own = akimOffice(lineage[0]!.code)
  return {
    visits,
    ownRules: [...new Set(demands.filter(({ office }) => office === own).map(({ norm }) => norm))],
  }
}
