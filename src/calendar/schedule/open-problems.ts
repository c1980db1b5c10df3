// What is raised in the regions, for those who choose where a minister goes: counts of open problems by sphere. Law: G24-1.3.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type UnitCode, isUnitCode } from '#territory'
import { type Sphere, spheres } from './schedule.ts'

export type OpenProblems = {
  /** `none`: nothing records problems here yet; `demonstration`: the counts are made up and say so. */
  readonly source: 'none' | 'demonstration'
  readonly counts: readonly { readonly region: UnitCode; readonly sphere: Sphere; readonly open: number }[]
}

export const nothingRecorded: OpenProblems = { source: 'none', counts: [] }

let read: OpenProblems | undefined
/** The made-up counts of the demonstration, read once; throws on a region or sphere that is none. */
export const demonstratedProblems = (): OpenProblems =>
  (read ??= readCounts(join(import.meta.dirname, '../../../data/demonstration/open-problems.yaml')))

function readCounts(path: string): OpenProblems {
  const file = parse(readFileSync(path, 'utf8')) as Record<string, Record<string, number>>
  return {
    source: 'demonstration',
    counts: Object.entries(file).flatMap(([region, bySphere]) =>
      Object.entries(bySphere).map(([name, open]) => {
        const sphere = spheres.find((one) => one === name)
        if (!isUnitCode(region) || !sphere) throw new Error(`${path}: ${region} ${name}`)
        return { region, sphere, open }
      }),
    ),
  }
}

/** What is open in a region, most first. */
export const openIn = ({ counts }: OpenProblems, region: UnitCode) =>
  counts.filter((one) => one.region === region).toSorted((a, b) => b.open - a.open)
