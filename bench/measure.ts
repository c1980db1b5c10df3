// Time and memory, taken several times; the median is what is told.

export const median = (list: readonly number[]): number => quantile(list, 0.5)

export function quantile(list: readonly number[], part: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
}

export const round = (n: number, digits = 2): number => Number(n.toFixed(digits))

export type Times = { readonly wall: number; readonly cpu: number }

/** Milliseconds of the work: on the clock, and of the one core that did it, whoever else wanted that core. */
export function timed<T>(work: () => T): Times & { readonly value: T } {
  const cpu = process.threadCpuUsage()
  const from = performance.now()
  const value = work()
  const wall = performance.now() - from
  const { user, system } = process.threadCpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000, value }
}

/** Medians of several rounds after one that is not counted. */
export function rounds(count: number, work: () => unknown): Times {
  work()
  const all = Array.from({ length: count }, () => timed(work))
  return { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) }
}

/** The most memory that the process has held so far, in MB. */
export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
