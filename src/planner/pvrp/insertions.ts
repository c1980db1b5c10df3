// The three cheapest places for every customer in every route, kept until the route changes.
import type { Routes } from './routes.ts'

export class Insertions {
  readonly routes: Routes
  /** Three a customer and route, cheapest first; `Infinity` where there is none. */
  readonly cost: Float64Array
  /** The node to stand after, 0 for the start. */
  readonly after: Int32Array
  private readonly stamp: Int32Array

  constructor(routes: Routes) {
    const cells = routes.model.size * routes.model.routes
    this.routes = routes
    this.cost = new Float64Array(cells * 3)
    this.after = new Int32Array(cells * 3)
    this.stamp = new Int32Array(cells).fill(-1)
  }

  /** Where the three begin; they count a node of the customer that is on the route as any other. */
  of(customer: number, route: number): number {
    const { routes, cost, after, stamp } = this
    const { distance: d, size, customerOf, routes: width } = routes.model
    const cell = customer * width + route
    const at = cell * 3
    if (stamp[cell] === routes.stamp[route]) return at
    stamp[cell] = routes.stamp[route]!
    const row = customer * size
    let one = Infinity
    let two = Infinity
    let three = Infinity
    let afterOne = 0
    let afterTwo = 0
    let afterThree = 0
    let node = 0
    let here = 0
    let fromHere = d[row]!
    do {
      const following = node === 0 ? routes.first[route]! : routes.next[node]!
      const there = customerOf[following]!
      const toThere = d[row + there]!
      const added = fromHere + toThere - d[here * size + there]!
      if (added < three) {
        if (added < one) {
          three = two
          afterThree = afterTwo
          two = one
          afterTwo = afterOne
          one = added
          afterOne = node
        } else if (added < two) {
          three = two
          afterThree = afterTwo
          two = added
          afterTwo = node
        } else {
          three = added
          afterThree = node
        }
      }
      node = following
      here = there
      fromHere = toThere
    } while (node !== 0)
    cost[at] = one
    cost[at + 1] = two
    cost[at + 2] = three
    after[at] = afterOne
    after[at + 1] = afterTwo
    after[at + 2] = afterThree
    return at
  }
}
