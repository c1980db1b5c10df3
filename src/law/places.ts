// The tree of units, with the days each existed.
import type { UnitCode } from '#territory'
import { dayOf } from './days.ts'
import type { PlaceInput } from './read-case.ts'
import type { Place } from './world.ts'

/** The units as a tree with two ways to walk it. */
export function placesOf(territory: readonly PlaceInput[]): Map<UnitCode, Place> {
  type Growing = { -readonly [K in keyof Place]: Place[K] } & { children: Place[] }
  const places = new Map<UnitCode, Growing>()
  for (const { code, kind, from, to } of territory)
    places.set(code, {
      code,
      kind,
      parent: null,
      children: [],
      from: from ? dayOf(from) : -Infinity,
      to: to ? dayOf(to) : Infinity,
      region: undefined as never,
    })
  for (const { code, parent } of territory) {
    const above = parent === null ? undefined : places.get(parent)
    if (!above) continue
    places.get(code)!.parent = above
    above.children.push(places.get(code)!)
  }
  for (const place of places.values()) {
    let top: Place = place
    while (top.parent) top = top.parent
    place.region = top
    place.children.sort((a, b) => (a.code < b.code ? -1 : 1))
  }
  return places
}
