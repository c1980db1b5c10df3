// A solution as text, in the format of the published ones.
import type { PvrpInstance } from './instance.ts'
import type { PvrpSolution } from './solve.ts'

/** Line 1: the cost. Then a line a route, `day vehicle distance load 0 c1 c2 … 0`, days and vehicles from 1. */
export function writePvrpSolution(
  { depot, customers }: PvrpInstance,
  { cost, routes }: PvrpSolution,
): string {
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  const lines = routes.map(({ day, vehicle, customers: stops }) => {
    const points = [depot, ...stops.map((id) => byId.get(id)!), depot]
    const distance = points
      .slice(1)
      .reduce((sum, point, at) => sum + Math.hypot(point.x - points[at]!.x, point.y - points[at]!.y), 0)
    const load = stops.reduce((sum, id) => sum + byId.get(id)!.demand, 0)
    return [day, vehicle, Number(distance.toFixed(6)), Number(load.toFixed(6)), 0, ...stops, 0].join(' ')
  })
  return [cost.toFixed(6), ...lines, ''].join('\n')
}
