// The globe on paper: an equal-area conic projection laid for the country (Albers; Snyder, Map Projections, 1987, §14).
import type { Point } from './point.ts'

/** Kilometres east and north of the middle of the country. */
export type Flat = { readonly x: number; readonly y: number }

const radius = 6371.0088
const rad = Math.PI / 180
/** The country reaches from 40.6° to 55.4° and from 46.5° to 87.3°: a sixth of its height in from either edge. */
const parallels = [43 * rad, 53 * rad] as const
const middle = { latitude: 48 * rad, longitude: 67 * rad } as const

const n = (Math.sin(parallels[0]) + Math.sin(parallels[1])) / 2
const c = Math.cos(parallels[0]) ** 2 + 2 * n * Math.sin(parallels[0])
const rho = (latitude: number): number => (radius / n) * Math.sqrt(c - 2 * n * Math.sin(latitude))
const rhoMiddle = rho(middle.latitude)

/** Areas are true everywhere; lengths to 1 % within the country. */
export function project({ latitude, longitude }: Point): Flat {
  const theta = n * (longitude * rad - middle.longitude)
  const r = rho(latitude * rad)
  return { x: r * Math.sin(theta), y: rhoMiddle - r * Math.cos(theta) }
}
