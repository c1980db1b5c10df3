// A year of facts for a whole country, by a fixed seed: the same seed gives the same facts on every machine.
// Run: node bench/nation.ts FOLDER [seed]     Writes register.jsonl and facts.jsonl there, for `kezdesu verdicts`.
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { type LocalDate, type Period, addDays, daysBetween, localDate, weekday } from '#kernel'
import { type Fact, type Law, frequencyDemands, prepareWorld, readActs } from '#law'
import type { OfficeId, Post, UnitCode } from '#territory'
import { atReception } from '../src/flows/demonstration/at-reception.ts'
import { type Random, randomFrom } from '../src/planner/random.ts'
import { type Register, bodies, registerOf } from './register.ts'

export const year = 2026
export type Size = { readonly meetings: number; readonly issues: number }
/** The year that the sources count: 28 thousand meetings, 63 thousand issues. */
export const nation: Size = { meetings: 28_000, issues: 63_000 }

type Plan = {
  readonly office: OfficeId
  readonly post: Post
  readonly unit: UnitCode
  readonly day: LocalDate
  readonly form: 'visiting' | 'stationary'
  readonly inCalendar: boolean
  readonly fate: 'planned' | 'held' | 'cancelled' | 'moved'
}

/** All facts of the year, office by office and meeting by meeting. */
export function* yearOfFacts(law: Law, register: Register, seed: string, size: Size): Generator<Fact> {
  const random = randomFrom(seed)
  const chance = (percent: number) => random.below(100) < percent
  yield* factsOfOffices(register, chance, random)
  const plans = plansOf(law, register, random, size.meetings)
  const talks = plans.map(({ fate }) => (fate === 'held' ? random.below(1000) : 0))
  const sum = talks.reduce((a, b) => a + b, 0)
  let raised = 0
  let weight = 0
  for (const [i, plan] of plans.entries()) {
    weight += talks[i]!
    const until = Math.round((size.issues * weight) / sum)
    yield* factsOfMeeting(plan, `m${i + 1}`, raised, until - raised, chance, random)
    raised = until
  }
}

const first = localDate(`${year}-01-01`)

function workday(from: LocalDate, to: LocalDate, random: Random): LocalDate {
  const day = addDays(from, random.below(daysBetween(from, to) + 1))
  const late = weekday(day) - 5
  return late > 0 && addDays(day, -late) >= from ? addDays(day, -late) : day
}

/** What the law demands of each office, nearly all of it held; the rest of the number are meetings beside it. */
function plansOf(law: Law, { territory, offices }: Register, random: Random, meetings: number): Plan[] {
  const akims = offices.filter(({ post }) => post.endsWith('akim'))
  const ministers = offices.filter(({ post }) => post === 'minister')
  const plans: Omit<Plan, 'fate'>[] = []
  const demands = frequencyDemands(law, prepareWorld({ territory, offices, facts: [] }), year)
  const postOf = new Map(offices.map(({ id, post }) => [id, post]))
  const share = Math.min(95, (meetings / (demands.length || 1)) * 90)
  for (const demand of demands) {
    if (random.below(1000) >= share * 10) continue
    const day = workday(demand.windowFirst, demand.windowLast, random)
    const { office, unit } = demand
    plans.push({ office, post: postOf.get(office)!, unit, day, form: 'visiting', inCalendar: true })
  }
  const regions = territory.filter(({ parent }) => parent === null)
  const last = localDate(`${year}-12-31`)
  const capitals = ministers.flatMap((office) => [0, 1, 2, 3].map((quarter) => ({ office, quarter })))
  for (const { office, quarter } of capitals.slice(0, Math.ceil(meetings / 100))) {
    const day = workday(addDays(first, quarter * 91), addDays(first, quarter * 91 + 80), random)
    const unit = regions[random.below(regions.length)]!.code
    plans.push({ office: office.id, post: 'minister', unit, day, form: 'visiting', inCalendar: true })
  }
  while (plans.length < meetings) {
    const { id, post, unit } = akims[random.below(akims.length)]!
    const day = workday(addDays(first, 10), last, random)
    const form = random.below(2) ? 'visiting' : 'stationary'
    plans.push({ office: id, post, unit: unit!, day, form, inCalendar: random.below(3) > 0 })
  }
  return plans.slice(0, meetings).map((plan) => ({ ...plan, fate: fates[random.below(100)] ?? 'held' }))
}

