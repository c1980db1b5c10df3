// A case of the exchange: territory, offices, facts and the day on which verdicts are asked.
import type { LocalDate, Result } from '#kernel'
import { type OfficeId, type Post, type UnitCode, type UnitKind, posts, unitKinds } from '#territory'
import type { Fact } from './fact.ts'
import {
  type FactRefusal,
  Wrong,
  code,
  day,
  factsOf,
  id,
  listOf,
  objectOf,
  ordered,
  reading,
  slug,
} from './read-facts.ts'

/** A unit as the law needs it; `Unit` of territory fits. Absent or null days are open. */
export type PlaceInput = {
  readonly code: UnitCode
  readonly parent: UnitCode | null
  readonly kind: UnitKind
  readonly from?: LocalDate | null
  readonly to?: LocalDate | null
}

/** An office as the law needs it; `Office` of territory fits. */
export type OfficeInput = {
  readonly id: OfficeId
  readonly post: Post
  readonly unit?: UnitCode | null
  readonly body?: string | null
}

export type Case = {
  readonly id: string
  readonly asOf: LocalDate
  readonly acts: readonly string[] | undefined
  readonly territory: readonly PlaceInput[]
  readonly offices: readonly OfficeInput[]
  readonly facts: readonly Fact[]
}

/** Reads a case (facts.md §1). Members that only describe or expect (`title`, `expect` …) are left alone. */
export function readCase(value: unknown): Result<Case, FactRefusal> {
  return reading(() => {
    const of = objectOf(value, '')
    id(of['id'], '/id')
    day(of['as_of'], '/as_of')
    const territory = placesOf(of['territory'])
    const offices = officesOf(of['offices'], new Set(territory.map((place) => place.code)))
    const facts = factsOf(of['facts'], '/facts')
    const known = {
      unit: new Set(territory.map((place): string => place.code)),
      office: new Set(offices.map((office): string => office.id)),
      meeting: new Set(facts.filter((fact) => fact.type === 'meeting').map((fact) => fact.id)),
    }
    facts.forEach((fact, i) => checkNames(fact, `/facts/${i}`, known))
    const acts = of['acts'] === undefined ? undefined : listOf(of['acts'], '/acts').map(String)
    return { id: of['id'] as string, asOf: of['as_of'] as LocalDate, acts, territory, offices, facts }
  })
}

export type RegisterInput = {
  readonly territory: readonly PlaceInput[]
  readonly offices: readonly OfficeInput[]
}

function placesOf(value: unknown): PlaceInput[] {
  const places = new Map<string, PlaceInput>()
  listOf(value, '/territory').forEach((one, i) => {
    const at = `/territory/${i}`
    const place = objectOf(one, at)
    code(place['code'], `${at}/code`)
    if (place['parent'] !== null) code(place['parent'], `${at}/parent`)
    if (!unitKinds.includes(place['kind'] as UnitKind))
      throw new Wrong(`${at}/kind`, 'not-allowed', place['kind'], unitKinds)
    for (const end of ['from', 'to'])
      if (place[end] !== undefined && place[end] !== null) day(place[end], `${at}/${end}`)
    ordered(place, 'from', 'to', at)
    if (places.has(place['code'] as string)) throw new Wrong(`${at}/code`, 'used-twice', place['code'])
    places.set(place['code'] as string, place as PlaceInput)
  })
  const list = [...places.values()]
  list.forEach((place, i) => {
    if (place.parent !== null && !places.has(place.parent))
      throw new Wrong(`/territory/${i}/parent`, 'names-nothing', place.parent)
    let above: PlaceInput | undefined = place
    for (let steps = 0; above && above.parent !== null; steps++) {
      if (steps > list.length) throw new Wrong(`/territory/${i}/parent`, 'goes-in-a-circle', place.parent)
      above = places.get(above.parent)
    }
  })
  return list
}

function officesOf(value: unknown, units: ReadonlySet<string>): OfficeInput[] {
  const ids = new Set<string>()
  return listOf(value, '/offices').map((one, i) => {
    const at = `/offices/${i}`
    const office = objectOf(one, at)
    id(office['id'], `${at}/id`)
    if (!posts.includes(office['post'] as Post))
      throw new Wrong(`${at}/post`, 'not-allowed', office['post'], posts)
    if (ids.has(office['id'] as string)) throw new Wrong(`${at}/id`, 'used-twice', office['id'])
    ids.add(office['id'] as string)
    const post = office['post'] as Post
    const unit = office['unit'] ?? undefined
    if (unit === undefined && post.endsWith('akim')) throw new Wrong(`${at}/unit`, 'missing')
    if (unit !== undefined) {
      code(unit, `${at}/unit`)
      if (!units.has(unit as string)) throw new Wrong(`${at}/unit`, 'names-nothing', unit)
    }
    const body = office['body'] ?? undefined
    if (body !== undefined) slug(body, `${at}/body`)
    else if (post === 'minister' || post === 'central-body-head' || post === 'presidential-agency-head')
      throw new Wrong(`${at}/body`, 'missing')
    return office as OfficeInput
  })
}

type Named = { readonly office?: string; readonly unit?: string; readonly meeting?: string }
type Known = { readonly [K in keyof Named]-?: { has(name: string): boolean } }

/** A fact about an office, unit or meeting that is not there would silently decide nothing: it is refused. */
export function checkNames(fact: Fact, pointer: string, known: Partial<Known>): void {
  const names = fact as Named
  for (const member of ['office', 'unit', 'meeting'] as const) {
    const name = names[member]
    if (name !== undefined && known[member] && !known[member].has(name))
      throw new Wrong(`${pointer}/${member}`, 'names-nothing', name)
  }
}
