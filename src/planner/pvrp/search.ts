// Hybrid genetic search: children of two parents, improved by local search, kept by price and unlikeness.
import type { Random } from '../random.ts'
import { Crossover } from './crossover.ts'
import { PatternImprover } from './improve-patterns.ts'
import { RouteImprover, shuffle } from './improve-routes.ts'
import { type Individual, isFeasible, layOut, takeDown } from './individual.ts'
import { Insertions } from './insertions.ts'
import type { Model } from './model.ts'
import { type CrowdSizes, Population } from './population.ts'
import { Routes } from './routes.ts'
import { Split } from './split.ts'
import { SwapStar } from './swap-star.ts'
import { Walk } from './walk.ts'

/** Share of children that should be feasible, each kind of excess by itself. */
const wanted = 0.3
/** Children between two adjustments of the penalties. */
const watched = 50
/** Children without a better solution after which the crowd starts anew. */
const patience = 8000
/** Heat of the walk at its beginning and end, in shares of the mean way per customer. */
const hottest = 0.1
const coldest = 0.005
/** At most so many customers are cleared in a step, and two more. */
const cleared = 10

export class Search {
  readonly model: Model
  readonly routes: Routes
  readonly population: Population
  best: Individual | null = null
  /** The least bad while none is feasible. */
  nearest: Individual | null = null
  /** Local searches so far. */
  steps = 0
  private readonly random: Random
  private readonly insertions: Insertions
  private readonly routeImprover: RouteImprover
  private readonly patternImprover: PatternImprover
  private readonly swapStar: SwapStar
  private readonly crossover: Crossover
  private children = 0
  private fitLoad = 0
  private fitTime = 0
  private idle = 0

