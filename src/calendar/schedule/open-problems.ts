// What is raised in the regions, for those who choose where a minister goes: counts of open problems by sphere. Law: G24-1.3.
import type { UnitCode } from '#territory'
import type { Sphere } from './schedule.ts'

/** Empty while no pool was approved anywhere: then nothing is known, which is not the same as nothing being open. */
export type OpenProblems = readonly {
  readonly region: UnitCode
  readonly sphere: Sphere
  readonly open: number
}[]

/** What is open in a region, most first. */
export const openIn = (all: OpenProblems, region: UnitCode): OpenProblems =>
  all.filter((one) => one.region === region).toSorted((a, b) => b.open - a.open)
