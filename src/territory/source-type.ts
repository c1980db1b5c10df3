// The types of rows in the classifier, the levels of its codes, and what they are in the words of the law.
import type { UnitKind } from './unit.ts'

/** Which segment of the code AB CD EF HIJ is filled last; not the legal status. */
export const levels = ['oblast', 'district', 'sub_district', 'settlement'] as const
export type Level = (typeof levels)[number]

export type SourceRule = {
  readonly at: readonly Level[]
  /** The kind of a unit that has an akim, and the word of the column `akim` that says so. */
  readonly headed?: { readonly kind: UnitKind; readonly akim: string }
  /** The kind of a unit without an akim. */
  readonly plain?: UnitKind
  /** Where both are possible and the file is silent: the types of parent under which it has an akim. */
  readonly headedUnder?: readonly string[]
}

/**
 * The one table from the types of the classifier to the kinds of the law (facts.md §1).
 *
 * A city below its own administration row, a station, a siding, a farm are places that the law does not know.
 * A city right under a district has no administration row of its own, so it bears the akim itself.
 */
export const sourceTypes = {
  region: { at: ['oblast'], headed: { kind: 'oblast', akim: 'region' } },
  city_republican: { at: ['oblast'], headed: { kind: 'republican-city', akim: 'city_republican' } },
  district: { at: ['district'], headed: { kind: 'district', akim: 'district' } },
  city_of_region: { at: ['district'], headed: { kind: 'oblast-city', akim: 'city_of_region' } },
  city_district: {
    at: ['sub_district', 'settlement'],
    headed: { kind: 'city-district', akim: 'city_district' },
    plain: 'populated-place',
    headedUnder: ['city_republican', 'city_of_region'],
  },
  city_of_district: { at: ['sub_district'], headed: { kind: 'district-city', akim: 'city_of_district' } },
  city: {
    at: ['sub_district', 'settlement'],
    headed: { kind: 'district-city', akim: 'city_of_district' },
    plain: 'populated-place',
    headedUnder: ['district'],
  },
  settlement_admin: { at: ['sub_district'], headed: { kind: 'settlement', akim: 'settlement' } },
  urban_settlement: { at: ['settlement'], plain: 'settlement' },
  rural_okrug: { at: ['sub_district'], headed: { kind: 'rural-okrug', akim: 'rural_okrug' } },
  rural_admin: { at: ['sub_district'], headed: { kind: 'village', akim: 'village' } },
  village: { at: ['settlement'], plain: 'village' },
  station: { at: ['settlement'], plain: 'populated-place' },
  siding: { at: ['settlement'], plain: 'populated-place' },
  other: { at: ['settlement'], plain: 'populated-place' },
} as const satisfies Record<string, SourceRule>
export type SourceType = keyof typeof sourceTypes

/** The kinds that a unit may stand under; those that stand for themselves have an empty list. */
export const parentKinds: Record<UnitKind, readonly UnitKind[]> = {
  oblast: [],
  'republican-city': [],
  capital: [],
  district: ['oblast'],
  'oblast-city': ['oblast'],
  'city-district': ['republican-city', 'capital', 'oblast-city'],
  'district-city': ['district'],
  'rural-okrug': ['district', 'oblast-city'],
  settlement: ['district', 'oblast-city', 'rural-okrug', 'settlement', 'village', 'district-city'],
  village: [
    'district',
    'oblast-city',
    'rural-okrug',
    'settlement',
    'village',
    'district-city',
    'city-district',
  ],
  microdistrict: ['republican-city', 'capital', 'oblast-city', 'city-district', 'district-city'],
  'populated-place': [
    'district',
    'republican-city',
    'capital',
    'oblast-city',
    'city-district',
    'district-city',
    'rural-okrug',
    'settlement',
    'village',
  ],
}

/** The level of a code, by its trailing zeros. */
export function levelOf(code: string): Level {
  if (code.endsWith('0000000')) return 'oblast'
  if (code.endsWith('00000')) return 'district'
  return code.endsWith('000') ? 'sub_district' : 'settlement'
}

const prefixLength = { oblast: 2, district: 4, sub_district: 6, settlement: 9 } as const satisfies Record<
  Level,
  number
>

/** Whether `parent` stands above `code` by the structure of the codes; so no chain of parents can be a ring. */
export const isAbove = (parent: string, code: string): boolean =>
  levels.indexOf(levelOf(parent)) < levels.indexOf(levelOf(code)) &&
  code.startsWith(parent.slice(0, prefixLength[levelOf(parent)]))

/** The codes above a code, the nearest first, whether there are such units or not. */
export const codesAbove = (code: string): string[] =>
  [6, 4, 2].map((length) => code.slice(0, length).padEnd(9, '0')).filter((above) => isAbove(above, code))
