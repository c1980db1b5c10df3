// The benchmark solver: a periodic vehicle-routing instance in, the best solution found in the time out.
import { randomFrom } from '../random.ts'
import type { PvrpInstance } from './instance.ts'
import { compilePvrp } from './model.ts'
import type { Individual } from './individual.ts'
import { Search } from './search.ts'

export type PvrpBudget = {
  readonly seed: number
  /** Runs until the clock has gone so many seconds; the clock is the caller's (CPU or wall). */
  readonly seconds: number
  readonly clock: () => number
  /** Most children, for a run that can be repeated byte for byte. */
  readonly children?: number
}

export type PvrpRoute = { readonly day: number; readonly vehicle: number; readonly customers: readonly number[] }

export type PvrpSolution = {
  /** Total distance, without service times and without penalties. */
  readonly cost: number
  /** Whether loads, durations and the fleet are all kept. */
  readonly feasible: boolean
  /** Days and vehicles from 1; customers by the file's numbers. */
  readonly routes: readonly PvrpRoute[]
}

const granularity = 20

export function solvePvrp(instance: PvrpInstance, budget: PvrpBudget): PvrpSolution {
  const { clock, seconds, children = Infinity } = budget
  const begin = clock()
  const random = randomFrom(`pvrp:${budget.seed}`)
  const model = compilePvrp(instance, granularity)
  const search = new Search(model, { kept: 25, born: 40, elite: 5 }, random)
  const share = () => (clock() - begin) / seconds
  let born = 0
  while (born < children) {
    const { feasible, infeasible } = search.population
    if (born < 4 || (feasible.length + infeasible.length < 25 && share() < 0.2)) search.found()
    else search.breed()
    born += 1
    if (share() >= 1) break
  }
  return solutionOf(instance, search.cheapest()!)
}

function solutionOf({ customers }: PvrpInstance, individual: Individual): PvrpSolution {
  const routes: PvrpRoute[] = []
  individual.days.forEach((tour, day) => {
    let vehicle = 1
    let list: number[] = []
    for (const customer of tour) {
      if (customer !== 0) list.push(customers[customer - 1]!.id)
      else {
        routes.push({ day: day + 1, vehicle: vehicle++, customers: list })
        list = []
      }
    }
  })
  const { distance, overload, overtime } = individual
  return { cost: distance, feasible: overload === 0 && overtime === 0, routes }
}
