// The border of a unit: what a map draws, thinned to what a page can carry; neighbours keep the line they share.
import { type Flat, project } from './project.ts'
import type { UnitCode } from './unit.ts'

/** Longitude and latitude in degrees (WGS 84), as GeoJSON writes them (RFC 7946). */
export type Position = readonly [number, number]
/** Closed: the last position is the first. */
export type Ring = readonly Position[]
/** Polygons, each with its outer ring first and holes after it. */
export type Outline = readonly (readonly Ring[])[]

export type Border = {
  readonly unit: UnitCode
  readonly outline: Outline
  /** Whom it was had from, as the map has to name them. */
  readonly source: string
}

/**
 * Takes away what is finer than `km`; lines that several outlines share stay shared, and no outline vanishes.
 *
 * Lines are cut where they meet others, and each piece is thinned once (Douglas and Peucker, 1973).
 */
export function thin(outlines: readonly Outline[], km: number): Outline[] {
  const rings = outlines.flatMap((outline) => outline.flat())
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 1) {
      join(neighbours, keyOf(ring[at - 1]!), keyOf(ring[at]!))
      join(neighbours, keyOf(ring[at]!), keyOf(ring[at - 1]!))
    }
  const pieces = new Map<string, Ring>()
  const thinned = (ring: Ring): Ring => {
    const joints = [...ring.keys()].slice(1).filter((at) => neighbours.get(keyOf(ring[at]!))!.size !== 2)
    const open = ring.slice(1)
    // A ring that meets no other is cut at its two ends that lie farthest apart by their keys: the same in any order.
    const cuts = joints.length > 1 ? joints.map((at) => at - 1) : farEnds(open)
    const line: Position[] = []
    for (const [turn, cut] of cuts.entries()) {
      const next = cuts[(turn + 1) % cuts.length]!
      const piece = next > cut ? open.slice(cut, next + 1) : [...open.slice(cut), ...open.slice(0, next + 1)]
      line.push(...thinPiece(piece, km, pieces).slice(0, -1))
    }
    return line.length < 3 ? ring : [...line, line[0]!]
  }
  return outlines.map((outline) => {
    const polygons = outline.map((polygon) => polygon.map(thinned))
    // Islands and holes that a page cannot show are left out, but never the largest part.
    const sizes = polygons.map(([outer]) => areaOf(outer!))
    const least = Math.min(Math.max(...sizes), 4 * km * km)
    return polygons.flatMap(([outer, ...holes], at) =>
      sizes[at]! >= least ? [[outer!, ...holes.filter((hole) => areaOf(hole) >= 4 * km * km)]] : [],
    )
  })
}

const keyOf = ([longitude, latitude]: Position): string => `${longitude} ${latitude}`
const flat = ([longitude, latitude]: Position): Flat => project({ latitude, longitude })

function join(neighbours: Map<string, Set<string>>, of: string, other: string): void {
  const known = neighbours.get(of)
  if (known) known.add(other)
  else neighbours.set(of, new Set([other]))
}

function farEnds(open: Ring): number[] {
  let first = 0
  for (const at of open.keys()) if (keyOf(open[at]!) < keyOf(open[first]!)) first = at
  const from = flat(open[first]!)
  let [second, most] = [first, -1]
  for (const at of open.keys()) {
    const to = flat(open[at]!)
    const distance = (to.x - from.x) ** 2 + (to.y - from.y) ** 2
    if (distance > most) [second, most] = [at, distance]
  }
  return [first, second].toSorted((a, b) => a - b)
}

/** Both directions of a piece are thinned as one. */
function thinPiece(piece: Ring, km: number, known: Map<string, Ring>): Ring {
  const [there, back] = [piece.map(keyOf), piece.map(keyOf).reverse()].map((keys) => keys.join())
  const forward = there! <= back!
  const key = forward ? there! : back!
  let line = known.get(key)
  if (!line) known.set(key, (line = peucker(forward ? piece : piece.toReversed(), km)))
  return forward ? line : line.toReversed()
}

function peucker(line: Ring, km: number): Ring {
  const flats = line.map(flat)
  const kept = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let [far, most] = [-1, km]
    for (let at = from + 1; at < to; at += 1) {
      const off = distanceTo(flats[at]!, flats[from]!, flats[to]!)
      if (off > most) [far, most] = [at, off]
    }
    if (far < 0) continue
    kept.add(far)
    open.push([from, far], [far, to])
  }
  return line.filter((_, at) => kept.has(at))
}

/** From a point to the line between two others; to the point where they are one. */
function distanceTo(point: Flat, from: Flat, to: Flat): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y)
  return Math.abs(dx * (from.y - point.y) - dy * (from.x - point.x)) / length
}

/** Square kilometres inside a ring. */
export function areaOf(ring: Ring): number {
  let sum = 0
  const flats = ring.map(flat)
  for (let at = 1; at < flats.length; at += 1)
    sum += flats[at - 1]!.x * flats[at]!.y - flats[at]!.x * flats[at - 1]!.y
  return Math.abs(sum) / 2
}
