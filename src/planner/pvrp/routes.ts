// The routes of all days as linked lists on typed arrays, with sums from the depot at every node.
// Distances are symmetric, so a stretch costs the same in both directions.
import type { Model } from './model.ts'

/** Loads may be fractional and durations are rounded sums: less than this is no excess. */
export const tolerance = 1e-7

export type Penalties = { overload: number; overtime: number }

export class Routes {
  readonly model: Model
  readonly penalties: Penalties = { overload: 1, overtime: 1 }
  /** Neighbour nodes on the route; 0 is the depot at either end. */
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Route of a node, -1 when absent. */
  readonly route: Int32Array
  readonly position: Int32Array
  /** Load and duration from the depot up to and with the node. */
  readonly load: Float64Array
  readonly time: Float64Array
  /** Days allowed to every node from the start up to this one, and from this one to the end. */
  readonly fore: Int32Array
  readonly aft: Int32Array

  readonly first: Int32Array
  readonly count: Int32Array
  readonly routeLoad: Float64Array
  readonly routeTime: Float64Array
  readonly routePenalty: Float64Array
  readonly capacity: Float64Array
  readonly longest: Float64Array
  /** When a route last changed, in moves. */
  readonly stamp: Int32Array
  /** The same for any route of a day. */
  readonly dayStamp: Int32Array
  moves = 0

  private readonly one: Int32Array
  private readonly two: Int32Array
  private readonly three: Int32Array

  constructor(model: Model) {
    const { nodes, routes, routeDay } = model
    this.model = model
    this.next = new Int32Array(nodes)
    this.prev = new Int32Array(nodes)
    this.route = new Int32Array(nodes).fill(-1)
    this.position = new Int32Array(nodes)
    this.load = new Float64Array(nodes)
    this.time = new Float64Array(nodes)
    this.fore = new Int32Array(nodes)
    this.aft = new Int32Array(nodes)
    this.first = new Int32Array(routes)
    this.count = new Int32Array(routes)
    this.routeLoad = new Float64Array(routes)
    this.routeTime = new Float64Array(routes)
    this.routePenalty = new Float64Array(routes)
    this.capacity = Float64Array.from(routeDay, (day) => model.capacity[day]!)
    this.longest = Float64Array.from(routeDay, (day) => model.longest[day]!)
    this.stamp = new Int32Array(routes)
    this.dayStamp = new Int32Array(model.days)
    this.one = new Int32Array(nodes)
    this.two = new Int32Array(nodes)
    this.three = new Int32Array(nodes)
  }

  nodeOn(customer: number, day: number): number {
    const node = this.model.base[customer]!
    return this.model.single[customer] ? node : node + day
  }

  /** The node of a customer that lies on the day, or 0. */
  presentOn(customer: number, day: number): number {
    const node = this.nodeOn(customer, day)
    const route = this.route[node]!
    return route >= 0 && this.model.routeDay[route] === day ? node : 0
  }

  penaltyOf(route: number, load: number, time: number): number {
    const over = load - this.capacity[route]!
    const late = time - this.longest[route]!
    return (over > 0 ? over * this.penalties.overload : 0) + (late > 0 ? late * this.penalties.overtime : 0)
  }

  clear(): void {
    this.route.fill(-1)
    for (let route = 0; route < this.model.routes; route += 1) this.lay(route, this.one, 0)
  }

  /** Takes new penalties into the sums. */
  reprice(): void {
    for (let route = 0; route < this.model.routes; route += 1)
      this.routePenalty[route] = this.penaltyOf(route, this.routeLoad[route]!, this.routeTime[route]!)
  }

  /** Makes the route these nodes, in this order. Nodes that left it keep their old marks: lay or mark them too. */
  lay(route: number, nodes: Int32Array, length: number): void {
    const { distance, size, customerOf, demand, service, allowed } = this.model
    let before = 0
    let load = 0
    let time = 0
    let row = 0
    let days = -1
    for (let at = 0; at < length; at += 1) {
      const node = nodes[at]!
      const customer = customerOf[node]!
      load += demand[customer]!
      time += distance[row + customer]! + service[customer]!
      days &= allowed[node]!
      this.prev[node] = before
      if (before === 0) this.first[route] = node
      else this.next[before] = node
      this.route[node] = route
      this.position[node] = at
      this.load[node] = load
      this.time[node] = time
      this.fore[node] = days
      before = node
      row = customer * size
    }
    if (before === 0) this.first[route] = 0
    else {
      this.next[before] = 0
      time += distance[row]!
    }
    days = -1
    for (let at = length - 1; at >= 0; at -= 1) {
      days &= allowed[nodes[at]!]!
      this.aft[nodes[at]!] = days
    }
    this.count[route] = length
    this.routeLoad[route] = load
    this.routeTime[route] = time
    this.routePenalty[route] = this.penaltyOf(route, load, time)
    this.stamp[route] = ++this.moves
    this.dayStamp[this.model.routeDay[route]!] = this.moves
  }

