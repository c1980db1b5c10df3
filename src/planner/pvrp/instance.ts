// A periodic vehicle-routing instance in Cordeau's format, as it is written.
import { type Result, done, refuse } from '#kernel'

export type PvrpCustomer = {
  /** The number the file gives it; the depot is 0. */
  readonly id: number
  readonly x: number
  readonly y: number
  readonly service: number
  readonly demand: number
  /** Allowed sets of days, each a bit mask with day 1 as bit 0. */
  readonly patterns: readonly number[]
}

export type PvrpInstance = {
  readonly depot: { readonly x: number; readonly y: number }
  readonly customers: readonly PvrpCustomer[]
  /** One entry a day; `Infinity` where the file sets no limit (0). */
  readonly days: readonly PvrpDay[]
}

export type PvrpDay = { readonly vehicles: number; readonly capacity: number; readonly longest: number }

export type PvrpUnreadable = { readonly line: number; readonly what: string }

/** Most days a bit mask of ours holds. */
const mostDays = 30

/**
 * Reads `type m n t`, then `D Q` a day, then one line a node `i x y d q f a list`; the refusal names the line.
 * A customer of frequency 0 needs no visit and is left out.
 */
export function readPvrp(text: string): Result<PvrpInstance, PvrpUnreadable> {
  const lines = text
    .split('\n')
    .map((words, at) => ({ at: at + 1, numbers: words.trim().split(/\s+/).filter(Boolean).map(Number) }))
    .filter(({ numbers }) => numbers.length > 0)
  const bad = lines.find(({ numbers }) => numbers.some((number) => !Number.isFinite(number)))
  if (bad) return refuse({ line: bad.at, what: 'not all words are numbers' })
  const [type, vehicles, count, dayCount] = lines[0]?.numbers ?? []
  if (type !== 1) return refuse({ line: 1, what: 'the first line must be: 1 m n t (1 = PVRP)' })
  if (!isCount(vehicles) || !isCount(count) || !isCount(dayCount) || dayCount > mostDays)
    return refuse({ line: 1, what: `m, n and t must be whole numbers, t at most ${mostDays}` })
  if (lines.length < 2 + dayCount + count)
    return refuse({ line: lines.at(-1)!.at, what: `${dayCount} days and ${count + 1} nodes are announced` })

  const days = lines.slice(1, 1 + dayCount).map(({ numbers: [longest, capacity] }) => ({
    vehicles,
    longest: longest || Infinity,
    capacity: capacity || Infinity,
  }))
  const [depot, ...nodes] = lines.slice(1 + dayCount, 2 + dayCount + count)
  const customers: PvrpCustomer[] = []
  for (const { at, numbers } of nodes) {
    const [id, x, y, service, demand, frequency, options, ...codes] = numbers
    if (id === undefined || x === undefined || y === undefined || service === undefined)
      return refuse({ line: at, what: 'a node is: i x y d q f a list' })
    if (frequency === 0) continue
    if (demand === undefined || !options || codes.length < options)
      return refuse({ line: at, what: 'a customer needs its demand, its frequency and its combinations' })
    const patterns = codes.slice(0, options).map((code) => flip(code, dayCount))
    if (patterns.some((pattern) => bitsOf(pattern) !== frequency))
      return refuse({ line: at, what: `a combination does not have ${frequency} days` })
    customers.push({ id, x, y, service, demand, patterns })
  }
  return done({ depot: { x: depot!.numbers[1]!, y: depot!.numbers[2]! }, customers, days })
}

const isCount = (value: number | undefined): value is number => Number.isInteger(value) && value! > 0

/** The file's first day is the highest bit; ours is the lowest. */
function flip(code: number, days: number): number {
  let mask = 0
  for (let day = 0; day < days; day += 1) if (code & (1 << (days - 1 - day))) mask |= 1 << day
  return mask
}

export function bitsOf(mask: number): number {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}