/** Of a hundred meetings two are cancelled, one is moved, of one nobody says what came of it. */
const fates = ['cancelled', 'cancelled', 'moved', 'planned'] as const

const guests = ['maslikhat-deputies', 'parties', 'public-organisations', 'opposition']

/** Everything that surrounds one meeting, from its notice to its plan and the issues that were closed. */
function* factsOfMeeting(
  { office, post, unit, day, form, inCalendar, fate: status }: Plan,
  meeting: string,
  firstIssue: number,
  issues: number,
  chance: (percent: number) => boolean,
  random: Random,
): Generator<Fact> {
  const days = (back: number, spread: number) => addDays(day, back + random.below(spread))
  const clock = (on: LocalDate) =>
    `${on}T${String(5 + random.below(8)).padStart(2, '0')}:${String(10 + random.below(50))}:00Z`
  const minutes = 60 + 30 * random.below(3)
  yield {
    type: 'meeting',
    id: meeting,
    office,
    unit,
    day,
    status,
    form,
    in_calendar: inCalendar,
    ...(status === 'held' ? { held_by: chance(96) ? 'holder' : chance(60) ? 'acting' : 'deputy' } : {}),
    start: '15:00',
    planned_minutes: minutes,
    ...(chance(5) ? { vc_needed: true } : {}),
    ...(issues === 0 ? { no_issues: true } : {}),
  }
  const ahead = post.startsWith('rural') || post.startsWith('village') ? 7 : 14
  const noticed = days(chance(85) ? -ahead - 6 : -ahead - 1, chance(85) ? 6 : 8)
  yield { type: 'notice-published', meeting, channel: 'official-site', at: clock(noticed) }
  if (chance(60)) yield { type: 'notice-published', meeting, channel: 'social', at: noticed }
  for (const channel of ['media', 'print', 'radio', 'egov-portal', 'social', 'public-place'] as const)
    if (chance(70)) yield { type: 'outreach', meeting, channel, at: days(-12, 11) }
  for (const channel of ['other', 'open-data-portal'] as const)
    if (chance(85)) yield { type: 'requests-collected', meeting, channel, at: days(-10, 8) }
  if (chance(90)) yield { type: 'requests-analysed', meeting, at: days(-4, 4) }
  if (chance(80))
    yield { type: 'guests-invited', meeting, at: days(-6, 6), categories: guests.slice(random.below(2)) }
  if (post === 'minister') {
    if (chance(80)) yield { type: 'meeting-agreed', meeting, with: unit, at: days(-20, 10) }
    const akim = `akim.${unit}` as OfficeId
    const kinds = ['organisational', 'information', 'technical'] as const
    yield { type: 'support-provided', meeting, office: akim, kinds: kinds.slice(random.below(2)) }
    yield { type: 'region-chosen', meeting, at: days(-40, 10), grounds: ['sector-problems', 'local-issues'] }
  }
  if (status !== 'held') return
  yield { type: 'broadcast', meeting, online: chance(90), comments_enabled: chance(90) }
  if (chance(10)) yield { type: 'videoconference', meeting, used: true }
  const told = Math.round(minutes * (chance(85) ? 0.2 : 0.35))
  yield { type: 'presentation', meeting, minutes: told, kind: 'report' }
  if (chance(90)) yield { type: 'questions-answers', meeting, minutes: minutes - told }
  const topics = ['solutions-and-terms', 'main-directions', 'social-issues'] as const
  if (chance(90)) yield { type: 'report-content', meeting, topics: topics.slice(random.below(5) ? 0 : 1) }
  if (chance(80)) yield { type: 'guests-present', meeting, categories: guests.slice(random.below(3)) }
  if (chance(85))
    yield {
      type: 'reception',
      meeting,
      at: days(0, 4),
      categories: atReception.slice(random.below(4) ? 0 : 1),
    }
  for (let i = 0; i < issues; i++) {
    const id = `i${firstIssue + i + 1}`
    const level = random.below(40)
    yield {
      type: 'issue-raised',
      id,
      meeting,
      level: level === 0 ? 'central' : level < 8 ? 'region' : 'local',
      ...(level === 0 ? { body: bodies[random.below(bodies.length)]! } : {}),
      needs_funding: chance(40),
    }
    if (chance(70)) yield { type: 'issue-closed', issue: id, at: days(5, 150) }
  }
  if (chance(85)) yield { type: 'issues-systematised', meeting, at: days(1, 10) }
  if (chance(60)) yield { type: 'funding-considered', meeting, at: days(10, 50) }
  for (const channel of ['official-site', 'egov-portal'] as const)
    if (chance(85)) yield { type: 'results-published', meeting, channel, at: days(1, 12) }
  if (issues === 0) return
  if (chance(85))
    yield { type: 'issue-list-published', meeting, channel: 'official-site', at: clock(days(1, 11)) }
  const deadline = chance(90) ? days(60, 90) : 'permanently'
  const lines = Array.from({ length: issues }, (_, i) => ({
    issue: `i${firstIssue + i + 1}`,
    deadline,
    executor: 'department',
  }))
  if (chance(85)) yield { type: 'plan-published', meeting, channel: 'official-site', at: days(1, 12), lines }
}

