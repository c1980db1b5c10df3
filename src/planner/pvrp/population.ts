// Two crowds, of feasible and of infeasible solutions, kept good and unlike (Vidal et al. 2012, doi:10.1287/opre.1120.1048).
import type { Random } from '../random.ts'
import { type Individual, distanceBetween, isFeasible, priceOf } from './individual.ts'
import type { Model } from './model.ts'
import type { Penalties } from './routes.ts'

export type CrowdSizes = {
  /** Kept when a crowd is thinned, and born before the next thinning. */
  readonly kept: number
  readonly born: number
  readonly elite: number
}

const closest = 5

export class Population {
  readonly feasible: Individual[] = []
  readonly infeasible: Individual[] = []
  private readonly model: Model
  private readonly penalties: Penalties
  private readonly sizes: CrowdSizes
  private readonly random: Random

  constructor(model: Model, penalties: Penalties, sizes: CrowdSizes, random: Random) {
    this.model = model
    this.penalties = penalties
    this.sizes = sizes
    this.random = random
  }

  add(individual: Individual): void {
    const crowd = isFeasible(individual) ? this.feasible : this.infeasible
    for (const other of crowd) {
      const distance = distanceBetween(individual, other, this.model)
      individual.distances.set(other, distance)
      other.distances.set(individual, distance)
    }
    const price = priceOf(individual, this.penalties)
    let at = crowd.length
    while (at > 0 && priceOf(crowd[at - 1]!, this.penalties) > price) at -= 1
    crowd.splice(at, 0, individual)
    if (crowd.length > this.sizes.kept + this.sizes.born)
      while (crowd.length > this.sizes.kept) this.removeWorst(crowd)
    this.rank(crowd)
  }

  /** Sorts the infeasible anew after the penalties changed. */
  resort(): void {
    this.infeasible.sort((a, b) => priceOf(a, this.penalties) - priceOf(b, this.penalties))
    this.rank(this.infeasible)
  }

  clear(): void {
    this.feasible.length = 0
    this.infeasible.length = 0
  }

  /** The better of two drawn from both crowds. */
  draw(): Individual {
    const one = this.any()
    const two = this.any()
    return one.rank <= two.rank ? one : two
  }

  private any(): Individual {
    const at = this.random.below(this.feasible.length + this.infeasible.length)
    return at < this.feasible.length ? this.feasible[at]! : this.infeasible[at - this.feasible.length]!
  }

  /** Rank by price plus rank by unlikeness to the nearest few; smaller is better. */
  private rank(crowd: readonly Individual[]): void {
    const size = crowd.length
    if (size < 2) {
      if (size === 1) crowd[0]!.rank = 0
      return
    }
    const order = crowd.map((individual, at) => ({ at, apart: apartness(individual) }))
    order.sort((a, b) => b.apart - a.apart)
    const weight = size <= this.sizes.elite ? 0 : 1 - this.sizes.elite / size
    order.forEach(({ at }, place) => {
      crowd[at]!.rank = (at + weight * place) / (size - 1)
    })
  }

  /** A twin of another first, else the worst rank; never the cheapest. */
  private removeWorst(crowd: Individual[]): void {
    this.rank(crowd)
    let worst = -1
    let worstIsTwin = false
    for (let at = 1; at < crowd.length; at += 1) {
      const one = crowd[at]!
      let nearest = Infinity
      for (const distance of one.distances.values()) if (distance < nearest) nearest = distance
      const twin = nearest < 1e-9
      if (worst < 0 || (twin && !worstIsTwin) || (twin === worstIsTwin && one.rank > crowd[worst]!.rank)) {
        worst = at
        worstIsTwin = twin
      }
    }
    const [gone] = crowd.splice(worst, 1)
    for (const other of gone!.distances.keys()) other.distances.delete(gone!)
  }
}

function apartness({ distances }: Individual): number {
  const nearest: number[] = []
  for (const distance of distances.values()) {
    if (nearest.length < closest) nearest.push(distance)
    else if (distance < nearest[closest - 1]!) nearest[closest - 1] = distance
    else continue
    for (let at = nearest.length - 1; at > 0 && nearest[at]! < nearest[at - 1]!; at -= 1) {
      const kept = nearest[at]!
      nearest[at] = nearest[at - 1]!
      nearest[at - 1] = kept
    }
  }
  return nearest.reduce((sum, distance) => sum + distance, 0) / Math.max(1, nearest.length)
}
