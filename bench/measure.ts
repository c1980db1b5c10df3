// Time and memory, taken several times; the median is what is told.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

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

/**
 * Milliseconds of a core that this process and the database under `home` have used so far: the figure that a busy machine changes
 * least. Those of the database come in steps of 10 ms.
 */
export function coreTime(home: string): number {
  const { user, system } = process.cpuUsage()
  const postmaster = readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
        // Connections that ended are counted with the postmaster, which waited for them.
        if (pid === postmaster) return sum + Number(fields[13]) + Number(fields[14])
        return fields[1] === postmaster ? sum + Number(fields[11]) + Number(fields[12]) : sum
      } catch {
        return sum
      }
    }, 0)
  return (user + system) / 1000 + ticks * 10
}
