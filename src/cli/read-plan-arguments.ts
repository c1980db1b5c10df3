// The flags of `plan` for a whole register.
import { resolve } from 'node:path'
import type { Command } from './arguments.ts'

type PlanFlags = {
  register?: string[] | undefined
  year?: string | undefined
  out?: string | undefined
  points?: string[] | undefined
  seconds?: string | undefined
}

/** `plan --register FILE --year YYYY --out DIR`; paths are meant from `cwd`. */
export function readPlanNation({ register, year, out, points, seconds }: PlanFlags, cwd: string): Command {
  const wrong = (words: string): Command => ({ name: 'help', wrong: `plan: ${words}` })
  if (register?.length !== 1 || year === undefined || out === undefined)
    return wrong('one --register, --year and --out belong together')
  if (!/^\d{4}$/.test(year)) return wrong(`--year ${year} is not a year (YYYY)`)
  if (seconds !== undefined && !(Number(seconds) > 0 && Number(seconds) < 1e6))
    return wrong(`--seconds ${seconds} is not a length of time`)
  return {
    name: 'plan-nation',
    wish: {
      register: resolve(cwd, register[0]!),
      year: Number(year),
      out: resolve(cwd, out),
      points: (points ?? []).map((file) => resolve(cwd, file)),
      seconds: seconds === undefined ? undefined : Number(seconds),
    },
  }
}
