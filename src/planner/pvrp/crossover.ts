// Periodic crossover with insertions (Vidal et al. 2012): some days from one parent, some from the other, some mixed.
import type { Random } from '../random.ts'
import type { PatternImprover } from './improve-patterns.ts'
import { shuffle } from './improve-routes.ts'
import type { Individual } from './individual.ts'
import type { Routes } from './routes.ts'
import type { Split } from './split.ts'

export class Crossover {
  private readonly routes: Routes
  private readonly split: Split
  private readonly patterns: PatternImprover
  private readonly random: Random
  private readonly days: Int32Array
  private readonly order: Int32Array
  private readonly mask: Int32Array
  private readonly tours: readonly Int32Array[]
  private readonly lengths: Int32Array

  constructor(routes: Routes, split: Split, patterns: PatternImprover, random: Random) {
    const { days, size } = routes.model
    this.routes = routes
    this.split = split
    this.patterns = patterns
    this.random = random
    this.days = Int32Array.from({ length: days }, (_, at) => at)
    this.order = Int32Array.from({ length: size - 1 }, (_, at) => at + 1)
    this.mask = new Int32Array(size)
    this.tours = Array.from({ length: days }, () => new Int32Array(size))
    this.lengths = new Int32Array(days)
  }

  /** Lays a child of both in the routes. */
  run(one: Individual, two: Individual): void {
    const { days, random, mask, lengths, routes } = this
    mask.fill(0)
    lengths.fill(0)
    shuffle(days, random)
    let fromOne = random.below(days.length + 1)
    let fromTwo = random.below(days.length + 1)
    if (fromOne > fromTwo) [fromOne, fromTwo] = [fromTwo, fromOne]
    for (let at = 0; at < days.length; at += 1) {
      if (at >= fromOne && at < fromTwo) continue
      const tour = one.days[days[at]!]!
      if (at < fromOne) this.take(tour, days[at]!, 0, tour.length)
      else if (tour.length > 0) {
        const from = random.below(tour.length)
        const to = random.below(tour.length)
        if (from <= to) this.take(tour, days[at]!, from, to + 1)
        else {
          this.take(tour, days[at]!, from, tour.length)
          this.take(tour, days[at]!, 0, to + 1)
        }
      }
    }
    // The other parent's days in an order of their own, so that none is always served last.
    for (let at = days.length - 1; at >= fromOne; at -= 1) {
      const tour = two.days[days[at]!]!
      const turn = tour.length === 0 ? 0 : this.turnOf(tour, days[at]!)
      this.take(tour, days[at]!, turn, tour.length)
      this.take(tour, days[at]!, 0, turn)
    }
    routes.clear()
    for (let day = 0; day < days.length; day += 1) this.split.run(day, this.tours[day]!, lengths[day]!)
    this.complete()
  }

  /** Gives every customer its missing visits, in random order. */
  complete(): void {
    shuffle(this.order, this.random)
    for (const customer of this.order) this.patterns.complete(customer)
  }

  /** Where the other parent's tour goes on from the stretch already taken. */
  private turnOf(tour: Int32Array, day: number): number {
    const length = this.lengths[day]!
    return length === 0 ? 0 : tour.indexOf(this.tours[day]![length - 1]!) + 1
  }

  private take(tour: Int32Array, day: number, from: number, to: number): void {
    const { mask, tours, lengths, routes } = this
    const { patterns } = routes.model
    const bit = 1 << day
    for (let at = from; at < to; at += 1) {
      const customer = tour[at]!
      if (customer === 0 || mask[customer]! & bit) continue
      const wanted = mask[customer]! | bit
      for (const option of patterns[customer]!)
        if ((option & wanted) === wanted) {
          mask[customer] = wanted
          tours[day]![lengths[day]!++] = customer
          break
        }
    }
  }
}
