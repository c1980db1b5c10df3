// Local search over all routes of all days at once: relocations, swaps, 2-opt and 2-opt* between near neighbours.
// A visit that may lie on several days moves between days like between routes.
import type { Random } from '../random.ts'
import type { Routes } from './routes.ts'

const gain = -1e-6

export class RouteImprover {
  private readonly routes: Routes
  private readonly random: Random
  private readonly order: Int32Array
  private readonly tested: Int32Array

  constructor(routes: Routes, random: Random) {
    this.routes = routes
    this.random = random
    this.order = Int32Array.from({ length: routes.model.nodes - 1 }, (_, at) => at + 1)
    this.tested = new Int32Array(routes.model.nodes)
  }

  forget(): void {
    this.tested.fill(-1)
  }

  /** Runs until no pair of neighbours gains, of these nodes or of all; says whether anything changed. */
  run(order: Int32Array = this.order): boolean {
    const { routes, tested } = this
    const { model, route, stamp } = routes
    const { near, single, base, customerOf, days, routeDay, firstRoute } = model
    shuffle(order, this.random)
    const start = routes.moves
    let before = -1
    while (before !== routes.moves) {
      before = routes.moves
      for (let at = 0; at < order.length; at += 1) {
        const u = order[at]!
        if (route[u]! < 0) continue
        const customer = customerOf[u]!
        const last = tested[u]!
        tested[u] = routes.moves
        const neighbours = near[customer]!
        for (let k = 0; k < neighbours.length; k += 1) {
          const other = neighbours[k]!
          const from = base[other]!
          if (single[other]) {
            if (route[from]! >= 0 && (stamp[route[from]!]! > last || stamp[route[u]!]! > last))
              this.pair(u, from)
          } else if (single[customer]) {
            for (let v = from; v < from + days; v += 1)
              if (route[v]! >= 0 && (stamp[route[v]!]! > last || stamp[route[u]!]! > last)) this.pair(u, v)
          } else {
            const v = from + routeDay[route[u]!]!
            if (route[v]! >= 0 && (stamp[route[v]!]! > last || stamp[route[u]!]! > last)) this.pair(u, v)
          }
        }
        if (stamp[route[u]!]! > last) {
          for (let day = 0; day < days; day += 1) {
            if (!(model.allowed[u]! & (1 << day))) continue
            for (let r = firstRoute[day]!; r < firstRoute[day + 1]!; r += 1)
              if (routes.count[r] === 0) {
                this.intoEmpty(u, r)
                break
              }
          }
        }
      }
    }
    return routes.moves !== start
  }

  /** The node alone, or it and all after it, to an empty route. */
  private intoEmpty(u: number, empty: number): void {
    const { routes } = this
    const { model, next, prev, position, count } = routes
    const { distance: d, size, customerOf, demand, service, routeDay } = model
    const r = routes.route[u]!
    if (count[r] === 1) return
    const cu = customerOf[u]!
    const p = customerOf[prev[u]!]!
    const x = customerOf[next[u]!]!
    const taken = d[p * size + x]! - d[p * size + cu]! - d[cu * size + x]!
    const out = 2 * d[cu]!
    let change =
      taken +
      out +
      routes.penaltyOf(r, routes.routeLoad[r]! - demand[cu]!, routes.routeTime[r]! + taken - service[cu]!) +
      routes.penaltyOf(empty, demand[cu]!, out + service[cu]!) -
      routes.routePenalty[r]!
    if (change < gain) return routes.exchange(r, position[u]!, 1, empty, 0, 0, false)
    if (prev[u] === 0 || !(routes.aft[u]! & (1 << routeDay[empty]!))) return
    const cut = d[p]! + d[cu]! - d[p * size + cu]!
    const headLoad = routes.load[prev[u]!]!
    const headTime = routes.time[prev[u]!]! + d[p]!
    const tailTime = routes.routeTime[r]! - routes.time[prev[u]!]! - d[p * size + cu]! + d[cu]!
    change =
      cut +
      routes.penaltyOf(r, headLoad, headTime) +
      routes.penaltyOf(empty, routes.routeLoad[r]! - headLoad, tailTime) -
      routes.routePenalty[r]!
    if (change < gain) routes.exchange(r, position[u]!, count[r]! - position[u]!, empty, 0, 0, false)
  }