  /** Bit 0: a load is too great; bit 1: a duration. */
  excess(): number {
    let found = 0
    for (let route = 0; route < this.model.routes; route += 1) {
      if (this.routeLoad[route]! > this.capacity[route]! + tolerance) found |= 1
      if (this.routeTime[route]! > this.longest[route]! + tolerance) found |= 2
    }
    return found
  }

  private read(route: number, into: Int32Array): number {
    let length = 0
    for (let node = this.first[route]!; node !== 0; node = this.next[node]!) into[length++] = node
    return length
  }

  remove(node: number): void {
    const route = this.route[node]!
    const length = this.read(route, this.one)
    this.one.copyWithin(this.position[node]!, this.position[node]! + 1, length)
    this.route[node] = -1
    this.lay(route, this.one, length - 1)
  }

  /** Puts an absent node after another of the route, or first (after 0). */
  insert(node: number, route: number, after: number): void {
    const length = this.read(route, this.one)
    const at = after === 0 ? 0 : this.position[after]! + 1
    this.one.copyWithin(at + 1, at, length)
    this.one[at] = node
    this.lay(route, this.one, length + 1)
  }

  /**
   * Exchanges stretch a (from position `atA`, `lengthA` long; turned about if asked) with stretch b; either may be empty.
   * On one route the stretches must not overlap.
   */
  exchange(
    routeA: number,
    atA: number,
    lengthA: number,
    routeB: number,
    atB: number,
    lengthB: number,
    turned: boolean,
  ): void {
    const { one, two } = this
    const a = this.read(routeA, one)
    if (turned) one.subarray(atA, atA + lengthA).reverse()
    if (routeA === routeB) {
      const aFirst = atA < atB || (atA === atB && lengthA === 0)
      const [p, pLength, q, qLength] = aFirst ? [atA, lengthA, atB, lengthB] : [atB, lengthB, atA, lengthA]
      let length = 0
      for (let at = 0; at < p; at += 1) two[length++] = one[at]!
      for (let at = q; at < q + qLength; at += 1) two[length++] = one[at]!
      for (let at = p + pLength; at < q; at += 1) two[length++] = one[at]!
      for (let at = p; at < p + pLength; at += 1) two[length++] = one[at]!
      for (let at = q + qLength; at < a; at += 1) two[length++] = one[at]!
      this.lay(routeA, two, length)
      return
    }
    const b = this.read(routeB, two)
    const { three } = this
    for (let at = 0; at < lengthA; at += 1) three[at] = one[atA + at]!
    one.copyWithin(atA + lengthB, atA + lengthA, a)
    for (let at = 0; at < lengthB; at += 1) one[atA + at] = two[atB + at]!
    two.copyWithin(atB + lengthA, atB + lengthB, b)
    for (let at = 0; at < lengthA; at += 1) two[atB + at] = three[at]!
    this.lay(routeA, one, a - lengthA + lengthB)
    this.lay(routeB, two, b - lengthB + lengthA)
  }

  /** Turns the stretch between two positions of a route about, both ends included. */
  turn(route: number, from: number, to: number): void {
    const length = this.read(route, this.one)
    this.one.subarray(from, to + 1).reverse()
    this.lay(route, this.one, length)
  }

  /** Joins the first `headA` nodes of a with the first `headB` of b turned about, and the two rests likewise. */
  joinHeads(routeA: number, headA: number, routeB: number, headB: number): void {
    const { one, two } = this
    const a = this.read(routeA, one)
    const b = this.read(routeB, two)
    const restA = one.slice(headA, a)
    const restB = two.slice(headB, b)
    for (let at = 0; at < headB; at += 1) one[headA + at] = two[headB - 1 - at]!
    this.lay(routeA, one, headA + headB)
    restA.reverse()
    two.set(restA)
    two.set(restB, restA.length)
    this.lay(routeB, two, restA.length + restB.length)
  }
}