  constructor(model: Model, sizes: CrowdSizes, random: Random) {
    this.model = model
    this.random = random
    this.routes = new Routes(model)
    const { routes } = this
    this.insertions = new Insertions(routes)
    this.routeImprover = new RouteImprover(routes, random)
    this.patternImprover = new PatternImprover(routes, this.insertions, random)
    this.swapStar = new SwapStar(routes, this.insertions)
    this.crossover = new Crossover(routes, new Split(routes), this.patternImprover, random)
    this.population = new Population(model, routes.penalties, sizes, random)
    const mean = (list: Float64Array) =>
      list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length - 1)
    routes.penalties.overload =
      mean(model.distance.subarray(0, model.size)) / Math.max(1e-6, mean(model.demand))
  }

  /** A first solution: the harder customers first, each where it costs least, then local search. */
  found(): Individual {
    const { model, random, routes } = this
    routes.clear()
    this.patternImprover.forget()
    const order = Int32Array.from({ length: model.size - 1 }, (_, at) => at + 1)
    shuffle(order, random)
    // From a random direction round, so that routes grow beside each other; fewer choices first.
    const from = random.below(0x10000)
    const turn = (customer: number) => (model.angle[customer]! - from) & 0xffff
    const swept = random.below(2) === 0
    order.sort(
      (a, b) => model.patterns[a]!.length - model.patterns[b]!.length || (swept ? turn(a) - turn(b) : 0),
    )
    for (const customer of order) this.patternImprover.complete(customer)
    return this.keep()
  }

  /** A child of two parents. */
  breed(): void {
    this.patternImprover.forget()
    this.crossover.run(this.population.draw(), this.population.draw())
    this.keep()
    if (this.idle > patience) {
      this.population.clear()
      this.idle = 0
    }
  }

  /** Of the child and its repair the one that is feasible. */
  private keep(): Individual {
    this.improve()
    const child = takeDown(this.routes)
    this.judge(child)
    this.watch(child)
    return isFeasible(child) || this.random.below(2) === 0 ? child : (this.repair() ?? child)
  }

  /** The same with ten times the penalties: often the way into the feasible. */
  private repair(): Individual | null {
    const { routes } = this
    const { penalties } = routes
    const { overload, overtime } = penalties
    penalties.overload *= 10
    penalties.overtime *= 10
    routes.reprice()
    this.improve()
    penalties.overload = overload
    penalties.overtime = overtime
    routes.reprice()
    const repaired = takeDown(routes)
    if (!isFeasible(repaired)) return null
    this.judge(repaired)
    return repaired
  }

  /** Walks on from a solution until `share` of its time reaches 1, cooling as it goes from `hot` times the usual heat. */
  walk(from: Individual, share: () => number, hot = 1): void {
    const { routes, patternImprover, population } = this
    const { penalties } = routes
    const { size } = this.model
    layOut(from, routes)
    routes.reprice()
    this.improve()
    const walk = new Walk(routes, this.random)
    walk.begin()
    const edge = from.distance / size
    let best = Infinity
    const start = hottest * hot
    let heat = edge * start
    let end: Individual | null = null
    let fitLoad = 0
    let fitTime = 0
    for (let step = 1; ; step += 1) {
      if (step % 8 === 0) {
        const done = share()
        if (done >= 1) break
        heat = edge * start * Math.pow(coldest / start, done)
      }
      const chosen = walk.ruin(cleared)
      for (const customer of chosen) patternImprover.complete(customer)
      const about = walk.about(chosen)
      this.localSearch(walk.nodesOf(about), about)
      const price = walk.priceNow()
      const excess = routes.excess()
      if (price < walk.price - heat * Math.log((1 + this.random.below(1e6)) / 1e6)) {
        walk.stay()
        if (excess === 0 && price < best - 1e-6) {
          best = price
          const found = takeDown(routes)
          end = found
          if (this.best === null || found.distance < this.best.distance - 1e-7) this.best = found
        }
      } else walk.back()
      const now = routes.excess()
      if (!(now & 1)) fitLoad += 1
      if (!(now & 2)) fitTime += 1
      if (step % watched === 0) {
        penalties.overload = adjusted(penalties.overload, fitLoad / watched)
        penalties.overtime = adjusted(penalties.overtime, fitTime / watched)
        fitLoad = fitTime = 0
        routes.reprice()
        this.forget()
        walk.price = walk.priceNow()
      }
    }
    population.resort()
    this.judge(end ?? takeDown(routes))
  }

  private improve(): void {
    this.forget()
    this.localSearch()
  }

  /** Needed when penalties change: what was tested was tested at the old ones. */
  private forget(): void {
    this.routeImprover.forget()
    this.patternImprover.forget()
    this.swapStar.forget()
  }

  /** Among these nodes and customers, or all. */
  private localSearch(nodes?: Int32Array, customers?: Int32Array): void {
    this.steps += 1
    for (;;) {
      this.routeImprover.run(nodes)
      if (this.patternImprover.run(customers)) continue
      if (!this.swapStar.run()) return
    }
  }

  private judge(child: Individual): void {
    const { best, nearest } = this
    this.idle += 1
    if (isFeasible(child)) {
      if (best === null || child.distance < best.distance - 1e-7) {
        this.best = child
        this.idle = 0
      }
    } else if (best === null) {
      const excess = child.overload + child.overtime
      if (nearest === null || excess < nearest.overload + nearest.overtime) this.nearest = child
    }
    this.population.add(child)
  }

  private watch(child: Individual): void {
    this.children += 1
    if (child.overload === 0) this.fitLoad += 1
    if (child.overtime === 0) this.fitTime += 1
    if (this.children % watched !== 0) return
    const { penalties } = this.routes
    penalties.overload = adjusted(penalties.overload, this.fitLoad / watched)
    penalties.overtime = adjusted(penalties.overtime, this.fitTime / watched)
    this.fitLoad = 0
    this.fitTime = 0
    this.population.resort()
  }

  /** The first of its crowd: the cheapest feasible one, else the cheapest with penalties. */
  leader(): Individual {
    return this.population.feasible[0] ?? this.population.infeasible[0]!
  }

  /** The cheapest at hand, penalties included. */
  cheapest(): Individual | null {
    return this.best ?? this.nearest
  }
}

function adjusted(penalty: number, share: number): number {
  if (share < wanted - 0.1) return Math.min(penalty * 1.3, 1e5)
  if (share > wanted + 0.1) return Math.max(penalty * 0.8, 1e-4)
  return penalty
}
