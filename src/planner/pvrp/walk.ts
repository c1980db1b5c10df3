// A walk from one solution to the next for large instances: a neighbourhood is cleared, placed anew and improved;
// only the routes it touched are searched again, and a step not taken is undone with its stamps.
import type { Random } from '../random.ts'
import type { Routes } from './routes.ts'

/** Of a hundred steps so many clear whole routes: up to three, and not more customers than this. */
const wholeRoutes = 6
const mostRoutes = 3
const mostCleared = 40
/** So many neighbours of a cleared customer are searched again with it. */
const nearest = 8

export class Walk {
  private readonly routes: Routes
  private readonly random: Random
  private readonly kept: Int32Array[] = []
  private readonly keptStamp: Int32Array
  private readonly keptDayStamp: Int32Array
  private keptMoves = 0
  /** Price of the solution it stands on. */
  price = 0

  constructor(routes: Routes, random: Random) {
    this.routes = routes
    this.random = random
    this.keptStamp = new Int32Array(routes.model.routes)
    this.keptDayStamp = new Int32Array(routes.model.days)
  }

  /** Stands on what the routes hold; they must be a local optimum. */
  begin(): void {
    this.keptMoves = -1
    this.stay()
  }

  /** Removes a random customer and some of those about it, or all of its route and the next ones; lists them. */
  ruin(most: number): number[] {
    const { routes, random } = this
    const { model } = routes
    const seed = 1 + random.below(model.size - 1)
    const chosen = random.below(100) < wholeRoutes ? this.alongRoutes(seed) : this.around(seed, most)
    for (const customer of chosen)
      for (let day = 0; day < model.days; day += 1) {
        const node = routes.presentOn(customer, day)
        if (node !== 0) routes.remove(node)
      }
    for (let at = chosen.length - 1; at > 0; at -= 1) {
      const other = random.below(at + 1)
      const one = chosen[at]!
      chosen[at] = chosen[other]!
      chosen[other] = one
    }
    return chosen
  }

  private around(seed: number, most: number): number[] {
    const { routes, random } = this
    const wanted = 2 + random.below(most)
    const chosen = [seed]
    for (const customer of routes.model.near[seed]!) {
      if (chosen.length >= wanted) break
      if (random.below(4) > 0) chosen.push(customer)
    }
    return chosen
  }

  /** All on up to three routes that pass by, of one day or of any: what no neighbourhood can, sectors change places. */
  private alongRoutes(seed: number): number[] {
    const { routes, random } = this
    const { about, days, customerOf } = routes.model
    const wanted = 1 + random.below(mostRoutes)
    const sameDay = random.below(2) === 0
    const chosen = new Set([seed])
    const taken = new Set<number>()
    let first = -1
    for (const customer of [seed, ...about[seed]!])
      for (let day = 0; day < days && taken.size < wanted; day += 1) {
        const node = routes.presentOn(customer, day)
        if (node === 0 || (sameDay && first >= 0 && day !== first) || random.below(3) === 0) continue
        const route = routes.route[node]!
        if (taken.has(route)) continue
        taken.add(route)
        if (first < 0) first = day
        for (let stop = routes.first[route]!; stop !== 0; stop = routes.next[stop]!)
          chosen.add(customerOf[stop]!)
      }
    return [...chosen].slice(0, mostCleared)
  }

  /** Those customers and the nearest few of each. */
  about(chosen: readonly number[]): Int32Array {
    const { near } = this.routes.model
    const all = new Set(chosen)
    for (const customer of chosen)
      for (let k = 0; k < nearest && k < near[customer]!.length; k += 1) all.add(near[customer]![k]!)
    return Int32Array.from(all)
  }

  nodesOf(customers: Int32Array): Int32Array {
    const { base, single, days } = this.routes.model
    const nodes: number[] = []
    for (const customer of customers)
      for (let k = 0; k < (single[customer] ? 1 : days); k += 1) nodes.push(base[customer]! + k)
    return Int32Array.from(nodes)
  }

  /** Distance with service and penalties, from the routes' own sums. */
  priceNow(): number {
    const { routeTime, routePenalty } = this.routes
    let sum = 0
    for (let route = 0; route < routeTime.length; route += 1) sum += routeTime[route]! + routePenalty[route]!
    return sum
  }

  /** Takes the step: this is where it stands now. */
  stay(): void {
    const { routes, kept, keptStamp, keptDayStamp } = this
    for (let route = 0; route < routes.model.routes; route += 1) {
      if (routes.stamp[route]! <= this.keptMoves) continue
      const list = new Int32Array(routes.count[route]!)
      let at = 0
      for (let node = routes.first[route]!; node !== 0; node = routes.next[node]!) list[at++] = node
      kept[route] = list
      keptStamp[route] = routes.stamp[route]!
    }
    keptDayStamp.set(routes.dayStamp)
    this.keptMoves = routes.moves
    this.price = this.priceNow()
  }

  /** Undoes the step. A stamp stands for one content, so what was tested before the step stays tested. */
  back(): void {
    const { routes, kept, keptStamp, keptDayStamp, keptMoves } = this
    const { route, stamp, model } = routes
    for (let node = 1; node < model.nodes; node += 1)
      if (route[node]! >= 0 && stamp[route[node]!]! > keptMoves) route[node] = -1
    for (let at = 0; at < model.routes; at += 1) {
      if (stamp[at]! <= keptMoves) continue
      routes.lay(at, kept[at]!, kept[at]!.length)
      stamp[at] = keptStamp[at]!
    }
    routes.dayStamp.set(keptDayStamp)
  }
}
