// The cheapest way to part things into sets of at most three, and a proof of how cheap it can be at best.

/** Whole cost of a set; `-1` in the place of a missing member; not finite: not allowed. Members in rising order. */
export type SetCost = (a: number, b: number, c: number) => number

export type Partition = {
  /** No partition costs less. */
  readonly lower: number
  readonly sets: readonly (readonly number[])[]
  readonly cost: number
  /** No partition has fewer sets. */
  readonly fewest: number
}

/** Up to so many things the best partition is found (dynamic programming over subsets, cut by the dual bound). */
const exact = 20
/** Up to so many the same is tried with only the subsets that stay below the best known, if they are not too many. */
const searched = 30
const mostStates = 150_000
/** Rounds of ascent on the dual when there are more. */
const rounds = 60

type Found = Omit<Partition, 'fewest'>
type Columns = { a: Int16Array; b: Int16Array; c: Int16Array; cost: Float64Array; of: number[][] }

export function partition(count: number, most: number, cost: SetCost): Partition {
  const columns = columnsOf(count, most, cost)
  const dual = ascend(count, columns, count > exact ? rounds : 6)
  const greedy = cover(count, columns, dual)
  const fewest = fewestSets(columns)
  const sum = dual.reduce((total, one) => total + one, 0)
  // Costs are whole numbers, so the bound is one too; the small change is what sums of thirds lose.
  const lower = Math.min(Math.ceil(sum - 1e-6), greedy.cost)
  if (greedy.cost <= lower || count > searched) return { ...greedy, lower, fewest }
  if (count > exact)
    return { ...(searchSparsely(count, columns, dual, greedy) ?? { ...greedy, lower }), fewest }
  return { ...search(count, columns, dual, greedy), fewest }
}

function columnsOf(count: number, most: number, cost: SetCost): Columns {
  const rows: number[] = []
  const of: number[][] = Array.from({ length: count }, () => [])
  const put = (a: number, b: number, c: number) => {
    const value = cost(a, b, c)
    if (!Number.isFinite(value)) return
    const at = rows.length / 4
    of[a]!.push(at)
    if (b >= 0) of[b]!.push(at)
    if (c >= 0) of[c]!.push(at)
    rows.push(a, b, c, value)
  }
  for (let a = 0; a < count; a += 1) {
    put(a, -1, -1)
    if (most < 2) continue
    for (let b = a + 1; b < count; b += 1) {
      put(a, b, -1)
      if (most < 3) continue
      for (let c = b + 1; c < count; c += 1) put(a, b, c)
    }
  }
  const size = rows.length / 4
  const columns = {
    a: new Int16Array(size),
    b: new Int16Array(size),
    c: new Int16Array(size),
    cost: new Float64Array(size),
    of,
  }
  for (let at = 0; at < size; at += 1) {
    columns.a[at] = rows[4 * at]!
    columns.b[at] = rows[4 * at + 1]!
    columns.c[at] = rows[4 * at + 2]!
    columns.cost[at] = rows[4 * at + 3]!
  }
  return columns
}

/** A price for each thing such that no set costs less than its things: their sum is a lower bound. */
function ascend(count: number, { a, b, c, cost, of }: Columns, turns: number): Float64Array {
  const price = new Float64Array(count).fill(Infinity)
  for (const [at, value] of cost.entries()) {
    const share = value / (b[at]! < 0 ? 1 : c[at]! < 0 ? 2 : 3)
    for (const member of [a[at]!, b[at]!, c[at]!])
      if (member >= 0) price[member] = Math.min(price[member]!, share)
  }
  const slack = Float64Array.from(cost, (value, at) => {
    const rest = value - price[a[at]!]! - (b[at]! < 0 ? 0 : price[b[at]!]!)
    return rest - (c[at]! < 0 ? 0 : price[c[at]!]!)
  })
  const shift = (member: number, by: number) => {
    price[member]! += by
    for (const at of of[member]!) slack[at]! -= by
  }
  const raise = (member: number): number => {
    let least = Infinity
    for (const at of of[member]!) if (slack[at]! < least) least = slack[at]!
    if (least !== 0) shift(member, least)
    return least
  }
  for (let member = 0; member < count; member += 1) raise(member)
  // One price gives way so that others, two at best, may rise by as much; undone where nothing is won.
  for (let turn = 0; turn < turns; turn += 1) {
    const step = 200 / (1 + (turn % 8) * 2)
    let won = 0
    for (let member = 0; member < count; member += 1) {
      const before = price.slice()
      shift(member, -step)
      let gain = -step
      for (let next = 1; next < count; next += 1) gain += raise((member + next * (1 + (turn % 3))) % count)
      gain += raise(member)
      if (gain >= 0) won += gain
      else
        for (const [other, value] of before.entries())
          if (price[other] !== value) shift(other, value - price[other]!)
    }
    if (won === 0 && turn >= 8) break
  }
  return price
}

/** Each thing is a half or a third of a set at best, as the largest that takes it allows. */
function fewestSets({ b, c, of }: Columns): number {
  let sixths = 0
  for (const list of of) sixths += list.some((at) => c[at]! >= 0) ? 2 : list.some((at) => b[at]! >= 0) ? 3 : 6
  return Math.ceil(sixths / 6)
}

