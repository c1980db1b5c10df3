// SWAP*: two visits of two routes change over, each to its own best place (Vidal 2022, doi:10.1016/j.cor.2021.105643).
import type { Insertions } from './insertions.ts'
import type { Routes } from './routes.ts'

const gain = -1e-6

export class SwapStar {
  private readonly routes: Routes
  private readonly insertions: Insertions
  private readonly tested: Int32Array
  /** Arc of directions a route covers, and the route's stamp when it was drawn. */
  private readonly arcStart: Int32Array
  private readonly arcSpan: Int32Array
  private readonly arcStamp: Int32Array
  private bestCost = 0
  private bestU = 0
  private bestV = 0
  private afterU = 0
  private afterV = 0
  private placeCost = 0
  private placeAfter = 0

  constructor(routes: Routes, insertions: Insertions) {
    const { model } = routes
    this.routes = routes
    this.insertions = insertions
    this.tested = new Int32Array(model.routes * model.routes)
    this.arcStart = new Int32Array(model.routes)
    this.arcSpan = new Int32Array(model.routes)
    this.arcStamp = new Int32Array(model.routes)
  }

  forget(): void {
    this.tested.fill(-1)
    this.arcStamp.fill(-1)
  }

  run(): boolean {
    const { routes, tested } = this
    const { routes: width } = routes.model
    const start = routes.moves
    for (let a = 0; a < width; a += 1)
      for (let b = a + 1; b < width; b += 1) {
        const last = tested[a * width + b]!
        if (routes.stamp[a]! <= last && routes.stamp[b]! <= last) continue
        if (routes.count[a] === 0 || routes.count[b] === 0 || !this.overlap(a, b)) continue
        tested[a * width + b] = routes.moves
        this.between(a, b)
      }
    return routes.moves !== start
  }

  private between(a: number, b: number): void {
    const { routes } = this
    const { demand, service, customerOf, routeDay, allowed } = routes.model
    const bitA = 1 << routeDay[a]!
    const bitB = 1 << routeDay[b]!
    const owed = routes.routePenalty[a]! + routes.routePenalty[b]!
    this.bestCost = gain
    this.bestU = 0
    this.bestV = 0
    for (let u = routes.first[a]!; u !== 0; u = routes.next[u]!) {
      if (!(allowed[u]! & bitB)) continue
      const cu = customerOf[u]!
      const goneU = this.removal(u)
      for (let v = routes.first[b]!; v !== 0; v = routes.next[v]!) {
        if (!(allowed[v]! & bitA)) continue
        const cv = customerOf[v]!
        const load = demand[cv]! - demand[cu]!
        const goneV = this.removal(v)
        const bound =
          goneU +
          goneV -
          owed +
          routes.penaltyOf(a, routes.routeLoad[a]! + load, 0) +
          routes.penaltyOf(b, routes.routeLoad[b]! - load, 0)
        if (bound >= this.bestCost) continue
        this.place(cu, b, v)
        const costU = this.placeCost
        const afterU = this.placeAfter
        if (bound + costU >= this.bestCost) continue
        this.place(cv, a, u)
        const costV = this.placeCost
        const total =
          goneU +
          costU +
          goneV +
          costV -
          owed +
          routes.penaltyOf(
            a,
            routes.routeLoad[a]! + load,
            routes.routeTime[a]! + goneU + costV - service[cu]! + service[cv]!,
          ) +
          routes.penaltyOf(
            b,
            routes.routeLoad[b]! - load,
            routes.routeTime[b]! + goneV + costU + service[cu]! - service[cv]!,
          )
        if (total < this.bestCost) {
          this.bestCost = total
          this.bestU = u
          this.bestV = v
          this.afterU = afterU
          this.afterV = this.placeAfter
        }
      }
    }
    if (this.bestU === 0) return
    const { bestU, bestV, afterU, afterV } = this
    routes.remove(bestU)
    routes.insert(bestU, b, afterU)
    routes.remove(bestV)
    routes.insert(bestV, a, afterV)
  }

  private removal(node: number): number {
    const { distance: d, size, customerOf } = this.routes.model
    const before = customerOf[this.routes.prev[node]!]!
    const after = customerOf[this.routes.next[node]!]!
    const row = customerOf[node]! * size
    return d[before * size + after]! - d[row + before]! - d[row + after]!
  }

  /** The best place for the customer in the route once `leaving` has gone: beside others, or in its stead. */
  private place(customer: number, route: number, leaving: number): void {
    const { routes, insertions } = this
    const { distance: d, size, customerOf } = routes.model
    const before = routes.prev[leaving]!
    const row = customer * size
    const p = customerOf[before]!
    const x = customerOf[routes.next[leaving]!]!
    this.placeCost = d[row + p]! + d[row + x]! - d[p * size + x]!
    this.placeAfter = before
    const at = insertions.of(customer, route)
    for (let k = at; k < at + 3; k += 1) {
      const after = insertions.after[k]!
      if (after === leaving || after === before) continue
      if (insertions.cost[k]! < this.placeCost) {
        this.placeCost = insertions.cost[k]!
        this.placeAfter = after
      }
      return
    }
  }

  private overlap(a: number, b: number): boolean {
    const startA = this.arc(a)
    const startB = this.arc(b)
    return (
      ((startB - startA) & 0xffff) <= this.arcSpan[a]! || ((startA - startB) & 0xffff) <= this.arcSpan[b]!
    )
  }

  private arc(route: number): number {
    const { routes, arcStart, arcSpan, arcStamp } = this
    if (arcStamp[route] === routes.stamp[route]) return arcStart[route]!
    arcStamp[route] = routes.stamp[route]!
    const { angle, customerOf } = routes.model
    let node = routes.first[route]!
    let start = angle[customerOf[node]!]!
    let span = 0
    for (node = routes.next[node]!; node !== 0; node = routes.next[node]!) {
      const turn = (angle[customerOf[node]!]! - start) & 0xffff
      if (turn <= span) continue
      if (turn - span <= 0x10000 - turn) span = turn
      else {
        start = angle[customerOf[node]!]!
        span += 0x10000 - turn
      }
    }
    arcStart[route] = start
    arcSpan[route] = span
    return start
  }
}
