// A map of the country's regions or of a region's districts: areas and points that lead somewhere. No script; a list of
// the same stands beside it on every page that shows one.
import type { ComponentChildren } from 'preact'
import type { PublicReadings } from '#flows'
import type { LocalDate } from '#kernel'
import { type Border, type UnitCode, type UnitPoint, demonstrationSource } from '#territory'
import type { Here } from '../../here.ts'
import { type Drawing, type Spot, drawMap } from './draw.ts'

/** What a unit says on the map. One with a border there is an area (a mark, when it
 * is too small), another with a point a mark, any other is left to the list. */
export type MapEntry = {
  readonly unit: UnitCode
  /** What it is and what it leads to: read aloud, and shown where the pointer rests. */
  readonly label: string
  readonly href: string
  /** Shades the area or sizes the mark, and stands in figures on it; `null`: neither. */
  readonly value: number | null
}

export type MapReading = {
  readonly borders: readonly Border[]
  readonly points: ReadonlyMap<UnitCode, UnitPoint>
}

/** What a map of what stands directly below a unit needs (of the regions: `null`), with the points of these units. */
export async function readMap(
  readings: Pick<PublicReadings, 'borders' | 'points'>,
  below: UnitCode | null,
  units: readonly UnitCode[],
  on: LocalDate,
): Promise<MapReading> {
  const borders = await readings.borders(below, on)
  // Without a border there is no map, and nothing else need be asked.
  return { borders, points: borders.length > 0 ? await readings.points(units) : new Map() }
}

type Props = {
  readonly here: Here
  /** Distinct on the page. */
  readonly id: string
  readonly title: string
  /** What the map shows, in a sentence, for those who do not see it. */
  readonly description: string
  readonly reading: MapReading
  readonly entries: readonly MapEntry[]
}

/** Nothing when no border is known. */
export function PlaceMap({ here, id, title, description, reading, entries }: Props) {
  const drawing = drawMap(reading.borders)
  if (!drawing) return null
  const most = Math.max(1, ...entries.map(({ value }) => value ?? 0))
  const byUnit = new Map(entries.map((entry) => [entry.unit, entry]))
  const marks = marksOf(entries, drawing, reading)
  const { map } = here.words
  const sources = sourcesOf([...reading.borders, ...marks]).map((source) =>
    source === demonstrationSource ? map.demonstration : source,
  )
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role={entries.length > 0 ? 'group' : 'img'}
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {drawing.areas.map(({ unit, path, small }) => {
          const entry = byUnit.get(unit)
          return entry && !small ? (
            <Link key={unit} entry={entry}>
              <path class={`map-area map-step-${stepOf(entry.value, most)}`} d={path} />
            </Link>
          ) : (
            <path key={unit} class="map-area" d={path} />
          )
        })}
        {drawing.areas.map(({ unit, middle, small }) => {
          const value = byUnit.get(unit)?.value
          return value && !small ? <Figure key={unit} spot={middle} text={here.format.number(value)} /> : null
        })}
        {marks.map(({ entry, spot, area }) => {
          const radius = radiusOf(entry.value, most)
          return (
            <Link key={entry.unit} entry={entry}>
              <circle class="map-reach" cx={spot.x} cy={spot.y} r="24" />
              <circle class="map-mark" cx={spot.x} cy={spot.y} r={radius} />
              {area && entry.value ? (
                <Figure
                  beside
                  spot={{ x: spot.x + radius + 4, y: spot.y }}
                  text={here.format.number(entry.value)}
                />
              ) : null}
            </Link>
          )
        })}
      </svg>
      <figcaption class="small soft">{map.sources(sources)}</figcaption>
    </figure>
  )
}

const Link = ({ entry, children }: { entry: MapEntry; children: ComponentChildren }) => (
  <a href={entry.href} aria-label={entry.label}>
    <title>{entry.label}</title>
    {children}
  </a>
)

const Figure = ({ spot, text, beside }: { spot: Spot; text: string; beside?: boolean }) => (
  <text class={beside ? 'map-figure map-beside' : 'map-figure'} x={spot.x} y={spot.y + 8} aria-hidden="true">
    {text}
  </text>
)

/** A mark; `area` when it stands for an area that is too small. */
type Mark = {
  readonly entry: MapEntry
  readonly spot: Spot
  readonly source: string
  readonly area: boolean
}

/** Marks of units that are no area of this map or too small a one, larger ones first so that none hides another. */
function marksOf(
  entries: readonly MapEntry[],
  { areas, spotOf }: Drawing,
  { borders, points }: MapReading,
): Mark[] {
  const drawn = new Map(areas.map((area) => [area.unit, area]))
  const sources = new Map(borders.map(({ unit, source }) => [unit, source]))
  return entries
    .flatMap((entry): Mark[] => {
      const area = drawn.get(entry.unit)
      if (area && !area.small) return []
      if (area) return [{ entry, spot: area.middle, source: sources.get(entry.unit)!, area: true }]
      const point = points.get(entry.unit)
      const spot = point && spotOf(point.point)
      return spot ? [{ entry, spot, source: point.source, area: false }] : []
    })
    .toSorted((a, b) => (b.entry.value ?? 0) - (a.entry.value ?? 0))
}

/** Whom to name, each once: a source that names several has them apart by semicolons. */
const sourcesOf = (drawn: readonly { readonly source: string }[]): string[] => [
  ...new Set([...new Set(drawn.map(({ source }) => source))].flatMap((source) => source.split(/;\s*/))),
]

/** 0 … 4. */
const stepOf = (value: number | null, most: number): number => (value ? Math.ceil((4 * value) / most) : 0)

const radiusOf = (value: number | null, most: number): number =>
  Math.round(6 + 10 * Math.sqrt(Math.max(0, value ?? 0) / most))
