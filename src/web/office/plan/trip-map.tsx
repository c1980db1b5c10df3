// A day's trip as a sketch: home, villages in their order, the length of each leg. Without points there is none.
import type { DayTrip } from '#calendar'
import type { Here } from '../../here.ts'

type Spot = { readonly name: string; readonly x: number; readonly y: number }
type Props = {
  readonly here: Here
  readonly trip: DayTrip
  readonly homeName: string
  readonly names: readonly string[]
}

const [width, height, edge] = [600, 380, 60]
/** Names stand so far below each other at least. */
const line = 30
/** Legs shorter than this on the sheet bear no length. */
const short = 60

export function TripMap({ here, trip, homeName, names }: Props) {
  const words = here.words.plan
  const points = [trip.home, ...trip.stops.map(({ point }) => point)]
  const known = points.filter((point) => point !== null)
  if (known.length < points.length) return <p class="soft">{words.mapNone}</p>
  const spots = laidOut(known).map(([x, y], at): Spot => ({
    name: at === 0 ? homeName : names[at - 1]!,
    x,
    y,
  }))
  const labels = apart(spots)
  const legs = [...trip.stops.map(({ way }) => way), trip.back]
  return (
    <svg
      class="trip"
      role="img"
      aria-label={words.mapLabel(names.join(', '))}
      viewBox={`0 0 ${width} ${height}`}
    >
      {legs.map((way, at) => {
        const [from, to] = [spots[at]!, spots[(at + 1) % spots.length]!]
        const isBack = at === legs.length - 1
        const [x, y] = beside(from, to)
        const told = legs
          .slice(0, at)
          .some((_, before) => isSameWay(from, to, spots[before]!, spots[before + 1]!))
        return (
          <g key={at}>
            <line class={isBack ? 'trip-back' : 'trip-leg'} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            {way && !told && apartBy(from, to) > short && (
              <text class="trip-way" x={x} y={y} text-anchor="middle">
                {words.kmOf(way.km)}
              </text>
            )}
          </g>
        )
      })}
      {spots.map(({ name, x, y }, at) => (
        <g key={at}>
          {at === 0 ? (
            <rect class="trip-home" x={x - 15} y={y - 15} width="30" height="30" />
          ) : (
            <circle class="trip-stop" cx={x} cy={y} r="12" />
          )}
          {at > 0 && (
            <text class="trip-number" x={x} y={y + 5} text-anchor="middle">
              {at}
            </text>
          )}
          <text
            class="trip-name"
            x={x > width / 2 ? x - 22 : x + 22}
            y={labels[at]! + 5}
            text-anchor={x > width / 2 ? 'end' : 'start'}
          >
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Points on the sheet, north above, one scale both ways. */
function laidOut(points: readonly { latitude: number; longitude: number }[]): [number, number][] {
  const middle = points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length
  const flat = points.map(({ latitude, longitude }): [number, number] => [
    longitude * Math.cos((middle * Math.PI) / 180),
    -latitude,
  ])
  const ends = (axis: 0 | 1): [number, number] => {
    const all = flat.map((point) => point[axis])
    return [Math.min(...all), Math.max(...all)]
  }
  const [[left, right], [top, bottom]] = [ends(0), ends(1)]
  const scale = Math.min(
    (width - 2 * edge) / Math.max(right - left, 1e-6),
    (height - 2 * edge) / Math.max(bottom - top, 1e-6),
  )
  return flat.map(([x, y]) => [
    Math.round(width / 2 + (x - (left + right) / 2) * scale),
    Math.round(height / 2 + (y - (top + bottom) / 2) * scale),
  ])
}

/** Heights of the names, so that no two lie on each other. */
function apart(spots: readonly Spot[]): number[] {
  const heights = spots.map(({ y }) => y)
  const order = [...spots.keys()].toSorted((a, b) => spots[a]!.y - spots[b]!.y)
  for (const [turn, at] of order.entries())
    if (turn > 0) heights[at] = Math.max(heights[at]!, heights[order[turn - 1]!]! + line)
  return heights
}

const apartBy = (a: Spot, b: Spot): number => Math.hypot(b.x - a.x, b.y - a.y)

/** There and back by one road: its length is written once. */
const isSameWay = (a: Spot, b: Spot, c: Spot, d: Spot): boolean =>
  (apartBy(a, c) < short / 4 && apartBy(b, d) < short / 4) ||
  (apartBy(a, d) < short / 4 && apartBy(b, c) < short / 4)

/** The middle of a leg, a little beside the line. */
function beside(a: Spot, b: Spot): [number, number] {
  const length = apartBy(a, b) || 1
  return [
    Math.round((a.x + b.x) / 2 - (18 * (b.y - a.y)) / length),
    Math.round((a.y + b.y) / 2 + (18 * (b.x - a.x)) / length) + 4,
  ]
}
