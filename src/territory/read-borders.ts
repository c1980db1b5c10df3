// Reads borders from GeoJSON (RFC 7946): areas with the code or the names of a unit. What is no such thing is refused by name.
import { type Result, done, refuse } from '#kernel'
import type { Outline, Position, Ring } from './border.ts'
import { type PointFault, pointFault } from './point.ts'

/** The borders of all districts of the country, unthinned, stay far below. */
export const largestBorderFile = 32 * 1024 * 1024

export type BorderFileRefusal =
  | { code: 'file-too-large'; file: string; limit: number }
  | { code: 'not-json'; file: string }
  | { code: 'not-geojson'; file: string }
  /** Named in the file, or seen from figures that are no degrees. */
  | { code: 'other-coordinate-system'; file: string; named: string | null }

export type AreaReason =
  | { code: 'no-area' }
  | { code: 'broken-ring' }
  | { code: 'bad-point'; fault: PointFault }
  | { code: 'no-name' }

/** An area as the file has it: not yet a unit of ours. */
export type NamedArea = {
  readonly file: string
  /** From 1, in the order of the file. */
  readonly place: number
  readonly code: string | null
  readonly names: readonly string[]
  /** The code or a name of the region, where the file says it. */
  readonly region: string | null
  readonly outline: Outline
}

export type RefusedArea = {
  readonly file: string
  readonly place: number
  readonly called: string
  readonly reason: AreaReason
}

export function readBorders(
  file: string,
  bytes: Buffer,
): Result<{ areas: NamedArea[]; refused: RefusedArea[] }, BorderFileRefusal> {
  if (bytes.length > largestBorderFile)
    return refuse({ code: 'file-too-large', file, limit: largestBorderFile })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse({ code: 'not-json', file })
  }
  if (!isObject(json) || json['type'] !== 'FeatureCollection' || !Array.isArray(json['features']))
    return refuse({ code: 'not-geojson', file })
  const named = systemOf(json['crs'])
  if (named !== undefined) return refuse({ code: 'other-coordinate-system', file, named })

  const areas: NamedArea[] = []
  const refused: RefusedArea[] = []
  for (const [at, feature] of (json['features'] as unknown[]).entries()) {
    const about = aboutOf(feature)
    const reason = (code: AreaReason) =>
      refused.push({ file, place: at + 1, called: about.names[0] ?? about.code ?? '', reason: code })
    const outline = outlineOf(feature)
    if (about.code === null && about.names.length === 0) reason({ code: 'no-name' })
    else if (typeof outline === 'string') reason({ code: outline })
    else {
      const fault = faultOf(outline)
      // Metres of a projected map, not degrees: then the whole file is of another system.
      if (fault === 'not-on-earth') return refuse({ code: 'other-coordinate-system', file, named: null })
      if (fault) reason({ code: 'bad-point', fault })
      else areas.push({ file, place: at + 1, ...about, outline })
    }
  }
  return done({ areas, refused })
}

type Fields = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The name of a coordinate system other than WGS 84 in the old member `crs`. */
function systemOf(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined
  const properties = isObject(crs) ? crs['properties'] : undefined
  const name = isObject(properties) ? String(properties['name'] ?? '') : ''
  return /CRS84$|EPSG:+4326$/i.test(name) ? undefined : name.slice(0, 60)
}

const nameFields = ['name_kk', 'name_ru', 'name', 'name:kk', 'name:ru', 'name_en', 'NAME'] as const
const longestName = 120

function aboutOf(feature: unknown): Pick<NamedArea, 'code' | 'names' | 'region'> {
  const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {}
  const text = (field: string): string | null => {
    const value = properties[field]
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longestName) : null
  }
  return {
    code: text('code') ?? text('kato'),
    names: nameFields.flatMap((field) => text(field) ?? []),
    region: text('region'),
  }
}

function outlineOf(feature: unknown): Outline | 'no-area' | 'broken-ring' {
  const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : {}
  const { type, coordinates } = geometry
  if (!Array.isArray(coordinates)) return 'no-area'
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'no-area'
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  if (polygons.length === 0 || polygons.some((rings) => !Array.isArray(rings) || rings.length === 0))
    return 'no-area'
  const outline = polygons as unknown[][]
  return outline.every((rings) => rings.every(isRing))
    ? outline.map((rings) =>
        rings.map((ring) => (ring as Ring).map(([longitude, latitude]) => [longitude, latitude] as const)),
      )
    : 'broken-ring'
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])

function isRing(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false
  const [first, last] = [value[0] as Position, value.at(-1) as Position]
  return first[0] === last[0] && first[1] === last[1]
}

function faultOf(outline: Outline): PointFault | undefined {
  for (const [longitude, latitude] of outline.flat(2)) {
    const fault = pointFault({ latitude, longitude })
    if (fault) return fault
  }
  return undefined
}
