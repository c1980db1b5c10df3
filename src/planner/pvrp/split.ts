// A day's giant tour cut into routes at least cost, penalties included (Bellman; bounded by load, and by the fleet when needed).
import type { Routes } from './routes.ts'

/** A route is not tried beyond so many times its capacity. */
const stretch = 1.5

export class Split {
  private readonly routes: Routes
  private readonly potential: Float64Array
  private readonly parent: Int32Array
  private readonly seq: Int32Array
  private readonly width: number

  constructor(routes: Routes) {
    const { size, vehicles } = routes.model
    this.routes = routes
    this.width = size
    const layers = Math.max(...vehicles) + 1
    this.potential = new Float64Array(layers * size)
    this.parent = new Int32Array(layers * size)
    this.seq = new Int32Array(size)
  }

  /** Lays the routes of the day; the tour lists customers. */
  run(day: number, tour: Int32Array, length: number): void {
    const { routes, parent, width } = this
    const { firstRoute } = routes.model
    const from = firstRoute[day]!
    const fleet = firstRoute[day + 1]! - from
    this.potential.fill(Infinity)
    this.potential[0] = 0
    this.relax(0, 0, length, from, tour)
    let used = 0
    for (let end = length; end > 0; end = parent[end]!) used += 1
    let layers = 0
    if (used > fleet) {
      this.potential.fill(Infinity)
      this.potential[0] = 0
      for (let k = 1; k <= fleet; k += 1) this.relax((k - 1) * width, k * width, length, from, tour)
      layers = fleet
      for (let k = 1; k < fleet; k += 1)
        if (this.potential[k * width + length]! <= this.potential[layers * width + length]!) layers = k
    }
    const count = layers === 0 ? used : layers
    let end = length
    for (let k = count; k > 0; k -= 1) {
      const begin = parent[(layers === 0 ? 0 : k) * width + end]!
      for (let at = begin; at < end; at += 1) this.seq[at - begin] = routes.nodeOn(tour[at]!, day)
      routes.lay(from + k - 1, this.seq, end - begin)
      end = begin
    }
    for (let k = count; k < fleet; k += 1) routes.lay(from + k, this.seq, 0)
  }

  /** One more route from every state of one layer to the next; the same layer when the fleet is not counted. */
  private relax(source: number, target: number, length: number, route: number, tour: Int32Array): void {
    const { routes, potential, parent } = this
    const { distance: d, size, demand, service } = routes.model
    const bound = routes.capacity[route]! * stretch
    for (let begin = 0; begin < length; begin += 1) {
      const base = potential[source + begin]!
      if (base === Infinity) continue
      let load = 0
      let way = 0
      let work = 0
      let before = 0
      for (let end = begin; end < length; end += 1) {
        const customer = tour[end]!
        load += demand[customer]!
        // The last vehicle takes what is left, however much.
        if (load > bound && end > begin && source === target) break
        way += d[before * size + customer]!
        work += service[customer]!
        const closed = way + d[customer]!
        const total = base + closed + routes.penaltyOf(route, load, closed + work)
        if (total < potential[target + end + 1]!) {
          potential[target + end + 1] = total
          parent[target + end + 1] = begin
        }
        before = customer
      }
    }
  }
}
