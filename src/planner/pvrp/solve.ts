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
  /** Most local searches, for a run that can be repeated byte for byte; the clock must not run out first. */
  readonly steps?: number
}

export type PvrpRoute = {
  readonly day: number
  readonly vehicle: number
  readonly customers: readonly number[]
}

export type PvrpSolution = {
  /** Total distance, without service times and without penalties. */
  readonly cost: number
  /** Whether loads, durations and the fleet are all kept. */
  readonly feasible: boolean
  /** Days and vehicles from 1; customers by the file's numbers. */
  readonly routes: readonly PvrpRoute[]
}

const granularity = 12
const crowd = { kept: 12, born: 20, elite: 4 }
/** First solutions made before the walk sets out from the best of them. */
const firsts = 2
/** Share of the budget for the walk; the rest goes to the crossing of what was found. */
const walking = 0.9
/** With so many seconds for each there are several walks: one may be unlucky, and their ends have much to give each other. */
const eachWalk = 20
const mostWalks = 3
/** Shares of the budget at which the walks and the crossing of their ends are over, and the heat of the last walk. */
const walked = 0.6
const crossed = 0.75
const lastWarmth = 0.3

export function solvePvrp(instance: PvrpInstance, budget: PvrpBudget): PvrpSolution {
  if (instance.customers.length === 0) return { cost: 0, feasible: true, routes: [] }
  const { clock, seconds, steps = Infinity } = budget
  const begin = clock()
  const random = randomFrom(`pvrp:${budget.seed}`)
  const search = new Search(compilePvrp(instance, granularity), crowd, random)
  const share = () => Math.max((clock() - begin) / seconds, search.steps / steps)
  const walks = Math.min(mostWalks, Math.floor(seconds / eachWalk))
  if (walks > 1) crossWalks(search, walks, share)
  else {
    for (let made = 0; made < firsts; made += 1) search.found()
    search.walk(search.leader(), () => share() / walking)
  }
  while (share() < 1) grow(search, crowd.kept)
  return solutionOf(instance, search.cheapest()!)
}

/** Several walks, each from a start of its own; their ends are crossed, and the best of all walks on less warmly. */
function crossWalks(search: Search, walks: number, share: () => number): void {
  for (let walk = 0; walk < walks; walk += 1) {
    const begun = share()
    const part = (walked - begun) / (walks - walk)
    search.walk(search.found(), () => (share() - begun) / part)
  }
  while (share() < crossed) grow(search, 2 * walks)
  const begun = share()
  search.walk(search.cheapest()!, () => (share() - begun) / (1 - begun), lastWarmth)
}

/** A child, or a first solution where the crowd is smaller: it begins anew when it has stood still for long. */
function grow(search: Search, least: number): void {
  const { feasible, infeasible } = search.population
  if (feasible.length + infeasible.length < least) search.found()
  else search.breed()
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
