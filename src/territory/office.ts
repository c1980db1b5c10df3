// Posts and offices: duties stay with the office, history with the person who holds it.
import type { Id, LocalDate, Text } from '#kernel'
import { officeName } from './office-name.ts'
import { type Unit, type UnitCode, type UnitKind, isUnitCode, regionKinds } from './unit.ts'

/** The ten akims of the decrees, the other posts of `facts.md` §1, and two that bear nothing here. */
export const posts = [
  'oblast-akim',
  'republican-city-akim',
  'capital-akim',
  'district-akim',
  'oblast-city-akim',
  'city-district-akim',
  'district-city-akim',
  'settlement-akim',
  'village-akim',
  'rural-okrug-akim',
  'deputy-akim',
  'minister',
  'central-body-head',
  'presidential-agency-head',
  'government',
  'deputy-prime-minister',
  'authorised-body',
  'administration',
  'maslikhat',
  'public-council',
] as const
export type Post = (typeof posts)[number]

/** The akims at the head of a region: they draw up the annual calendar. */
export const upperAkims = ['oblast-akim', 'republican-city-akim', 'capital-akim'] as const satisfies Post[]

/** `akim.<code>`, `maslikhat.<code>`, `public-council.<code>`, or the slug of a body. */
export type OfficeId = Id<'office'>

export type Office = {
  readonly id: OfficeId
  readonly post: Post
  readonly unit: UnitCode | null
  readonly body: string | null
  readonly name: Text
}

/** Who holds an office, from when to when; `acting` holders act for a vacant or absent one (AMB-01). */
export type Holder = {
  readonly office: OfficeId
  readonly name: Text
  readonly acting: boolean
  readonly from: LocalDate
  readonly to: LocalDate | null
}

const akimOf: Partial<Record<UnitKind, Post>> = {
  oblast: 'oblast-akim',
  'republican-city': 'republican-city-akim',
  capital: 'capital-akim',
  district: 'district-akim',
  'oblast-city': 'oblast-city-akim',
  'city-district': 'city-district-akim',
  'district-city': 'district-city-akim',
  settlement: 'settlement-akim',
  village: 'village-akim',
  'rural-okrug': 'rural-okrug-akim',
}

/** Akims and heads of central bodies meet people, and are asked before they do (A826-1, A863-1, G24-1.1). */
export const meetsPeople = (post: Post): boolean =>
  Object.values(akimOf).includes(post) || post === 'minister' || post === 'central-body-head'

/** The post at the head of a unit, or null where there is none (a village inside an okrug, a microdistrict). */
export const akimPost = (unit: Pick<Unit, 'kind' | 'hasAkim'>): Post | null =>
  unit.hasAkim ? (akimOf[unit.kind] ?? null) : null

/** Units whose deputies are elected: the maslikhats of regions, districts and cities of oblast significance. */
const withMaslikhat: readonly UnitKind[] = [...regionKinds, 'district', 'oblast-city']

/** The offices that stand at a unit by rule: its akim and its maslikhat, where it has them. */
export function officesOf(unit: Unit): Office[] {
  const post = akimPost(unit)
  const at = { unit: unit.code, body: null }
  const akim: Office[] = post
    ? [{ id: akimOffice(unit.code), post, ...at, name: officeName('akim', unit.name) }]
    : []
  const maslikhat: Office[] = withMaslikhat.includes(unit.kind)
    ? [{ id: maslikhatOffice(unit.code), post: 'maslikhat', ...at, name: officeName('maslikhat', unit.name) }]
    : []
  return [...akim, ...maslikhat]
}

/** The public council of a unit, where a maslikhat is; it bears nothing and is not among the offices that are counted. */
export const councilOf = (unit: Unit): Office | null =>
  withMaslikhat.includes(unit.kind)
    ? {
        id: publicCouncilOffice(unit.code),
        post: 'public-council',
        unit: unit.code,
        body: null,
        name: officeName('public-council', unit.name),
      }
    : null

/** The unit that an office stands at by rule, from its id; `undefined` for the offices of bodies. */
export function unitOfOffice(id: OfficeId): UnitCode | undefined {
  const code = /^(?:akim|maslikhat|public-council)\.(.*)$/s.exec(id)?.[1]
  return isUnitCode(code) ? code : undefined
}

export const akimOffice = (code: UnitCode): OfficeId => `akim.${code}` as OfficeId
export const maslikhatOffice = (code: UnitCode): OfficeId => `maslikhat.${code}` as OfficeId
export const publicCouncilOffice = (code: UnitCode): OfficeId => `public-council.${code}` as OfficeId