  /** Whether a stretch gains by going from one route to another, the way getting `gone` (below 0) and `added` longer. */
  private fits(from: number, to: number, gone: number, added: number, load: number, work: number): boolean {
    const { routes } = this
    if (from === to) return gone + added < gain
    const owed = routes.routePenalty[from]! + routes.routePenalty[to]!
    if (gone + added >= owed + gain) return false
    return (
      gone +
        added +
        routes.penaltyOf(from, routes.routeLoad[from]! - load, routes.routeTime[from]! + gone - work) +
        routes.penaltyOf(to, routes.routeLoad[to]! + load, routes.routeTime[to]! + added + work) -
        owed <
      gain
    )
  }

  /** Applies the first move that gains among those that bring v next to u. */
  private pair(u: number, v: number): void {
    const { routes } = this
    const { model, route, next, prev, position } = routes
    const { distance: d, size, customerOf, demand, service, allowed, routeDay } = model
    const ru = route[u]!
    const rv = route[v]!
    const x = next[u]!
    const y = next[v]!
    const up = prev[u]!
    const vp = prev[v]!
    const cu = customerOf[u]!
    const cv = customerOf[v]!
    const cx = customerOf[x]!
    const cy = customerOf[y]!
    const cup = customerOf[up]!
    const cvp = customerOf[vp]!
    const U = cu * size
    const V = cv * size
    const X = cx * size
    const Y = cy * size
    const UP = cup * size
    const VP = cvp * size
    const uv = d[U + cv]!
    const ux = d[U + cx]!
    const vy = d[V + cy]!
    const upu = d[UP + cu]!
    const vpv = d[VP + cv]!
    const same = ru === rv
    const bitU = 1 << routeDay[ru]!
    const bitV = 1 << routeDay[rv]!
    const uGoes = (allowed[u]! & bitV) !== 0
    const xGoes = uGoes && x !== 0 && (allowed[x]! & bitV) !== 0
    const vGoes = (allowed[v]! & bitU) !== 0
    const owed = same ? 0 : routes.routePenalty[ru]! + routes.routePenalty[rv]!
    const loadU = routes.routeLoad[ru]!
    const loadV = routes.routeLoad[rv]!
    const timeU = routes.routeTime[ru]!
    const timeV = routes.routeTime[rv]!
    const qu = demand[cu]!
    const su = service[cu]!

    if (uGoes) {
      // u after v, u before v
      const gone = d[UP + cx]! - upu - ux
      if (y !== u && this.fits(ru, rv, gone, uv + d[U + cy]! - vy, qu, su))
        return routes.exchange(ru, position[u]!, 1, rv, position[v]! + 1, 0, false)
      if (vp !== u && this.fits(ru, rv, gone, uv + d[U + cvp]! - vpv, qu, su))
        return routes.exchange(ru, position[u]!, 1, rv, position[v]!, 0, false)
      if (xGoes && x !== v) {
        // (u, x) after v, (x, u) before v
        const ahead = next[x]!
        const ca = customerOf[ahead]!
        const gone2 = d[UP + ca]! - upu - d[X + ca]! - ux
        const q2 = qu + demand[cx]!
        const s2 = su + service[cx]!
        if (y !== u && this.fits(ru, rv, gone2, ux + uv + d[X + cy]! - vy, q2, s2))
          return routes.exchange(ru, position[u]!, 2, rv, position[v]! + 1, 0, false)
        if (vp !== x && this.fits(ru, rv, gone2, ux + uv + d[X + cvp]! - vpv, q2, s2))
          return routes.exchange(ru, position[u]!, 2, rv, position[v]!, 0, true)
      }
    }

    if (uGoes && vGoes && u !== vp && u !== y) {
      const qv = demand[cv]!
      const sv = service[cv]!
      // u with v
      if (u < v) {
        const changeU = d[UP + cv]! + d[V + cx]! - upu - ux
        const changeV = d[VP + cu]! + d[U + cy]! - vpv - vy
        if (changeU + changeV < owed + gain) {
          const penalties = same
            ? 0
            : routes.penaltyOf(ru, loadU - qu + qv, timeU + changeU - su + sv) +
              routes.penaltyOf(rv, loadV + qu - qv, timeV + changeV + su - sv)
          if (changeU + changeV + penalties - owed < gain)
            return routes.exchange(ru, position[u]!, 1, rv, position[v]!, 1, false)
        }
      }
      if (xGoes && x !== vp && x !== v) {
        // (u, x) with v
        const ca = customerOf[next[x]!]!
        const q2 = qu + demand[cx]!
        const s2 = su + service[cx]!
        const changeU = d[UP + cv]! + d[V + ca]! - upu - d[X + ca]! - ux
        const changeV = d[VP + cu]! + d[X + cy]! + ux - vpv - vy
        if (changeU + changeV < owed + gain) {
          const penalties = same
            ? 0
            : routes.penaltyOf(ru, loadU - q2 + qv, timeU + changeU - s2 + sv) +
              routes.penaltyOf(rv, loadV + q2 - qv, timeV + changeV + s2 - sv)
          if (changeU + changeV + penalties - owed < gain)
            return routes.exchange(ru, position[u]!, 2, rv, position[v]!, 1, false)
        }
        // (u, x) with (v, y)
        if (u < v && y !== 0 && y !== up && (allowed[y]! & bitU) !== 0) {
          const cb = customerOf[next[y]!]!
          const qv2 = qv + demand[cy]!
          const sv2 = sv + service[cy]!
          const change2U = d[UP + cv]! + d[Y + ca]! + vy - upu - d[X + ca]! - ux
          const change2V = d[VP + cu]! + d[X + cb]! + ux - vpv - d[Y + cb]! - vy
          if (change2U + change2V < owed + gain) {
            const penalties = same
              ? 0
              : routes.penaltyOf(ru, loadU - q2 + qv2, timeU + change2U - s2 + sv2) +
                routes.penaltyOf(rv, loadV + q2 - qv2, timeV + change2V + s2 - sv2)
            if (change2U + change2V + penalties - owed < gain)
              return routes.exchange(ru, position[u]!, 2, rv, position[v]!, 2, false)
          }
        }
      }
    }

    if (same) {
      // 2-opt: u next to v, x next to y
      if (position[u]! < position[v]! && x !== v && uv + d[X + cy]! - ux - vy < gain)
        routes.turn(ru, position[u]! + 1, position[v]!)
      return
    }
    // 2-opt* with a turn: the heads together, the tails together
    const heads = uv + d[X + cy]! - ux - vy
    if (
      heads < owed + gain &&
      (bitU === bitV || ((routes.fore[v]! & bitU) !== 0 && (x === 0 || (routes.aft[x]! & bitV) !== 0)))
    ) {
      const load = routes.load[u]! + routes.load[v]!
      const change =
        heads +
        routes.penaltyOf(ru, load, routes.time[u]! + uv + routes.time[v]!) +
        routes.penaltyOf(
          rv,
          loadU + loadV - load,
          timeU - routes.time[u]! - ux + d[X + cy]! + timeV - routes.time[v]! - vy,
        ) -
        owed
      if (change < gain) return routes.joinHeads(ru, position[u]! + 1, rv, position[v]! + 1)
    }
    // 2-opt*: u before v, v's predecessor before u's successor
    const tails = uv + d[VP + cx]! - ux - vpv
    if (
      tails < owed + gain &&
      (bitU === bitV || ((routes.aft[v]! & bitU) !== 0 && (x === 0 || (routes.aft[x]! & bitV) !== 0)))
    ) {
      const headLoadV = vp === 0 ? 0 : routes.load[vp]!
      const headTimeV = vp === 0 ? 0 : routes.time[vp]!
      const change =
        tails +
        routes.penaltyOf(
          ru,
          routes.load[u]! + loadV - headLoadV,
          routes.time[u]! + uv + timeV - headTimeV - vpv,
        ) +
        routes.penaltyOf(
          rv,
          headLoadV + loadU - routes.load[u]!,
          headTimeV + d[VP + cx]! + timeU - routes.time[u]! - ux,
        ) -
        owed
      if (change < gain) {
        const from = position[u]! + 1
        routes.exchange(
          ru,
          from,
          routes.count[ru]! - from,
          rv,
          position[v]!,
          routes.count[rv]! - position[v]!,
          false,
        )
      }
    }
  }
}

export function shuffle(list: Int32Array, random: Random): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
}
