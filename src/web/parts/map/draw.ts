// From borders and points to what an SVG draws: projected, fitted into a frame, on whole units of it.
import {
  type Border,
  type Flat,
  type Outline,
  type Point,
  type Ring,
  type UnitCode,
  areaOf,
  project,
} from '#territory'

export type Spot = { readonly x: number; readonly y: number }
export type DrawnArea = {
  readonly unit: UnitCode
  /** The `d` of a path. */
  readonly path: string
  /** Where a figure for the area stands. */
  readonly middle: Spot
  /** Too small to be seen or hit: a mark has to stand for it. */
  readonly small: boolean
}
export type Drawing = {
  readonly width: number
  readonly height: number
  /** The largest first, so that a city lies on top of what surrounds it. */
  readonly areas: readonly DrawnArea[]
  /** Where a point falls; `null` outside the frame. */
  readonly spotOf: (point: Point) => Spot | null
}

/** Units of the frame; a wide screen shows it one to one. */
const width = 800
const margin = 12
const smallest = 28

/** Fits the borders into the frame; `null` when there are none: then there is no map. */
export function drawMap(borders: readonly Border[]): Drawing | null {
  const corners = borders.flatMap(({ outline }) => outline.flat(2)).map(flat)
  if (corners.length === 0) return null
  const [west, east] = extent(corners.map(({ x }) => x))
  const [south, north] = extent(corners.map(({ y }) => y))
  const scale = (width - 2 * margin) / Math.max(east - west, 1e-6)
  const height = Math.round((north - south) * scale) + 2 * margin
  const spot = ({ x, y }: Flat): Spot => ({
    x: Math.round((x - west) * scale) + margin,
    y: Math.round((north - y) * scale) + margin,
  })
  const sized = borders.map(({ unit, outline }) => ({ unit, outline, size: sizeOf(outline) }))
  return {
    width,
    height,
    areas: sized
      .toSorted((a, b) => b.size - a.size || (a.unit < b.unit ? -1 : 1))
      .map(({ unit, outline, size }) => ({
        unit,
        path: outline
          .flat()
          .map((ring) => pathOf(ring.map((at) => spot(flat(at)))))
          .join(''),
        middle: spot(middleOf(outline)),
        small: size * scale * scale < smallest * smallest,
      })),
    spotOf: (point) => {
      const { x, y } = spot(project(point))
      return x >= 0 && x <= width && y >= 0 && y <= height ? { x, y } : null
    },
  }
}

const flat = ([longitude, latitude]: Ring[number]): Flat => project({ latitude, longitude })

function extent(numbers: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)]
  return [least, most]
}

const sizeOf = (outline: Outline): number => outline.reduce((sum, [outer]) => sum + areaOf(outer!), 0)

/** The centre of gravity of the largest part; of a bent one it may lie outside. */
function middleOf(outline: Outline): Flat {
  const outer = outline.map(([ring]) => ring!).toSorted((a, b) => areaOf(b) - areaOf(a))[0]!
  const line = outer.map(flat)
  let [sum, x, y] = [0, 0, 0]
  for (const [at, to] of line.entries()) {
    const from = line[at - 1]
    if (!from) continue
    const cross = from.x * to.y - to.x * from.y
    sum += cross
    x += (from.x + to.x) * cross
    y += (from.y + to.y) * cross
  }
  return sum === 0 ? line[0]! : { x: x / (3 * sum), y: y / (3 * sum) }
}

/** Steps from corner to corner; those that fall on one spot are one. */
function pathOf(spots: readonly Spot[]): string {
  let [path, last] = ['', spots[0]!]
  for (const spot of spots.slice(1, -1)) {
    const [dx, dy] = [spot.x - last.x, spot.y - last.y]
    if (dx === 0 && dy === 0) continue
    path += `${path === '' || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`
    last = spot
  }
  return `M${spots[0]!.x} ${spots[0]!.y}l${path || '0 0'}z`
}
