// Places to choose from by their names; of two with one name each tells what it lies in.
import type { Language } from '#kernel'
import type { Unit } from '#territory'

type Named = Pick<Unit, 'code' | 'parent' | 'name'>

export function unitChoices(units: readonly Named[], language: Language): (readonly [string, string])[] {
  const named = (one: Named) => one.name[language]
  const counted = Map.groupBy(units, named)
  const byCode = new Map(units.map((one) => [one.code, one]))
  return units.map((one) => {
    const above = one.parent === null ? undefined : byCode.get(one.parent)
    const isSole = counted.get(named(one))!.length === 1
    return [one.code, isSole || !above ? named(one) : `${named(one)} (${named(above)})`] as const
  })
}