/** Calendars, commissions, quarterly reports, and what the Government and the ministries record. */
function* factsOfOffices(
  { offices, territory }: Register,
  chance: (percent: number) => boolean,
  random: Random,
): Generator<Fact> {
  const days = (from: LocalDate, spread: number) => addDays(from, random.below(spread))
  const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((name, i) => ({
    period: `${year}-${name}` as Period,
    after: localDate(`${i === 3 ? year + 1 : year}-${['04', '07', '10', '01'][i]}-01`),
  }))
  for (const { id: office, post, unit } of offices) {
    const period = String(year) as Period
    if (unit && territory.length && ['oblast-akim', 'capital-akim', 'republican-city-akim'].includes(post)) {
      const [body, number] = [unit, '12-n']
      yield { type: 'calendar-drafted', office, period, at: days(addDays(first, -40), 40) }
      yield { type: 'maslikhat-notified', office, period, body, number, at: days(first, 16) }
      yield { type: 'calendar-approved', office, period, at: days(addDays(first, 5), 14) }
      yield { type: 'calendar-submitted', office, period, at: days(addDays(first, 15), 8) }
    }
    if (post.endsWith('akim')) {
      const members = ['community-assembly', 'public-council']
      if (chance(90)) yield { type: 'commission-formed', office, at: days(first, 20), members }
      for (const { period, after } of quarters)
        for (const channel of ['official-site', 'egov-portal'] as const)
          if (chance(80)) yield { type: 'progress-published', office, period, channel, at: days(after, 28) }
      if (unit && chance(5)) {
        const id = `d-${unit}`
        yield { type: 'demand-registered', id, office, unit, at: days(first, 300) }
        yield { type: 'demand-decided', demand: id, decision: 'accepted', at: days(addDays(first, 300), 20) }
      }
    }
    if (post === 'minister')
      for (const { period, after } of quarters)
        yield { type: 'digest-sent', office, period, at: days(after, 12) }
  }
  yield { type: 'calendars-presented', period: String(year) as Period, at: `${year}-01-30` }
  for (const half of ['H1', 'H2']) {
    const period = `${year}-${half}` as Period
    yield { type: 'schedule-agreed', period, at: half === 'H1' ? '2025-12-10' : '2026-06-11' }
    yield { type: 'schedule-submitted', period, at: half === 'H1' ? '2025-12-14' : '2026-06-15' }
    yield { type: 'central-list-collected', period, at: half === 'H1' ? '2026-08-14' : '2027-02-14' }
  }
  for (const body of bodies)
    for (const { period, after } of quarters)
      yield { type: 'central-list-published', body, period, at: days(after, 40) }
}

if (import.meta.main) {
  const [folder = '.', seed = 'nation'] = process.argv.slice(2)
  const register = registerOf(process.env['KEZDESU_SHARED'], randomFrom(seed))
  const write = async (name: string, lines: Iterable<object>) => {
    const out = createWriteStream(join(folder, name))
    for (const line of lines) if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
    out.end()
    await once(out, 'finish')
  }
  await write('register.jsonl', [...register.territory, ...register.offices])
  const law = readActs(join(import.meta.dirname, '../acts'))
  await write('facts.jsonl', yearOfFacts(law, register, seed, nation))
  console.log(
    JSON.stringify({
      source: register.source,
      units: register.territory.length,
      offices: register.offices.length,
    }),
  )
}
