// Points and borders come in as the operator has them; what changed something stands in the journal.
import type { EntryId, Payload } from '#journal'
import type { Instant } from '#kernel'
import {
  type Border,
  type Match,
  type NamedArea,
  type Point,
  type PointRow,
  type Unit,
  type UnitCode,
  type UnitPoint,
  type Unmatched,
  demonstrationSource,
  isRegion,
  matchAreas,
  thin,
} from '#territory'
import type { Stores } from './stores.ts'

/** What came in, from whom, and when: `sha256` of each file as it was read. */
export type MapImport = {
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly source: string
  readonly at: Instant
  readonly newId: () => string
  readonly newSalt: () => string
}

export type ImportedPoints = {
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  /** Rows whose code no unit has. */
  readonly unknown: readonly PointRow[]
}

/** Keeps a point for each unit, in place of those of the demonstration; the same again changes nothing. Coordinates nearer than a metre are the same. */
export async function importPoints(
  stores: Pick<Stores, 'map' | 'register' | 'journal'>,
  rows: readonly PointRow[],
  from: MapImport,
): Promise<ImportedPoints> {
  await stores.map.claim()
  const codes = new Set((await stores.register.openUnits()).map(({ code }) => code))
  const known = rows.filter(({ unit }) => codes.has(unit))
  if (known.length > 0) await stores.map.forgetPoints(demonstrationSource)
  const held = await stores.map.points(known.map(({ unit }) => unit))
  const changed = known.filter(({ unit, point }) => held.has(unit) && !near(held.get(unit)!.point, point))
  const fresh = known.filter(({ unit }) => !held.has(unit))
  const points = [...fresh, ...changed].map(({ unit, point }): UnitPoint => ({
    unit,
    point,
    source: from.source,
  }))
  const counts = {
    new: fresh.length,
    changed: changed.length,
    same: known.length - points.length,
  }
  if (points.length > 0) {
    await stores.map.keepPoints(points)
    await write(stores, 'points-imported', from, counts)
  }
  return { counts, unknown: rows.filter(({ unit }) => !codes.has(unit)) }
}

const near = (a: Point, b: Point): boolean =>
  Math.abs(a.latitude - b.latitude) < 1e-5 && Math.abs(a.longitude - b.longitude) < 1e-5

export type ImportedBorders = {
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  readonly matched: readonly Match[]
  readonly unmatched: readonly Unmatched[]
  /** Regions and districts that no map knows yet, after this import. */
  readonly without: readonly Unit[]
}

/** How fine a line may be, in kilometres: a country of 3,000 km and a region of 600 km are drawn equally wide. */
const fineness = { region: 3, below: 0.8 } as const

/** Keeps a border for each unit that an area is of, thinned for pages, in place of the demonstration's; the same again changes nothing. */
export async function importBorders(
  stores: Pick<Stores, 'map' | 'register' | 'journal'>,
  areas: readonly NamedArea[],
  from: MapImport,
): Promise<ImportedBorders> {
  await stores.map.claim()
  const units = await stores.register.openUnits()
  const { matched, unmatched } = matchAreas(areas, units)
  const [regions, others] = [true, false].map((region) =>
    matched.filter(({ unit }) => isRegion(unit.kind) === region),
  )
  const borders = [...thinned(regions!, fineness.region), ...thinned(others!, fineness.below)].map(
    ({ unit, outline }): Border => ({ unit, outline, source: from.source }),
  )
  if (matched.length > 0) await stores.map.forgetBorders(demonstrationSource)
  const drawn = units.filter(
    ({ kind }) => isRegion(kind) || kind === 'district' || kind === 'oblast-city' || kind === 'city-district',
  )
  const asked = new Set([...drawn.map(({ code }) => code), ...borders.map(({ unit }) => unit)])
  const held = new Map((await stores.map.borders([...asked])).map((border) => [border.unit, border]))
  const fresh = borders.filter(({ unit }) => !held.has(unit))
  const changed = borders.filter(
    ({ unit, outline }) =>
      held.has(unit) && JSON.stringify(held.get(unit)!.outline) !== JSON.stringify(outline),
  )
  const counts = {
    new: fresh.length,
    changed: changed.length,
    same: borders.length - fresh.length - changed.length,
  }
  if (fresh.length + changed.length > 0) {
    await stores.map.keepBorders([...fresh, ...changed])
    await write(stores, 'borders-imported', from, counts)
  }
  const now = new Set<UnitCode>([...held.keys(), ...borders.map(({ unit }) => unit)])
  return { counts, matched, unmatched, without: drawn.filter(({ code }) => !now.has(code)) }
}

function thinned(matches: readonly Match[], km: number): Pick<Border, 'unit' | 'outline'>[] {
  const outlines = thin(
    matches.map(({ area }) => area.outline),
    km,
  )
  return matches.map(({ unit }, at) => ({ unit: unit.code, outline: outlines[at]! }))
}

const write = (
  { journal }: Pick<Stores, 'journal'>,
  type: string,
  { files, source, at, newId, newSalt }: MapImport,
  counts: Payload,
) =>
  journal.append([
    {
      id: newId() as EntryId,
      type,
      at,
      asserted: false,
      actor: null,
      office: null,
      subject: null,
      payload: { files, source, ...counts },
      corrects: null,
      salt: newSalt(),
    },
  ])
