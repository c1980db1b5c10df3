// `kezdesu plan`: the year of every office of a register, resumable, as CSV, iCalendar feeds and a summary.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Holidays, type MeetingId, calendarFeed, usualMeeting, yearProblems } from '#calendar'
import { type Instant, localDate } from '#kernel'
import { type FrequencyDemand, type Law, frequencyDemands, prepareWorld } from '#law'
import {
  type OfficePlan,
  type OfficeProblem,
  type Plan,
  type VisitId,
  planOfficesOnThreads,
  usualEffort,
} from '#planner'
import { type UnitCode, zoneName } from '#territory'
import { number } from './import-words.ts'
import { progressBar } from './progress-bar.ts'
import { readPoints } from './read-points.ts'
import { readRegister } from './read-register.ts'
import { summaryOf } from './plan-summary.ts'

export type PlanWish = {
  readonly register: string
  readonly year: number
  readonly out: string
  readonly points: readonly string[]
  /** How long to search, about, on one core; none: the usual. The plan depends on the figure, not on the machine. */
  readonly seconds: number | undefined
}

export type PlanTools = {
  readonly holidays: Holidays
  /** Threads beside this one. */
  readonly workers: number
  /** Milliseconds that only ever rise. */
  readonly clock: () => number
  readonly now: Instant
  /** The address under which the feeds will be found. */
  readonly origin: string
  readonly errors: { readonly write: (text: string) => unknown; readonly isTTY?: boolean }
}

/** Least days between visits of two levels to one place. */
const apartDays = 7
/** Steps of the search in a second of one core, by measurement. */
const stepsPerSecond = 1_500_000

/** Plans the year; what an earlier run left in the folder and still holds is not planned again. */
export async function planNation(law: Law, wish: PlanWish, tools: PlanTools): Promise<0 | 1> {
  const say = (line: string) => void tools.errors.write(`${line}\n`)
  const register = readRegister(wish.register)
  const points = readPoints(wish.points)
  if (!register.ok || !points.ok) {
    say(`${register.ok ? (points.ok ? '' : points.refusal) : register.refusal}; nothing was planned`)
    return 1
  }
  if (points.value.refused > 0) say(`${number(points.value.refused)} rows of the points are left out`)
  const { names, ...country } = register.value
  const { offices, demandOf } = yearProblems({
    law,
    holidays: tools.holidays,
    year: wish.year,
    // A plan of the whole country is one of the whole year, whatever the day it is made on.
    today: localDate(`${wish.year}-01-01`),
    demands: frequencyDemands(law, prepareWorld({ ...country, facts: [] }), wish.year),
    units: country.territory,
    offices: country.offices,
    points: points.value.points,
  })
  const visits = offices.reduce((sum, { problem }) => sum + problem.visits.length, 0)
  const stepsPerVisit =
    wish.seconds === undefined
      ? usualEffort.stepsPerVisit
      : Math.floor((wish.seconds * stepsPerSecond) / Math.max(1, visits))

  const folder = join(wish.out, 'offices')
  mkdirSync(folder, { recursive: true })
  // A plan holds for its problem and for all planned before it: a change anywhere above is a change here.
  const keys = keysOf(offices, { stepsPerVisit, apartDays })
  const known = new Map<string, OfficePlan['outcome']>()
  for (const { office } of offices) {
    const kept = readKept(join(folder, `${office}.json`))
    if (kept && kept.key === keys.get(office)) known.set(office, kept.outcome)
  }
  if (known.size > 0) say(`${number(known.size)} offices are planned already`)

  const bar = progressBar(tools.errors, tools.clock, offices.length - known.size)
  const plans = await planOfficesOnThreads(
    offices,
    { apartDays },
    {
      workers: tools.workers,
      effort: { stepsPerVisit },
      known,
      planned: ({ office, outcome }) => {
        if (outcome.ok) {
          const feed = feedOf(office, outcome.value, demandOf, names, wish.year, tools)
          writeWhole(join(folder, `${office}.ics`), feed)
        }
        writeWhole(join(folder, `${office}.json`), JSON.stringify({ key: keys.get(office), outcome }))
        bar.step()
      },
    },
  )
  bar.end()

  writeWhole(join(wish.out, 'calendar.csv'), csvOf(plans, demandOf, names))
  const summary = summaryOf(wish.year, offices, plans)
  writeWhole(join(wish.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  say(
    `${number(summary.offices)} offices, ${number(summary.placed)} visits, ${number(summary.unplaced)} without a day, ` +
      `${number(summary.km)} km; at most ${(100 * summary.gap).toFixed(2)} % above the best possible`,
  )
  return summary.refused.length === 0 ? 0 : 1
}

function keysOf(offices: readonly OfficeProblem[], settings: object): Map<string, string> {
  const keys = new Map<string, string>()
  const base = JSON.stringify(settings)
  let above = ''
  let last: OfficeProblem['problem']['working'] | undefined
  for (const { office, problem, hosts } of offices) {
    // The working days are one list for all: read once.
    if (problem.working !== last) above = hash(above + JSON.stringify(problem.working))
    last = problem.working
    above = hash(above + base + office + JSON.stringify({ ...problem, working: [], hosts }))
    keys.set(office, above)
  }
  return keys
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

function readKept(path: string): { key: string; outcome: OfficePlan['outcome'] } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { key: string; outcome: OfficePlan['outcome'] }
  } catch {
    return undefined
  }
}

/** A file is there whole or not at all, also when the run is stopped. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}

type Names = ReadonlyMap<UnitCode, string>

function feedOf(
  office: string,
  plan: Plan,
  demandOf: ReadonlyMap<VisitId, FrequencyDemand>,
  names: Names,
  year: number,
  { now, origin }: PlanTools,
): string {
  const unit = office.slice(office.indexOf('.') + 1) as UnitCode
  const url = `${origin}/feeds/plans/${year}/${office}.ics`
  return calendarFeed({
    name: `${names.get(unit) ?? unit}, ${year}`,
    language: 'ru',
    zone: zoneName(unit),
    publishedAt: now,
    url,
    events: plan.dates.map(({ visit, day, start }) => {
      const place = demandOf.get(visit)!.unit
      return {
        id: visit as string as MeetingId,
        sequence: 0,
        status: 'confirmed',
        day,
        start,
        minutes: usualMeeting.minutes,
        summary: names.get(place) ?? place,
        location: names.get(place) ?? place,
        description: demandOf.get(visit)!.norm,
        url,
        categories: [],
      }
    }),
  })
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function csvOf(
  plans: readonly OfficePlan[],
  demandOf: ReadonlyMap<VisitId, FrequencyDemand>,
  names: Names,
): string {
  const lines = ['office,unit,unit_name,norm,period,day,start,minutes,unplaced']
  const row = (office: string, visit: VisitId, rest: readonly string[]) => {
    const { unit, norm, period } = demandOf.get(visit)!
    lines.push([office, unit, names.get(unit) ?? '', norm, period, ...rest].map(quoted).join(','))
  }
  for (const { office, outcome } of plans) {
    if (!outcome.ok) continue
    for (const { visit, day, start } of outcome.value.dates)
      row(office, visit, [day, start, String(usualMeeting.minutes), ''])
    for (const { visit, reason } of outcome.value.unplaced) row(office, visit, ['', '', '', reason])
  }
  return `${lines.join('\n')}\n`
}
