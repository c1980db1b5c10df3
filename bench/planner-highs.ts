// The whole year of one office as a mixed-integer model for HiGHS (WASM): a variable for each trip on each day it may
// take place, the evenness of dates by tangents. Same visits, rules and costs as the planner's; nothing is left out.
import highsModule from 'highs'
import type { PlanProblem } from '#planner'
import { candidatesOf } from '../src/planner/candidates.ts'
import { type Compiled, compileProblem } from '../src/planner/compile-problem.ts'
import { lift, openDraft, place, preferenceOf, tenths } from '../src/planner/draft.ts'
import { never, tripCostsOf } from '../src/planner/trip-costs.ts'
import { timed } from './measure.ts'

// Its import entry is an ES module; its types are those of its CommonJS twin.
const highs = await (highsModule as unknown as typeof highsModule.default)()

export type HighsYear = {
  readonly trips: number
  readonly rows: number
  /** Seconds of CPU, and on the clock: model handed over and solved. */
  readonly cpu: number
  readonly wall: number
  readonly status: 'optimal' | 'stopped' | 'infeasible'
  /** Equivalent minutes of the best year it found, reckoned anew by the planner's own sums; `null`: none. */
  readonly minutes: number | null
  /** 0 when it had none yet. */
  readonly bound: number
}

/** The best year that HiGHS finds in so many seconds of CPU (at most sixty times that on the clock). All visits must be free. */
export function yearByHighs(problem: PlanProblem, seconds: number): HighsYear {
  const compiled = compileProblem(problem)
  const { rows, trips, columns } = modelOf(compiled)
  const data = columns.data(rows)
  const begin = process.threadCpuUsage()
  const stop = (event: { interrupt: () => void }): undefined => {
    const { user, system } = process.threadCpuUsage(begin)
    if (user + system > seconds * 1e6) event.interrupt()
  }
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = highs.constants.callbackType
  const run = timed(() =>
    highs.withModel(data, (model) => {
      model.options.set({ output_flag: false, time_limit: 60 * seconds, mip_rel_gap: 0 })
      model.run({ [simplexInterrupt]: stop, [ipmInterrupt]: stop, [mipInterrupt]: stop })
      const found = model.info.get('primal_solution_status') === 2
      return {
        status: model.getModelStatus(),
        bound: Math.max(0, Number(model.info.get('mip_dual_bound')) / 10),
        values: found ? model.getSolution().colValue : null,
      }
    }),
  )
  const { status, bound, values } = run.value
  return {
    trips: trips.length,
    rows: rows.count,
    cpu: run.cpu / 1000,
    wall: run.wall / 1000,
    status: status === 7 ? 'optimal' : status === 8 ? 'infeasible' : 'stopped',
    minutes: values
      ? minutesOf(
          compiled,
          trips.filter((_, at) => values[at]! > 0.5),
        )
      : null,
    bound,
  }
}

type TripOnDay = { readonly visits: readonly number[]; readonly day: number }

/** What the planner says that these dates cost; the model's own sums are not relied upon. */
function minutesOf(compiled: Compiled, trips: readonly TripOnDay[]): number {
  const draft = openDraft(compiled)
  for (const { visits, day } of trips)
    for (const visit of visits) {
      if (draft.dayOf[visit]! >= 0) lift(draft, visit)
      place(draft, visit, day)
    }
  return draft.dayOf.some((day) => day < 0) ? NaN : draft.cost / 10
}

class Rows {
  readonly lower: number[] = []
  readonly upper: number[] = []
  get count(): number {
    return this.lower.length
  }
  add(lower: number, upper: number): number {
    this.lower.push(lower)
    return this.upper.push(upper) - 1
  }
}

class Columns {
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly starts = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []

  add(
    cost: number,
    lower: number,
    upper: number,
    whole: boolean,
    entries: readonly (readonly [number, number])[],
  ): void {
    this.cost.push(cost)
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(Number(whole))
    for (const [row, value] of entries) {
      this.indices.push(row)
      this.values.push(value)
    }
    this.starts.push(this.indices.length)
  }

  data({ lower, upper, count }: Rows) {
    const numCols = this.cost.length
    return {
      numCols,
      numRows: count,
      colCost: this.cost,
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: lower,
      rowUpper: upper,
      integrality: this.whole as (0 | 1)[],
      matrix: {
        format: 'csc' as const,
        numCols,
        numRows: count,
        starts: this.starts,
        indices: this.indices,
        values: this.values,
      },
    }
  }
}

/** Tangents to the square up to so many days off; beyond it the model takes too little, so its bound stays one. */
const furthest = 40

