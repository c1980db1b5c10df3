// The offices of a whole country: from the official classifier where it is at hand, else a made-up tree of its shape.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfficeInput, PlaceInput } from '#law'
import {
  type Office,
  type OfficeId,
  type UnitCode,
  type UnitKind,
  officesOf,
  readRegisterFile,
  unitsOf,
} from '#territory'
import type { Random } from '../src/planner/random.ts'

export type Register = {
  /** Where the units come from, to be printed beside every figure. */
  readonly source: 'classifier' | 'synthetic tree of the same shape'
  readonly territory: readonly PlaceInput[]
  readonly offices: readonly OfficeInput[]
}

/** Central bodies whose heads meet the population; the names are slugs, five of them exempt under No. 863. */
export const bodies = (
  'health transport agriculture education science finance economy energy industry trade culture tourism ecology ' +
  'water labour digital justice internal-affairs emergency-situations defence foreign-affairs'
).split(' ')

const central: readonly OfficeInput[] = [
  { id: 'government' as OfficeId, post: 'government' },
  { id: 'authorised-body' as OfficeId, post: 'authorised-body' },
  ...bodies.map((body): OfficeInput => ({ id: `minister.${body}` as OfficeId, post: 'minister', body })),
]

/** The register of the classifier in `folder` (its `data/kato.csv`); without a folder the synthetic one. */
export function registerOf(folder: string | undefined, random: Random): Register {
  const units = folder ? unitsOfClassifier(join(folder, 'data/kato.csv')) : syntheticUnits(random)
  const akims = units.flatMap((unit) =>
    officesOf(unit as Parameters<typeof officesOf>[0])
      .filter(({ post }: Office) => post !== 'maslikhat')
      .map(({ id, post, unit: code }): OfficeInput => ({ id, post, unit: code })),
  )
  return {
    source: folder ? 'classifier' : 'synthetic tree of the same shape',
    territory: units.map(({ code, parent, kind }) => ({ code, parent, kind })),
    offices: [...akims, ...central],
  }
}

type BareUnit = PlaceInput & { readonly hasAkim: boolean; readonly name: object; readonly short: object }

function unitsOfClassifier(path: string): BareUnit[] {
  const file = readRegisterFile(path, readFileSync(path))
  if (!file.ok) throw new Error(`${path}: ${file.refusal.code}`)
  return unitsOf(file.value.rows).units
}

/** Kinds and how many of each stand under one unit of the kind above: the averages of the classifier. */
const shape: Partial<Record<UnitKind, readonly (readonly [UnitKind, number, boolean])[]>> = {
  oblast: [
    ['district', 10, true],
    ['oblast-city', 2.3, true],
  ],
  'republican-city': [['city-district', 6.5, true]],
  capital: [['city-district', 6, true]],
  district: [
    ['rural-okrug', 12, true],
    ['village', 0.55, true],
    ['district-city', 0.28, true],
    ['settlement', 0.28, true],
  ],
  'oblast-city': [
    ['rural-okrug', 1.5, true],
    ['settlement', 0.6, true],
    ['village', 0.4, true],
    ['city-district', 0.15, true],
    ['village', 0.6, false],
  ],
  'rural-okrug': [
    ['village', 4.35, false],
    ['populated-place', 1.5, false],
  ],
}

function syntheticUnits(random: Random): BareUnit[] {
  const units: BareUnit[] = []
  const name = { kk: '—', ru: '—', en: '—' }
  const add = (parent: string | null, kind: UnitKind, hasAkim: boolean): void => {
    // The first two digits choose the zone; the rest only tells units apart.
    const code = parent
      ? parent.slice(0, 2) + String(units.length).padStart(7, '0')
      : `${kind === 'capital' ? 71 : 10 + (units.length % 60)}`.padEnd(9, '0')
    const unit = {
      code: code as UnitCode,
      parent: parent as UnitCode | null,
      kind,
      hasAkim,
      name,
      short: name,
    }
    units.push(unit)
    for (const [below, average, akim] of shape[kind] ?? []) {
      const whole = Math.floor(average)
      const count = whole + (random.below(1000) < (average - whole) * 1000 ? 1 : 0)
      for (let i = 0; i < count; i++) add(code, below, akim)
    }
  }
  for (let i = 0; i < 17; i++) add(null, 'oblast', true)
  for (let i = 0; i < 2; i++) add(null, 'republican-city', true)
  add(null, 'capital', true)
  return units
}
