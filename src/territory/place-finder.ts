// Which place of an office a cell of a list means: by its code or by a name it has, on the day the cell speaks of.
import type { LocalDate } from '#kernel'
import { nameKeys, readNameQuery } from './name-query.ts'
import type { Unit, UnitCode } from './unit.ts'

export type PlaceFault = {
  readonly code: 'no-such-place' | 'place-not-then' | 'place-ambiguous'
  /** What stood there, when the place was, or the names that fit. */
  readonly words: string
}

export type PlaceGround = {
  /** The unit of the office; null: none is nearer than another. */
  readonly home: UnitCode | null
  /** All versions of the units that may be meant. */
  readonly units: readonly Unit[]
  /** A name with what stands above it, to tell places of one name apart. */
  readonly nameOf: (unit: Unit) => string
}

/** Finds the one place that a cell means on a day, or says why not. */
export function placeFinder({ home, units, nameOf }: PlaceGround) {
  const depth = depthsBelow(home, units)
  const byCode = Map.groupBy(units, ({ code }) => code as string)
  const byName = new Map<string, Set<Unit>>()
  for (const unit of units)
    for (const name of nameKeys(unit).whole) byName.set(name, (byName.get(name) ?? new Set()).add(unit))
  return (cell: string, day: LocalDate): Unit | PlaceFault => {
    const query = readNameQuery(cell)
    const code = /^\d{9}$/.test(cell.trim()) ? cell.trim() : null
    const named = code
      ? (byCode.get(code) ?? [])
      : [...new Set([...(byName.get(query.joined) ?? []), ...(byName.get(query.whole) ?? [])])]
    const ofKind = named.filter(({ kind }) => query.kinds.includes(kind))
    const fitting = ofKind.length > 0 ? ofKind : named
    const then = fitting.filter(
      ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
    )
    if (fitting.length === 0) return { code: 'no-such-place', words: cell }
    if (then.length === 0) {
      const [known] = fitting
      return {
        code: 'place-not-then',
        words: `${nameOf(known!)}: ${known!.from ?? '…'} – ${known!.to ?? '…'}`,
      }
    }
    // The nearest to the office: its own okrug before a village of that name.
    const near = Math.min(...then.map(({ code: one }) => depth.get(one) ?? 99))
    const nearest = then.filter(({ code: one }) => (depth.get(one) ?? 99) === near)
    return nearest.length === 1
      ? nearest[0]!
      : { code: 'place-ambiguous', words: nearest.map((one) => `${nameOf(one)} (${one.code})`).join('; ') }
  }
}

function depthsBelow(home: UnitCode | null, units: readonly Unit[]): ReadonlyMap<UnitCode, number> {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const depthOf = (code: UnitCode): number => {
    const parent = parents.get(code)
    return code === home || !parent ? 0 : 1 + depthOf(parent)
  }
  return new Map(units.map(({ code }) => [code, code === home ? 50 : depthOf(code)]))
}
