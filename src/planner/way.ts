// How far it is from one stop to the next: the road that was given, else a straight line and a factor.
import type { PlaceId, PlanProblem, Point } from './plan-problem.ts'

/** Whole minutes; `km` is NaN where a given road says nothing of it. */
export type Way = { readonly minutes: number; readonly km: number }

const roadFactor = 1.3

/** The way between two stops by their row, 0 the home; `null` where it is not known. */
export function wayBetween({ home, places, road }: PlanProblem, row: number, column: number): Way | null {
  if (row === column) return { minutes: 0, km: 0 }
  const minutes = road?.minutes[row]![column] ?? null
  if (minutes !== null) return { minutes: Math.round(minutes), km: road!.km[row]![column] ?? Number.NaN }
  const [a, b] = [row, column].map((at) => (at === 0 ? home : places[at - 1]!.point))
  if (!a || !b) return null
  // At 60 km/h a kilometre is a minute.
  const way = Math.round(kilometres(a, b) * roadFactor)
  return { minutes: way, km: way }
}

/** The same by places; `null` stands for the home. `null` where a place is not of the problem or no way is known. */
export function wayTo(problem: PlanProblem, from: PlaceId | null, to: PlaceId | null): Way | null {
  const [row, column] = [from, to].map((place) =>
    place === null ? 0 : problem.places.findIndex(({ id }) => id === place) + 1 || -1,
  )
  return row! < 0 || column! < 0 ? null : wayBetween(problem, row!, column!)
}

/** Great-circle distance on a sphere of 6,371 km. */
function kilometres(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const half = (x: number) => Math.sin((x * rad) / 2) ** 2
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * half(b.longitude - a.longitude)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
