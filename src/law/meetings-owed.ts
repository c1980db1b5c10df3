// The least number of meetings an office must hold in a year to meet every frequency rule.
import type { OfficeId, UnitCode } from '#territory'
import type { Law } from './compile.ts'
import { spansOfYear } from './days.ts'
import { frequencyDemands } from './frequency-demands.ts'
import { reachOfPeriod } from './mechanisms/in-force.ts'
import { exemption } from './mechanisms/norm.ts'
import type { World } from './world.ts'

/**
 * Meetings each office owes in the calendar year. A unit with another one of the same rule and period below it needs no
 * meeting of its own: the one below counts for both. Where a rule names no unit, any meeting of the office serves it.
 */
export function meetingsOwed(law: Law, world: World, year: number): Map<OfficeId, number> {
  const owed = new Map<OfficeId, number>()
  const groups = new Map<string, { office: OfficeId; units: Set<UnitCode> }>()
  for (const { norm, office, unit, windowFirst } of frequencyDemands(law, world, year)) {
    const key = `${norm} ${office} ${windowFirst}`
    const group = groups.get(key) ?? { office, units: new Set() }
    groups.set(key, group)
    group.units.add(unit)
  }
  for (const { office, units } of groups.values()) {
    const covered = new Set<UnitCode>()
    for (const unit of units)
      for (let above = world.places.get(unit)!.parent; above; above = above.parent) covered.add(above.code)
    const least = [...units].filter((unit) => !covered.has(unit)).length
    owed.set(office, (owed.get(office) ?? 0) + least)
  }
  for (const { norm, provision } of law.norms.values()) {
    const { rule } = provision
    if (rule.kind !== 'frequency' || rule.objects !== 'none') continue
    const spans = spansOfYear(year, rule.period).filter(
      ({ first, last }) => reachOfPeriod(norm, first, last, last) === 'whole',
    )
    for (const post of norm.posts)
      for (const office of world.officesByPost.get(post) ?? [])
        if (exemption(norm, office) === null)
          owed.set(office.id, Math.max(owed.get(office.id) ?? 0, spans.length))
  }
  return owed
}
