// One solution as the population keeps it.
import type { Model } from './model.ts'
import { type Penalties, type Routes, tolerance } from './routes.ts'

export type Individual = {
  /** Each day's customers in order, a 0 closing every route. */
  readonly days: readonly Int32Array[]
  readonly distance: number
  readonly overload: number
  readonly overtime: number
  /** The customer next to each node on either side; 0 the depot, -1 when the node is absent. */
  readonly right: Int16Array
  readonly left: Int16Array
  readonly distances: Map<Individual, number>
  rank: number
}

export const isFeasible = ({ overload, overtime }: Individual): boolean => overload === 0 && overtime === 0

export const priceOf = ({ distance, overload, overtime }: Individual, penalties: Penalties): number =>
  distance + overload * penalties.overload + overtime * penalties.overtime

export function takeDown(routes: Routes): Individual {
  const { model, next, prev, route, first, count } = routes
  const { firstRoute, customerOf, nodes, size, distance: d, angle } = model
  let distance = 0
  let overload = 0
  let overtime = 0
  const days: Int32Array[] = []
  for (let day = 0; day < model.days; day += 1) {
    const list: { readonly way: number; readonly route: number }[] = []
    let length = 0
    for (let r = firstRoute[day]!; r < firstRoute[day + 1]!; r += 1) {
      if (count[r] === 0) continue
      let x = 0
      let y = 0
      for (let node = first[r]!; node !== 0; node = next[node]!) {
        const turn = (angle[customerOf[node]!]! / 65_536) * 2 * Math.PI
        x += Math.cos(turn)
        y += Math.sin(turn)
      }
      list.push({ way: Math.atan2(y, x), route: r })
      length += count[r]! + 1
      overload += Math.max(0, routes.routeLoad[r]! - routes.capacity[r]! - tolerance)
      overtime += Math.max(0, routes.routeTime[r]! - routes.longest[r]! - tolerance)
    }
    list.sort((a, b) => a.way - b.way)
    const tour = new Int32Array(length)
    let at = 0
    for (const { route: r } of list) {
      let before = 0
      for (let node = first[r]!; node !== 0; node = next[node]!) {
        const customer = customerOf[node]!
        tour[at++] = customer
        distance += d[before * size + customer]!
        before = customer
      }
      distance += d[before * size]!
      at += 1
    }
    days.push(tour)
  }
  const right = new Int16Array(nodes)
  const left = new Int16Array(nodes)
  for (let node = 1; node < nodes; node += 1) {
    const present = route[node]! >= 0
    right[node] = present ? customerOf[next[node]!]! : -1
    left[node] = present ? customerOf[prev[node]!]! : -1
  }
  return { days, distance, overload, overtime, right, left, distances: new Map(), rank: 0 }
}

/** Lays an individual's routes again, cut by cut as it has them. */
export function layOut(individual: Pick<Individual, 'days'>, routes: Routes): void {
  const { model } = routes
  const seq = new Int32Array(model.size)
  routes.clear()
  individual.days.forEach((tour, day) => {
    let length = 0
    let route = model.firstRoute[day]!
    for (const customer of tour) {
      if (customer !== 0) seq[length++] = routes.nodeOn(customer, day)
      else {
        routes.lay(route++, seq, length)
        length = 0
      }
    }
  })
}

/** Share of visits whose neighbours differ; symmetric enough for a crowd. */
export function distanceBetween(a: Individual, b: Individual, { nodes }: Model): number {
  let visits = 0
  let broken = 0
  const { right: aRight, left: aLeft } = a
  const { right: bRight, left: bLeft } = b
  for (let node = 1; node < nodes; node += 1) {
    const next = aRight[node]!
    if (next < 0) continue
    visits += 1
    const other = bRight[node]!
    if (next !== other && next !== bLeft[node]!) broken += 1
    if (aLeft[node] === 0 && other !== 0 && bLeft[node] !== 0) broken += 1
  }
  return visits === 0 ? 0 : broken / visits
}