function modelOf(compiled: Compiled) {
  const { visits, placeVisits, week, weeks, days, evenness } = compiled
  const { visitsPerDay, tripDaysPerWeek, gapDays } = compiled.problem.limits
  const [rows, columns] = [new Rows(), new Columns()]
  const costs = tripCostsOf(compiled)
  const once = visits.map(() => rows.add(1, 1))
  const aDay = Array.from({ length: days }, () => rows.add(0, 1))
  // A week's trip days beyond the first, squared, by its tangents.
  const aWeek = Array.from({ length: weeks }, () => rows.add(0, tripDaysPerWeek))
  const busy = Array.from({ length: weeks }, () =>
    Array.from({ length: tripDaysPerWeek - 1 }, (_, k) => rows.add(-Infinity, 2 * k + 1 + k * (k + 1))),
  )
  // Of each two visits to a place that follow each other: how far their gap is off even, and its square by tangents.
  const gaps = placeVisits.flatMap((list) =>
    list.length < 2
      ? []
      : list.map((visit, turn) => {
          const next = list[(turn + 1) % list.length]!
          const apart = visits[next]!.mark - visits[visit]!.mark
          const follows = turn + 1 < list.length
          return {
            visit,
            next,
            row: rows.add(apart, apart),
            least: follows && gapDays > 1 ? rows.add(gapDays, Infinity) : -1,
            tangents: Array.from({ length: 2 * furthest }, (_, k) =>
              rows.add(-Infinity, (k >> 1) * ((k >> 1) + 1)),
            ),
          }
        }),
  )
  const gapRows = visits.map(() => [] as [number, number][])
  for (const { visit, next, row, least } of gaps) {
    for (const into of least < 0 ? [row] : [row, least]) {
      gapRows[next]!.push([into, 1])
      gapRows[visit]!.push([into, -1])
    }
  }
  const trips: TripOnDay[] = []
  const open = visits.map((_, at) => new Set(candidatesOf(compiled, at)))
  const put = (trip: readonly number[]) => {
    const [a = -1, b = -1, c = -1] = trip.map((at) => visits[at]!.kind)
    const cost = costs(a, b, c)
    if (cost >= never) return
    for (const day of open[trip[0]!]!) {
      if (!trip.every((at) => open[at]!.has(day))) continue
      const wishes = trip.reduce((sum, at) => sum + preferenceOf(compiled, at, day), 0)
      const entries: (readonly [number, number])[] = [
        [aDay[day]!, 1],
        [aWeek[week[day]!]!, 1],
      ]
      for (const [k, row] of busy[week[day]!]!.entries()) entries.push([row, 2 * k + 1])
      for (const at of trip) {
        entries.push([once[at]!, 1])
        for (const [row, sign] of gapRows[at]!) entries.push([row, sign * day])
      }
      columns.add(cost + tenths['trip-days'] + tenths.preference * wishes, 0, 1, true, entries)
      trips.push({ visits: trip, day })
    }
  }
  const meet = (x: number, y: number) =>
    visits[x]!.place !== visits[y]!.place &&
    visits[x]!.windowFirst <= visits[y]!.windowLast &&
    visits[y]!.windowFirst <= visits[x]!.windowLast
  for (let a = 0; a < visits.length; a += 1) {
    put([a])
    if (visitsPerDay < 2) continue
    for (let b = a + 1; b < visits.length; b += 1) {
      if (!meet(a, b)) continue
      put([a, b])
      if (visitsPerDay < 3) continue
      for (let c = b + 1; c < visits.length; c += 1) if (meet(a, c) && meet(b, c)) put([a, b, c])
    }
  }
  for (const list of busy)
    columns.add(
      tenths.load,
      0,
      Infinity,
      false,
      list.map((row) => [row, -1]),
    )
  for (const { row, tangents } of gaps) {
    // shift = days between them − days between their marks; its square ≥ (2k + 1)|shift| − k(k + 1)
    columns.add(0, -Infinity, Infinity, false, [
      [row, -1],
      ...tangents.map((tangent, k): [number, number] => [tangent, (k & 1 ? -1 : 1) * (2 * (k >> 1) + 1)]),
    ])
    columns.add(
      evenness,
      0,
      Infinity,
      false,
      tangents.map((tangent) => [tangent, -1]),
    )
  }
  return { rows, trips, columns }
}

/** The cheapest parting of these kinds of visits into trips, in tenths of a minute, and the milliseconds it took. */
export function partitionByHighs(
  kinds: readonly number[],
  costs: (a: number, b: number, c: number) => number,
): { readonly cost: number; readonly cpu: number } {
  const { cpu, value } = timed(() => highs.solve(partitionModel(kinds, costs)).ObjectiveValue)
  return { cost: value, cpu }
}

/** Set partition in LP format: each thing in one set. */
function partitionModel(
  kinds: readonly number[],
  costs: (a: number, b: number, c: number) => number,
): string {
  const sets: { name: string; cost: number; of: number[] }[] = []
  const put = (of: number[]) => {
    const [a, b = -1, c = -1] = of
    const at = (one: number) => (one < 0 ? -1 : kinds[one]!)
    const cost = costs(at(a!), at(b), at(c))
    if (cost < never) sets.push({ name: `x${sets.length}`, cost: cost + 300, of })
  }
  for (let a = 0; a < kinds.length; a += 1) {
    put([a])
    for (let b = a + 1; b < kinds.length; b += 1) {
      put([a, b])
      for (let c = b + 1; c < kinds.length; c += 1) put([a, b, c])
    }
  }
  const rows = kinds.map((_, thing) => {
    const names = sets.filter(({ of }) => of.includes(thing)).map(({ name }) => name)
    return ` c${thing}: ${names.join(' + ')} = 1`
  })
  const goal = sets.map(({ name, cost }) => `${cost} ${name}`).join(' + ')
  const binary = sets.map(({ name }) => name).join(' ')
  return `Minimize\n obj: ${goal}\nSubject To\n${rows.join('\n')}\nBinary\n ${binary}\nEnd`
}
