// How many meetings the law wants of each akim at each place in each period, and how many are planned, held, missing.
import { type LocalDate, type Period, firstDay, lastDay } from '#kernel'
import type { FrequencyDemand } from '#law'
import type { OfficeId, UnitCode } from '#territory'
import type { Entry } from './calendar.ts'

export type QuotaCell = {
  readonly period: Period
  readonly wanted: number
  readonly planned: number
  readonly held: number
  /** Wanted and neither planned nor held. */
  readonly missing: number
  readonly demand: FrequencyDemand
}

export type QuotaRow = {
  readonly norm: string
  readonly office: OfficeId
  readonly unit: UnitCode
  /** By period. */
  readonly cells: readonly QuotaCell[]
}

export type HeldMeeting = { readonly office: OfficeId; readonly unit: UnitCode; readonly day: LocalDate }

/** One row for each akim and place, in the order of the demands. */
export function quotaOf(
  demands: readonly FrequencyDemand[],
  entries: readonly Entry[],
  held: readonly HeldMeeting[],
): QuotaRow[] {
  const planned = countBy(entries, (one) => keyOf(one))
  const heldAt = Map.groupBy(held, ({ office, unit }) => `${office} ${unit}`)
  const rows = Map.groupBy(demands, ({ norm, office, unit }) => `${norm} ${office} ${unit}`)
  return [...rows.values()].map((ofRow) => ({
    norm: ofRow[0]!.norm,
    office: ofRow[0]!.office,
    unit: ofRow[0]!.unit,
    cells: ofRow
      .map((demand): QuotaCell => {
        const { period, atLeast, office, unit } = demand
        const [first, last] = [firstDay(period), lastDay(period)]
        const cell = {
          period,
          wanted: atLeast,
          planned: planned.get(keyOf(demand)) ?? 0,
          held: (heldAt.get(`${office} ${unit}`) ?? []).filter(({ day }) => day >= first && day <= last)
            .length,
          demand,
        }
        return { ...cell, missing: Math.max(0, atLeast - Math.max(cell.planned, cell.held)) }
      })
      .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
  }))
}

const keyOf = (one: { norm: string; office: OfficeId; unit: UnitCode; period: string }) =>
  [one.norm, one.office, one.unit, one.period].join(' ')

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}
