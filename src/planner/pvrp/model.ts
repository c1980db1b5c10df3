// An instance compiled into typed arrays. A node is one visit to be placed: a customer of one visit has a single node
// that may lie on any of its days, another has a node for every day, present or absent.
import type { PvrpInstance } from './instance.ts'

export type Model = {
  /** Customers and the depot (0). */
  readonly size: number
  readonly days: number
  readonly vehicles: Int32Array
  readonly capacity: Float64Array
  readonly longest: Float64Array
  /** Row by row, `size` by `size`. */
  readonly distance: Float64Array
  readonly service: Float64Array
  readonly demand: Float64Array
  readonly patterns: readonly Int32Array[]
  /** Days in any pattern of the customer. */
  readonly union: Int32Array
  /** Direction from the depot, 0 to 65535. */
  readonly angle: Int32Array

  readonly nodes: number
  readonly single: Uint8Array
  /** First node of a customer; node 0 is the depot. */
  readonly base: Int32Array
  readonly customerOf: Int32Array
  /** Days on which a node may lie. */
  readonly allowed: Int32Array

  /** The nearest customers that may stand beside each, nearest first. */
  readonly near: readonly Int32Array[]
  /** Some dozens of the nearest, whatever their days. */
  readonly about: readonly Int32Array[]

  /** Routes of all days in one list. */
  readonly routes: number
  readonly routeDay: Int32Array
  readonly firstRoute: Int32Array
}

const wide = 60

export function compilePvrp({ depot, customers, days }: PvrpInstance, granularity: number): Model {
  const size = customers.length + 1
  const points = [{ ...depot, service: 0, demand: 0, patterns: [] as readonly number[] }, ...customers]
  const distance = new Float64Array(size * size)
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      distance[a * size + b] = Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y)

  const union = points.map(({ patterns }) => patterns.reduce((all, one) => all | one, 0))
  const single = Uint8Array.from(points, ({ patterns }) =>
    Number(patterns.every((one) => (one & (one - 1)) === 0)),
  )
  const base = new Int32Array(size)
  const customerOf = [0]
  const allowed = [-1]
  for (let customer = 1; customer < size; customer += 1) {
    base[customer] = customerOf.length
    for (let day = 0; day < (single[customer] ? 1 : days.length); day += 1) {
      customerOf.push(customer)
      allowed.push(single[customer] ? union[customer]! : 1 << day)
    }
  }
  const near = points.map((_, customer) => {
    if (customer === 0) return new Int32Array(0)
    const others = points.map((_, other) => other).filter((o) => o > 0 && o !== customer)
    const row = customer * size
    // Customers whose days never meet cannot stand side by side.
    const meeting = others.filter((other) => (union[customer]! & union[other]!) !== 0)
    meeting.sort((a, b) => distance[row + a]! - distance[row + b]!)
    return Int32Array.from(meeting.slice(0, granularity))
  })
  const about = points.map((_, customer) => {
    const row = customer * size
    const others = points.map((_one, other) => other).filter((other) => other > 0 && other !== customer)
    others.sort((a, b) => distance[row + a]! - distance[row + b]!)
    return Int32Array.from(others.slice(0, wide))
  })
  const routeDay = days.flatMap(({ vehicles }, day) => Array.from({ length: vehicles }, () => day))
  let routes = 0
  const firstRoute = days.map(({ vehicles }) => (routes += vehicles) - vehicles)
  return {
    size,
    days: days.length,
    vehicles: Int32Array.from(days, ({ vehicles }) => vehicles),
    capacity: Float64Array.from(days, ({ capacity }) => capacity),
    longest: Float64Array.from(days, ({ longest }) => longest),
    distance,
    service: Float64Array.from(points, ({ service }) => service),
    demand: Float64Array.from(points, ({ demand }) => demand),
    patterns: points.map(({ patterns }) => Int32Array.from(patterns)),
    union: Int32Array.from(union),
    angle: Int32Array.from(
      points,
      ({ x, y }) => Math.round((Math.atan2(y - depot.y, x - depot.x) / (2 * Math.PI)) * 65_536) & 0xffff,
    ),
    nodes: customerOf.length,
    single,
    base,
    customerOf: Int32Array.from(customerOf),
    allowed: Int32Array.from(allowed),
    near,
    about,
    routes,
    routeDay: Int32Array.from(routeDay),
    firstRoute: Int32Array.from([...firstRoute, routes]),
  }
}
