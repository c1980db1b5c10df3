// A customer's days chosen anew: the allowed combination whose visits cost least, each at its best place.
import type { Random } from '../random.ts'
import { shuffle } from './improve-routes.ts'
import type { Insertions } from './insertions.ts'
import type { Routes } from './routes.ts'

const gain = 1e-6

export class PatternImprover {
  private readonly routes: Routes
  private readonly insertions: Insertions
  private readonly random: Random
  private readonly order: Int32Array
  /** For the customer at hand: cost of a visit on each day, its route and the node to stand after. */
  private readonly cost: Float64Array
  private readonly into: Int32Array
  private readonly after: Int32Array
  /** By customer and day, like the three above, and the day's stamp when they were found. */
  private readonly keptCost: Float64Array
  private readonly keptInto: Int32Array
  private readonly keptAfter: Int32Array
  private readonly keptStamp: Int32Array
  private readonly tested: Int32Array

  constructor(routes: Routes, insertions: Insertions, random: Random) {
    const { size, days } = routes.model
    this.routes = routes
    this.insertions = insertions
    this.random = random
    this.order = Int32Array.from({ length: size - 1 }, (_, at) => at + 1)
    this.cost = new Float64Array(days)
    this.into = new Int32Array(days)
    this.after = new Int32Array(days)
    this.keptCost = new Float64Array(size * days)
    this.keptInto = new Int32Array(size * days)
    this.keptAfter = new Int32Array(size * days)
    this.keptStamp = new Int32Array(size * days)
    this.tested = new Int32Array(size)
  }

  /** Needed when penalties change, for what is kept was priced with the old ones. */
  forget(): void {
    this.keptStamp.fill(-1)
    this.tested.fill(-1)
  }

  /** Goes round these customers, or all, until none gains; says whether anything changed. */
  run(order: Int32Array = this.order): boolean {
    const { routes } = this
    const start = routes.moves
    shuffle(order, this.random)
    let still = 0
    for (let at = 0; still < order.length; at = (at + 1) % order.length)
      still = this.improve(order[at]!) ? 0 : still + 1
    return routes.moves !== start
  }

  private improve(customer: number): boolean {
    const { routes, cost } = this
    const { patterns, union, days } = routes.model
    const options = patterns[customer]!
    if (options.length < 2) return false
    const usable = union[customer]!
    const last = this.tested[customer]!
    let changed = false
    for (let day = 0; day < days && !changed; day += 1)
      changed = (usable & (1 << day)) !== 0 && routes.dayStamp[day]! > last
    if (!changed) return false
    this.tested[customer] = routes.moves
    let current = 0
    for (let day = 0; day < days; day += 1) {
      if (!(usable & (1 << day))) continue
      const node = routes.presentOn(customer, day)
      if (node !== 0) {
        current |= 1 << day
        cost[day] = this.worth(node, customer)
      } else this.seek(customer, day)
    }
    const chosen = this.cheapest(options, current, -1)
    if (chosen === current) return false
    this.move(customer, current, chosen)
    return true
  }

  /** Adds the visits a customer lacks: the cheapest combination that holds the days it has. False: there is none. */
  complete(customer: number): boolean {
    const { routes, cost } = this
    const { patterns, days } = routes.model
    let current = 0
    for (let day = 0; day < days; day += 1)
      if (routes.presentOn(customer, day) !== 0) {
        current |= 1 << day
        cost[day] = 0
      }
    if (patterns[customer]!.includes(current)) return true
    for (let day = 0; day < days; day += 1) if (!(current & (1 << day))) this.seek(customer, day)
    const chosen = this.cheapest(patterns[customer]!, -1, current)
    if (chosen < 0) return false
    this.move(customer, current, chosen)
    return true
  }

  /** `held`: days it must keep, or -1 for no such rule; `current` wins ties. */
  private cheapest(options: Int32Array, current: number, held: number): number {
    const { cost } = this
    let best = held < 0 ? this.sum(current) - gain : Infinity
    let chosen = held < 0 ? current : -1
    for (const option of options) {
      if (option === current || (held >= 0 && (option & held) !== held)) continue
      let total = 0
      for (let rest = option; rest !== 0 && total < best; rest &= rest - 1)
        total += cost[31 - Math.clz32(rest & -rest)]!
      if (total < best) {
        best = total
        chosen = option
      }
    }
    return chosen
  }

  private sum(mask: number): number {
    let total = 0
    for (let rest = mask; rest !== 0; rest &= rest - 1) total += this.cost[31 - Math.clz32(rest & -rest)]!
    return total
  }

  private move(customer: number, from: number, to: number): void {
    const { routes, into, after } = this
    for (let rest = from & ~to; rest !== 0; rest &= rest - 1)
      routes.remove(routes.nodeOn(customer, 31 - Math.clz32(rest & -rest)))
    for (let rest = to & ~from; rest !== 0; rest &= rest - 1) {
      const day = 31 - Math.clz32(rest & -rest)
      routes.insert(routes.nodeOn(customer, day), into[day]!, after[day]!)
    }
  }

  /** What leaving the node out would save. */
  private worth(node: number, customer: number): number {
    const { routes } = this
    const { distance: d, size, customerOf, demand, service } = routes.model
    const route = routes.route[node]!
    const before = customerOf[routes.prev[node]!]!
    const after = customerOf[routes.next[node]!]!
    const row = customer * size
    const added = d[row + before]! + d[row + after]! - d[before * size + after]!
    return (
      added +
      routes.routePenalty[route]! -
      routes.penaltyOf(
        route,
        routes.routeLoad[route]! - demand[customer]!,
        routes.routeTime[route]! - added - service[customer]!,
      )
    )
  }

  /** The cheapest new visit on the day. */
  private seek(customer: number, day: number): void {
    const { routes, insertions } = this
    const { firstRoute, demand, service, days } = routes.model
    const cell = customer * days + day
    if (this.keptStamp[cell] === routes.dayStamp[day]) {
      this.cost[day] = this.keptCost[cell]!
      this.into[day] = this.keptInto[cell]!
      this.after[day] = this.keptAfter[cell]!
      return
    }
    let best = Infinity
    let empty = false
    for (let route = firstRoute[day]!; route < firstRoute[day + 1]!; route += 1) {
      if (routes.count[route] === 0) {
        // One empty route is like another.
        if (empty) continue
        empty = true
      }
      const at = insertions.of(customer, route)
      const added = insertions.cost[at]!
      if (added >= best) continue
      const total =
        added +
        routes.penaltyOf(
          route,
          routes.routeLoad[route]! + demand[customer]!,
          routes.routeTime[route]! + added + service[customer]!,
        ) -
        routes.routePenalty[route]!
      if (total < best) {
        best = total
        this.into[day] = route
        this.after[day] = insertions.after[at]!
      }
    }
    this.cost[day] = best
    this.keptStamp[cell] = routes.dayStamp[day]!
    this.keptCost[cell] = best
    this.keptInto[cell] = this.into[day]!
    this.keptAfter[cell] = this.after[day]!
  }
}
