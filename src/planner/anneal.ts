// A walk from year to year on flat tables: small and large steps, worse ones taken while it is warm, the best kept.
import { candidatesOf } from './candidates.ts'
import type { Compiled } from './compile-problem.ts'
import { type Draft, lift, place, tenths } from './draft.ts'
import type { Random } from './random.ts'
import { type TripCosts, never } from './trip-costs.ts'

/** How long to try. More never gives a worse plan; `stop` is asked every thousand steps. */
export type Effort = {
  /** Steps for each free visit. */
  readonly stepsPerVisit: number
  readonly stop?: () => boolean
}
export const usualEffort: Effort = { stepsPerVisit: 150 }

/** Steps for each visit in the first round; each later round is twice as long as the one before. */
const firstRound = 150
/** Tenths of a minute that a step may cost at the start of a round, on average. */
const warm = 160
const cool = 4
const nearest = 6

/** The cost of chance: -ln of evenly spread numbers. */
const losses = Float64Array.from({ length: 4096 }, (_, at) => -Math.log((at + 0.5) / 4096))

/** Lowers the cost of the draft; every visit that has a day keeps one and no rule is broken on the way. */
export function anneal(
  draft: Draft,
  costs: TripCosts,
  random: Random,
  effort: Effort,
  movable: (visit: number) => boolean = () => true,
): void {
  const { compiled } = draft
  const free = Int32Array.from(
    compiled.visits.flatMap((visit, at) =>
      visit.fixedDay < 0 && draft.dayOf[at]! >= 0 && movable(at) ? [at] : [],
    ),
  )
  if (free.length === 0) return
  const year = openYear(draft, costs, movable)
  let cost = draft.cost
  let best = cost
  const bestDay = year.day.slice()
  let left = Math.floor(effort.stepsPerVisit * free.length)
  for (let round = firstRound, start = warm; left > 0; round *= 2, start = warm / 2) {
    const length = round * free.length
    const steps = Math.min(left, length)
    left -= steps
    if (cost > best) {
      year.restore(bestDay)
      cost = best
    }
    const fall = (cool / start) ** (1 / (length / 256))
    let heat = start
    for (let step = 0; step < steps; step += 1) {
      if ((step & 255) === 0) {
        heat *= fall
        if ((step & 1023) === 0 && effort.stop?.()) {
          left = 0
          break
        }
      }
      const change = year.step(free, random, heat)
      if (change === 0) continue
      cost += change
      if (cost < best) {
        best = cost
        bestDay.set(year.day)
      }
    }
  }
  for (const at of free) if (draft.dayOf[at] !== bestDay[at]) lift(draft, at)
  for (const at of free) if (draft.dayOf[at]! < 0) place(draft, at, bestDay[at]!)
}

