// A unit of the territorial division: its code, its place in the tree, its names, the days it existed.
import type { Id, LocalDate, Text } from '#kernel'

/** Nine digits, AB CD EF HIJ, of the KATO classifier (HK RK 11). Leading digits matter: never a number. */
export type UnitCode = Id<'unit'>

/** Kinds that the law knows (`facts.md` §1), and `populated-place` for those it does not (stations, farms …). */
export const unitKinds = [
  'oblast',
  'republican-city',
  'capital',
  'district',
  'oblast-city',
  'city-district',
  'district-city',
  'settlement',
  'village',
  'rural-okrug',
  'microdistrict',
  'populated-place',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** The top units: oblasts, cities of republican significance, the capital. */
export const regionKinds = ['oblast', 'republican-city', 'capital'] as const satisfies UnitKind[]

export const isRegion = (kind: UnitKind): boolean => (regionKinds as readonly UnitKind[]).includes(kind)

/** One version of a unit: what was true of it from `from` to `to` (null: as far as is known). */
export type Unit = {
  readonly code: UnitCode
  readonly parent: UnitCode | null
  readonly kind: UnitKind
  /** Full names ("Меркі ауданы", "Меркенский район"); en is romanised by rule. */
  readonly name: Text
  /** Bare names ("Меркі", "Меркенский"). */
  readonly short: Text
  /** Whether an akim is at its head, by the structure of the code. */
  readonly hasAkim: boolean
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

export const isUnitCode = (text: unknown): text is UnitCode =>
  typeof text === 'string' && /^\d{9}$/.test(text)
