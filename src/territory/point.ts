// Where a unit lies: one point on the globe, checked against the frame of the country.
import type { UnitCode } from './unit.ts'

/** Degrees (WGS 84). */
export type Point = { readonly latitude: number; readonly longitude: number }

export type UnitPoint = {
  readonly unit: UnitCode
  readonly point: Point
  /** Whom it was had from, as the map has to name them. */
  readonly source: string
}

/** The country lies inside; a little is added at each side. */
const frame = { south: 40.4, north: 55.6, west: 46.3, east: 87.5 } as const

export type PointFault = 'not-on-earth' | 'swapped' | 'outside-country'

/** What is wrong with a point as one of the country. */
export function pointFault({ latitude, longitude }: Point): PointFault | undefined {
  // NaN is not on earth either.
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return 'not-on-earth'
  if (inFrame(latitude, longitude)) return undefined
  return inFrame(longitude, latitude) ? 'swapped' : 'outside-country'
}

const inFrame = (latitude: number, longitude: number): boolean =>
  latitude >= frame.south && latitude <= frame.north && longitude >= frame.west && longitude <= frame.east