/** Sets chosen one by one, the least dear beyond its prices first, beginning from each thing in turn. */
function cover(count: number, { a, b, c, cost, of }: Columns, price: Float64Array): Found {
  let best: Found = { lower: 0, sets: [], cost: Infinity }
  for (let start = 0; start < Math.min(count, 24); start += 1) {
    const taken = new Uint8Array(count)
    const sets: number[][] = []
    let sum = 0
    for (let turn = 0; turn < count; turn += 1) {
      const member = (start + turn) % count
      if (taken[member]) continue
      let least = Infinity
      let choice = -1
      for (const at of of[member]!) {
        if (taken[a[at]!] || (b[at]! >= 0 && taken[b[at]!]) || (c[at]! >= 0 && taken[c[at]!])) continue
        let over = cost[at]! - price[a[at]!]!
        if (b[at]! >= 0) over -= price[b[at]!]!
        if (c[at]! >= 0) over -= price[c[at]!]!
        if (over < least) {
          least = over
          choice = at
        }
      }
      if (choice < 0) {
        sum = Infinity
        break
      }
      const set = [a[choice]!, b[choice]!, c[choice]!].filter((one) => one >= 0)
      for (const one of set) taken[one] = 1
      sets.push(set)
      sum += cost[choice]!
    }
    if (sum < best.cost) best = { lower: 0, sets, cost: sum }
  }
  return best
}

const unreached = 2 ** 31 - 1

/** Subsets in rising order, the lowest missing thing taken next; what cannot beat the best known is not followed. */
function search(count: number, { a, b, c, cost, of }: Columns, price: Float64Array, known: Found): Found {
  const full = 2 ** count - 1
  const least = new Int32Array(full + 1).fill(unreached)
  const via = new Int32Array(full + 1)
  const half = count >> 1
  const low = sumsOf(price.subarray(0, half))
  const high = sumsOf(price.subarray(half))
  const lowMask = 2 ** half - 1
  const all = low[lowMask]! + high[full >> half]!
  const mask = Int32Array.from(cost, (_, at) => {
    const second = b[at]! < 0 ? 0 : 1 << b[at]!
    return (1 << a[at]!) | second | (c[at]! < 0 ? 0 : 1 << c[at]!)
  })
  // Sets by their lowest member: that is the thing that is missing.
  const from = of.map((list, member) => list.filter((at) => a[at] === member))
  least[0] = 0
  for (let state = 0; state < full; state += 1) {
    const here = least[state]!
    if (here === unreached) continue
    if (here + all - low[state & lowMask]! - high[state >> half]! > known.cost - 1 + 1e-6) continue
    const missing = 31 - Math.clz32(~state & -~state)
    for (const at of from[missing]!) {
      if (state & mask[at]!) continue
      const next = state | mask[at]!
      const value = here + cost[at]!
      if (value < least[next]!) {
        least[next] = value
        via[next] = at
      }
    }
  }
  if (!(least[full]! < known.cost)) return { ...known, lower: known.cost }
  const sets: number[][] = []
  for (let state = full; state > 0;) {
    const at = via[state]!
    sets.push([a[at]!, b[at]!, c[at]!].filter((one) => one >= 0))
    state &= ~mask[at]!
  }
  return { lower: least[full]!, sets: sets.reverse(), cost: least[full]! }
}

/** `search` over the subsets that are reached alone; `undefined` when they are too many. */
function searchSparsely(
  count: number,
  { a, b, c, cost, of }: Columns,
  price: Float64Array,
  known: Found,
): Found | undefined {
  type State = { set: number; cost: number; rest: number; via: number; before: State | null }
  const layers: Map<number, State>[] = Array.from({ length: count + 1 }, () => new Map())
  const all = price.reduce((sum, one) => sum + one, 0)
  layers[0]!.set(0, { set: 0, cost: 0, rest: all, via: -1, before: null })
  let states = 0
  for (let missing = 0; missing < count; missing += 1) {
    for (const state of layers[missing]!.values())
      for (const at of of[missing]!) {
        if (a[at] !== missing) continue
        const [second, third] = [b[at]!, c[at]!]
        const mask = (1 << missing) | (second < 0 ? 0 : 1 << second) | (third < 0 ? 0 : 1 << third)
        if (state.set & mask) continue
        const paid = state.cost + cost[at]!
        const rest =
          state.rest - price[missing]! - (second < 0 ? 0 : price[second]!) - (third < 0 ? 0 : price[third]!)
        if (paid + rest > known.cost - 1 + 1e-6) continue
        const set = state.set | mask
        const layer = layers[31 - Math.clz32(~set & -~set)]!
        const there = layer.get(set)
        if (there && there.cost <= paid) continue
        if (!there && (states += 1) > mostStates) return undefined
        layer.set(set, { set, cost: paid, rest, via: at, before: state })
      }
    layers[missing]!.clear()
  }
  const best = layers[count]!.get(2 ** count - 1)
  if (!best) return { ...known, lower: known.cost }
  const sets: number[][] = []
  for (let state: State | null = best; state && state.via >= 0; state = state.before)
    sets.push([a[state.via]!, b[state.via]!, c[state.via]!].filter((one) => one >= 0))
  return { lower: best.cost, sets: sets.reverse(), cost: best.cost }
}

function sumsOf(prices: Float64Array): Float64Array {
  const sums = new Float64Array(2 ** prices.length)
  for (let set = 1; set < sums.length; set += 1) {
    const lowest = 31 - Math.clz32(set & -set)
    sums[set] = sums[set & (set - 1)]! + prices[lowest]!
  }
  return sums
}