/** The year as flat tables, and one step on them; `step` answers by how much the cost has changed. */
function openYear(draft: Draft, costs: TripCosts, movable: (visit: number) => boolean) {
  const { compiled } = draft
  const { visits, week, weekday, days, evenness } = compiled
  const { visitsPerDay, tripDaysPerWeek, gapDays } = compiled.problem.limits
  const day = draft.dayOf.slice()
  const size = visits.length
  const kind = Int32Array.from(visits, (visit) => visit.kind)
  const mark = Int32Array.from(visits, (visit) => visit.mark)
  const home = Int32Array.from(visits, (visit) => visit.place)
  const stays = Uint8Array.from(visits, (visit, at) => (visit.fixedDay >= 0 || !movable(at) ? 1 : 0))
  const first = Int32Array.from(visits, (visit) => Math.max(visit.windowFirst, compiled.noticeFrom, 0))
  const last = Int32Array.from(visits, (visit) => Math.min(visit.windowLast, days - 1))
  /** Bit of each unwished weekday. */
  const dislikes = Uint8Array.from(visits, ({ weekdays }) =>
    weekdays.length === 0 ? 0 : 254 & ~weekdays.reduce((bits, one) => bits | (1 << one), 0),
  )
  const choices = visits.map((visit, at) =>
    visit.fixedDay < 0 ? candidatesOf(compiled, at) : new Int16Array(),
  )
  const before = new Int32Array(size).fill(-1)
  const after = new Int32Array(size).fill(-1)
  for (const list of compiled.placeVisits) {
    const ring = list.filter((at) => day[at]! >= 0)
    for (const [turn, at] of ring.entries()) {
      after[at] = ring[(turn + 1) % ring.length]!
      before[at] = ring.at(turn - 1)!
    }
  }
  /** Three slots a day; a day of more stands as it is and takes no one in. */
  const slot = new Int32Array(days * 3).fill(-1)
  const count = new Int32Array(days)
  const trips = new Int32Array(compiled.weeks + 1)
  const fill = () => {
    slot.fill(-1)
    count.fill(0)
    trips.fill(0)
    for (let at = 0; at < size; at += 1) {
      const on = day[at]!
      if (on < 0) continue
      if (count[on]! < 3) slot[3 * on + count[on]!] = at
      if (count[on] === 0) trips[week[on]!]! += 1
      count[on]! += 1
    }
  }
  fill()
  const open = new Uint8Array(compiled.placeVisits.length * days)
  for (let at = 0; at < compiled.placeVisits.length; at += 1) {
    const closed = compiled.placeClosed[at]
    for (let on = compiled.noticeFrom < 0 ? 0 : compiled.noticeFrom; on < days; on += 1)
      if (compiled.working[on] && !compiled.closed[on] && !closed?.[on]) open[at * days + on] = 1
  }
  const near = neighboursOf(compiled)

  const kindAt = (at: number) => (at < 0 ? -1 : kind[at]!)
  const dayCost = (on: number) =>
    costs(kindAt(slot[3 * on]!), kindAt(slot[3 * on + 1]!), kindAt(slot[3 * on + 2]!))
  /** The cost of the day with `at` gone and `put` (or -1) in its place. */
  const dayCostWith = (on: number, at: number, put: number) => {
    const a = slot[3 * on]!
    const b = slot[3 * on + 1]!
    const c = slot[3 * on + 2]!
    return costs(kindAt(a === at ? put : a), kindAt(b === at ? put : b), kindAt(c === at ? put : c))
  }
  const load = (tripDays: number) => (tripDays > 1 ? tenths.load * (tripDays - 1) * (tripDays - 1) : 0)
  const may = (at: number, on: number) =>
    on >= first[at]! && on <= last[at]! && open[home[at]! * days + on] === 1
  const gapKept = (at: number, on: number, other: number) => {
    for (let next = after[at]!; next !== at; next = after[next]!)
      if (next !== other && Math.abs(day[next]! - on) < gapDays) return false
    return true
  }
  /** Spacing and weekday of a visit, were it on that day. */
  const own = (at: number, on: number) => {
    const shift = on - mark[at]!
    const left = shift - day[before[at]!]! + mark[before[at]!]!
    const right = shift - day[after[at]!]! + mark[after[at]!]!
    const off = (dislikes[at]! >> weekday[on]!) & 1 ? tenths.preference : 0
    return after[at] === at ? off : evenness * (left * left + right * right) + off
  }
  const put = (at: number, on: number) => {
    if (count[on] === 0) trips[week[on]!]! += 1
    slot[3 * on + count[on]!] = at
    count[on]! += 1
    day[at] = on
  }
  const take = (at: number) => {
    const on = day[at]!
    const end = 3 * on + count[on]! - 1
    for (let at3 = 3 * on; at3 < end; at3 += 1)
      if (slot[at3] === at) {
        slot[at3] = slot[end]!
        break
      }
    slot[end] = -1
    count[on]! -= 1
    if (count[on] === 0) trips[week[on]!]! -= 1
  }
  const taken = (change: number, random: Random, heat: number) =>
    change <= 0 || change < heat * losses[random.below(4096)]!

  function moveVisit(at: number, to: number, random: Random, heat: number): number {
    const from = day[at]!
    if (to === from || to < 0 || to >= days || !may(at, to)) return 0
    if (count[to]! >= visitsPerDay || count[from]! > 3 || !gapKept(at, to, -1)) return 0
    const [weekFrom, weekTo] = [week[from]!, week[to]!]
    let change = own(at, to) - own(at, from)
    const leaves = count[from] === 1
    const comes = count[to] === 0
    if (leaves !== comes) change += comes ? tenths['trip-days'] : -tenths['trip-days']
    if (weekFrom === weekTo) {
      const now = trips[weekFrom]!
      const then = now + (comes ? 1 : 0) - (leaves ? 1 : 0)
      if (comes && then > tripDaysPerWeek && then >= now) return 0
      change += load(then) - load(now)
    } else {
      if (comes) {
        if (trips[weekTo]! >= tripDaysPerWeek) return 0
        change += load(trips[weekTo]! + 1) - load(trips[weekTo]!)
      }
      if (leaves) change += load(trips[weekFrom]! - 1) - load(trips[weekFrom]!)
    }
    change += dayCostWith(from, at, -1) - dayCost(from) - dayCost(to)
    change += costs(kindAt(slot[3 * to]!), kindAt(slot[3 * to + 1]!), kind[at]!)
    if (change >= never / 2 || !taken(change, random, heat)) return 0
    take(at)
    put(at, to)
    return change
  }

  function swapVisits(a: number, b: number, random: Random, heat: number): number {
    const [dayA, dayB] = [day[a]!, day[b]!]
    if (dayA === dayB || home[a] === home[b] || !may(a, dayB) || !may(b, dayA)) return 0
    if (count[dayA]! > 3 || count[dayB]! > 3 || !gapKept(a, dayB, -1) || !gapKept(b, dayA, -1)) return 0
    const change =
      own(a, dayB) +
      own(b, dayA) -
      own(a, dayA) -
      own(b, dayB) +
      costsOfSwap(dayA, a, b) +
      costsOfSwap(dayB, b, a)
    if (change >= never / 2 || !taken(change, random, heat)) return 0
    take(a)
    take(b)
    put(a, dayB)
    put(b, dayA)
    return change
  }
  const costsOfSwap = (on: number, out: number, into: number) => dayCostWith(on, out, into) - dayCost(on)

  /** The change of spacing and weekdays when the day's visits go to another; never when one of them may not. */
  const tripChange = (from: number, to: number): number => {
    let change = 0
    for (let turn = 0; turn < count[from]!; turn += 1) {
      const at = slot[3 * from + turn]!
      if (stays[at] || !may(at, to) || !gapKept(at, to, -1)) return never
      change += own(at, to) - own(at, from)
    }
    return change
  }

  function moveTrip(from: number, to: number, random: Random, heat: number): number {
    if (from === to || count[from]! > 3 || to < 0 || to >= days) return 0
    if (count[to]! > 0) return swapTrips(from, to, random, heat)
    const [weekFrom, weekTo] = [week[from]!, week[to]!]
    if (weekFrom !== weekTo && trips[weekTo]! >= tripDaysPerWeek) return 0
    let change = tripChange(from, to)
    if (change >= never / 2) return 0
    if (weekFrom !== weekTo)
      change +=
        load(trips[weekTo]! + 1) - load(trips[weekTo]!) + load(trips[weekFrom]! - 1) - load(trips[weekFrom]!)
    if (!taken(change, random, heat)) return 0
    for (let turn = 0; turn < 3; turn += 1) {
      const at = slot[3 * from + turn]!
      slot[3 * to + turn] = at
      slot[3 * from + turn] = -1
      if (at >= 0) day[at] = to
    }
    count[to] = count[from]!
    count[from] = 0
    trips[weekTo]! += 1
    trips[weekFrom]! -= 1
    return change
  }

  function swapTrips(a: number, b: number, random: Random, heat: number): number {
    if (count[b]! > 3) return 0
    // Two visits to one place bind each other: their change is not the sum of two.
    for (let i = 0; i < count[a]!; i += 1)
      for (let j = 0; j < count[b]!; j += 1) if (home[slot[3 * a + i]!] === home[slot[3 * b + j]!]) return 0
    const change = tripChange(a, b) + tripChange(b, a)
    if (change >= never / 2 || !taken(change, random, heat)) return 0
    for (let turn = 0; turn < 3; turn += 1) {
      const [x, y] = [slot[3 * a + turn]!, slot[3 * b + turn]!]
      slot[3 * a + turn] = y
      slot[3 * b + turn] = x
      if (x >= 0) day[x] = b
      if (y >= 0) day[y] = a
    }
    const held = count[a]!
    count[a] = count[b]!
    count[b] = held
    return change
  }

  /** A day in step with the next or the last visit to the place, give or take a few. */
  const inStep = (at: number, random: Random) => {
    const other = random.below(2) === 0 ? before[at]! : after[at]!
    return day[other]! - mark[other]! + mark[at]! + random.below(7) - 3
  }

  const step = (free: Int32Array, random: Random, heat: number): number => {
    const at = free[random.below(free.length)]!
    const list = choices[at]!
    switch (random.below(8)) {
      case 0:
        return moveVisit(at, list[random.below(list.length)]!, random, heat)
      case 1:
        return moveVisit(at, inStep(at, random), random, heat)
      case 2: {
        const places = near[home[at]!]!
        if (places.length === 0) return 0
        const there = compiled.placeVisits[places[random.below(places.length)]!]!
        const other = there[random.below(there.length)]!
        return day[other]! < 0 ? 0 : moveVisit(at, day[other]!, random, heat)
      }
      case 3: {
        const places = near[home[at]!]!
        if (places.length === 0) return 0
        const there = compiled.placeVisits[places[random.below(places.length)]!]!
        const other = there[random.below(there.length)]!
        return day[other]! < 0 || stays[other] ? 0 : swapVisits(at, other, random, heat)
      }
      case 4:
        return swapVisits(at, free[random.below(free.length)]!, random, heat)
      case 5:
        return moveTrip(day[at]!, list[random.below(list.length)]!, random, heat)
      default:
        return moveTrip(day[at]!, inStep(at, random), random, heat)
    }
  }
  const restore = (days: Int32Array) => {
    day.set(days)
    fill()
  }
  return { day, step, restore }
}

function neighboursOf({ size, drive, placeVisits }: Compiled): number[][] {
  return placeVisits.map((_, at) =>
    placeVisits
      .flatMap((visits, other) => {
        const way = drive[(at + 1) * size + other + 1]!
        return other === at || visits.length === 0 || Number.isNaN(way) ? [] : [{ other, way }]
      })
      .sort((a, b) => a.way - b.way || a.other - b.other)
      .slice(0, nearest)
      .map(({ other }) => other),
  )
}
