// Posts and offices: duties stay with the office, history with the person who holds it.
import type { Id, LocalDate, Text } from '#kernel'
import type { Unit, UnitCode, UnitKind } from './unit.ts'

/** The ten akims of the decrees, the other posts of `facts.md` §1, and the maslikhat, which bears nothing here. */
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
] as const
export type Post = (typeof posts)[number]

/** The akims at the head of a region: they draw up the annual calendar. */
export const upperAkims = ['oblast-akim', 'republican-city-akim', 'capital-akim'] as const satisfies Post[]

/** `akim.<code>`, `maslikhat.<code>`, or the slug of a body. */
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

/** The post at the head of a unit, or null where there is none (a village inside an okrug, a microdistrict). */
export const akimPost = (unit: Pick<Unit, 'kind' | 'hasAkim'>): Post | null =>
  unit.hasAkim ? (akimOf[unit.kind] ?? null) : null

export const akimOffice = (code: UnitCode): OfficeId => `akim.${code}` as OfficeId
export const maslikhatOffice = (code: UnitCode): OfficeId => `maslikhat.${code}` as OfficeId
